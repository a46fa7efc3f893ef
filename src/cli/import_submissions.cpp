#include "cli/submissions.h"
#include "workflow/messages/messages.h"
#include "workflow/submissions.h"

namespace cli {
namespace {

using exchange::ColumnUse;
using workflow::SubmissionLine;

QString actionWord(SubmissionLine::Action action)
{
    switch (action) {
    case SubmissionLine::Action::New:
        return QStringLiteral("new");
    case SubmissionLine::Action::Update:
        return QStringLiteral("update");
    case SubmissionLine::Action::Identical:
        return QStringLiteral("identical");
    case SubmissionLine::Action::Rejected:
        break;
    }
    return QStringLiteral("rejected");
}

Json problemJson(const base::Issue& issue)
{
    const workflow::messages::Message message = workflow::messages::forIssue(issue);
    return {{"sheet", textOrNull(issue.place.sheet)},
            {"row", issue.place.row},
            {"column", textOrNull(issue.place.column)},
            {"code", text(issue.code)},
            {"reason", text(message.what)},
            {"remedy", textOrNull(message.remedy)}};
}

Json problemsJson(const base::Issues& issues)
{
    Json all = Json::array();
    for (const base::Issue& issue : issues)
        all.push_back(problemJson(issue));
    return all;
}

Json lineJson(const SubmissionLine& line)
{
    return {{"sheet", textOrNull(line.place.sheet)},
            {"row", line.place.row},
            {"instance", text(line.instance)},
            {"action", text(actionWord(line.action))},
            {"actor", textOrNull(line.actor)},
            {"name", textOrNull(line.name)},
            {"new_actor", line.newActor},
            {"answers", line.answers},
            {"kept", line.kept},
            {"rows", line.rows},
            {"files", line.files},
            {"problems", problemsJson(line.problems)}};
}

Json columnsJson(const exchange::SubmissionMapping& mapping)
{
    Json all = Json::array();
    for (const auto& table : mapping.tables)
        for (const exchange::SubmissionColumn& column : table)
            all.push_back({{"table", textOrNull(column.table)},
                           {"header", text(column.header)},
                           {"question", textOrNull(column.question)},
                           {"choice", textOrNull(column.choice)},
                           {"unknown", column.use == ColumnUse::Unknown},
                           {"ignored", column.use == ColumnUse::Ignored},
                           {"filled", column.filled},
                           {"why", text(column.why)}});
    return all;
}

Json reportJson(const workflow::SubmissionReport& report)
{
    Json lines = Json::array(), rejected = Json::array();
    QStringList updated;
    for (const SubmissionLine& line : report.lines) {
        lines.push_back(lineJson(line));
        if (line.action == SubmissionLine::Action::Update) updated << line.actor;
        if (line.action == SubmissionLine::Action::Rejected)
            for (const base::Issue& issue : line.problems)
                rejected.push_back(problemJson(issue));
    }
    return {{"layout", text(exchange::layoutCode(report.layout))},
            {"form", textOrNull(report.formId)},
            {"rows", report.lines.size()},
            {"created", texts(report.created)},
            {"updated", texts(updated)},
            {"files", report.files()},
            {"identical", report.count(SubmissionLine::Action::Identical)},
            {"matched", matchedJson(report.matched)},
            {"rejected", rejected},
            {"submissions", lines},
            {"columns", columnsJson(report.mapping)},
            {"signature", text(report.mapping.signature)},
            {"warnings", problemsJson(report.issues)}};
}

void tell(const Context& context, const workflow::SubmissionReport& report, bool dryRun)
{
    context.line(QStringLiteral("%1 envois lus (%2) : %3 nouveaux, %4 modifiés, %5 identiques, %6 écartés.")
                     .arg(report.lines.size())
                     .arg(exchange::layoutCode(report.layout))
                     .arg(report.count(SubmissionLine::Action::New))
                     .arg(report.count(SubmissionLine::Action::Update))
                     .arg(report.count(SubmissionLine::Action::Identical))
                     .arg(report.count(SubmissionLine::Action::Rejected)));
    for (const SubmissionLine& line : report.lines)
        context.line(
            QStringLiteral("ligne %1 : %2 – %3, %4 réponses, %5 lignes répétées%6")
                .arg(line.place.row)
                .arg(line.name.isEmpty() ? QStringLiteral("(sans nom)") : line.name)
                .arg(line.newActor ? QStringLiteral("nouvelle fiche") : QStringLiteral("fiche connue"))
                .arg(line.answers)
                .arg(line.rows)
                .arg(line.kept > 0 ? QStringLiteral(", %1 gardées de l’étude").arg(line.kept) : QString()));
    if (report.files() > 0)
        context.line(
            (dryRun ? QStringLiteral("Fichiers à joindre : %1.") : QStringLiteral("Fichiers joints : %1."))
                .arg(report.files()));
    for (const auto& proposal : report.matched)
        context.line(
            QStringLiteral("À rapprocher (ligne %1) : %2").arg(proposal.row).arg(proposal.listedName));
    context.line(dryRun ? QStringLiteral("Essai seulement : rien n’a été écrit.")
                        : QStringLiteral("%1 fiches créées.").arg(report.created.size()));
}

} // namespace

int importSubmissions(const Context& context)
{
    workflow::SubmissionRequest request;
    request.path = context.argument(1);
    request.mediaPath = context.value(QStringLiteral("media"));
    request.columnsPath = context.value(QStringLiteral("mapping"));
    request.dryRun = context.isSet(QStringLiteral("dry-run"));
    const auto study = context.openStudy(request.dryRun);
    const workflow::SubmissionReport report =
        workflow::importSubmissions(*study, request, context.progress());
    study->dossier().close();
    context.report(report.issues);
    for (const SubmissionLine& line : report.lines)
        context.report(line.problems);
    if (context.json())
        context.print(reportJson(report));
    else if (!base::hasErrors(report.issues))
        tell(context, report, request.dryRun);
    const bool nothing =
        report.count(SubmissionLine::Action::Rejected) == static_cast<int>(report.lines.size());
    return base::hasErrors(report.issues) || nothing ? Refused : Done;
}

} // namespace cli
