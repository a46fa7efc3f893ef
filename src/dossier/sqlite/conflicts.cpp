#include "dossier/sqlite/conflicts.h"

#include "dossier/sqlite/record_tree.h"

#include <algorithm>
#include <tuple>

namespace dossier::sqlite {
namespace {

struct Register
{
    qint64 entity = 0;
    int field = 0;
};

/// Heads of a register, the one shown first: the latest, at the same instant the greatest replica.
std::vector<Head> headsOf(Database& database, const Names& names, const Register& place)
{
    struct Aged
    {
        Head head;
        QString replica;
        qint64 sequence = 0;
    };
    std::vector<Aged> found;
    const QString& field = names.text(place.field);
    Query query(database, "SELECT replica, sequence, state, value, changed, author FROM cell "
                          "WHERE entity=? AND field=?");
    query.bind(1, place.entity).bind(2, place.field);
    while (query.next()) {
        const QString& replica = names.text(query.number(0));
        Head head;
        head.operation = replica + u':' + QString::number(query.integer(1));
        head.value = wireValue(field, questionnaire::AnswerState(query.number(2)), query.text(3));
        head.time = query.integer(4);
        head.author = names.text(query.number(5));
        found.push_back({std::move(head), replica, query.integer(1)});
    }
    std::sort(found.begin(), found.end(), [](const Aged& a, const Aged& b) {
        return std::tie(a.head.time, a.replica, a.sequence) > std::tie(b.head.time, b.replica, b.sequence);
    });
    std::vector<Head> out;
    for (Aged& aged : found)
        out.push_back(std::move(aged.head));
    return out;
}

/// Fills what is common to conflicts and flags; false when the entity is deleted.
template <typename Subject>
bool describe(Database& database, const Names& names, qint64 entity, Subject& subject, qint64& number)
{
    Query query(database,
                "SELECT e.type, e.uid, e.record=e.id, coalesce(r.uid, ''), coalesce(r.number, 0), "
                "e.deleted=1 OR coalesce(p.deleted, 0)=1 OR coalesce(r.deleted, 0)=1 FROM entity e "
                "LEFT JOIN entity p ON p.id=e.parent LEFT JOIN entity r ON r.id=e.record WHERE e.id=?");
    query.bind(1, entity);
    if (!query.next() || query.number(5) != 0) return false;
    subject.entityType = names.text(query.number(0));
    subject.entity = query.id(1);
    subject.record = query.id(3);
    number = query.integer(4);
    return true;
}

template <typename Subject> struct Numbered
{
    qint64 number = 0;
    Subject subject;
};

} // namespace

std::vector<Conflict> conflictsIn(Database& database, const Names& names)
{
    std::vector<Register> candidates;
    {
        Query query(database,
                    "SELECT entity, field FROM cell WHERE field NOT IN (?, ?, ?) GROUP BY entity, field "
                    "HAVING count(*)>1 AND (min(value)<>max(value) OR min(state)<>max(state))");
        query.bind(1, names.find(DeletedField))
            .bind(2, names.find(StatusField))
            .bind(3, names.find(CompletenessField));
        while (query.next())
            candidates.push_back({query.integer(0), query.number(1)});
    }
    std::vector<Numbered<Conflict>> found;
    for (const Register& place : candidates) {
        Numbered<Conflict> item;
        Conflict& conflict = item.subject;
        if (!describe(database, names, place.entity, conflict, item.number)) continue;
        conflict.field = names.text(place.field);
        const bool own = conflict.entity == conflict.record || conflict.entityType == entity::Study;
        conflict.shownField = own ? conflict.field : conflict.field + u'@' + conflict.entity;
        conflict.heads = headsOf(database, names, place);
        found.push_back(std::move(item));
    }
    std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
        return std::tie(a.number, a.subject.shownField) < std::tie(b.number, b.subject.shownField);
    });
    std::vector<Conflict> out;
    for (auto& item : found)
        out.push_back(std::move(item.subject));
    return out;
}

std::vector<FlaggedDelete> flaggedIn(Database& database, const Names& names)
{
    std::vector<qint64> entities;
    {
        Query query(database, "SELECT id FROM entity WHERE deleted=2");
        while (query.next())
            entities.push_back(query.integer(0));
    }
    std::vector<Numbered<FlaggedDelete>> found;
    for (const qint64 entity : entities) {
        Numbered<FlaggedDelete> item;
        if (!describe(database, names, entity, item.subject, item.number)) continue;
        item.subject.deletes = headsOf(database, names, {entity, names.find(DeletedField)});
        std::erase_if(item.subject.deletes, [](const Head& head) { return head.value.isEmpty(); });
        for (Head& head : item.subject.deletes)
            head.value.clear();
        found.push_back(std::move(item));
    }
    std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
        return std::tie(a.number, a.subject.entity) < std::tie(b.number, b.subject.entity);
    });
    std::vector<FlaggedDelete> out;
    for (auto& item : found)
        out.push_back(std::move(item.subject));
    return out;
}

} // namespace dossier::sqlite
