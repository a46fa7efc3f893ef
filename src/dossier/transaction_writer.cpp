#include "dossier/transaction_writer.h"

#include "base/uuid.h"

#include <cassert>

using base::Error;
using base::ErrorCode;

namespace dossier {
namespace {

/// A guided text of a hundred pages is 300 kB; beyond this it is not something a person wrote.
constexpr qsizetype LongestValue = 16 * 1024 * 1024;

bool needsNoCreation(const QString& type)
{
    return type == entity::Study || type == entity::Text;
}

} // namespace

TransactionWriter::TransactionWriter(Content& content, Origin origin, const base::Clock& clock)
    : m_content(content), m_projector(content.tables.projector()), m_clock(clock),
      m_origin(std::move(origin)), m_time(content.journal.time()), m_now(clock.nowUtc().toMSecsSinceEpoch())
{
}

QString TransactionWriter::newId() const
{
    return base::newUuid(m_clock);
}

void TransactionWriter::append(Operation operation)
{
    assert(!operation.kind.isEmpty() && !operation.entityType.isEmpty() && !operation.entityId.isEmpty());
    if (operation.value.size() > LongestValue)
        throw Error(ErrorCode::LimitExceeded, QStringLiteral("value of more than 16 million characters"));
    operation.previous.clear();
    const auto entity = checkedEntity(operation);
    write(std::move(operation), entity);
}

void TransactionWriter::appendTogether(std::vector<Operation> values)
{
    assert(!values.empty());
    const auto entity = checkedEntity(values.front());
    if (entity) values.front().previous = m_projector.heads(*entity, values.front().field);
    for (Operation& value : values) {
        value.previous = values.front().previous;
        write(value, entity);
    }
}

void TransactionWriter::write(Operation operation, const std::optional<sqlite::EntityRef>& entity)
{
    complete(operation, entity);
    apply(operation);
    noteChange(operation, entity);
    OperationRange& written = m_changes.operations;
    if (written.isEmpty()) written = {operation.replica, operation.sequence, 0};
    written.last = operation.sequence;
}

void TransactionWriter::adopt(const Operation& operation)
{
    const auto entity = operation.kind == kind::Create ? m_projector.findOwner(operation.parentId)
                                                       : m_projector.target(operation);
    m_time.observe(operation);
    if (m_projector.redactions().strips(operation)) {
        Operation stripped = operation;
        stripped.value.clear();
        apply(stripped);
    } else {
        apply(operation);
    }
    noteChange(operation, entity);
}

void TransactionWriter::apply(const Operation& operation)
{
    m_projector.apply(operation, m_content.journal.chunkCount() + static_cast<int>(m_chunks.size()));
    m_encoder.add(operation);
    if (m_encoder.isFull()) m_chunks.push_back(m_encoder.take());
    m_reached.insert(operation.replica, operation.sequence);
    ++m_count;
}

/// The entity an operation speaks of, refused when it is not there: a window may still show what another one
/// has just removed.
std::optional<sqlite::EntityRef> TransactionWriter::checkedEntity(const Operation& operation)
{
    const auto entity = m_projector.target(operation);
    if (operation.kind == kind::Create) {
        if (entity)
            throw Error(ErrorCode::AlreadyExists, QStringLiteral("entity exists"), operation.entityId);
        if (operation.parentId.isEmpty()) return std::nullopt;
        const auto owner = m_projector.findOwner(operation.parentId);
        if (!owner || owner->buried)
            throw Error(ErrorCode::NotFound, QStringLiteral("no such owner"), operation.parentId);
        return owner;
    }
    const bool restores = operation.kind == kind::Set && operation.field == DeletedField;
    const bool known = operation.kind == kind::Set || operation.kind == kind::Delete;
    const bool narrows = operation.kind == kind::Delete && !operation.value.isEmpty();
    const bool missing = !entity || (entity->buried && !restores && !narrows);
    if (known && missing && !needsNoCreation(operation.entityType))
        throw Error(ErrorCode::NotFound, QStringLiteral("no such entity"), operation.entityId);
    return entity;
}

void TransactionWriter::complete(Operation& operation, const std::optional<sqlite::EntityRef>& entity)
{
    m_time.advance(m_now);
    operation.replica = m_origin.replica;
    operation.sequence = ++m_origin.sequence;
    operation.physical = m_time.physical;
    operation.logical = m_time.logical;
    operation.author = m_origin.author;
    operation.cause = m_origin.cause;
    const bool deletes = operation.kind == kind::Delete;
    if ((operation.kind == kind::Set || deletes) && entity && operation.previous.isEmpty())
        operation.previous = m_projector.heads(*entity, deletes ? DeletedField : operation.field);
    if (deletes && entity && operation.value.isEmpty()) operation.value = versionVector(*entity);
    if (operation.kind == kind::Create && operation.entityType == entity::Record)
        operation.value = QString::number(m_projector.nextNumber());
}

/// What the author of a delete had seen of what it takes away, so that a merge can tell an edit it had not.
QString TransactionWriter::versionVector(const sqlite::EntityRef& entity) const
{
    Frontier seen = m_content.journal.frontier();
    for (auto it = m_reached.begin(); it != m_reached.end(); ++it)
        seen.insert(it.key(), it.value());
    return m_projector.deletions().vector(entity, seen);
}

void TransactionWriter::noteChange(const Operation& operation, const std::optional<sqlite::EntityRef>& before)
{
    auto entity = before;
    if (operation.kind == kind::Create && operation.entityType == entity::Record)
        entity = m_projector.find(operation.entityType, operation.entityId);
    if (!entity || entity->record == 0) {
        m_changes.study = true;
        return;
    }
    m_touched.insert(entity->record);
    const QString& uid = recordUid(entity->record);
    m_changes.records.insert(uid);
    if (operation.entityType == entity::Record) noteRecordChange(operation, uid);
    const QString& field = operation.field;
    if (field.size() > 2 && field[1] == u':' && QStringView(u"qscr").contains(field[0]))
        m_changes.questions.insert(field.mid(2));
    else if (operation.entityType == entity::Row && operation.kind == kind::Create)
        m_changes.questions.insert(field);
}

void TransactionWriter::noteRecordChange(const Operation& operation, const QString& uid)
{
    const bool restored = operation.kind == kind::Set && operation.field == DeletedField;
    if (operation.kind == kind::Create || restored) m_changes.created.insert(uid);
    if (restored) m_changes.deleted.remove(uid);
    if (operation.kind == kind::Delete) m_changes.deleted.insert(uid);
}

const QString& TransactionWriter::recordUid(qint64 record)
{
    if (record != m_lastRecord) {
        m_lastRecord = record;
        m_lastRecordUid = m_content.tables.recordUid(record);
    }
    return m_lastRecordUid;
}

std::vector<QByteArray> TransactionWriter::takeChunks()
{
    if (m_encoder.count() > 0) m_chunks.push_back(m_encoder.take());
    return std::move(m_chunks);
}

void TransactionWriter::commitTo(journal::Journal& journal, const std::vector<QByteArray>& chunks) const
{
    for (const QByteArray& chunk : chunks)
        journal.addChunk(chunk);
    journal.noteAll(m_reached, m_count, m_time);
}

} // namespace dossier
