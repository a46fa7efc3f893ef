#include "dossier/sqlite/deletions.h"

#include "dossier/values/operation.h"

#include <algorithm>

namespace dossier::sqlite {
namespace {

// Cells whose field is ?2 and that are not empty are deletes, not edits; ?3 and ?4 are computed by the
// program.
#define EDITED "(c.field NOT IN (?2, ?3, ?4) OR (c.field=?2 AND c.value=''))"

constexpr const char* EditsOfRecord =
    "SELECT c.replica, max(c.sequence) FROM cell c JOIN entity e ON e.id=c.entity "
    "WHERE e.record=?1 AND " EDITED " GROUP BY c.replica "
    "UNION ALL SELECT replica, max(sequence) FROM entity WHERE record=?1 AND id<>?1 GROUP BY replica "
    "UNION ALL SELECT replica, max(sequence) FROM fact WHERE record=?1 GROUP BY replica";

constexpr const char* EditsOfPart =
    "SELECT c.replica, max(c.sequence) FROM cell c JOIN entity e ON e.id=c.entity "
    "WHERE e.record=?5 AND (e.id=?1 OR e.parent=?1) AND " EDITED " GROUP BY c.replica "
    "UNION ALL SELECT replica, max(sequence) FROM entity WHERE record=?5 AND parent=?1 AND id<>?1 "
    "GROUP BY replica";

} // namespace

std::vector<Edit> Deletions::edits(const EntityRef& entity) const
{
    std::vector<Edit> out;
    if (entity.id < 0) return out; // a fact never changes
    const bool whole = entity.id == entity.record;
    Query query(m_database, whole ? EditsOfRecord : EditsOfPart);
    query.bind(1, entity.id)
        .bind(2, m_names.find(DeletedField))
        .bind(3, m_names.find(StatusField))
        .bind(4, m_names.find(CompletenessField));
    if (!whole) query.bind(5, entity.record);
    while (query.next())
        out.push_back({query.number(0), query.integer(1)});
    return out;
}

QString Deletions::vector(const EntityRef& entity, const Frontier& seen) const
{
    Frontier out;
    for (const Edit& edit : edits(entity)) {
        const QString& replica = m_names.text(edit.replica);
        out.insert(replica, seen.value(replica));
    }
    return toText(out);
}

bool Deletions::judge(const EntityRef& entity)
{
    if (entity.id < 0) return judgeFact(-entity.id);
    bool changed = judgeOne(entity.id, entity.record);
    qint64 parent = 0;
    {
        Query query(m_database, "SELECT parent FROM entity WHERE id=?");
        if (query.bind(1, entity.id).next()) parent = query.integer(0);
    }
    if (parent != 0 && parent != entity.record) changed |= judgeOne(parent, entity.record);
    if (entity.record != 0 && entity.record != entity.id) changed |= judgeOne(entity.record, entity.record);
    return changed;
}

bool Deletions::judgeOne(qint64 id, qint64 record)
{
    const auto found = static_cast<int>(verdict({id, record}));
    Query query(m_database, "UPDATE entity SET deleted=?2 WHERE id=?1 AND deleted<>?2");
    query.bind(1, id).bind(2, found).run();
    return m_database.changes() > 0;
}

bool Deletions::judgeFact(qint64 fact)
{
    const QStringList found = heads(-fact);
    const bool deleted = !found.isEmpty() && !found.contains(QString());
    Query query(m_database, "UPDATE fact SET deleted=?2 WHERE id=?1 AND deleted<>?2");
    query.bind(1, fact).bind(2, deleted ? 1 : 0).run();
    return m_database.changes() > 0;
}

Deletion Deletions::verdict(const EntityRef& entity) const
{
    QStringList deletes = heads(entity.id);
    deletes.removeAll(QString());
    if (deletes.isEmpty()) return Deletion::Present;
    const std::vector<Edit> all = edits(entity);
    const bool covered = std::any_of(deletes.begin(), deletes.end(), [&](const QString& text) {
        const Frontier seen = frontierFromText(text);
        return std::all_of(all.begin(), all.end(), [&](const Edit& edit) {
            return edit.sequence <= seen.value(m_names.text(edit.replica));
        });
    });
    return covered ? Deletion::Deleted : Deletion::Flagged;
}

QStringList Deletions::heads(qint64 id) const
{
    QStringList out;
    Query query(m_database, "SELECT value FROM cell WHERE entity=? AND field=?");
    query.bind(1, id).bind(2, m_names.find(DeletedField));
    while (query.next())
        out << query.text(0);
    return out;
}

} // namespace dossier::sqlite
