#include "dossier/attachment_batch.h"
#include "dossier/dossier_private.h"
#include "dossier/transaction.h"

#include <QUuid>

#include <cassert>

using base::Error;
using base::ErrorCode;

namespace dossier {
namespace {

QByteArray blobId(const QString& id)
{
    return QUuid::fromString(id).toRfc4122();
}

void setField(Transaction& t, const QString& id, const char* field, const QString& value)
{
    Operation operation;
    operation.kind = kind::Set;
    operation.entityType = entity::Attachment;
    operation.entityId = id;
    operation.field = QLatin1String(field);
    operation.value = value;
    t.append(std::move(operation));
}

} // namespace

void addAttachment(Transaction& t, const QString& id, const Attachment& attachment)
{
    Operation create;
    create.kind = kind::Create;
    create.entityType = entity::Attachment;
    create.entityId = id;
    create.parentId = attachment.record;
    t.append(std::move(create));
    setField(t, id, "name", attachment.name.isEmpty() ? QStringLiteral("?") : attachment.name);
    setField(t, id, "media", attachment.mediaType);
    setField(t, id, "size", QString::number(attachment.size));
}

QString AttachmentBatch::store(const QByteArray& bytes)
{
    if (bytes.size() > LargestAttachment)
        throw Error(ErrorCode::LimitExceeded, QStringLiteral("attachment of more than 50 MB"));
    Dossier::Private& d = *m_dossier.d;
    m_blobs << container::randomBytes(16);
    d.storeBlob(m_blobs.back(), [&] { d.container->appendBlob(m_blobs.back(), bytes); });
    return QUuid::fromRfc4122(m_blobs.back()).toString(QUuid::WithoutBraces);
}

AttachmentBatch::~AttachmentBatch()
{
    m_dossier.d->reading([this] {
        for (const QByteArray& blob : m_blobs)
            m_dossier.d->newBlobs.remove(blob);
        return true;
    });
}

/// The bytes first, then what names them: nothing is ever listed that is not there.
QString Dossier::attach(const NewAttachment& attachment)
{
    AttachmentBatch batch(*this);
    Attachment named;
    named.name = attachment.name;
    named.mediaType = attachment.mediaType;
    named.record = attachment.record;
    named.size = attachment.bytes.size();
    const QString id = batch.store(attachment.bytes);
    transact(QStringLiteral("attach"), [&](Transaction& t) { addAttachment(t, id, named); });
    return id;
}

/// A blob that no new file leaves out before it is named.
void Dossier::Private::storeBlob(const QByteArray& blob, const std::function<void()>& write)
{
    const std::lock_guard lock(writeMutex);
    reading([&] { return newBlobs.insert(blob); });
    store(write);
    noteBlobs();
}

std::vector<Attachment> Dossier::attachments(const QString& recordId) const
{
    const std::lock_guard read(d->readMutex);
    std::vector<Attachment> out;
    for (sqlite::ListedAttachment& listed : d->content->tables.attachments()) {
        if (listed.hidden || (!recordId.isEmpty() && listed.attachment.record != recordId)) continue;
        listed.attachment.available = d->heldBlobs.contains(blobId(listed.attachment.id));
        out.push_back(std::move(listed.attachment));
    }
    return out;
}

void Dossier::Private::noteBlobs()
{
    const std::lock_guard read(readMutex);
    heldBlobs.clear();
    for (const container::BlobPlace& held : container->blobs())
        heldBlobs.insert(held.id);
}

QByteArray Dossier::readAttachment(const QString& id) const
{
    const std::lock_guard write(d->writeMutex);
    if (!d->container) throw Error(ErrorCode::NotFound, QStringLiteral("no attachments in a past state"), id);
    return d->container->readBlob(blobId(id));
}

int Dossier::Private::copyBlobs(const container::Container& from)
{
    QSet<QByteArray> missing;
    reading([&] {
        for (const sqlite::ListedAttachment& listed : content->tables.attachments())
            missing.insert(blobId(listed.attachment.id));
        return missing.subtract(heldBlobs);
    });
    int copied = 0;
    const std::lock_guard lock(writeMutex);
    for (const QByteArray& blob : missing) {
        if (!from.hasBlob(blob) || container->hasBlob(blob)) continue;
        store([&] { container->copyBlob(from, blob); });
        ++copied;
    }
    noteBlobs();
    return copied;
}

int Dossier::copyAttachments(const Dossier& from)
{
    assert(this != &from);
    const std::lock_guard lock(from.d->writeMutex);
    return from.d->container ? d->copyBlobs(*from.d->container) : 0;
}

} // namespace dossier
