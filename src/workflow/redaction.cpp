#include "workflow/redaction.h"

#include "workflow/history.h"
#include "workflow/kept_forms.h"
#include "workflow/merging.h"
#include "workflow/study.h"

#include <QSet>
#include <QTimeZone>

#include <limits>

namespace workflow {
namespace {

/// A question, or all that a group or a repeat holds.
void addNames(const questionnaire::Form& form, const QString& name, QSet<QString>& names)
{
    names.insert(name);
    const questionnaire::Question* question = form.question(name);
    if (!question) return;
    for (const int child : question->children)
        addNames(form, form.questions[static_cast<size_t>(child)].name, names);
}

/// The question whose value, comment or source a field is; empty for another.
QString questionOf(const QString& shownField)
{
    const QString own = shownField.section(u'@', 0, 0);
    const bool held = own.startsWith(u"q:") || own.startsWith(u"c:");
    return held ? own.mid(2) : QString();
}

bool holdsValue(const dossier::HistoryEntry& entry)
{
    return entry.event == dossier::HistoryEvent::Changed && !entry.isRedacted && !entry.value.isEmpty();
}

} // namespace

RedactionPlan planRedaction(const Study& study, const QString& record, const QString& question,
                            const QDate& before)
{
    RedactionPlan plan;
    plan.record = record;
    plan.question = question;
    const auto refuse = [&](const QString& code, const QString& arg) {
        plan.issues.push_back({base::Severity::Error, code, {}, {arg}});
        return plan;
    };
    if (!study.dossier().record(record)) return refuse(QStringLiteral("entry.unknown_record"), record);
    if (!formHolding(study, question).question(question))
        return refuse(QStringLiteral("entry.unknown_question"), question);
    QSet<QString> names;
    for (const auto& form : keptForms(study))
        addNames(*form, question, names);
    const QTimeZone zone("Africa/Casablanca");
    const qint64 end = before.isValid() ? before.startOfDay(zone).toMSecsSinceEpoch() : 0;
    QHash<QString, bool> lastTaken;
    for (const dossier::HistoryEntry& entry : study.dossier().history(record)) {
        if (!names.contains(questionOf(entry.field))) continue;
        const bool taken = holdsValue(entry) && (end == 0 || entry.time < end);
        lastTaken[entry.field] = taken;
        if (!taken) continue;
        const QDateTime time = QDateTime::fromMSecsSinceEpoch(entry.time, zone);
        if (plan.operations.isEmpty()) plan.oldest = time;
        plan.newest = time;
        plan.operations << entry.operation;
    }
    plan.values = static_cast<int>(plan.operations.size());
    plan.current = std::any_of(lastTaken.begin(), lastTaken.end(), [](bool taken) { return taken; });
    if (plan.operations.isEmpty())
        return refuse(QStringLiteral("redact.nothing"), fieldLabel(study, QStringLiteral("q:") + question));
    return plan;
}

QMap<QString, QStringList> valuesOf(const Study& study, const QSet<QString>& questions)
{
    QMap<QString, QStringList> operations;
    for (const dossier::HistoryEntry& entry : study.dossier().recentHistory(std::numeric_limits<int>::max()))
        if (holdsValue(entry) && questions.contains(questionOf(entry.field)))
            operations[entry.record] << entry.operation;
    return operations;
}

Outcome redact(Study& study, const RedactionPlan& plan)
{
    Outcome outcome;
    outcome.id = plan.record;
    outcome.issues = plan.issues;
    if (!outcome.ok()) return outcome;
    outcome.changes = study.dossier().redact(plan.operations, QStringLiteral("redact"));
    refreshRecords(study, {plan.record});
    return outcome;
}

} // namespace workflow
