#pragma once
#include "base/clock.h"
#include "dossier/values/access.h"
#include "dossier/values/attachment.h"
#include "dossier/values/history_entry.h"
#include "dossier/values/merge_report.h"
#include "dossier/values/operation.h"
#include "dossier/values/seen_states.h"
#include "dossier/values/snapshot.h"
#include "questionnaire/values/answer.h"
#include "questionnaire/values/form.h"

#include <functional>
#include <memory>
#include <optional>

namespace dossier {

class Transaction;

enum class ReadOnlyReason {
    None, ///< it can be written
    Asked,
    Locked,           ///< another program writes in it
    NewerVersion,     ///< a later version wrote things that this one does not know
    ChangedUnderneath ///< another program changed the file; the work is in a conflict copy
};

/// One actor as lists show it: promoted, indexed columns only.
struct RecordSummary
{
    QString id;
    int number = 0; ///< order of creation, from 1
    QString nameFr, nameAr, acronym, category, legalStatus, province;
    std::array<QString, 4> offers; ///< abri, médical, psychosocial, juridique: offer codes
    QString statusCode;            ///< intervention status as last assessed; empty = never
    QString mode;                  ///< united ent_mode
    double completeness = 0;       ///< share of the questions in scope that are answered, 0–1
    QString decision;              ///< recensee, preselectionnee, retenue, ecartee
    qint64 updated = 0;            ///< milliseconds UTC of the last change
};

/// What search and facets ask; empty lists mean "any".
struct RecordFilter
{
    QString text; ///< folded, prefix of words, names and acronym first
    QStringList categories, provinces, statuses, services /**< service codes with a direct offer */;
    int limit = 0; ///< 0: all
};

/// What stands beside an answer.
struct AnswerNote
{
    QString source; ///< passage uid
    QString comment;
    QString author;     ///< of the last change
    qint64 changed = 0; ///< milliseconds UTC
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
    QString digest;        ///< BLAKE2b of the canonical content, hex
    qint64 lastStress = 0; ///< last answer written by `stress save`
    qint64 attachments = 0;
    std::optional<OlderState> olderState; ///< when the access remembers what was seen
};

/// Outcome of undoing or redoing.
struct Compensation
{
    ChangeSet changes;        ///< `changes.operations` is what redoes, or undoes again
    QStringList changedSince; ///< operations left as they are: something was written after them
};

/// One study file, open. Reading may happen from any thread; one write at a time. `transact` returns once
/// the change is on stable storage; readers are not held up while it waits for the disk.
class Dossier
{
public:
    static std::unique_ptr<Dossier> create(const QString& path, const Access& access,
                                           const base::Clock& clock);
    static std::unique_ptr<Dossier> open(const QString& path, const Access& access, const base::Clock& clock);
    /// Clean close: seals the end frame. Idempotent; the destructor calls it and swallows errors. Throws
    /// Error(ChangedUnderneath) as transact does.
    void close();
    ~Dossier();

    const QString& path() const;
    QString id() const;
    bool isProtected() const;
    bool isReadOnly() const { return readOnlyReason() != ReadOnlyReason::None; }
    ReadOnlyReason readOnlyReason() const;
    bool hasRecoveryKey() const;
    /// Set when this file lacks what was seen of the dossier on this computer: to be told to the user, at
    /// each opening until accepted.
    std::optional<OlderState> olderState() const;
    /// The user goes on with this state: it becomes the one remembered.
    void acceptOlderState();
    /// Bytes of an interrupted save set aside at opening, 0 if none.
    qint64 recoveredTailBytes() const;

    /// The only door for writing: apply, seal and append, fsync, commit. `cause` is stored with each
    /// operation (entry, import, demo…). On any exception nothing has changed, except for
    /// Error(ChangedUnderneath): another program has changed the file, and everything, this change included,
    /// is in the conflict copy that the error's path names. The dossier is then read-only: open the study
    /// again and merge the copy.
    ChangeSet transact(const QString& cause, const std::function<void(Transaction&)>& closure);

    // Settings of the study: entity "study".
    QString setting(const QString& key) const;
    QHash<QString, QString> settings() const;

