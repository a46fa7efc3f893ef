#include "dossier/sqlite/projector.h"

#include <algorithm>

using questionnaire::AnswerState;

namespace dossier::sqlite {
namespace {

constexpr qsizetype RememberedEntities = 4096;

/// Separates source and text in the value of a fact.
constexpr QChar FactSeparator(0x1f);

std::pair<QString, qint64> splitHead(const QString& head)
{
    const qsizetype colon = head.lastIndexOf(u':');
    return {head.left(colon), head.mid(colon + 1).toLongLong()};
}

bool isImplicit(const QString& type)
{
    return type == entity::Study || type == entity::Text;
}

} // namespace

void Projector::apply(const Operation& operation, int chunk)
{
    if (operation.kind == kind::Set)
        set(operation, chunk);
    else if (operation.kind == kind::Create)
        create(operation, chunk);
    else if (operation.kind == kind::Delete)
        remove(operation, chunk);
}

QList<qint64> Projector::flush()
{
    const QHash<qint64, qint64> pending = std::exchange(m_pending, {});
    for (auto it = pending.begin(); it != pending.end(); ++it)
        m_refresher.refresh(it.key(), it.value());
    return pending.keys();
}

void Projector::reset()
{
    m_names.reload();
    m_entities.clear();
    m_pending.clear();
    m_touchedRecord = m_touchedChunk = -1;
    m_lastNumber = -1;
}

std::optional<EntityRef> Projector::find(const QString& type, const QString& id)
{
    const auto key = std::pair(type, id);
    const auto known = m_entities.constFind(key);
    if (known != m_entities.constEnd()) return *known;
    Query query(m_database,
                "SELECT e.id, e.record, e.deleted=1 OR coalesce(p.deleted, 0)=1 OR coalesce(r.deleted, 0)=1 "
                "FROM entity e LEFT JOIN entity p ON p.id=e.parent LEFT JOIN entity r ON r.id=e.record "
                "WHERE e.uid=? AND e.type=?");
    query.bindId(1, id).bind(2, m_names.find(type));
    if (!query.next()) return std::nullopt;
    const EntityRef ref{query.integer(0), query.integer(1), query.integer(2) != 0};
    if (m_entities.size() >= RememberedEntities) m_entities.clear();
    m_entities.insert(key, ref);
    return ref;
}

std::optional<EntityRef> Projector::findOwner(const QString& id)
{
    const auto record = find(entity::Record, id);
    return record ? record : find(entity::Passage, id);
}

QStringList Projector::heads(const EntityRef& entity, const QString& field)
{
    QStringList out;
    Query query(m_database, "SELECT replica, sequence FROM cell WHERE entity=? AND field=?");
    query.bind(1, entity.id).bind(2, m_names.find(field));
    while (query.next())
        out << m_names.text(query.number(0)) + u':' + QString::number(query.integer(1));
    return out;
}

void Projector::create(const Operation& operation, int chunk)
{
    if (operation.entityType == entity::Fact) return createFact(operation, chunk);
    if (find(operation.entityType, operation.entityId)) return;
    const bool isRecord = operation.entityType == entity::Record;
    const auto owner = operation.parentId.isEmpty() ? std::nullopt : findOwner(operation.parentId);
    if (isRecord && m_lastNumber < 0) {
        Query last(m_database, "SELECT coalesce(max(number), 0) FROM entity WHERE number IS NOT NULL");
        last.next();
        m_lastNumber = last.integer(0);
    }
    Query query(m_database,
                "INSERT INTO entity(uid, type, parent, record, label, rank, created, logical, number) "
                "VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)");
    query.bindId(1, operation.entityId)
        .bind(2, m_names.make(operation.entityType))
        .bind(3, owner ? owner->id : 0)
        .bind(4, owner ? owner->record : 0)
        .bind(5, m_names.make(operation.field))
        .bind(6, operation.value)
        .bind(7, operation.physical)
        .bind(8, operation.logical);
    if (isRecord) query.bind(9, ++m_lastNumber);
    query.run();
    const qint64 id = m_database.lastId();
    if (isRecord) Query(m_database, "UPDATE entity SET record=id WHERE id=?").bind(1, id).run();
    const qint64 record = isRecord ? id : owner ? owner->record : 0;
    m_entities.insert({operation.entityType, operation.entityId}, {id, record, false});
    if (owner && owner->buried) revive(*owner);
    touch(record, chunk, operation.physical);
}

void Projector::createFact(const Operation& operation, int chunk)
{
    const auto owner = findOwner(operation.parentId);
    if (!owner) return;
    const qsizetype separator = operation.value.indexOf(FactSeparator);
    Query(m_database, "INSERT INTO fact(uid, record, source, field, value) VALUES(?, ?, ?, ?, ?)")
        .bindId(1, operation.entityId)
        .bind(2, owner->record)
        .bind(3, m_names.make(operation.value.left(std::max(separator, qsizetype(0)))))
        .bind(4, m_names.make(operation.field))
        .bind(5, operation.value.mid(separator + 1))
        .run();
    touch(owner->record, chunk, operation.physical);
}

void Projector::set(const Operation& operation, int chunk)
{
    auto entity = find(operation.entityType, operation.entityId);
    if (!entity && isImplicit(operation.entityType)) entity = implicit(operation);
    if (!entity) return;
    if (entity->buried) revive(*entity);
    const int field = m_names.make(operation.field);
    replaceHeads(*entity, field, operation.previous);
    insertCell(*entity, field, operation);
    noticeTypedText(field, operation);
    touch(entity->record, chunk, operation.physical);
}

/// The study itself and guided texts have fixed ids and need no creation.
EntityRef Projector::implicit(const Operation& operation)
{
    Query(m_database, "INSERT INTO entity(uid, type, parent, record, label, rank, created, logical) "
                      "VALUES(?, ?, 0, 0, 0, '', 0, 0)")
        .bindId(1, operation.entityId)
        .bind(2, m_names.make(operation.entityType))
        .run();
    const EntityRef ref{m_database.lastId(), 0, false};
    m_entities.insert({operation.entityType, operation.entityId}, ref);
    return ref;
}

void Projector::replaceHeads(const EntityRef& entity, int field, const QStringList& previous)
{
    for (const QString& head : previous) {
        const auto [replica, sequence] = splitHead(head);
        Query(m_database, "DELETE FROM cell WHERE entity=? AND field=? AND replica=? AND sequence=?")
            .bind(1, entity.id)
            .bind(2, field)
            .bind(3, m_names.find(replica))
            .bind(4, sequence)
            .run();
    }
}

void Projector::insertCell(const EntityRef& entity, int field, const Operation& operation)
{
    const bool isAnswer = operation.field.startsWith(u"q:");
    const qsizetype bar = isAnswer ? operation.value.indexOf(u'|') : -1;
    const AnswerState state =
        isAnswer ? questionnaire::stateFromCode(operation.value.left(std::max(bar, qsizetype(0))))
                 : AnswerState::Value;
    Query(m_database, "INSERT OR IGNORE INTO cell VALUES(?, ?, ?, ?, ?, ?, ?, ?)")
        .bind(1, entity.id)
        .bind(2, field)
        .bind(3, m_names.make(operation.replica))
        .bind(4, operation.sequence)
        .bind(5, static_cast<int>(state))
        .bind(6, operation.value.mid(bar + 1))
        .bind(7, operation.physical)
        .bind(8, m_names.make(operation.author))
        .run();
}

/// The first typed text seen in a field makes it searchable, with what other records already hold in it.
void Projector::noticeTypedText(int field, const Operation& operation)
{
    if (m_names.isSearchable(field) || !operation.field.startsWith(u"q:")) return;
    if (!looksTyped(operation.value.mid(operation.value.indexOf(u'|') + 1))) return;
    m_names.setSearchable(field);
    Query query(m_database,
                "SELECT DISTINCT e.record FROM cell c JOIN entity e ON e.id=c.entity WHERE c.field=?");
    query.bind(1, field);
    while (query.next())
        if (query.integer(0) != 0) m_pending.insert(query.integer(0), m_pending.value(query.integer(0)));
}

void Projector::remove(const Operation& operation, int chunk)
{
    const auto entity = find(operation.entityType, operation.entityId);
    if (!entity) return;
    const bool whole = operation.entityType == entity::Record;
    const int outcome = coveredBy(operation.value, *entity, whole) ? 1 : 2;
    Query(m_database, "UPDATE entity SET deleted=? WHERE id=?").bind(1, outcome).bind(2, entity->id).run();
    m_entities.clear();
    touch(entity->record, chunk, operation.physical);
}

/// True if the author of a delete had seen every value it takes away.
bool Projector::coveredBy(const QString& versionVector, const EntityRef& entity, bool wholeRecord)
{
    QHash<int, qint64> seen;
    for (const QString& head : versionVector.split(u' ', Qt::SkipEmptyParts)) {
        const auto [replica, sequence] = splitHead(head);
        seen.insert(m_names.find(replica), sequence);
    }
    Query query(m_database, wholeRecord ? "SELECT c.replica, max(c.sequence) FROM cell c JOIN entity e "
                                          "ON e.id=c.entity WHERE e.record=? GROUP BY c.replica"
                                        : "SELECT c.replica, max(c.sequence) FROM cell c JOIN entity e "
                                          "ON e.id=c.entity WHERE e.id=?1 OR e.parent=?1 GROUP BY c.replica");
    query.bind(1, entity.id);
    while (query.next())
        if (query.integer(1) > seen.value(query.number(0), 0)) return false;
    return true;
}

/// An edit that a delete had not seen brings back what it touches, flagged.
void Projector::revive(const EntityRef& entity)
{
    Query(m_database, "UPDATE entity SET deleted=2 WHERE deleted=1 AND (id=?1 OR id=?2 "
                      "OR id=(SELECT parent FROM entity WHERE id=?1))")
        .bind(1, entity.id)
        .bind(2, entity.record)
        .run();
    m_entities.clear();
}

void Projector::touch(qint64 record, int chunk, qint64 time)
{
    if (record != 0) {
        qint64& last = m_pending[record];
        last = std::max(last, time);
    }
    if (record == m_touchedRecord && chunk == m_touchedChunk) return;
    m_touchedRecord = record;
    m_touchedChunk = chunk;
    Query(m_database, "INSERT OR IGNORE INTO touched VALUES(?, ?)").bind(1, record).bind(2, chunk).run();
}

} // namespace dossier::sqlite
