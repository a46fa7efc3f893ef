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
    if (d->readOnlyReason != ReadOnlyReason::None)
        throw Error(ErrorCode::AccessDenied, QStringLiteral("opened for reading only"), d->path);
    assert(d->writerThread != std::this_thread::get_id() && "a transaction inside a transaction");
    const std::lock_guard write(d->writeMutex);
    assert(!d->closed);
    if (d->container->needsRewrite()) d->rewriteFile();

    // Whatever goes wrong from here on, the tables are rolled back, and operation ids that may have reached
    // the disk are never given to other operations.
    std::unique_lock read(d->readMutex);
    d->writerThread = std::this_thread::get_id();
    d->content->tables.begin();
    TransactionWriter transaction(*d, cause);
    try {
        closure(transaction);
        if (transaction.isEmpty()) {
            d->content->tables.commit();
            d->writerThread = std::thread::id();
            return {};
        }
        d->content->tables.projector().flush();
        for (const qint64 record : transaction.touchedRecords())
            d->catalog->invalidate(record);
        const std::vector<QByteArray> chunks = transaction.takeChunks();
        read.unlock();
        d->container->append(framePayload(chunks));
        read.lock();
        d->content->tables.commit();
        transaction.commitTo(d->content->journal, chunks);
    } catch (...) {
        if (!read.owns_lock()) read.lock();
        d->undo(transaction.touchedRecords());
        d->replica = base::newUuid(d->clock);
        d->replicaSequence = 0;
        d->writerThread = std::thread::id();
        throw;
    }
    d->writerThread = std::thread::id();
    d->replicaSequence = transaction.lastSequence();
    ChangeSet changes = transaction.takeChanges();
    changes.sequence = static_cast<qint64>(d->container->sequence());
    return changes;
}

} // namespace dossier
