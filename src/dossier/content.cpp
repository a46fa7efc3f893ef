#include "dossier/dossier_private.h"
#include "dossier/sqlite/schema.h"

using base::Error;
using base::ErrorCode;

namespace dossier {
namespace {

constexpr qsizetype TablesPieceSize = qsizetype(1) << 20;
constexpr quint8 PayloadVersion = 1;

} // namespace

Content::Content() = default;

void Content::writeSnapshot(container::SnapshotWriter& writer)
{
    for (int i = 0; i < journal.chunkCount(); ++i)
        writer.add(JournalChunk, journal.chunk(i));
    writer.add(JournalSummary, journal.summary());
    for (const container::Section& section : unknownSections)
        writer.add(section.kind, section.bytes);
    tables.withImage([&](QByteArrayView image) {
        ByteWriter start;
        start.u32(sqlite::ProjectionVersion);
        start.u64(static_cast<quint64>(image.size()));
        writer.add(TablesStart, start.bytes());
        for (qsizetype at = 0; at < image.size(); at += TablesPieceSize)
            writer.add(TablesPiece, image.sliced(at, std::min(TablesPieceSize, image.size() - at)));
    });
}

void Content::mergeChunks()
{
    std::vector<int> moved;
    journal::Journal merged = journal.merged(moved);
    tables.begin();
    try {
        tables.moveChunks(moved);
        tables.commit();
    } catch (...) {
        tables.rollback();
        throw;
    }
    journal = std::move(merged);
}

void Loader::section(container::Section section)
{
    switch (section.kind) {
    case JournalChunk:
        m_content.journal.addChunk(std::move(section.bytes));
        break;
    case JournalSummary:
        m_summary = section.bytes;
        break;
    case TablesStart:
        startTables(section.bytes);
        break;
    case TablesPiece:
        if (m_image && !m_image->append(section.bytes))
            throw Error(ErrorCode::Damaged, QStringLiteral("tables larger than announced"));
        break;
    default:
        m_content.unknownSections.push_back(std::move(section));
    }
}

void Loader::startTables(QByteArrayView bytes)
{
    ByteReader in(bytes);
    if (in.u32() != sqlite::ProjectionVersion) return; // another version of the program: rebuilt
    const quint64 size = in.u64();
    m_image.emplace(static_cast<qint64>(std::min(size, quint64(std::numeric_limits<qint64>::max()))));
}

void Loader::snapshotEnd()
{
    m_content.journal.restoreSummary(m_summary);
    takeTables();
    m_content.tables.begin();
}

void Loader::takeTables()
{
    if (m_image) {
        if (!m_image->isComplete()) throw Error(ErrorCode::Damaged, QStringLiteral("tables cut short"));
        // Tables this program did not make (another SQLite, a forged file) are never used.
        if (m_content.tables.load(std::move(*m_image))) return;
    }
    rebuildTables(m_content.journal, m_content.tables);
}

void Loader::frame(QByteArray payload)
{
    ByteReader in(payload);
    if (in.u8() != PayloadVersion) throw Error(ErrorCode::TooNew, QStringLiteral("frame of a later version"));
    while (!in.atEnd()) {
        const QByteArray chunk = in.raw(in.count()).toByteArray();
        const int index = m_content.journal.chunkCount();
        journal::decodeChunk(chunk, [&](const Operation& operation) {
            m_content.journal.note(operation);
            m_content.tables.projector().apply(operation, index);
        });
        m_content.journal.addChunk(chunk);
    }
}

void Loader::finish()
{
    m_content.tables.projector().flush();
    m_content.tables.commit();
}

void rebuildTables(const journal::Journal& journal, sqlite::Tables& tables)
{
    tables.begin();
    for (int i = 0; i < journal.chunkCount(); ++i)
        journal.decode(i, [&](const Operation& operation) { tables.projector().apply(operation, i); });
    tables.projector().flush();
    tables.commit();
}

QByteArray framePayload(const std::vector<QByteArray>& chunks)
{
    ByteWriter out;
    out.u8(PayloadVersion);
    for (const QByteArray& chunk : chunks) {
        out.varint(static_cast<quint64>(chunk.size()));
        out.raw(chunk);
    }
    return out.bytes();
}

} // namespace dossier