    int recordCount() const;
    std::vector<RecordSummary> records(const RecordFilter& filter = {}) const;
    std::optional<RecordSummary> record(const QString& id) const;
    questionnaire::RecordAnswers answers(const QString& recordId) const;
    /// Every record's answers in one pass, in order of creation.
    void forEachRecord(
        const std::function<void(const RecordSummary&, questionnaire::RecordAnswers&&)>& visit) const;
    /// Notes by "CODE" or "CODE@uid" for cells of rows and passages.
    QHash<QString, AnswerNote> notes(const QString& recordId) const;
    /// Evidence set by hand: indicator -> level.
    QHash<QString, int> evidence(const QString& recordId) const;
    QHash<QString, QHash<QString, int>> allEvidence() const;
    std::vector<SourceFact> facts(const QString& recordId) const;
    /// What happened to a record, or to one of its fields, oldest first.
    std::vector<HistoryEntry> history(const QString& recordId, const QString& field = {}) const;
    /// The latest operations on the whole study, newest first.
    std::vector<HistoryEntry> recentHistory(int limit) const;
    std::optional<HistoryEntry> lastChange(const QString& recordId) const;
    QHash<QString, QString> guidedTexts() const;
    Integrity integrity() const;

    // Working together. Merging is a union of operations: in any order, any number of times.
    Frontier frontier() const;
    /// Brings in a package or a whole copy of this dossier, opened with `access`, or with this study's own
    /// passphrase when it gives none. Throws Error(Malformed) when it is of another dossier.
    MergeReport merge(const QString& otherPath, const Access& otherAccess);
    /// New file with the operations beyond what the other side is known to hold; returns their number. It
    /// opens with the passphrase of `access`, or with the keys of this study when it gives none.
    qint64 sharePackage(const QString& path, const Access& access, const Frontier& since = {}) const;
    /// What people have to decide; they do so with resolveConflict and resolveDelete (transaction.h).
    std::vector<Conflict> conflicts() const;
    std::vector<FlaggedDelete> flaggedDeletes() const;

    /// Undoes operations (ids, as OperationRange::ids gives them) by writing what stood before, wherever
    /// nothing was written since; what it returns can be undone in turn: redo.
    Compensation compensate(const QStringList& operations, const QString& cause);
    /// Removes for ever the values these operations wrote, here and wherever this dossier is merged, then
    /// rewrites the file. Copies and packages made before still hold them.
    ChangeSet redact(const QStringList& operations, const QString& cause);

    /// Marks the present state with a label.
    Snapshot freeze(const QString& label);
    std::vector<Snapshot> snapshots() const;
    /// The study as it stood, in memory and for reading only.
    std::unique_ptr<const Dossier> at(const Frontier& frontier) const;

    // The file.
    /// New keys, and a new file that only they open; whoever opened it before opens only the copies made
    /// before, which stay as they are. Generate the recovery key first and have it printed. Also protects a
    /// study that was not; the reverse is refused (an empty passphrase is Error(KeyRequired)).
    void changePassphrase(const QString& passphrase, const RecoveryKey& recoveryKey);
    /// Writes the file anew, without what is no longer needed. Reading goes on meanwhile; saves wait.
    void compact();

    // Attachments: sealed in the file, read on demand. Removed with deleteEntity(t, entity::Attachment, id);
    // the bytes leave the file when it is next written anew.
    /// Returns its id once everything is on stable storage. Error(LimitExceeded) beyond LargestAttachment.
    QString attach(const NewAttachment& attachment);
    /// Of one actor; without argument, all.
    std::vector<Attachment> attachments(const QString& recordId = {}) const;
    QByteArray readAttachment(const QString& id) const;
    /// Brings in, still sealed, the bytes that `from` holds of attachments listed here without them (after a
    /// merge); returns how many.
    int copyAttachments(const Dossier& from);

    struct Private;

private:
    friend Comparison compare(const Dossier& a, const Dossier& b);
    friend class AttachmentBatch;
    explicit Dossier(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

/// From the state `a` to the state `b`: Dossier::at twice, or once and the present.
Comparison compare(const Dossier& a, const Dossier& b);

/// Reads and authenticates every byte of a file without opening it for writing. Throws Error(Damaged…).
Integrity check(const QString& path, const Access& access, const base::Clock& clock);

} // namespace dossier
