#include "dossier/history.h"

#include <algorithm>
#include <tuple>

namespace dossier {
namespace {

HistoryEvent eventOf(const Operation& operation)
{
    if (operation.kind == kind::Create) return HistoryEvent::Created;
    if (operation.kind == kind::Delete) return HistoryEvent::Deleted;
    if (operation.kind == kind::Redact) return HistoryEvent::Redacted;
    if (operation.kind == kind::Freeze) return HistoryEvent::Frozen;
    return operation.field == DeletedField ? HistoryEvent::Restored : HistoryEvent::Changed;
}

/// Everything but what stood before.
HistoryEntry entryOf(const Operation& operation, const QString& record, sqlite::Tables& tables)
{
    HistoryEntry out;
    out.operation = operation.id();
    out.author = operation.author;
    out.cause = operation.cause;
    out.field = shownField(operation);
    out.value = operation.value;
    out.time = operation.physical;
    out.event = eventOf(operation);
    out.record = record;
    out.entityType = operation.entityType;
    out.entity = operation.entityId;
    out.isRedacted = isRedactable(operation) && tables.projector().redactions().contains(operation);
    return out;
}

bool isEarlier(const Operation& a, const Operation& b)
{
    return std::tie(a.physical, a.logical, a.replica, a.sequence) <
           std::tie(b.physical, b.logical, b.replica, b.sequence);
}

QString recordOf(const Operation& operation, sqlite::Tables& tables)
{
    if (operation.entityType == entity::Record) return operation.entityId;
    const auto found = operation.entityType == entity::Fact ? tables.projector().findOwner(operation.parentId)
                                                            : tables.projector().target(operation);
    return found && found->record != 0 ? tables.recordUid(found->record) : QString();
}

std::vector<HistoryEntry> entriesOf(const std::vector<Operation>& operations,
                                    const QHash<QString, Operation>& replaced, sqlite::Tables& tables)
{
    std::vector<HistoryEntry> out;
    for (const Operation& operation : operations) {
        out.push_back(entryOf(operation, recordOf(operation, tables), tables));
        const Operation* before = shownAmong(operation.previous, replaced);
        if (before && out.back().event == HistoryEvent::Changed) out.back().before = before->value;
    }
    return out;
}

QSet<QString> replacedBy(const std::vector<Operation>& operations)
{
    QSet<QString> out;
    for (const Operation& operation : operations)
        for (const QString& head : operation.previous)
            out.insert(head);
    return out;
}

/// Operations in a record, oldest first.
std::vector<Operation> operationsOn(Content& content, qint64 record)
{
    const QHash<QString, bool> ids = content.tables.entityIds(record);
    const QString uid = content.tables.recordUid(record);
    std::vector<Operation> out;
    for (const int chunk : content.tables.chunksTouching(record))
        if (chunk < content.journal.chunkCount())
            content.journal.decode(chunk, [&](const Operation& operation) {
                const bool isFact = operation.entityType == entity::Fact && operation.parentId == uid;
                if (isFact || ids.contains(operation.entityId)) out.push_back(operation);
            });
    std::stable_sort(out.begin(), out.end(), isEarlier);
    return out;
}

} // namespace

QHash<QString, Operation> findOperations(const journal::Journal& journal, QSet<QString> ids,
                                         const std::vector<int>* chunks)
{
    QHash<QString, Operation> out;
    const int count = chunks ? static_cast<int>(chunks->size()) : journal.chunkCount();
    for (int i = count - 1; i >= 0 && !ids.isEmpty(); --i) {
        const int chunk = chunks ? (*chunks)[static_cast<size_t>(i)] : i;
        if (chunk >= journal.chunkCount()) continue; // of a transaction not finished
        journal.decode(chunk, [&](const Operation& operation) {
            if (ids.remove(operation.id())) out.insert(operation.id(), operation);
        });
    }
    return out;
}

QString shownField(const Operation& operation)
{
    const bool own = operation.entityType == entity::Record || operation.entityType == entity::Study;
    return own ? operation.field : operation.field + u'@' + operation.entityId;
}

const Operation* shownAmong(const QStringList& replaced, const QHash<QString, Operation>& known)
{
    const Operation* out = nullptr;
    for (const QString& id : replaced) {
        const auto found = known.constFind(id);
        if (found == known.constEnd()) continue;
        const auto age = [](const Operation& o) { return std::tie(o.physical, o.replica, o.sequence); };
        if (!out || age(*found) > age(*out)) out = &*found;
    }
    return out;
}

std::vector<HistoryEntry> Dossier::history(const QString& recordId, const QString& field) const
{
    return d->reading([&]() -> std::vector<HistoryEntry> {
        const auto entity = d->content->tables.projector().find(entity::Record, recordId); // deleted or not
        if (!entity) return {};
        std::vector<Operation> operations = operationsOn(*d->content, entity->record);
        QHash<QString, Operation> replaced;
        for (const Operation& operation : operations)
            replaced.insert(operation.id(), operation);
        if (!field.isEmpty())
            std::erase_if(operations, [&](const Operation& o) { return shownField(o) != field; });
        return entriesOf(operations, replaced, d->content->tables);
    });
}

std::optional<HistoryEntry> Dossier::lastChange(const QString& recordId) const
{
    std::vector<HistoryEntry> all = history(recordId);
    return all.empty() ? std::nullopt : std::optional(std::move(all.back()));
}

std::vector<HistoryEntry> Dossier::recentHistory(int limit) const
{
    return d->reading([&] {
        const journal::Journal& journal = d->content->journal;
        std::vector<Operation> latest;
        for (int i = journal.chunkCount() - 1; i >= 0 && static_cast<int>(latest.size()) < limit; --i) {
            std::vector<Operation> chunk;
            journal.decode(i, [&](const Operation& operation) { chunk.push_back(operation); });
            latest.insert(latest.end(), chunk.rbegin(), chunk.rend());
        }
        latest.resize(std::min(latest.size(), static_cast<size_t>(std::max(limit, 0))));
        std::stable_sort(latest.begin(), latest.end(),
                         [](const Operation& a, const Operation& b) { return isEarlier(b, a); });
        return entriesOf(latest, findOperations(journal, replacedBy(latest)), d->content->tables);
    });
}

} // namespace dossier
