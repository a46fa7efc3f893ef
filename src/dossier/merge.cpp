#include "dossier/merge.h"

#include <algorithm>

using base::Error;
using base::ErrorCode;

namespace dossier {
namespace {

constexpr quint8 PackageVersion = 1;

std::pair<QString, qint64> splitId(const QString& id)
{
    const qsizetype colon = id.lastIndexOf(u':');
    return {id.left(colon), id.mid(colon + 1).toLongLong()};
}

/// Operations must follow what they replace: heads are found on every computer.
void checkOrder(const Operation& operation, const Frontier& reached)
{
    if (operation.sequence != reached.value(operation.replica) + 1)
        throw Error(ErrorCode::Damaged, QStringLiteral("operations are missing among those received"));
    const bool knownKind = operation.kind == kind::Set || operation.kind == kind::Delete;
    for (const QString& head : knownKind ? operation.previous : QStringList()) {
        const auto [replica, sequence] = splitId(head);
        if (sequence > reached.value(replica))
            throw Error(ErrorCode::Damaged, QStringLiteral("operations received before those they replace"));
    }
}

} // namespace

QByteArray packageStart(const Frontier& since)
{
    ByteWriter out;
    out.u8(PackageVersion);
    journal::writeFrontier(out, since);
    return out.bytes();
}

void IncomingLoader::section(container::Section section)
{
    if (section.kind == JournalChunk) m_incoming.journal.addChunk(std::move(section.bytes));
    if (section.kind != PackageStart) return;
    ByteReader in(section.bytes);
    if (in.u8() != PackageVersion)
        throw Error(ErrorCode::TooNew, QStringLiteral("package of a later version"));
    m_incoming.isPackage = true;
    m_incoming.since = journal::readFrontier(in);
}

void IncomingLoader::frame(QByteArray payload)
{
    forEachChunk(payload, [&](const QByteArray& chunk) { m_incoming.journal.addChunk(chunk); });
}

std::vector<OperationRange> missingBefore(const Incoming& incoming, const Frontier& held)
{
    std::vector<OperationRange> out;
    for (auto it = incoming.since.begin(); it != incoming.since.end(); ++it)
        if (const qint64 have = held.value(it.key()); have < it.value())
            out.push_back({it.key(), have + 1, it.value()});
    std::sort(out.begin(), out.end(),
              [](const OperationRange& a, const OperationRange& b) { return a.replica < b.replica; });
    return out;
}

Adopted adoptAll(const Incoming& incoming, const Frontier& held, TransactionWriter& writer)
{
    Adopted out;
    Frontier reached = held;
    for (int i = 0; i < incoming.journal.chunkCount(); ++i)
        incoming.journal.decode(i, [&](const Operation& operation) {
            ++out.received;
            if (operation.sequence <= reached.value(operation.replica)) return;
            checkOrder(operation, reached);
            writer.adopt(operation);
            reached.insert(operation.replica, operation.sequence);
            ++out.added;
        });
    return out;
}

qint64 chunksBeyond(const journal::Journal& journal, const Frontier& since,
                    const std::function<void(const QByteArray&)>& take)
{
    qint64 count = 0;
    journal::ChunkEncoder encoder;
    for (int i = 0; i < journal.chunkCount(); ++i)
        journal.decode(i, [&](const Operation& operation) {
            if (operation.sequence <= since.value(operation.replica)) return;
            encoder.add(operation);
            ++count;
            if (encoder.isFull()) take(encoder.take());
        });
    if (encoder.count() > 0) take(encoder.take());
    return count;
}

} // namespace dossier
