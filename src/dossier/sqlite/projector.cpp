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

/// Value of a delete that says nothing of what it had seen, so that it differs from a restore.
const QString NothingSeen = QStringLiteral("-");

/// 0 for records made before creations named a number.
qint64 wantedNumber(const Operation& operation)
{
    constexpr int Greatest = 1'000'000'000;
    const int wanted = operation.value.toInt();
    return wanted > 0 && wanted <= Greatest ? wanted : 0;
}

bool isImplicit(const QString& type)
{
    return type == entity::Study || type == entity::Text;
}

} // namespace

void Projector::apply(const Operation& operation, int chunk)
{
    if (!m_redactions.strips(operation)) return project(operation, chunk);
    Operation stripped = operation;
    stripped.value.clear();
    project(stripped, chunk);
}

void Projector::project(const Operation& operation, int chunk)
{
    if (operation.kind == kind::Set)
        set(operation, chunk);
    else if (operation.kind == kind::Create)
        create(operation, chunk);
    else if (operation.kind == kind::Delete)
        remove(operation, chunk);
    else if (operation.kind == kind::Redact)
        redact(operation, chunk);
    else if (operation.kind == kind::Freeze)
        freeze(operation);
}

QList<qint64> Projector::flush()
{
    for (const qint64 record : m_numbers.settle())
        m_pending.insert(record, m_pending.value(record));
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
    m_numbers.reset();
    m_redactions.reset();
}

std::optional<EntityRef> Projector::find(const QString& type, const QString& id)
{
    const auto key = std::pair(type, id);
    const auto known = m_entities.constFind(key);
    if (known != m_entities.constEnd()) return *known;
    Query query(m_database,
                "SELECT e.id, e.record, e.deleted, coalesce(p.deleted, 0), coalesce(r.deleted, 0) "
                "FROM entity e LEFT JOIN entity p ON p.id=e.parent "
                "LEFT JOIN entity r ON r.id=e.record WHERE e.uid=? AND e.type=?");
    query.bindId(1, id).bind(2, m_names.find(type));
    if (!query.next()) return std::nullopt;
    EntityRef ref{query.integer(0), query.integer(1)};
    for (int column = 2; column < 5; ++column) {
        ref.buried = ref.buried || query.number(column) == static_cast<int>(Deletion::Deleted);
        ref.contested = ref.contested || query.number(column) != static_cast<int>(Deletion::Present);
    }
    if (m_entities.size() >= RememberedEntities) m_entities.clear();
    m_entities.insert(key, ref);
    return ref;
}

std::optional<EntityRef> Projector::target(const Operation& operation)
{
    return operation.entityType == entity::Fact ? findFact(operation.parentId, operation.entityId)
                                                : find(operation.entityType, operation.entityId);
}

std::optional<EntityRef> Projector::findFact(const QString& record, const QString& id)
{
    const auto owner = findOwner(record);
    if (!owner) return std::nullopt;
    Query query(m_database, "SELECT id, deleted FROM fact WHERE record=? AND uid=?");
    query.bind(1, owner->record).bindId(2, id);
    if (!query.next()) return std::nullopt;
    const bool deleted = query.number(1) != 0;
    return EntityRef{-query.integer(0), owner->record, deleted || owner->buried, deleted};
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
    insertEntity(operation, owner);
    const qint64 id = m_database.lastId();
    if (isRecord) Query(m_database, "UPDATE entity SET record=id WHERE id=?").bind(1, id).run();
    const qint64 record = isRecord ? id : owner ? owner->record : 0;
    if (owner && owner->contested)
        judge(*owner);
    else
        m_entities.insert({operation.entityType, operation.entityId}, {id, record});
    touch(record, chunk, operation.physical);
}

