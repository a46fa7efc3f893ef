#include "cli/dossier_commands.h"
#include "workflow/snapshots.h"

namespace cli {
namespace {

int runFreeze(const Context& context)
{
    const bool listing = context.argument(1).isEmpty();
    const auto study = context.openStudy(listing);
    if (listing) {
        Json list = Json::array();
        for (const dossier::Snapshot& snapshot : std::as_const(*study).dossier().snapshots()) {
            list.push_back({{"label", text(snapshot.label)},
                            {"author", text(snapshot.author)},
                            {"time", snapshot.time},
                            {"digest", text(snapshot.digest)}});
            if (!context.json()) context.line(snapshot.label);
        }
        if (context.json()) context.print(list);
        return Done;
    }
    const workflow::Outcome outcome = workflow::freeze(*study, context.argument(1));
    context.report(outcome.issues);
    study->dossier().close();
    if (!outcome.ok()) return Refused;
    if (context.json())
        context.print({{"label", text(outcome.id)}});
    else
        context.line(QStringLiteral("État figé sous le nom « %1 ».").arg(outcome.id));
    return Done;
}

Json standingJson(const workflow::Standing& standing)
{
    return {{"statut", textOrNull(standing.status)},
            {"global", numberOrNull(standing.global)},
            {"rank", standing.rank ? Json(*standing.rank) : Json(nullptr)}};
}

Json actorsJson(const std::vector<std::pair<QString, QString>>& actors)
{
    Json list = Json::array();
    for (const auto& [id, name] : actors)
        list.push_back({{"id", text(id)}, {"nom", text(name)}});
    return list;
}

Json comparisonJson(const workflow::StateComparison& comparison)
{
    Json answers = Json::array(), scores = Json::array();
    for (const workflow::AnswerChange& change : comparison.answers)
        answers.push_back({{"actor", textOrNull(change.record)},
                           {"nom", textOrNull(change.name)},
                           {"field", text(change.field)},
                           {"label", text(change.label)},
                           {"before", textOrNull(change.before)},
                           {"after", textOrNull(change.after)}});
    for (const workflow::ScoreMove& move : comparison.scores)
        scores.push_back({{"actor", text(move.record)},
                          {"nom", text(move.name)},
                          {"before", standingJson(move.before)},
                          {"after", standingJson(move.after)}});
    return {{"a", text(comparison.a)},
            {"b", text(comparison.b)},
            {"added", actorsJson(comparison.added)},
            {"removed", actorsJson(comparison.removed)},
            {"answers", answers},
            {"scores", scores}};
}

int runCompare(const Context& context)
{
    const auto study = context.openStudy(true);
    base::Issues issues;
    const QString second = context.argument(2).isEmpty() ? QStringLiteral("maintenant") : context.argument(2);
    const auto comparison =
        workflow::compareStates(*study, context.argument(1), second, issues, context.progress());
    context.report(issues);
    if (!comparison) return Refused;
    if (context.json())
        context.print(comparisonJson(*comparison));
    else
        context.line(workflow::comparisonText(*comparison));
    return Done;
}

} // namespace

Command freezeCommand()
{
    return {QStringLiteral("freeze"),
            QStringLiteral("ÉTUDE [NOM]"),
            QStringLiteral("fige l’état présent sous un nom, ou liste les états figés"),
            1,
            2,
            {},
            runFreeze};
}

Command compareCommand()
{
    return {QStringLiteral("compare"),
            QStringLiteral("ÉTUDE A [B]"),
            QStringLiteral("compare deux états figés, ou un état figé et « maintenant »"),
            2,
            3,
            {},
            runCompare};
}

} // namespace cli
