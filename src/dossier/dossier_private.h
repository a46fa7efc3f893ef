#pragma once
#include "dossier/catalog.h"
#include "dossier/container/container.h"
#include "dossier/dossier.h"
#include "dossier/journal/journal.h"

#include <atomic>
#include <chrono>
#include <mutex>
#include <thread>

namespace dossier {

class TransactionWriter;
struct Incoming;

/// Kinds of snapshot sections. Those a later version adds are kept and written back.
enum SectionKind : quint8 {
    JournalChunk = 1,
    JournalSummary = 2,
    TablesStart = 3,
    TablesPiece = 4,
    PackageStart = 16 ///< the file is a package: see merge.h
};

/// What a file says, read: the journal and the tables made from it.
class Content
{
public:
    Content();

    journal::Journal journal;
    sqlite::Tables tables;
    std::vector<container::Section> unknownSections;
    /// The file still holds what a redaction removed: it must be written anew.
    bool fileHoldsRedacted = false;
    /// A later version wrote operations that this one does not know.
    bool hasUnknownOperations = false;

    void writeSnapshot(container::SnapshotWriter& writer);
    /// The present state, to be written while this one changes; costs a copy of the tables.
    container::SectionWriter capture();
    /// Puts the journal in full chunks; history still finds them.
    void mergeChunks();
    /// Removes what was redacted from the journal and from every table, down to its bytes.
    void purge();
};

/// Fills a Content from an opened container.
class Loader final : public container::ContentVisitor
{
public:
    explicit Loader(Content& content) : m_content(content) {}
    void section(container::Section section) override;
    void snapshotEnd() override;
    void frame(QByteArray payload) override;
    void finish();

private:
    void startTables(QByteArrayView bytes);
    void takeTables();
    void noteKnown(const Operation& operation)
    {
        if (!isKnown(operation)) m_content.hasUnknownOperations = true;
    }
    Content& m_content;
    QByteArray m_summary;
    std::optional<sqlite::Database::ImageBuffer> m_image;
};

/// Fills empty tables from the operations of a journal.
void rebuildTables(const journal::Journal& journal, sqlite::Tables& tables);
QByteArray framePayload(const std::vector<QByteArray>& chunks);
void forEachChunk(QByteArrayView payload, const std::function<void(const QByteArray&)>& visit);

container::Keys keysOf(const Access& access);
container::Credentials credentialsOf(const Access& access);
container::Container openContainer(const QString& path, const Access& access, container::Mode mode,
                                   Content& content);

struct Dossier::Private
{
    Private(QString path, Access access, const base::Clock& clock);

    void start(container::Container opened);
    void rewriteFile();
    /// What every change goes through: see Dossier::transact.
    ChangeSet write(const QString& cause, const std::function<void(TransactionWriter&)>& closure);
    bool appendFrame(const std::vector<QByteArray>& chunks);
    bool commit(TransactionWriter& transaction, std::unique_lock<std::recursive_mutex>& read);
    void purgeRedacted();
    Incoming readIncoming(const QString& otherPath, const Access& otherAccess);
    bool isWorthRewriting() const;
    container::Container openFile();
    /// What a new file keeps of the attachments.
    container::BlobFilter blobsInUse() const;
    /// Those of them that came after a state.
    container::BlobFilter blobsSince(const Frontier& since) const;
    /// Brings in what `from` holds of the attachments listed here without their bytes; returns how many.
    int copyBlobs(const container::Container& from);
    /// Writes everything beside the file that another program has changed; throws Error(ChangedUnderneath).
    [[noreturn]] void saveConflictCopy();
    void refuseReadOnly() const;
    /// Does something to the file, once it can be written to; writeMutex is held.
    void store(const std::function<void()>& change);
    void replaceFile(
        const std::function<void(const container::SectionWriter&, const container::BlobFilter&)>& replace);
    void storeBlob(const QByteArray& blob, const std::function<void()>& write);
    void noteBlobs();
    SeenState state() const;
    void compareWithSeenStates();
    /// Remembers outside the file how far it reaches; not at every save when `often`.
    void rememberState(bool often);
    /// After a save: one that was acknowledged is missed when an older file is put back.
    void noteSaved();
    /// Undoes an unfinished transaction; what it touched will be read again.
    void undo(const QSet<qint64>& touched);
    template <typename Read> auto reading(const Read& read) const
    {
        const std::lock_guard lock(readMutex);
        return read();
    }
    /// For one record, by its public id; a default value when there is none.
    template <typename Read> auto readingRecord(const QString& uid, const Read& read) const
    {
        const std::lock_guard lock(readMutex);
        const auto record = content->tables.recordId(uid);
        return record ? read(*record) : decltype(read(0)){};
    }

    const QString path;
    Access access; ///< its keys change under writeMutex
    const base::Clock& clock;
    std::atomic<ReadOnlyReason> readOnlyReason = ReadOnlyReason::None;
    std::optional<OlderState> olderState; ///< guarded by readMutex
    QString id, replica;
    std::atomic<bool> isProtected = false, hasRecoveryKey = false;
    bool closed = false;
    std::chrono::steady_clock::time_point remembered; ///< guarded by writeMutex
    QString notedReplica;                             ///< guarded by writeMutex
    qint64 recoveredTailBytes = 0;
    /// Sequence of our replica's last operation on stable storage.
    qint64 replicaSequence = 0;

    std::optional<container::Container> container; ///< guarded by writeMutex
    std::unique_ptr<Content> content;              ///< guarded by readMutex
    std::unique_ptr<Catalog> catalog;              ///< guarded by readMutex
    QSet<QByteArray> heldBlobs;                    ///< guarded by readMutex
    QSet<QByteArray> newBlobs;                     ///< not yet named by an operation; guarded by readMutex
    /// Held for a whole transaction; taken before readMutex.
    std::mutex writeMutex;
    std::atomic<std::thread::id> writerThread; ///< thread inside a transaction's closure
    /// Held while the tables are used, never while waiting for the disk. Recursive: a transaction's closure
    /// may read what it has just written.
    mutable std::recursive_mutex readMutex;
};

} // namespace dossier
