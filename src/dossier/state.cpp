#include "dossier/history.h"
#include "dossier/transaction_writer.h"

using base::Error;
using base::ErrorCode;

namespace dossier {
namespace {

/// Redactions are written with the record they concern, so that its history shows them.
QHash<QString, QStringList> byRecord(Content& content, const QStringList& ids)
{
    const auto found = findOperations(content.journal, QSet<QString>(ids.begin(), ids.end()));
    QHash<QString, QStringList> out;
    for (const QString& id : ids) {
        const auto operation = found.constFind(id);
        if (operation == found.constEnd() || !isRedactable(*operation))
            throw Error(ErrorCode::NotFound, QStringLiteral("no operation whose value can be removed"), id);
        const auto target = content.tables.projector().target(*operation);
        const bool inRecord = target && target->record != 0;
        out[inRecord ? content.tables.recordUid(target->record) : QString()] << id;
    }
    return out;
}

void compareValues(const QString& record, const QMap<QString, QString>& before,
                   const QMap<QString, QString>& after, std::vector<FieldChange>& out)
{
    QMap<QString, FieldChange> changes;
    for (auto it = before.begin(); it != before.end(); ++it)
        if (after.value(it.key()) != it.value())
            changes.insert(it.key(), {record, it.key(), it.value(), after.value(it.key())});
    for (auto it = after.begin(); it != after.end(); ++it)
        if (!before.contains(it.key())) changes.insert(it.key(), {record, it.key(), {}, it.value()});
    out.insert(out.end(), changes.begin(), changes.end());
}

} // namespace

ChangeSet Dossier::redact(const QStringList& operations, const QString& cause)
{
    return d->write(cause, [&](TransactionWriter& writer) {
        const auto records = byRecord(*d->content, operations);
        for (auto it = records.begin(); it != records.end(); ++it) {
            Operation redaction;
            redaction.kind = kind::Redact;
            redaction.entityType = it.key().isEmpty() ? entity::Study : entity::Record;
            redaction.entityId = it.key().isEmpty() ? entity::Study : it.key();
            redaction.value = it.value().join(u' ');
            writer.append(redaction);
        }
    });
}

Snapshot Dossier::freeze(const QString& label)
{
    Snapshot out;
    const ChangeSet changes = d->write(QStringLiteral("freeze"), [&](TransactionWriter& writer) {
        d->catalog->refresh();
        Operation mark;
        mark.kind = kind::Freeze;
        mark.entityType = mark.entityId = entity::Study;
        mark.field = label;
        out.digest = QString::fromLatin1(d->content->tables.digest().toHex());
        out.frontier = d->content->journal.frontier();
        mark.value = (out.digest + u' ' + toText(out.frontier)).trimmed();
        writer.append(mark);
    });
    const QString id = changes.operations.ids().constFirst();
    for (Snapshot& snapshot : snapshots())
        if (snapshot.operation == id) return snapshot;
    return out;
}

std::vector<Snapshot> Dossier::snapshots() const
{
    return d->reading([&] { return d->content->tables.snapshots(); });
}

std::unique_ptr<const Dossier> Dossier::at(const Frontier& frontier) const
{
    Access access;
    access.author = d->access.author;
    access.readOnly = true;
    auto state = std::make_unique<Private>(d->path, access, d->clock);
    state->readOnlyReason = ReadOnlyReason::Asked;
    state->id = d->id;
    state->isProtected = d->isProtected.load();
    journal::Journal& journal = state->content->journal;
    d->reading([&] {
        journal::ChunkEncoder encoder;
        for (int i = 0; i < d->content->journal.chunkCount(); ++i)
            d->content->journal.decode(i, [&](const Operation& operation) {
                if (operation.sequence > frontier.value(operation.replica)) return;
                encoder.add(operation);
                journal.note(operation);
                if (encoder.isFull()) journal.addChunk(encoder.take());
            });
        if (encoder.count() > 0) journal.addChunk(encoder.take());
    });
    rebuildTables(journal, state->content->tables);
    state->catalog = std::make_unique<Catalog>(state->content->tables);
    state->catalog->loadAll();
    return std::unique_ptr<const Dossier>(new Dossier(std::move(state)));
}

Comparison compare(const Dossier& a, const Dossier& b)
{
    const auto values = [](const Dossier& dossier, const QString& record) {
        return dossier.d->readingRecord(
            record, [&](qint64 id) { return dossier.d->content->tables.shownValues(id); });
    };
    const auto own = [](const Dossier& dossier) {
        return dossier.d->reading([&] { return dossier.d->content->tables.shownValues(0); });
    };
    Comparison out;
    compareValues({}, own(a), own(b), out.changes);
    for (const RecordSummary& record : b.records()) {
        if (a.record(record.id))
            compareValues(record.id, values(a, record.id), values(b, record.id), out.changes);
        else
            out.added.push_back(record.id);
    }
    for (const RecordSummary& record : a.records())
        if (!b.record(record.id)) out.removed.push_back(record.id);
    return out;
}

} // namespace dossier
