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

TransactionWriter::TransactionWriter(Dossier::Private& dossier, const QString& cause)
    : m_dossier(dossier), m_projector(dossier.content->tables.projector()), m_cause(cause),
      m_time(dossier.content->journal.time()), m_now(dossier.clock.nowUtc().toMSecsSinceEpoch()),
      m_sequence(dossier.replicaSequence)
{
}

QString TransactionWriter::newId() const
{
    return base::newUuid(m_dossier.clock);
}

void TransactionWriter::append(Operation operation)
{
    assert(!operation.kind.isEmpty() && !operation.entityType.isEmpty() && !operation.entityId.isEmpty());
    if (operation.value.size() > LongestValue)
        throw Error(ErrorCode::LimitExceeded, QStringLiteral("value of more than 16 million characters"));
    const auto entity = checkedEntity(operation);
    complete(operation, entity);
    m_projector.apply(operation, m_dossier.content->journal.chunkCount() + static_cast<int>(m_chunks.size()));
    m_encoder.add(operation);
    if (m_encoder.isFull()) m_chunks.push_back(m_encoder.take());
    ++m_count;
    noteChange(operation, entity);
}

/// The entity an operation speaks of, refused when it is not there: a window may still show what another one
/// has just removed.
std::optional<sqlite::EntityRef> TransactionWriter::checkedEntity(const Operation& operation)
{
    const auto entity = m_projector.find(operation.entityType, operation.entityId);
    if (operation.kind == kind::Create) {
        if (entity)
            throw Error(ErrorCode::AlreadyExists, QStringLiteral("entity exists"), operation.entityId);
        if (operation.parentId.isEmpty()) return std::nullopt;
        const auto owner = m_projector.findOwner(operation.parentId);
        if (!owner || owner->buried)
            throw Error(ErrorCode::NotFound, QStringLiteral("no such owner"), operation.parentId);
        return owner;
    }
    const bool known = operation.kind == kind::Set || operation.kind == kind::Delete;
    const bool missing = !entity || entity->buried;
    if (known && missing && !needsNoCreation(operation.entityType))
        throw Error(ErrorCode::NotFound, QStringLiteral("no such entity"), operation.entityId);
    return entity;
}

void TransactionWriter::complete(Operation& operation, const std::optional<sqlite::EntityRef>& entity)
{
    m_time.advance(m_now);
    operation.replica = m_dossier.replica;
    operation.sequence = ++m_sequence;
    operation.physical = m_time.physical;
    operation.logical = m_time.logical;
    operation.author = m_dossier.access.author;
    operation.cause = m_cause;
    if (operation.kind == kind::Set && entity)
        operation.previous = m_projector.heads(*entity, operation.field);
    if (operation.kind == kind::Delete) operation.value = versionVector();
}

/// All that the author of a delete had seen, so that a merge can tell an edit it had not.
QString TransactionWriter::versionVector() const
{
    QHash<QString, qint64> seen = m_dossier.content->journal.frontier();
    seen.insert(m_dossier.replica, m_sequence);
    QStringList heads;
    for (auto it = seen.begin(); it != seen.end(); ++it)
        heads << it.key() + u':' + QString::number(it.value());
    heads.sort();
    return heads.join(u' ');
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
    if (operation.entityType == entity::Record) {
        if (operation.kind == kind::Create) m_changes.created.insert(uid);
        if (operation.kind == kind::Delete) m_changes.deleted.insert(uid);
    }
    const QString& field = operation.field;
    if (field.size() > 2 && field[1] == u':' && QStringView(u"qscr").contains(field[0]))
        m_changes.questions.insert(field.mid(2));
    else if (operation.entityType == entity::Row && operation.kind == kind::Create)
        m_changes.questions.insert(field);
}

const QString& TransactionWriter::recordUid(qint64 record)
{
    if (record != m_lastRecord) {
        m_lastRecord = record;
        m_lastRecordUid = m_dossier.content->tables.recordUid(record);
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
    journal.noteAll(m_dossier.replica, m_sequence, m_count, m_time);
}

} // namespace dossier
