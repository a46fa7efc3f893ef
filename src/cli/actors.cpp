#include "cli/command.h"
#include "workflow/messages/messages.h"
#include "workflow/query.h"

namespace cli {
namespace {

Json actorJson(const dossier::RecordSummary& actor)
{
    return {{"id", text(actor.id)},
            {"nom", text(actor.nameFr)},
            {"nom_ar", textOrNull(actor.nameAr)},
            {"sigle", textOrNull(actor.acronym)},
            {"categorie", textOrNull(actor.category)},
            {"province", textOrNull(actor.province)},
            {"statut", textOrNull(actor.statusCode)},
            {"completude", actor.completeness},
            {"numero", actor.number},
            {"decision", textOrNull(actor.decision)}};
}

int run(const Context& context)
{
    const auto study = context.openStudy(true);
    workflow::ActorQuery query;
    query.search = context.value(QStringLiteral("search"));
    query.where = context.value(QStringLiteral("where"));
    query.service = context.value(QStringLiteral("service"));
    query.region = context.value(QStringLiteral("region"));
    const workflow::ActorList list = workflow::queryActors(*study, query);
    if (!list.issues.empty()) {
        context.report(list.issues);
        return Usage;
    }
    if (context.json()) {
        Json actors = Json::array();
        for (const dossier::RecordSummary& actor : list.actors)
            actors.push_back(actorJson(actor));
        context.print(actors);
        return Done;
    }
    std::vector<QStringList> rows;
    for (const dossier::RecordSummary& actor : list.actors)
        rows.push_back({QString::number(actor.number), actor.nameFr, actor.acronym, actor.category,
                        actor.province, workflow::messages::statusWord(actor.statusCode), actor.id});
    context.line(columns(rows));
    return Done;
}

} // namespace

Command actorsCommand()
{
    return {QStringLiteral("actors"),
            QStringLiteral("ÉTUDE [--where EXPR] [--search TEXTE] [--service S] [--region R]"),
            QStringLiteral("liste les acteurs"),
            1,
            1,
            {option(QStringLiteral("where"), QStringLiteral("E")),
             option(QStringLiteral("search"), QStringLiteral("T")),
             option(QStringLiteral("service"), QStringLiteral("S")),
             option(QStringLiteral("region"), QStringLiteral("R"))},
            run};
}

} // namespace cli
