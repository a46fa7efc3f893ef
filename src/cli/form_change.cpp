#include "cli/form_change.h"

#include "workflow/form_versions.h"
#include "workflow/messages/form_words.h"
#include "workflow/messages/messages.h"

namespace cli {
namespace {

using questionnaire::Change;
using workflow::AnswerFate;

constexpr int ShownDigest = 12;
constexpr std::array Fates{AnswerFate::Kept,   AnswerFate::SetAside, AnswerFate::ToReview,
                           AnswerFate::Unfit,  AnswerFate::Broken,   AnswerFate::OutOfScope,
                           AnswerFate::InScope};

Json changesJson(const std::vector<Change>& changes)
{
    Json list = Json::array();
    for (const Change& change : changes)
        list.push_back({{"code", text(questionnaire::changeCode(change.kind))},
                        {"section", textOrNull(change.section)},
                        {"question", textOrNull(change.question)},
                        {"list", textOrNull(change.list)},
                        {"item", textOrNull(change.item)},
                        {"language", textOrNull(change.language)},
                        {"before", textOrNull(change.before)},
                        {"after", textOrNull(change.after)},
                        {"text", text(workflow::messages::changeLine(change))}});
    return list;
}

void printChanges(const Context& context, const std::vector<Change>& changes)
{
    if (changes.empty()) return context.line(QStringLiteral("Aucune différence."));
    std::vector<QStringList> rows;
    for (const Change& change : changes)
        rows.push_back({change.section, change.question.isEmpty() ? change.list : change.question,
                        workflow::messages::changeLine(change)});
    context.line(columns(rows));
}

Json answersJson(const workflow::FormPlan& plan)
{
    Json list = Json::array();
    for (const workflow::AffectedAnswer& answer : plan.answers)
        list.push_back({{"record", text(answer.record)},
                        {"question", text(answer.path.question)},
                        {"passage", textOrNull(answer.path.passage)},
                        {"row", textOrNull(answer.path.row)},
                        {"value", text(answer.value)},
                        {"fate", text(workflow::fateCode(answer.fate))},
                        {"detail", textOrNull(answer.detail)}});
    return list;
}

Json recordsJson(const workflow::FormPlan& plan, const QStringList& kept)
{
    Json list = Json::array();
    for (const workflow::PlannedRecord& record : plan.records)
        list.push_back({{"id", text(record.id)},
                        {"nom", text(record.name)},
                        {"version", text(record.version)},
                        {"affected", record.affected},
                        {"not_kept", record.notKept},
                        {"stays", kept.contains(record.id)}});
    return list;
}

Json countsJson(const workflow::FormPlan& plan)
{
    Json counts = Json::object();
    for (const AnswerFate fate : Fates)
        counts[workflow::fateCode(fate).toStdString()] = plan.count(fate);
    return counts;
}

QStringList listOf(const Context& context, const QString& option)
{
    QStringList all;
    for (const QString& given : context.values(option))
        all += given.split(u',', Qt::SkipEmptyParts);
    return all;
}

workflow::FormChoices choicesOf(const Context& context)
{
    workflow::FormChoices choices;
    choices.keepOld = listOf(context, QStringLiteral("keep-old"));
    for (const QString& given : listOf(context, QStringLiteral("rename")))
        choices.renames.push_back({given.section(u'=', 0, 0), given.section(u'=', 1)});
    choices.reason = context.value(QStringLiteral("reason"));
    choices.author = context.access().author;
    return choices;
}

void printPlan(const Context& context, const workflow::FormPlan& plan)
{
    printChanges(context, plan.changes);
    QHash<QString, QString> names;
    for (const workflow::PlannedRecord& record : plan.records)
        names.insert(record.id, record.name);
    std::vector<QStringList> rows;
    for (const workflow::AffectedAnswer& answer : plan.answers)
        rows.push_back({answer.record, names.value(answer.record), answer.path.question, answer.value,
                        workflow::messages::fateWord(answer.fate), answer.detail});
    if (!rows.empty()) context.line(u'\n' + columns(rows));
    std::vector<QStringList> counts;
    for (const AnswerFate fate : Fates)
        if (const int count = plan.count(fate))
            counts.push_back({QString::number(count), workflow::messages::fateWord(fate),
                              workflow::messages::fateSentence(fate)});
    if (!counts.empty()) context.line(u'\n' + columns(counts));
    for (const workflow::FormRename& rename : workflow::proposedRenames(plan))
        context.line(QStringLiteral("Renommage proposé : --rename %1=%2").arg(rename.from, rename.to));
}

} // namespace

int diffForms(const Context& context)
{
    const workflow::FormsCompared compared = workflow::compareForms(context.argument(1), context.argument(2));
    context.report(compared.issues);
    if (!compared.issues.empty()) return Refused;
    if (context.json())
        context.print({{"changes", changesJson(compared.changes)}});
    else
        printChanges(context, compared.changes);
    return Done;
}

int changeForm(const Context& context)
{
    const QString back = context.value(QStringLiteral("to"));
    if (context.argument(2).isEmpty() == back.isEmpty()) {
        context.complain(QStringLiteral("« form change ÉTUDE » attend un fichier, ou --to EMPREINTE."));
        return Usage;
    }
    const bool dry = context.isSet(QStringLiteral("dry-run"));
    const auto study = context.openStudy(context.argument(1), dry);
    const workflow::FormPlan plan =
        back.isEmpty() ? workflow::planFormChange(*study, context.argument(2), context.progress())
                       : workflow::planFormReturn(*study, back, context.progress());
    const workflow::FormChoices choices = choicesOf(context);
    base::Issues issues = plan.issues;
    if (!dry) issues = workflow::adoptForm(*study, plan, choices).issues;
    const bool done = issues.empty();
    if (context.json())
        context.print({{"dry_run", dry},
                       {"adopted", done && !dry},
                       {"from", text(plan.from)},
                       {"to", textOrNull(plan.digest)},
                       {"changes", changesJson(plan.changes)},
                       {"counts", countsJson(plan)},
                       {"answers", answersJson(plan)},
                       {"records", recordsJson(plan, choices.keepOld)},
                       {"problems", warningsJson(issues)}});
    else
        printPlan(context, plan);
    context.report(issues);
    if (done && !dry && !context.json())
        context.line(QStringLiteral("\nLe questionnaire %1 est en vigueur (%2).")
                         .arg(plan.form->version, plan.digest.left(ShownDigest)));
    study->dossier().close();
    return done ? Done : Refused;
}

int listForms(const Context& context)
{
    const auto study = context.openStudy(context.argument(1), true);
    Json versions = Json::array();
    std::vector<QStringList> rows;
    for (const workflow::FormVersion& version : workflow::formVersions(*study)) {
        versions.push_back({{"digest", text(version.digest)},
                            {"version", text(version.version)},
                            {"title", text(version.title)},
                            {"from", textOrNull(version.from)},
                            {"made", textOrNull(version.made.toString(Qt::ISODate))},
                            {"author", textOrNull(version.author)},
                            {"reason", textOrNull(version.reason)},
                            {"questions", version.questions},
                            {"records", version.records},
                            {"current", version.current}});
        rows.push_back({version.current ? QStringLiteral("*") : QStringLiteral(" "), version.version,
                        version.digest, QStringLiteral("%1 questions").arg(version.questions),
                        QStringLiteral("fiches : %1").arg(version.records),
                        version.made.toString(Qt::ISODate), version.author, version.reason});
    }
    if (context.json())
        context.print({{"versions", versions}});
    else
        context.line(columns(rows));
    return Done;
}

} // namespace cli