void Projector::insertEntity(const Operation& operation, const std::optional<EntityRef>& owner)
{
    const bool isRecord = operation.entityType == entity::Record;
    Query query(m_database, "INSERT INTO entity(uid, type, parent, record, label, rank, created, logical, "
                            "replica, sequence, wanted, number) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    query.bindId(1, operation.entityId)
        .bind(2, m_names.make(operation.entityType))
        .bind(3, owner ? owner->id : 0)
        .bind(4, owner ? owner->record : 0)
        .bind(5, m_names.make(operation.field))
        .bind(6, isRecord ? QString() : operation.value)
        .bind(7, operation.physical)
        .bind(8, operation.logical)
        .bind(9, m_names.make(operation.replica))
        .bind(10, operation.sequence);
    const qint64 wanted = isRecord ? wantedNumber(operation) : 0;
    query.bind(11, wanted);
    const auto number = isRecord ? m_numbers.take(wanted) : std::nullopt;
    if (number) query.bind(12, *number);
    query.run();
}

void Projector::createFact(const Operation& operation, int chunk)
{
    const auto owner = findOwner(operation.parentId);
    if (!owner) return;
    const qsizetype separator = operation.value.indexOf(FactSeparator);
    Query(
        m_database,
        "INSERT INTO fact(uid, record, source, field, value, replica, sequence) VALUES(?, ?, ?, ?, ?, ?, ?)")
        .bindId(1, operation.entityId)
        .bind(2, owner->record)
        .bind(3, m_names.make(operation.value.left(std::max(separator, qsizetype(0)))))
        .bind(4, m_names.make(operation.field))
        .bind(5, operation.value.mid(separator + 1))
        .bind(6, m_names.make(operation.replica))
        .bind(7, operation.sequence)
        .run();
    if (owner->contested) judge(*owner);
    touch(owner->record, chunk, operation.physical);
}

void Projector::set(const Operation& operation, int chunk)
{
    auto entity = target(operation);
    if (!entity && isImplicit(operation.entityType)) entity = implicit(operation);
    if (!entity || (entity->id < 0 && operation.field != DeletedField)) return;
    write(*entity, operation, chunk);
    if (operation.field == DeletedField || entity->contested) judge(*entity);
}

/// A delete is a value of the register that says whether its entity is deleted: what its author had seen.
void Projector::remove(const Operation& operation, int chunk)
{
    const auto entity = target(operation);
    if (!entity) return;
    Operation written = operation;
    written.field = DeletedField;
    if (written.value.isEmpty()) written.value = NothingSeen;
    write(*entity, written, chunk);
    judge(*entity);
}

void Projector::write(const EntityRef& entity, const Operation& operation, int chunk)
{
    const int field = m_names.make(operation.field);
    replaceHeads(entity, field, operation.previous);
    insertCell(entity, field, operation);
    noticeTypedText(field, operation);
    touch(entity.record, chunk, operation.physical);
}

void Projector::judge(const EntityRef& entity)
{
    if (m_deletions.judge(entity)) m_entities.clear();
}

void Projector::redact(const Operation& operation, int chunk)
{
    m_redactions.add(operation);
    const auto entity = target(operation);
    if (entity) touch(entity->record, chunk, operation.physical);
}

void Projector::freeze(const Operation& operation)
{
    Query(m_database,
          "INSERT INTO frozen(replica, sequence, author, time, label, value) VALUES(?, ?, ?, ?, ?, ?)")
        .bind(1, m_names.make(operation.replica))
        .bind(2, operation.sequence)
        .bind(3, m_names.make(operation.author))
        .bind(4, operation.physical)
        .bind(5, operation.field)
        .bind(6, operation.value)
        .run();
}

/// The study itself and guided texts have fixed ids and need no creation.
EntityRef Projector::implicit(const Operation& operation)
{
    Query(m_database, "INSERT INTO entity(uid, type, parent, record, label, rank, created, logical, replica, "
                      "sequence, wanted) VALUES(?, ?, 0, 0, 0, '', 0, 0, 0, 0, 0)")
        .bindId(1, operation.entityId)
        .bind(2, m_names.make(operation.entityType))
        .run();
    const EntityRef ref{m_database.lastId(), 0};
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
