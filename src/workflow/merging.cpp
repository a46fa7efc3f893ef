#include "workflow/merging.h"

#include "base/error.h"
#include "dossier/transaction.h"
#include "workflow/columns.h"
#include "workflow/history.h"
#include "workflow/study.h"

namespace workflow {
namespace {

base::Issue issue(const QString& code, const QStringList& args = {})
{
    return {base::Severity::Error, code, {}, args};
}

QString nameOf(const Study& study, const QString& record)
{
    const auto summary = study.dossier().record(record);
    return summary ? summary->nameFr : QString();
}

base::Issues missingIssues(const std::vector<dossier::OperationRange>& missing)
{
    base::Issues issues;
    for (const dossier::OperationRange& range : missing)
        issues.push_back(issue(QStringLiteral("merge.missing"),
                               {range.replica, QString::number(range.first), QString::number(range.last),
                                QString::number(range.last - range.first + 1)}));
    return issues;
}

/// Attachments whose bytes are here.
int attachmentsHeld(const dossier::Dossier& dossier)
{
    const auto all = dossier.attachments();
    return static_cast<int>(
        std::count_if(all.begin(), all.end(), [](const auto& attachment) { return attachment.available; }));
}

/// The register of a record, as people name it: "q:" may be left out.
bool isNamed(const dossier::Conflict& conflict, const QString& record, const QString& field)
{
    return conflict.record == record &&
           (conflict.shownField == field || conflict.shownField == QStringLiteral("q:") + field);
}

/// Two people who answered in passages of their own also disagree on the source: it follows the value kept.
void resolveSource(dossier::Transaction& t, const std::vector<dossier::Conflict>& all,
                   const dossier::Conflict& answered, const QString& head)
{
    const QString source = QStringLiteral("s:") + answered.field.mid(2);
    const QString replica = head.section(u':', 0, 0);
    for (const dossier::Conflict& conflict : all) {
        if (conflict.entity != answered.entity || conflict.field != source) continue;
        const auto same =
            std::find_if(conflict.heads.begin(), conflict.heads.end(), [&](const dossier::Head& each) {
                return each.operation.startsWith(replica + u':');
            });
        dossier::resolveConflict(t, conflict,
                                 same == conflict.heads.end() ? conflict.heads.front().value : same->value);
    }
}

/// What is written and the columns that follow from it.
Outcome resolved(Study& study, const QString& record, const std::function<void(dossier::Transaction&)>& write)
{
    Outcome outcome;
    outcome.id = record;
    outcome.changes = study.dossier().transact(QStringLiteral("resolve"), [&](dossier::Transaction& t) {
        write(t);
        if (record.isEmpty() || !std::as_const(study).dossier().record(record)) return;
        storeColumns(study, t, record, columnsOf(study, record, *openSession(study, record)));
    });
    if (record.isEmpty()) followStudy(study);
    return outcome;
}

} // namespace

dossier::ChangeSet refreshRecords(Study& study, const QSet<QString>& records, const base::Progress& progress)
{
    std::vector<std::pair<QString, Columns>> stale;
    int done = 0;
    for (const QString& record : records) {
        base::advance(progress, QStringLiteral("assess"), done++, static_cast<int>(records.size()));
        if (!std::as_const(study).dossier().record(record)) continue;
        const Columns columns = columnsOf(study, record, *openSession(study, record));
        if (differ(study, record, columns)) stale.emplace_back(record, columns);
    }
    if (stale.empty()) return {};
    std::sort(stale.begin(), stale.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    return study.dossier().transact(QStringLiteral("refresh"), [&](dossier::Transaction& t) {
        for (const auto& [record, columns] : stale)
            storeColumns(study, t, record, columns);
    });
}

void followStudy(Study& study, const base::Progress& progress)
{
    const questionnaire::Form* before = &study.form();
    study.info();
    if (&study.form() == before && !study.hasOwnForms()) return;
    QSet<QString> all;
    for (const dossier::RecordSummary& record : std::as_const(study).dossier().records())
        all.insert(record.id);
    refreshRecords(study, all, progress);
}

MergeOutcome mergeFile(Study& study, const QString& path, const dossier::Access& access,
                       const base::Progress& progress)
{
    MergeOutcome outcome;
    base::advance(progress, QStringLiteral("merge"));
    const int held = attachmentsHeld(std::as_const(study).dossier());
    try {
        outcome.report = study.dossier().merge(path, access);
    } catch (const base::Error& error) {
        if (error.code() != base::ErrorCode::Malformed) throw;
        outcome.issues.push_back(issue(QStringLiteral("merge.other_study"), {path}));
        return outcome;
    }
    outcome.issues = missingIssues(outcome.report.missing);
    if (!outcome.ok()) return outcome;
    outcome.attachments = attachmentsHeld(std::as_const(study).dossier()) - held;
    followStudy(study, progress);
    refreshRecords(study, outcome.report.changes.records, progress);
    return outcome;
}

std::vector<ConflictLine> conflictLines(const Study& study)
{
    std::vector<ConflictLine> lines;
    for (dossier::Conflict& conflict : study.dossier().conflicts()) {
        ConflictLine line;
        line.actor = nameOf(study, conflict.record);
        line.label = fieldLabel(study, conflict.shownField);
        for (const dossier::Head& head : conflict.heads)
            line.values.push_back(fieldDisplay(study, conflict.shownField, head.value));
        line.conflict = std::move(conflict);
        lines.push_back(std::move(line));
    }
    return lines;
}

std::vector<FlaggedDeleteLine> flaggedDeleteLines(const Study& study)
{
    std::vector<FlaggedDeleteLine> lines;
    for (dossier::FlaggedDelete& flagged : study.dossier().flaggedDeletes()) {
        FlaggedDeleteLine line;
        line.actor = nameOf(study, flagged.record);
        line.label = entityLabel(flagged.entityType);
        line.flagged = std::move(flagged);
        lines.push_back(std::move(line));
    }
    return lines;
}

Outcome resolveConflict(Study& study, const QString& record, const QString& field, const QString& head)
{
    const std::vector<dossier::Conflict> all = std::as_const(study).dossier().conflicts();
    const auto found = std::find_if(all.begin(), all.end(),
                                    [&](const auto& conflict) { return isNamed(conflict, record, field); });
    Outcome refused;
    if (found == all.end()) {
        refused.issues.push_back(issue(QStringLiteral("merge.no_conflict"), {field}));
        return refused;
    }
    const auto kept = std::find_if(found->heads.begin(), found->heads.end(),
                                   [&](const dossier::Head& each) { return each.operation == head; });
    if (kept == found->heads.end()) {
        refused.issues.push_back(issue(QStringLiteral("merge.no_head"), {head, field}));
        return refused;
    }
    return resolved(study, record, [&](dossier::Transaction& t) {
        dossier::resolveConflict(t, *found, kept->value);
        if (found->field.startsWith(u"q:")) resolveSource(t, all, *found, head);
    });
}

Outcome resolveConflictWith(Study& study, const dossier::Conflict& conflict, const QString& value)
{
    return resolved(study, conflict.record,
                    [&](dossier::Transaction& t) { dossier::resolveConflict(t, conflict, value); });
}

Outcome resolveDeletes(Study& study, const QString& record, bool keep)
{
    std::vector<dossier::FlaggedDelete> flagged = std::as_const(study).dossier().flaggedDeletes();
    std::erase_if(flagged, [&](const auto& each) { return each.record != record; });
    if (flagged.empty()) {
        Outcome refused;
        refused.issues.push_back(issue(QStringLiteral("merge.not_flagged"), {nameOf(study, record)}));
        return refused;
    }
    // What is inside first: once its owner is gone, it can no longer be deleted.
    const auto depth = [](const dossier::FlaggedDelete& each) {
        return each.entityType == dossier::entity::Record    ? 2
               : each.entityType == dossier::entity::Passage ? 1
                                                             : 0;
    };
    std::stable_sort(flagged.begin(), flagged.end(),
                     [&](const auto& a, const auto& b) { return depth(a) < depth(b); });
    return resolved(study, record, [&](dossier::Transaction& t) {
        for (const dossier::FlaggedDelete& each : flagged)
            dossier::resolveDelete(t, each, keep);
    });
}

} // namespace workflow
