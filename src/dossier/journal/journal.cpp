#include "dossier/journal/journal.h"

#include <QMap>

#include <algorithm>

namespace dossier::journal {
namespace {

constexpr quint8 SummaryVersion = 1;

} // namespace

void HybridTime::advance(qint64 now)
{
    if (now > physical) {
        physical = now;
        logical = 0;
    } else {
        ++logical;
    }
}

void HybridTime::observe(const Operation& operation)
{
    if (operation.physical > physical) {
        physical = operation.physical;
        logical = operation.logical;
    } else if (operation.physical == physical) {
        logical = std::max(logical, operation.logical);
    }
}

void writeFrontier(ByteWriter& out, const Frontier& frontier)
{
    out.varint(static_cast<quint64>(frontier.size()));
    QMap<QString, qint64> sorted;
    for (auto it = frontier.begin(); it != frontier.end(); ++it)
        sorted.insert(it.key(), it.value());
    for (auto it = sorted.begin(); it != sorted.end(); ++it) {
        const QByteArray replica = it.key().toUtf8();
        out.varint(static_cast<quint64>(replica.size()));
        out.raw(replica);
        out.varint(static_cast<quint64>(it.value()));
    }
}

Frontier readFrontier(ByteReader& in)
{
    Frontier out;
    for (qsizetype replicas = in.count(); replicas > 0; --replicas) {
        const QString replica = QString::fromUtf8(in.raw(in.count()));
        out.insert(replica, static_cast<qint64>(in.varint()));
    }
    return out;
}

void Journal::note(const Operation& operation)
{
    ++m_operations;
    qint64& last = m_frontier[operation.replica];
    last = std::max(last, operation.sequence);
    m_time.observe(operation);
}

void Journal::noteAll(const Frontier& reached, qint64 count, const HybridTime& time)
{
    m_operations += count;
    for (auto it = reached.begin(); it != reached.end(); ++it)
        m_frontier.insert(it.key(), it.value());
    m_time = time;
}

void Journal::decode(int index, const std::function<void(const Operation&)>& visit) const
{
    decodeChunk(chunk(index), visit);
}

Journal Journal::merged(std::vector<int>& moved) const
{
    Journal out = *this;
    out.m_chunks.clear();
    moved.assign(m_chunks.size(), 0);
    ChunkEncoder pending;
    for (size_t i = 0; i < m_chunks.size(); ++i) {
        const QByteArray& chunk = m_chunks[i];
        const qsizetype count = countOperations(chunk);
        const bool full = count >= ChunkEncoder::MaximumOperations || chunk.size() >= ChunkEncoder::FullSize;
        const bool overflows = pending.count() + count > ChunkEncoder::MaximumOperations ||
                               pending.size() + chunk.size() > ChunkEncoder::FullSize;
        if (pending.count() > 0 && (full || overflows)) out.addChunk(pending.take());
        moved[i] = out.chunkCount();
        if (full)
            out.addChunk(chunk);
        else
            decodeChunk(chunk, [&](const Operation& operation) { pending.add(operation); });
    }
    if (pending.count() > 0) out.addChunk(pending.take());
    return out;
}

void Journal::rewrite(const std::function<bool(Operation&)>& change)
{
    for (QByteArray& chunk : m_chunks) {
        bool changed = false;
        ChunkEncoder rewritten;
        decodeChunk(chunk, [&](const Operation& operation) {
            Operation copy = operation;
            changed |= change(copy);
            rewritten.add(copy);
        });
        if (changed) chunk = rewritten.take();
    }
}

QByteArray Journal::summary() const
{
    ByteWriter out;
    out.u8(SummaryVersion);
    out.varint(static_cast<quint64>(chunkCount()));
    out.varint(static_cast<quint64>(m_operations));
    out.varint(static_cast<quint64>(m_time.physical));
    out.varint(static_cast<quint64>(m_time.logical));
    writeFrontier(out, m_frontier);
    return out.bytes();
}

void Journal::restoreSummary(QByteArrayView bytes)
{
    ByteReader in(bytes);
    if (in.u8() != SummaryVersion || in.varint() != m_chunks.size())
        throw base::Error(base::ErrorCode::Damaged, QStringLiteral("journal and its summary disagree"));
    m_operations = static_cast<qint64>(in.varint());
    m_time.physical = static_cast<qint64>(in.varint());
    m_time.logical = static_cast<int>(in.varint());
    m_frontier = readFrontier(in);
}

} // namespace dossier::journal
