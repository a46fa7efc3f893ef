#include "dossier/sqlite/attachments.h"

#include "dossier/values/operation.h"

#include <algorithm>

namespace dossier::sqlite {
namespace {

void take(Attachment& attachment, const QString& field, const QString& value)
{
    if (field == u"name")
        attachment.name = value;
    else if (field == u"media")
        attachment.mediaType = value;
    else if (field == u"size")
        attachment.size = value.toLongLong();
}

} // namespace

std::vector<ListedAttachment> attachments(Database& database, const Names& names)
{
    std::vector<ListedAttachment> out;
    Query query(database,
                "SELECT e.id, e.uid, r.uid, coalesce(r.deleted, 0)=1, e.created, c.field, c.value, "
                "e.replica, e.sequence "
                "FROM entity e LEFT JOIN entity r ON r.id=e.record LEFT JOIN cell c ON c.entity=e.id "
                "WHERE e.type=? AND e.deleted<>1 ORDER BY e.created, e.logical, e.id, c.changed, c.sequence");
    query.bind(1, names.find(entity::Attachment));
    qint64 current = -1;
    while (query.next()) {
        if (query.integer(0) != current) {
            current = query.integer(0);
            ListedAttachment found;
            found.attachment.id = query.id(1);
            if (!query.isNull(2)) found.attachment.record = query.id(2);
            found.hidden = query.integer(3) != 0;
            found.attachment.added = query.integer(4);
            found.replica = names.text(query.number(7));
            found.sequence = query.integer(8);
            out.push_back(std::move(found));
        }
        if (!query.isNull(5)) take(out.back().attachment, names.text(query.number(5)), query.text(6));
    }
    std::erase_if(out, [](const ListedAttachment& found) { return found.attachment.name.isEmpty(); });
    return out;
}

} // namespace dossier::sqlite
