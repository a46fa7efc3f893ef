#pragma once
#include "dossier/dossier.h"

namespace dossier {

/// Bytes of attachments that one transaction will name (addAttachment, transaction.h): sealed in the file as
/// they come, none kept in memory. What nothing names by the end of the batch leaves the file when it is next
/// written anew.
class AttachmentBatch
{
public:
    explicit AttachmentBatch(Dossier& dossier) : m_dossier(dossier) {}
    ~AttachmentBatch();
    Q_DISABLE_COPY_MOVE(AttachmentBatch)

    /// Returns the id of the attachment once the bytes are on stable storage. Error(LimitExceeded) beyond
    /// LargestAttachment.
    QString store(const QByteArray& bytes);

private:
    Dossier& m_dossier;
    QList<QByteArray> m_blobs;
};

} // namespace dossier
