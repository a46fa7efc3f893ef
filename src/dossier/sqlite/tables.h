#pragma once
#include "dossier/sqlite/attachments.h"
#include "dossier/sqlite/conflicts.h"
#include "dossier/sqlite/projector.h"

namespace dossier::sqlite {

/// Row of the record table: what lists show, with the folded names that search scans.
struct ListedRecord
{
    qint64 id = 0;
    RecordSummary summary;
    QString folded;
};

/// The tables of one dossier: projections of its journal, in memory, with every question asked of them.
/// Not thread-safe.
class Tables
{
public:
    Tables();
    /// Takes over saved tables; false, and empty tables, if they are not those this program makes.
    bool load(Database::ImageBuffer&& image);
    void withImage(const std::function<void(QByteArrayView)>& use) { m_database.withImage(use); }

    /// Back to empty tables.
    void clear();

    void begin() { m_database.execute("BEGIN"); }
    void commit() { m_database.execute("COMMIT"); }
    void rollback();
    Projector& projector() { return m_projector; }

    QHash<QString, QString> settings();
    QHash<QString, QString> guidedTexts();
    std::vector<ListedRecord> records();
    std::optional<ListedRecord> record(qint64 id);
    std::optional<qint64> recordId(const QString& uid);
    QString recordUid(qint64 id);
    Deletion deletionOf(qint64 entity);
    /// Distinct values of the heads of a register, sorted.
    QStringList valuesIn(const QString& entity, const QString& field);
    /// Text of a number of the name table.
    const QString& name(int number) const { return m_names.text(number); }
    questionnaire::RecordAnswers answers(qint64 record) { return m_reader.answers(m_reader.read(record)); }
    QHash<QString, AnswerNote> notes(qint64 record) { return m_reader.notes(m_reader.read(record)); }
    /// See RecordReader; record 0: the study's own.
    QMap<QString, QString> shownValues(qint64 record) { return m_reader.shownValues(m_reader.read(record)); }
    QHash<QString, int> evidence(qint64 record);
    QHash<QString, QHash<QString, int>> allEvidence();
    std::vector<SourceFact> facts(qint64 record);
    std::vector<ListedAttachment> attachments() { return sqlite::attachments(m_database, m_names); }
    /// Records holding every word as a prefix, in order of number; stops when the callback returns false.
    void search(const QStringList& words, const std::function<bool(qint64)>& visit);

    /// Chunks of the journal that speak of a record, and ids of everything in it.
    std::vector<int> chunksTouching(qint64 record);
    QHash<QString, bool> entityIds(qint64 record);
    void moveChunks(const std::vector<int>& moved);

    /// Frozen snapshots, oldest first.
    std::vector<Snapshot> snapshots();
    std::vector<Conflict> conflicts() { return conflictsIn(m_database, m_names); }
    std::vector<FlaggedDelete> flaggedDeletes() { return flaggedIn(m_database, m_names); }
    qint64 conflictCount() { return static_cast<qint64>(conflicts().size()); }
    /// BLAKE2b-256 of the content, the same whatever the order of operations, the replica or the file.
    QByteArray digest();
    bool isSound() { return m_database.isSound(); }

private:
    QHash<QString, QString> studyTexts(const QString& type, bool byField);

    Database m_database;
    Names m_names;
    RecordReader m_reader;
    RecordRefresher m_refresher;
    Projector m_projector;
};

} // namespace dossier::sqlite
