#include "dossier/compensator.h"

#include <algorithm>
#include <tuple>

using base::Error;
using base::ErrorCode;

namespace dossier {
namespace {

bool isDeletionRegister(const Operation& operation)
{
    return operation.kind == kind::Delete || operation.field == DeletedField;
}

/// A register that nothing was written in.
QString nothingIn(const QString& field)
{
    return field.startsWith(u"q:") ? questionnaire::stateCode(questionnaire::AnswerState::NotAsked) + u'|'
                                   : QString();
}

Operation onEntity(const QString& operationKind, const QString& type, const QString& id,
                   const QString& parent)
{
    Operation out;
    out.kind = operationKind;
    out.entityType = type;
    out.entityId = id;
    if (type == entity::Fact) out.parentId = parent;
    return out;
}

} // namespace

Compensator::Compensator(Content& content, const QStringList& operations)
    : m_content(content), m_projector(content.tables.projector()),
      m_batch(findOperations(content.journal, QSet<QString>(operations.begin(), operations.end())))
{
    for (const QString& id : operations)
        if (!m_batch.contains(id)) throw Error(ErrorCode::NotFound, QStringLiteral("no such operation"), id);
    sort();
    readFormerValues();
}

void Compensator::sort()
{
    for (const Operation& operation : m_batch)
        m_ordered.push_back(operation);
    std::sort(m_ordered.begin(), m_ordered.end(), [](const Operation& a, const Operation& b) {
        return std::tie(a.physical, a.logical, a.replica, a.sequence) <
               std::tie(b.physical, b.logical, b.replica, b.sequence);
    });
}

/// What the batch replaced, from the chunks that speak of the same records.
void Compensator::readFormerValues()
{
    QSet<QString> wanted;
    QSet<int> chunks;
    QSet<qint64> records;
    for (const Operation& operation : m_ordered) {
        for (const QString& id : operation.previous)
            if (!m_batch.contains(id)) wanted.insert(id);
        const auto target = m_projector.target(operation);
        if (!target || records.contains(target->record)) continue;
        records.insert(target->record);
        for (const int chunk : m_content.tables.chunksTouching(target->record))
            chunks.insert(chunk);
    }
    std::vector<int> sorted(chunks.begin(), chunks.end());
    std::sort(sorted.begin(), sorted.end());
    m_former = findOperations(m_content.journal, wanted, &sorted);
}

QStringList Compensator::write(TransactionWriter& writer)
{
    planRemovals();
    // Deletions first: whether a value can be written back depends on what is restored.
    const std::vector<Register> all = registers();
    for (const bool deletions : {true, false})
        for (const Register& place : all)
            if ((place.field == DeletedField) == deletions && !plan(place))
                m_changedSince << place.operations;
    for (const Operation& operation : m_ordered)
        if (operation.kind != kind::Set && operation.kind != kind::Create && operation.kind != kind::Delete)
            m_changedSince << operation.id(); // cannot be taken back
    append(writer, m_restores);
    for (std::vector<Operation>& values : m_sets)
        if (isWritable(values.front())) writer.appendTogether(std::move(values));
    append(writer, m_deletes);
    return std::move(m_changedSince);
}

/// What hangs from something deleted elsewhere cannot be written: it is left as it is.
bool Compensator::isWritable(const Operation& operation)
{
    const auto entity = m_projector.target(operation);
    const bool narrows = operation.kind == kind::Delete && !operation.value.isEmpty();
    return entity && (!entity->buried || narrows || operation.field == DeletedField);
}

void Compensator::append(TransactionWriter& writer, const std::vector<Operation>& plan)
{
    for (const Operation& operation : plan)
        if (isWritable(operation)) writer.append(operation);
}

/// What the batch created goes, if nothing else was written in it.
void Compensator::planRemovals()
{
    for (const Operation& operation : m_ordered) {
        if (operation.kind != kind::Create) continue;
        const bool goesWithOwner = m_removed.contains(operation.parentId) || isGone(operation);
        if (!goesWithOwner && !isRemovable(operation)) {
            m_changedSince << operation.id();
            continue;
        }
        m_removed.insert(operation.entityId);
        if (!goesWithOwner)
            m_deletes.push_back(
                onEntity(kind::Delete, operation.entityType, operation.entityId, operation.parentId));
    }
}

/// Created, then deleted: there is nothing to take back.
bool Compensator::isGone(const Operation& creation)
{
    const auto entity = m_projector.target(creation);
    return entity && m_content.tables.deletionOf(entity->id) == sqlite::Deletion::Deleted;
}

bool Compensator::isRemovable(const Operation& creation)
{
    const auto entity = m_projector.target(creation);
    return entity && !entity->buried && writtenSince(*entity, {}).isEmpty();
}

QSet<QString> Compensator::writtenSince(const sqlite::EntityRef& entity, const QString& seen) const
{
    const Frontier known = frontierFromText(seen);
    QSet<QString> out;
    for (const sqlite::Edit& edit : m_projector.deletions().edits(entity)) {
        const QString replica = m_content.tables.name(edit.replica);
        const QString id = replica + u':' + QString::number(edit.sequence);
        if (edit.sequence > known.value(replica) && !m_batch.contains(id)) out.insert(id);
    }
    return out;
}

bool Compensator::isEarlier(const QSet<QString>& writes, const QString& operation) const
{
    const auto when = [](const Operation& o) { return std::tie(o.physical, o.logical); };
    const Operation& limit = *m_batch.constFind(operation);
    const auto found = findOperations(m_content.journal, writes);
    return std::all_of(found.begin(), found.end(),
                       [&](const Operation& write) { return when(write) < when(limit); });
}

std::vector<Compensator::Register> Compensator::registers() const
{
    std::vector<Register> out;
    QHash<QString, size_t> places;
    for (const Operation& operation : m_ordered) {
        if (operation.kind != kind::Set && operation.kind != kind::Delete) continue;
        if (m_removed.contains(operation.entityId)) continue;
        const QString& field = isDeletionRegister(operation) ? DeletedField : operation.field;
        const QString key = operation.entityType + u'\n' + operation.entityId + u'\n' + field;
        if (!places.contains(key)) {
            places.insert(key, out.size());
            out.push_back({operation.entityType, operation.entityId, operation.parentId, field, {}});
        }
        out[places.value(key)].operations << operation.id();
    }
    return out;
}

/// The values beside the one shown, where an operation of the batch had settled a conflict.
QStringList Compensator::rivals(const Operation& next, const Operation& shown) const
{
    std::vector<const Operation*> found;
    for (const QString& id : next.previous) {
        const auto rival = m_former.constFind(id);
        const bool isValue = rival != m_former.constEnd() && rival->kind == kind::Set;
        if (isValue && &*rival != &shown) found.push_back(&*rival);
    }
    std::sort(found.begin(), found.end(), [](const Operation* a, const Operation* b) {
        return std::tie(a->physical, a->replica, a->sequence) <
               std::tie(b->physical, b->replica, b->sequence);
    });
    QStringList out;
    for (const Operation* rival : found)
        out << rival->value;
    return out;
}

/// What stood in a register before the batch; nothing when the batch is not its last word.
std::optional<Compensator::Former> Compensator::former(const Register& place)
{
    Operation target = onEntity(kind::Set, place.type, place.id, place.parent);
    const auto entity = m_projector.target(target);
    if (!entity) return std::nullopt;
    const QStringList heads = m_projector.heads(*entity, place.field);
    const bool ours =
        std::all_of(heads.begin(), heads.end(), [&](const QString& head) { return m_batch.contains(head); });
    if (heads.isEmpty() || !ours) return std::nullopt;
    const Operation* at = shownAmong(heads, m_batch);
    const Operation* next = at;
    for (size_t steps = 0; at && m_batch.contains(at->id()) && steps <= m_ordered.size(); ++steps) {
        next = at;
        const Operation* inBatch = shownAmong(at->previous, m_batch);
        at = inBatch ? inBatch : shownAmong(at->previous, m_former);
    }
    if (!at) return Former{};
    return Former{at->kind == kind::Delete ? Before::Deleted : Before::Value, at->value, rivals(*next, *at)};
}

bool Compensator::plan(const Register& place)
{
    const auto before = former(place);
    if (!before) return false;
    Operation operation = onEntity(kind::Set, place.type, place.id, place.parent);
    const auto entity = m_projector.target(operation);
    if (place.field == DeletedField) return planDeletion(place, *entity, *before);
    if (entity->buried && m_restores.empty()) return false;
    operation.field = place.field;
    operation.value = before->kind == Before::Value ? before->value : nothingIn(place.field);
    std::vector<Operation> values(static_cast<size_t>(before->rivals.size()) + 1, operation);
    for (qsizetype i = 0; i < before->rivals.size(); ++i)
        values[static_cast<size_t>(i)].value = before->rivals[i];
    m_sets.push_back(std::move(values));
    return true;
}

bool Compensator::planDeletion(const Register& place, const sqlite::EntityRef& entity, const Former& before)
{
    if (before.kind != Before::Deleted) {
        Operation restore = onEntity(kind::Set, place.type, place.id, place.parent);
        restore.field = DeletedField;
        m_restores.push_back(std::move(restore));
        return true;
    }
    Operation again = onEntity(kind::Delete, place.type, place.id, place.parent);
    const QSet<QString> unseen = writtenSince(entity, before.value);
    if (unseen.isEmpty()) {
        if (entity.buried) return false;
        m_deletes.push_back(std::move(again));
        return true;
    }
    if (!isEarlier(unseen, place.operations.front())) return false;
    // The former delete had not seen all: what it kept, flagged, is kept and flagged again.
    again.value = before.value;
    m_restores.push_back(std::move(again));
    return true;
}

Compensation Dossier::compensate(const QStringList& operations, const QString& cause)
{
    Compensation out;
    out.changes = d->write(cause, [&](TransactionWriter& writer) {
        out.changedSince = Compensator(*d->content, operations).write(writer);
    });
    return out;
}

} // namespace dossier
