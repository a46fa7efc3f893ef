#include "cli/command.h"
#include "workflow/analysis.h"
#include "workflow/minutes.h"
#include "workflow/robustness.h"

namespace cli {
namespace {

Json servicesJson(const assessment::Trio& trio)
{
    Json services = Json::object();
    for (size_t s = 0; s < assessment::ServiceCount; ++s)
        services[assessment::serviceCodes()[s].toStdString()] = {{"actor", textOrNull(trio.bestActor[s])},
                                                                 {"score", trio.bestScore[s]}};
    return services;
}

Json trioJson(const assessment::Trio& trio)
{
    Json constraints = Json::array();
    for (const assessment::Constraint& constraint : trio.constraints)
        constraints.push_back({{"name", text(constraint.code)},
                               {"met", constraint.met},
                               {"how", texts(constraint.waiver.isEmpty() ? constraint.missing
                                                                         : QStringList{constraint.waiver})}});
    return {{"actors", {text(trio.actors[0]), text(trio.actors[1]), text(trio.actors[2])}},
            {"note", trio.note},
            {"couverture", trio.coverage},
            {"territoire", trio.territory},
            {"moyenne", trio.mean},
            {"services", servicesJson(trio)},
            {"constraints", constraints}};
}

/// How the best trio holds over the draws of § 12, by the usual law and seed.
Json robustnessJson(const workflow::Study& study, const disclosure::StudyData& data,
                    const assessment::TrioSearch& found)
{
    if (found.trios.empty() || !found.anyMeetsConstraints) return nullptr;
    const assessment::Robustness robust = workflow::robustness(study, data, {});
    for (const assessment::TrioRobustness& trio : robust.trios)
        if (trio.actors == found.trios.front().actors)
            return {{"p_optimal", trio.optimal},
                    {"regret_mean", trio.meanRegret},
                    {"regret_max", trio.maximumRegret},
                    {"n", robust.setup.samples},
                    {"seed", robust.setup.seed}};
    return {{"p_optimal", 0},
            {"regret_mean", nullptr},
            {"regret_max", nullptr},
            {"n", robust.setup.samples},
            {"seed", robust.setup.seed}};
}

Json resultJson(const workflow::Study& study, const disclosure::StudyData& data,
                const assessment::TrioSearch& found)
{
    Json eligible = Json::array(), preselected = Json::array(), trios = Json::array();
    for (const auto& actor : data.actors) {
        if (actor.assessment.institution) continue;
        if (assessment::allMet(actor.eligibility)) eligible.push_back(text(actor.id));
        if (actor.decision == u"preselectionnee" || actor.decision == u"retenue")
            preselected.push_back(text(actor.id));
    }
    for (const assessment::Trio& trio : found.trios)
        trios.push_back(trioJson(trio));
    Json nearest(nullptr);
    if (!found.anyMeetsConstraints && !found.nearestFailing.isEmpty() && !found.trios.empty()) {
        QStringList missing;
        for (const assessment::Constraint& constraint : found.trios.front().constraints)
            if (constraint.code == found.nearestFailing) missing = constraint.missing;
        nearest = {{"constraint", text(found.nearestFailing)}, {"remedy", texts(missing)}};
    }
    return {{"eligible", eligible},
            {"preselected", preselected},
            {"trios", trios},
            {"nearest_failing", nearest},
            {"robustness", robustnessJson(study, data, found)},
            {"examined", found.examined}};
}

int writeMinutes(const Context& context, const workflow::Study& study,
                 std::shared_ptr<const disclosure::StudyData> data)
{
    const auto made = workflow::exportMinutes(study, std::move(data),
                                              context.value(QStringLiteral("minutes")), context.progress());
    context.line(QStringLiteral("%1  tirage restreint, pages : %2").arg(made.path).arg(made.pages));
    return Done;
}

int run(const Context& context)
{
    bool ok = true;
    const int top = context.value(QStringLiteral("top")).toInt(&ok);
    if (!ok || top < 1 || top > 1000) {
        context.complain(QStringLiteral("--top attend un nombre de 1 à 1000."));
        return Usage;
    }
    const auto study = context.openStudy(true);
    const auto data = workflow::studyData(*study, context.progress());
    if (!data->info.modelLocked) {
        context.complain(QStringLiteral(
            "Le modèle n’est pas approuvé : aucun trio ne peut être comparé. Faites-le approuver."));
        return Refused;
    }
    if (context.isSet(QStringLiteral("minutes"))) return writeMinutes(context, *study, data);
    const assessment::TrioSearch found = workflow::findTrios(*study, *data, top);
    if (context.json()) {
        context.print(resultJson(*study, *data, found));
    } else {
        const QHash<QString, QString> names = namesOf(*data);
        for (const assessment::Trio& trio : found.trios)
            context.line(QStringLiteral("%1  %2 · %3 · %4")
                             .arg(trio.note, 0, 'f', 1)
                             .arg(names.value(trio.actors[0]), names.value(trio.actors[1]),
                                  names.value(trio.actors[2])));
    }
    if (!found.anyMeetsConstraints)
        context.complain(QStringLiteral("Aucun trio ne tient toutes les contraintes."));
    return found.anyMeetsConstraints ? Done : Refused;
}

} // namespace

Command trioCommand()
{
    return {QStringLiteral("trio"),
            QStringLiteral("ÉTUDE [--top K] [--minutes DOCX]"),
            QStringLiteral("compare les ensembles de trois organisations"),
            1,
            1,
            {option(QStringLiteral("top"), QStringLiteral("K"), QStringLiteral("3")),
             option(QStringLiteral("minutes"), QStringLiteral("DOCX"))},
            run};
}

} // namespace cli
