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

void Journal::note(const Operation& operation)
{
    ++m_operations;
    qint64& last = m_frontier[operation.replica];
    last = std::max(last, operation.sequence);
    m_time.observe(operation);
}

void Journal::noteAll(const QString& replica, qint64 lastSequence, qint64 count, const HybridTime& time)
{
    m_operations += count;
    m_frontier.insert(replica, lastSequence);
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

QByteArray Journal::summary() const
{
    ByteWriter out;
    out.u8(SummaryVersion);
    out.varint(static_cast<quint64>(chunkCount()));
    out.varint(static_cast<quint64>(m_operations));
    out.varint(static_cast<quint64>(m_time.physical));
    out.varint(static_cast<quint64>(m_time.logical));
    out.varint(static_cast<quint64>(m_frontier.size()));
    QMap<QString, qint64> sorted;
    for (auto it = m_frontier.begin(); it != m_frontier.end(); ++it)
        sorted.insert(it.key(), it.value());
    for (auto it = sorted.begin(); it != sorted.end(); ++it) {
        const QByteArray replica = it.key().toUtf8();
        out.varint(static_cast<quint64>(replica.size()));
        out.raw(replica);
        out.varint(static_cast<quint64>(it.value()));
    }
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
    const qsizetype replicas = in.count();
    for (qsizetype i = 0; i < replicas; ++i) {
        const QString replica = QString::fromUtf8(in.raw(in.count()));
        m_frontier.insert(replica, static_cast<qint64>(in.varint()));
    }
}

} // namespace dossier::journal
