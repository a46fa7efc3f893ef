#include "base/uuid.h"
#include "dossier/dossier_private.h"
#include "dossier/transaction_writer.h"

#include <cassert>

using base::Error;
using base::ErrorCode;

namespace dossier {

void Dossier::Private::undo(const QSet<qint64>& touched)
{
    content->tables.rollback();
    for (const qint64 record : touched)
        catalog->invalidate(record);
}

ChangeSet Dossier::transact(const QString& cause, const std::function<void(Transaction&)>& closure)
{
    return d->write(cause, [&](TransactionWriter& writer) { closure(writer); });
}

ChangeSet Dossier::Private::write(const QString& cause,
                                  const std::function<void(TransactionWriter&)>& closure)
{
    if (readOnlyReason != ReadOnlyReason::None)
        throw Error(ErrorCode::AccessDenied, QStringLiteral("opened for reading only"), path);
    assert(writerThread != std::this_thread::get_id() && "a transaction inside a transaction");
    const std::lock_guard write(writeMutex);
    assert(!closed);
    store([] {});

    // Whatever goes wrong from here on, the tables are rolled back, and operation ids that may have reached
    // the disk are never given to other operations.
    std::unique_lock read(readMutex);
    writerThread = std::this_thread::get_id();
    content->tables.begin();
    TransactionWriter transaction(*content, {replica, replicaSequence, access.author, cause}, clock);
    bool appended = true;
    try {
        closure(transaction);
        appended = commit(transaction, read);
    } catch (...) {
        if (!read.owns_lock()) read.lock();
        undo(transaction.touchedRecords());
        replica = base::newUuid(clock);
        replicaSequence = 0;
        writerThread = std::thread::id();
        throw;
    }
    writerThread = std::thread::id();
    if (transaction.isEmpty()) return {};
    replicaSequence = transaction.lastSequence();
    purgeRedacted();
    read.unlock();
    if (!appended) saveConflictCopy();
    noteSaved();
    ChangeSet changes = transaction.takeChanges();
    changes.sequence = static_cast<qint64>(container->sequence());
    if (content->fileHoldsRedacted) store([] {});
    return changes;
}

/// Seals what was written and waits for the disk, letting others read meanwhile. False when another program
/// has changed the file: the frame is not in it.
bool Dossier::Private::commit(TransactionWriter& transaction, std::unique_lock<std::recursive_mutex>& read)
{
    if (transaction.isEmpty()) {
        content->tables.commit();
        return true;
    }
    for (const qint64 record : content->tables.projector().flush())
        catalog->invalidate(record);
    for (const qint64 record : transaction.touchedRecords())
        catalog->invalidate(record);
    const std::vector<QByteArray> chunks = transaction.takeChunks();
    read.unlock();
    const bool appended = appendFrame(chunks);
    read.lock();
    content->tables.commit();
    transaction.commitTo(content->journal, chunks);
    return appended;
}

bool Dossier::Private::appendFrame(const std::vector<QByteArray>& chunks)
{
    try {
        container->append(framePayload(chunks));
        return true;
    } catch (const Error& error) {
        if (error.code() != ErrorCode::ChangedUnderneath) throw;
        return false;
    }
}

/// After a redaction, nothing that was removed may stay in memory, nor in the file.
void Dossier::Private::purgeRedacted()
{
    if (!content->tables.projector().redactions().takePurgeNotice()) return;
    content->purge();
    catalog->loadAll();
}

} // namespace dossier
