#include "workflow/robustness.h"

#include "cli/command.h"
#include "workflow/analysis.h"

namespace cli {
namespace {

using assessment::Robustness;

Json trioIds(const std::array<QString, 3>& ids)
{
    return {text(ids[0]), text(ids[1]), text(ids[2])};
}

Json actorsJson(const Robustness& found, const QHash<QString, QString>& names)
{
    Json out = Json::array();
    for (const assessment::ActorRobustness& actor : found.actors) {
        Json weights(nullptr);
        if (actor.centralWeights) {
            weights = Json::object();
            for (const auto& [dimension, weight] : *actor.centralWeights)
                weights[dimension.toStdString()] = weight;
        }
        out.push_back(
            {{"id", text(actor.id)},
             {"nom", text(names.value(actor.id))},
             {"b", actor.acceptability},
             {"b3", actor.first3},
             {"central_weights", weights},
             {"confidence", actor.confidence},
             {"eligible", actor.eligible},
             {"rank", actor.rank ? Json(*actor.rank) : Json(nullptr)},
             {"rank_without_caps", actor.rankWithoutCaps ? Json(*actor.rankWithoutCaps) : Json(nullptr)}});
    }
    return out;
}

Json withoutDimensionJson(const Robustness& found)
{
    Json out = Json::array();
    for (const assessment::WithoutDimension& without : found.withoutDimension) {
        Json ranking = Json::array();
        for (const assessment::RankLine& line : without.ranking)
            if (line.rank)
                ranking.push_back(
                    {{"id", text(line.id)}, {"rank", *line.rank}, {"score", *line.score.central}});
        out.push_back({{"dimension", text(without.dimension)},
                       {"ranking", ranking},
                       {"trio", without.trio ? trioIds(*without.trio) : Json(nullptr)}});
    }
    return out;
}

Json resultJson(const Robustness& found, const QHash<QString, QString>& names)
{
    Json trios = Json::array(), tipping = Json::array(), core = Json::object();
    for (const assessment::TrioRobustness& trio : found.trios)
        trios.push_back({{"actors", trioIds(trio.actors)},
                         {"p_optimal", trio.optimal},
                         {"regret_mean", trio.meanRegret},
                         {"regret_max", trio.maximumRegret}});
    for (const assessment::Tipping& each : found.tipping)
        tipping.push_back({{"weight", text(each.weight)},
                           {"from", each.from},
                           {"to", each.to},
                           {"trio", each.trio[0].isEmpty() ? Json(nullptr) : trioIds(each.trio)}});
    for (const auto& [id, share] : found.coreIndex)
        core[id.toStdString()] = share;
    Json out{{"n", found.setup.samples},
             {"seed", found.setup.seed},
             {"half_width_95", found.halfWidth95},
             {"actors", actorsJson(found, names)},
             {"dimension_removed", withoutDimensionJson(found)},
             {"tipping", tipping},
             {"trios", trios},
             {"core_index", core}};
    if (found.setup.pairwise) {
        out["pairwise"] = Json::array();
        for (const assessment::ActorRobustness& actor : found.actors)
            out["pairwise"].push_back(actor.pairwise);
    }
    return out;
}

QString percent(double share)
{
    return QStringLiteral("%1 %").arg(share * 100, 0, 'f', 1).replace(u'.', u',');
}

void print(const Context& context, const Robustness& found, const QHash<QString, QString>& names)
{
    std::vector<assessment::ActorRobustness> actors = found.actors;
    std::stable_sort(actors.begin(), actors.end(), [](const auto& a, const auto& b) {
        return std::tie(a.first3, a.eligible) > std::tie(b.first3, b.eligible);
    });
    std::vector<QStringList> rows{{QStringLiteral("Organisation"), QStringLiteral("1re"),
                                   QStringLiteral("parmi les 3"), QStringLiteral("éligible")}};
    for (const assessment::ActorRobustness& actor : actors)
        rows.push_back({names.value(actor.id), percent(actor.acceptability.front()), percent(actor.first3),
                        percent(actor.eligible)});
    context.line(columns(rows));
    for (const assessment::TrioRobustness& trio : found.trios)
        context.line(QStringLiteral("Trio premier dans %1 des tirages : %2 · %3 · %4")
                         .arg(percent(trio.optimal), names.value(trio.actors[0]), names.value(trio.actors[1]),
                              names.value(trio.actors[2])));
    context.line(QStringLiteral("%1 tirages, ± %2, graine %3")
                     .arg(found.setup.samples)
                     .arg(percent(found.halfWidth95))
                     .arg(found.setup.seed));
}

/// --samples and --seed; nothing, and the reason told, when they are not numbers.
std::optional<assessment::RobustnessSetup> setupOf(const Context& context)
{
    bool samples = false, seed = false;
    assessment::RobustnessSetup setup;
    setup.samples = context.value(QStringLiteral("samples")).toInt(&samples);
    setup.seed = context.value(QStringLiteral("seed")).toULongLong(&seed);
    setup.pairwise = context.isSet(QStringLiteral("pairwise"));
    if (samples && seed && setup.samples >= 1 && setup.samples <= 1000000) return setup;
    context.complain(
        QStringLiteral("--samples attend un nombre de 1 à 1 000 000 et --seed un nombre entier positif."));
    return std::nullopt;
}

int run(const Context& context)
{
    const auto setup = setupOf(context);
    if (!setup) return Usage;
    const auto study = context.openStudy(true);
    const auto data = workflow::studyData(*study, context.progress());
    if (!data->info.modelLocked) {
        context.complain(QStringLiteral("Le modèle n’est pas approuvé : aucun rang ne peut être éprouvé. "
                                        "Faites-le approuver."));
        return Refused;
    }
    const Robustness found = workflow::robustness(*study, *data, *setup, context.progress());
    const QHash<QString, QString> names = namesOf(*data);
    if (context.json())
        context.print(resultJson(found, names));
    else
        print(context, found, names);
    return Done;
}

} // namespace

Command robustnessCommand()
{
    return {QStringLiteral("robustness"),
            QStringLiteral("ÉTUDE [--samples N] [--seed K] [--pairwise]"),
            QStringLiteral("éprouve le classement et le trio par tirages de poids et d’inconnus"),
            1,
            1,
            {option(QStringLiteral("samples"), QStringLiteral("N"), QStringLiteral("5000")),
             option(QStringLiteral("seed"), QStringLiteral("K"), QStringLiteral("1")),
             QCommandLineOption(QStringLiteral("pairwise"))},
            run};
}

} // namespace cli
