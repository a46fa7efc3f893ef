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

namespace {

void writeSections(container::SnapshotWriter& writer, const journal::Journal& journal,
                   const std::vector<container::Section>& others, QByteArrayView image)
{
    for (int i = 0; i < journal.chunkCount(); ++i)
        writer.add(JournalChunk, journal.chunk(i));
    writer.add(JournalSummary, journal.summary());
    for (const container::Section& section : others)
        writer.add(section.kind, section.bytes);
    ByteWriter start;
    start.u32(sqlite::ProjectionVersion);
    start.u64(static_cast<quint64>(image.size()));
    writer.add(TablesStart, start.bytes());
    for (qsizetype at = 0; at < image.size(); at += TablesPieceSize)
        writer.add(TablesPiece, image.sliced(at, std::min(TablesPieceSize, image.size() - at)));
}

} // namespace

void Content::writeSnapshot(container::SnapshotWriter& writer)
{
    tables.withImage([&](QByteArrayView image) { writeSections(writer, journal, unknownSections, image); });
}

container::SectionWriter Content::capture()
{
    QByteArray copy;
    tables.withImage([&](QByteArrayView image) { copy = image.toByteArray(); });
    return [copy = std::move(copy), chunks = journal, others = unknownSections](
               container::SnapshotWriter& writer) { writeSections(writer, chunks, others, copy); };
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

void Content::purge()
{
    sqlite::Redactions& redactions = tables.projector().redactions();
    journal.rewrite([&](Operation& operation) {
        if (!redactions.strips(operation)) return false;
        operation.value.clear();
        return true;
    });
    // Indexes and free pages keep what their rows held: only new tables hold nothing of it.
    tables.clear();
    rebuildTables(journal, tables);
    fileHoldsRedacted = true;
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
    case PackageStart:
        throw Error(ErrorCode::NotAStudy,
                    QStringLiteral("a package of operations, to be merged into a study"));
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
    for (int i = 0; i < m_content.journal.chunkCount(); ++i)
        m_content.journal.decode(i, [&](const Operation& operation) { noteKnown(operation); });
}

void Loader::frame(QByteArray payload)
{
    forEachChunk(payload, [&](const QByteArray& chunk) {
        const int index = m_content.journal.chunkCount();
        journal::decodeChunk(chunk, [&](const Operation& operation) {
            m_content.journal.note(operation);
            noteKnown(operation);
            m_content.tables.projector().apply(operation, index);
        });
        m_content.journal.addChunk(chunk);
    });
}

void Loader::finish()
{
    m_content.tables.projector().flush();
    m_content.tables.commit();
    if (m_content.tables.projector().redactions().takePurgeNotice()) m_content.purge();
}

void rebuildTables(const journal::Journal& journal, sqlite::Tables& tables)
{
    tables.begin();
    for (int i = 0; i < journal.chunkCount(); ++i)
        journal.decode(i, [&](const Operation& operation) { tables.projector().apply(operation, i); });
    tables.projector().flush();
    tables.commit();
    tables.projector().redactions().takePurgeNotice(); // a journal to rebuild from holds nothing redacted
}

void forEachChunk(QByteArrayView payload, const std::function<void(const QByteArray&)>& visit)
{
    ByteReader in(payload);
    if (in.u8() != PayloadVersion) throw Error(ErrorCode::TooNew, QStringLiteral("frame of a later version"));
    while (!in.atEnd())
        visit(in.raw(in.count()).toByteArray());
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
