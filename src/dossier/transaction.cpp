#include "dossier/transaction.h"

namespace dossier {
namespace {

Operation operation(const QString& operationKind, const QString& type, const QString& id)
{
    Operation out;
    out.kind = operationKind;
    out.entityType = type;
    out.entityId = id;
    return out;
}

QString create(Transaction& t, const QString& type, const QString& parent, const QString& field = {},
               const QString& value = {})
{
    Operation op = operation(kind::Create, type, t.newId());
    op.parentId = parent;
    op.field = field;
    op.value = value;
    const QString id = op.entityId;
    t.append(std::move(op));
    return id;
}

void set(Transaction& t, const QString& type, const QString& id, const QString& field, const QString& value)
{
    Operation op = operation(kind::Set, type, id);
    op.field = field;
    op.value = value;
    t.append(std::move(op));
}

} // namespace

QString createRecord(Transaction& t)
{
    return create(t, entity::Record, {});
}

void deleteRecord(Transaction& t, const QString& record)
{
    deleteEntity(t, entity::Record, record);
}

QString createPassage(Transaction& t, const QString& record)
{
    return create(t, entity::Passage, record);
}

QString createRow(Transaction& t, const QString& owner, const QString& repeat)
{
    return create(t, entity::Row, owner, repeat);
}

void openRepeat(Transaction& t, const QString& entityType, const QString& owner, const QString& repeat)
{
    set(t, entityType, owner, QStringLiteral("r:") + repeat, QStringLiteral("1"));
}

void deleteEntity(Transaction& t, const QString& entityType, const QString& id)
{
    t.append(operation(kind::Delete, entityType, id));
}

void restoreEntity(Transaction& t, const QString& entityType, const QString& id)
{
    set(t, entityType, id, DeletedField, {});
}

void resolveConflict(Transaction& t, const Conflict& conflict, const QString& value)
{
    set(t, conflict.entityType, conflict.entity, conflict.field, value);
}

void resolveDelete(Transaction& t, const FlaggedDelete& flagged, bool keep)
{
    if (keep)
        restoreEntity(t, flagged.entityType, flagged.entity);
    else
        deleteEntity(t, flagged.entityType, flagged.entity);
}

void setAnswer(Transaction& t, const QString& entityType, const QString& entityId, const QString& question,
               const questionnaire::Answer& answer)
{
    set(t, entityType, entityId, QStringLiteral("q:") + question,
        questionnaire::stateCode(answer.state) + u'|' + answer.value);
}

void setSource(Transaction& t, const QString& entityType, const QString& entityId, const QString& question,
               const QString& passage)
{
    set(t, entityType, entityId, QStringLiteral("s:") + question, passage);
}

void setComment(Transaction& t, const QString& entityType, const QString& entityId, const QString& question,
                const QString& comment)
{
    set(t, entityType, entityId, QStringLiteral("c:") + question, comment);
}

void setEvidence(Transaction& t, const QString& record, const QString& indicator, int level,
                 const QString& reason)
{
    const QString value = level < 0 ? QString() : QString::number(level) + u'|' + reason;
    set(t, entity::Record, record, QStringLiteral("e:") + indicator, value);
}

void setRecordField(Transaction& t, const QString& record, const QString& field, const QString& value)
{
    set(t, entity::Record, record, field, value);
}

void setSetting(Transaction& t, const QString& key, const QString& value)
{
    set(t, entity::Study, entity::Study, key, value);
}

void setGuidedText(Transaction& t, const QString& id, const QString& text)
{
    set(t, entity::Text, id, QStringLiteral("text"), text);
}

void addFact(Transaction& t, const QString& record, const QString& source, const QString& field,
             const QString& value)
{
    create(t, entity::Fact, record, field, source + QChar(0x1f) + value);
}

} // namespace dossier
