#pragma once
#include "dossier/sqlite/names.h"
#include "dossier/values/attachment.h"

namespace dossier::sqlite {

struct ListedAttachment
{
    Attachment attachment;
    bool hidden = false; ///< of a deleted actor, which may come back
    QString replica;     ///< of the operation that created it
    qint64 sequence = 0;
};

/// Attachments that are neither deleted nor redacted, in order of creation.
std::vector<ListedAttachment> attachments(Database& database, const Names& names);

} // namespace dossier::sqlite
