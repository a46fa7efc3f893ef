#pragma once
#include "dossier/values/change_set.h"
#include "dossier/values/operation.h"
#include "questionnaire/values/answer.h"
#include "questionnaire/values/form.h"

#include "base/clock.h"

#include <functional>
#include <memory>
#include <optional>

namespace dossier {

class Transaction;

/// How a dossier is created or opened. The passphrase is empty for an unprotected study.
struct Access
{
    std::optional<QString> passphrase;
    QString author;
    bool readOnly = false;
    bool weakKeyDerivation = false; ///< tests only: minimal Argon2id parameters
};

/// One actor as lists show it: promoted, indexed columns only.
struct RecordSummary
{
    QString id;
    int number = 0;                 ///< order of creation, from 1
    QString nameFr, nameAr, acronym, category, legalStatus, province;
    std::array<QString, 4> offers;  ///< abri, médical, psychosocial, juridique: offer codes
    QString statusCode;             ///< intervention status as last assessed; empty = never
    QString mode;                   ///< united ent_mode
    double completeness = 0;        ///< share of the questions in scope that are answered, 0–1
    QString decision;               ///< recensee, preselectionnee, retenue, ecartee
    qint64 updated = 0;             ///< milliseconds UTC of the last change
};

/// What search and facets ask; empty lists mean "any".
struct RecordFilter
{
    QString text;                   ///< folded, prefix of words, names and acronym first
    QStringList categories, provinces, statuses, services /**< service codes with a direct offer */;
    int limit = 0;                  ///< 0: all
};

/// What stands beside an answer.
struct AnswerNote
{
    QString source;                 ///< passage uid
    QString comment;
    QString author;                 ///< of the last change
    qint64 changed = 0;             ///< milliseconds UTC
};

/// One change of one field, newest last, for history and "where from".
struct HistoryEntry
{
    QString operation, author, cause, field, value;
    qint64 time = 0;
};

/// Cell of an imported list that no question holds ("selon la source").
struct SourceFact
{
    QString record, source, field, value;
};

struct Integrity
{
    bool sound = true;
    int version = 0;
    qint64 records = 0, operations = 0, conflicts = 0, recoveredTailBytes = 0;
    QString digest;                 ///< BLAKE2b of the canonical content, hex
    qint64 lastStress = 0;          ///< last answer written by `stress save`
};

/// One study file, open. Reading may happen from any thread; one write at a time. `transact` returns once
/// the change is on stable storage; readers are not held up while it waits for the disk.
class Dossier
{
public:
    static std::unique_ptr<Dossier> create(const QString& path, const Access& access, const base::Clock& clock);
    static std::unique_ptr<Dossier> open(const QString& path, const Access& access, const base::Clock& clock);
    /// Clean close: seals the end frame. Idempotent; the destructor calls it and swallows errors.
    void close();
    ~Dossier();

    const QString& path() const;
    QString id() const;
    bool isProtected() const;
    bool isReadOnly() const;
    /// Bytes of an interrupted save set aside at opening, 0 if none.
    qint64 recoveredTailBytes() const;

    /// The only door for writing: apply, seal and append, fsync, commit. `cause` is stored with each operation
    /// (entry, import, demo…). On any exception nothing has changed.
    ChangeSet transact(const QString& cause, const std::function<void(Transaction&)>& closure);

    // Settings of the study: entity "study".
    QString setting(const QString& key) const;
    QHash<QString, QString> settings() const;

    int recordCount() const;
    std::vector<RecordSummary> records(const RecordFilter& filter = {}) const;
    std::optional<RecordSummary> record(const QString& id) const;
    questionnaire::RecordAnswers answers(const QString& recordId) const;
    /// Every record's answers in one pass, in order of creation.
    void forEachRecord(const std::function<void(const RecordSummary&, questionnaire::RecordAnswers&&)>& visit) const;
    /// Notes by "CODE" or "CODE@uid" for cells of rows and passages.
    QHash<QString, AnswerNote> notes(const QString& recordId) const;
    /// Evidence set by hand: indicator -> level.
    QHash<QString, int> evidence(const QString& recordId) const;
    QHash<QString, QHash<QString, int>> allEvidence() const;
    std::vector<SourceFact> facts(const QString& recordId) const;
    std::vector<HistoryEntry> history(const QString& recordId, const QString& field = {}) const;
    QHash<QString, QString> guidedTexts() const;
    Integrity integrity() const;

    struct Private;

private:
    explicit Dossier(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

/// Reads and authenticates every byte of a file without opening it for writing. Throws Error(Damaged…).
Integrity check(const QString& path, const Access& access, const base::Clock& clock);

} // namespace dossier
