#include "workflow/undo.h"

#include "workflow/history.h"
#include "workflow/merging.h"
#include "workflow/messages/dossier_words.h"
#include "workflow/study.h"

#include <QSet>

namespace workflow {
namespace {

using dossier::HistoryEntry;
using dossier::HistoryEvent;

/// More than anybody reads; an import writes a hundred thousand.
constexpr int EntriesLookedAt = 200;

bool isWorthSaying(const HistoryEntry& entry)
{
    return entry.field != dossier::StatusField && entry.field != dossier::CompletenessField &&
           !entry.field.startsWith(u"s:");
}

QString labelOf(const Study& study, const HistoryEntry& entry)
{
    switch (entry.event) {
    case HistoryEvent::Created:
        return QStringLiteral("ajout : %1").arg(entityLabel(entry.entityType));
    case HistoryEvent::Deleted:
        return QStringLiteral("suppression : %1").arg(entityLabel(entry.entityType));
    case HistoryEvent::Restored:
        return QStringLiteral("rétablissement : %1").arg(entityLabel(entry.entityType));
    default:
        return fieldLabel(study, entry.field);
    }
}

/// Entries of one write, newest first.
QString labelOf(const Study& study, const std::vector<HistoryEntry>& entries)
{
    // Settings and columns of one decision: told as that decision.
    if (!entries.empty() && entries.front().cause == u"form")
        return messages::causeWord(entries.front().cause);
    QStringList labels;
    for (auto entry = entries.rbegin(); entry != entries.rend(); ++entry) {
        if (!isWorthSaying(*entry)) continue;
        const QString label = labelOf(study, *entry);
        if (!labels.contains(label)) labels << label;
    }
    if (labels.isEmpty()) return entries.empty() ? QString() : messages::causeWord(entries.front().cause);
    if (labels.size() == 1) return labels.front();
    return QStringLiteral("%1 (et %2)")
        .arg(labels.front(),
             messages::counted(labels.size() - 1, QStringLiteral("autre"), QStringLiteral("autres")));
}

bool isCompensable(const HistoryEntry& entry)
{
    return entry.event != HistoryEvent::Redacted && entry.event != HistoryEvent::Frozen;
}

bool sameWrite(const HistoryEntry& a, const HistoryEntry& b)
{
    return a.time == b.time && a.cause == b.cause &&
           a.operation.section(u':', 0, 0) == b.operation.section(u':', 0, 0);
}

/// The last write of the journal, newest operation first; what the program computed after a merge is no write
/// of anybody's.
std::vector<HistoryEntry> lastWrite(const dossier::Dossier& dossier)
{
    std::vector<HistoryEntry> write;
    for (int limit = EntriesLookedAt;; limit *= 8) {
        const std::vector<HistoryEntry> recent = dossier.recentHistory(limit);
        write.clear();
        size_t at = 0;
        while (at < recent.size() && recent[at].cause == u"refresh")
            ++at;
        for (; at < recent.size() && (write.empty() || sameWrite(write.front(), recent[at])); ++at)
            write.push_back(recent[at]);
        if (at < recent.size() || static_cast<int>(recent.size()) < limit) return write;
    }
}

Undone compensate(Study& study, const QStringList& operations, const QString& cause, const QString& label)
{
    Undone undone;
    undone.label = label;
    dossier::Compensation compensation = study.dossier().compensate(operations, cause);
    undone.changes = std::move(compensation.changes);
    undone.done = !undone.changes.isEmpty();
    if (undone.changes.study) followStudy(study);
    if (compensation.changedSince.isEmpty()) return undone;
    undone.issues.push_back({undone.done ? base::Severity::Warning : base::Severity::Error,
                             QStringLiteral("undo.changed_since"),
                             {},
                             {label, QString::number(compensation.changedSince.size())}});
    refreshRecords(study, undone.changes.records);
    return undone;
}

} // namespace

QString changeLabel(const Study& study, const dossier::ChangeSet& changes)
{
    const dossier::OperationRange& range = changes.operations;
    if (range.isEmpty()) return {};
    const qint64 count = std::min<qint64>(range.last - range.first + 1, EntriesLookedAt);
    std::vector<HistoryEntry> entries = study.dossier().recentHistory(static_cast<int>(count));
    std::erase_if(entries, [&](const HistoryEntry& entry) {
        return entry.operation.section(u':', 0, 0) != range.replica;
    });
    return labelOf(study, entries);
}

void UndoStack::push(const Outcome& outcome, const QString& label)
{
    if (outcome.ok()) push(outcome.changes, label);
}

void UndoStack::push(const dossier::ChangeSet& changes, const QString& label)
{
    if (changes.operations.isEmpty()) return;
    m_redo.clear();
    m_undo.push_back(stepOf(changes, label.isEmpty() ? changeLabel(m_study, changes) : label));
}

void UndoStack::clear()
{
    m_undo.clear();
    m_redo.clear();
    m_chain.clear();
}

UndoStack::Step UndoStack::stepOf(const dossier::ChangeSet& changes, const QString& label)
{
    const Step step{changes.operations.ids(), label, m_chain.size()};
    const std::vector<HistoryEntry> recent =
        std::as_const(m_study).dossier().recentHistory(static_cast<int>(step.operations.size()));
    for (auto entry = recent.rbegin(); entry != recent.rend(); ++entry) {
        if (entry->operation.section(u':', 0, 0) != changes.operations.replica) continue;
        const QString place = entry->event == HistoryEvent::Changed ? entry->field : dossier::DeletedField;
        m_chain.push_back({entry->operation, entry->record, entry->entity, entry->entity + u'\n' + place,
                           entry->event == HistoryEvent::Created});
    }
    return step;
}

/// A step and what this stack wrote since in the same places: later steps, undone, come to nothing, and the
/// step is the last word again. What others wrote there is not in the batch, and is respected.
QStringList UndoStack::batchOf(const Step& step) const
{
    const QSet<QString> own(step.operations.begin(), step.operations.end());
    QSet<QString> places, created;
    QStringList batch = step.operations;
    for (size_t i = step.start; i < m_chain.size(); ++i) {
        const Written& written = m_chain[i];
        if (own.contains(written.operation)) {
            places.insert(written.place);
            if (written.creates) created.insert(written.entity);
        } else if (places.contains(written.place) || created.contains(written.entity) ||
                   created.contains(written.record)) {
            batch << written.operation;
        }
    }
    return batch;
}

Undone UndoStack::move(std::vector<Step>& from, std::vector<Step>& to, const QString& cause)
{
    if (from.empty()) return {};
    const Step step = from.back();
    Undone undone = compensate(m_study, batchOf(step), cause, step.label);
    from.pop_back();
    if (!undone.changes.operations.isEmpty()) to.push_back(stepOf(undone.changes, step.label));
    return undone;
}

Undone undoLast(Study& study)
{
    const std::vector<HistoryEntry> write = lastWrite(std::as_const(study).dossier());
    Undone refused;
    if (write.empty() || !std::all_of(write.begin(), write.end(), isCompensable)) {
        refused.issues.push_back({base::Severity::Error, QStringLiteral("undo.nothing"), {}, {}});
        return refused;
    }
    QStringList operations;
    for (const HistoryEntry& entry : write)
        operations.prepend(entry.operation);
    return compensate(study, operations, QStringLiteral("undo"), labelOf(study, write));
}

} // namespace workflow
