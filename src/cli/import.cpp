#include "workflow/import.h"

#include "cli/submissions.h"
#include "workflow/messages/messages.h"

namespace cli {
Json matchedJson(const std::vector<workflow::ImportReport::Proposal>& proposals)
{
    Json matched = Json::array();
    for (const auto& proposal : proposals)
        matched.push_back({{"row", proposal.row},
                           {"actor", text(proposal.actor)},
                           {"name", text(proposal.listedName)},
                           {"score", proposal.score},
                           {"reason", text(proposal.reason)}});
    return matched;
}

namespace {

Json reportJson(const workflow::ImportReport& report)
{
    Json rejected = Json::array();
    for (const base::Issue& issue : report.rejected)
        rejected.push_back({{"row", issue.place.row},
                            {"column", textOrNull(issue.place.column)},
                            {"reason", text(workflow::messages::forIssue(issue).what)}});
    return {{"rows", report.rows},
            {"organisations", report.organisations},
            {"created", texts(report.created)},
            {"updated", texts(report.updated)},
            {"matched", matchedJson(report.matched)},
            {"rejected", rejected},
            {"warnings", warningsJson(report.warnings)}};
}

void tell(const Context& context, const workflow::ImportReport& report, bool dryRun)
{
    context.line(QStringLiteral("%1 lignes lues, %2 organisations, %3 lignes écartées.")
                     .arg(report.rows)
                     .arg(report.organisations)
                     .arg(report.rejected.size()));
    if (dryRun)
        context.line(QStringLiteral("Essai seulement : rien n’a été écrit."));
    else
        context.line(QStringLiteral("%1 fiches créées, %2 complétées.")
                         .arg(report.created.size())
                         .arg(report.updated.size()));
    for (const auto& proposal : report.matched)
        context.line(
            QStringLiteral("À rapprocher (ligne %1) : %2").arg(proposal.row).arg(proposal.listedName));
}

int run(const Context& context)
{
    workflow::ImportRequest request;
    request.path = context.argument(1);
    request.format = context.value(QStringLiteral("as"));
    if (context.isSet(QStringLiteral("submissions")) || request.format == u"kobo" || request.format == u"odk")
        return importSubmissions(context);
    if (context.isSet(QStringLiteral("media"))) {
        context.complain(
            QStringLiteral("--media ne va qu’avec des envois (--submissions, --as kobo ou --as odk)."));
        return Usage;
    }
    request.mappingPath = context.value(QStringLiteral("mapping"));
    request.dryRun = context.isSet(QStringLiteral("dry-run"));
    if (request.format != u"liste" && request.format != u"hxl") {
        context.complain(QStringLiteral("--as attend « liste », « hxl », « kobo » ou « odk »."));
        return Usage;
    }
    const auto study = context.openStudy(request.dryRun);
    const workflow::ImportReport report = workflow::importList(*study, request, context.progress());
    study->dossier().close();
    context.report(report.rejected);
    context.report(report.warnings);
    if (context.json())
        context.print(reportJson(report));
    else
        tell(context, report, request.dryRun);
    return report.organisations == 0 || base::hasErrors(report.rejected) ? Refused : Done;
}

} // namespace

Command importCommand()
{
    return {QStringLiteral("import"),
            QStringLiteral("ÉTUDE FICHIER [--as liste|hxl|kobo|odk] [--submissions] [--media DOSSIER|ZIP] "
                           "[--mapping M.json] "
                           "[--dry-run]"),
            QStringLiteral("importe une liste d’organisations, ou des envois de KoboToolbox et d’ODK"),
            2,
            2,
            {option(QStringLiteral("as"), QStringLiteral("F"), QStringLiteral("liste")),
             option(QStringLiteral("mapping"), QStringLiteral("M")),
             option(QStringLiteral("media"), QStringLiteral("P")), flag(QStringLiteral("dry-run")),
             flag(QStringLiteral("submissions"))},
            run};
}

} // namespace cli
