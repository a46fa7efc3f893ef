#pragma once
#include "dossier/catalog.h"
#include "dossier/container/container.h"
#include "dossier/dossier.h"
#include "dossier/journal/journal.h"

#include <atomic>
#include <mutex>
#include <thread>

namespace dossier {

/// Kinds of snapshot sections. Those a later version adds are kept and written back.
enum SectionKind : quint8 { JournalChunk = 1, JournalSummary = 2, TablesStart = 3, TablesPiece = 4 };

/// What a file says, read: the journal and the tables made from it.
class Content
{
public:
    Content();

    journal::Journal journal;
    sqlite::Tables tables;
    std::vector<container::Section> unknownSections;

    void writeSnapshot(container::SnapshotWriter& writer);
    /// Puts the journal in full chunks; history still finds them.
    void mergeChunks();
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
    Content& m_content;
    QByteArray m_summary;
    std::optional<sqlite::Database::ImageBuffer> m_image;
};

/// Fills empty tables from the operations of a journal.
void rebuildTables(const journal::Journal& journal, sqlite::Tables& tables);
QByteArray framePayload(const std::vector<QByteArray>& chunks);

struct Dossier::Private
{
    Private(QString path, Access access, const base::Clock& clock);

    void start(container::Container opened);
    void rewriteFile();
    bool isWorthRewriting() const;
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
    const Access access;
    const base::Clock& clock;
    std::atomic<ReadOnlyReason> readOnlyReason = ReadOnlyReason::None;
    std::optional<OlderState> olderState; ///< guarded by readMutex
    QString id, replica;
    bool isProtected = false, closed = false;
    qint64 recoveredTailBytes = 0;
    /// Sequence of our replica's last operation on stable storage.
    qint64 replicaSequence = 0;

    std::optional<container::Container> container; ///< guarded by writeMutex
    std::unique_ptr<Content> content;              ///< guarded by readMutex
    std::unique_ptr<Catalog> catalog;              ///< guarded by readMutex
    /// Held for a whole transaction; taken before readMutex.
    std::mutex writeMutex;
    std::atomic<std::thread::id> writerThread; ///< thread inside a transaction's closure
    /// Held while the tables are used, never while waiting for the disk. Recursive: a transaction's closure
    /// may read what it has just written.
    mutable std::recursive_mutex readMutex;
};

} // namespace dossier
