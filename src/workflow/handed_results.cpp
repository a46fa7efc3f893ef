#include "workflow/handed_results.h"

#include "assessment/assessment_json.h"
#include "workflow/review_names.h"
#include "workflow/study.h"

namespace workflow::review {
namespace {

using assessment::Criterion;
using Json = nlohmann::ordered_json;

std::string utf8(const QString& text)
{
    return text.toStdString();
}

QString textOf(const Json& value)
{
    return QString::fromStdString(value.get<std::string>());
}

QString criteriaText(std::vector<Criterion> criteria)
{
    QStringList words;
    for (const Criterion& criterion : criteria)
        words << criterion.code + (criterion.unknown ? u'?' : criterion.met ? u'+' : u'-');
    return words.join(u' ');
}

std::vector<Criterion> criteriaOf(const QString& text, QChar step)
{
    std::vector<Criterion> criteria;
    for (const QString& word : text.split(u' ', Qt::SkipEmptyParts))
        if (word.startsWith(step))
            criteria.push_back({word.chopped(1), !word.endsWith(u'-'), word.endsWith(u'?')});
    return criteria;
}

Json trioJson(const assessment::Trio& trio)
{
    Json json{{"note", trio.note},
              {"couverture", trio.coverage},
              {"territoire", trio.territory},
              {"moyenne", trio.mean}};
    for (const QString& actor : trio.actors)
        json["acteurs"].push_back(utf8(actor));
    for (size_t s = 0; s < trio.bestActor.size(); ++s)
        json["services"].push_back({utf8(trio.bestActor[s]), trio.bestScore[s]});
    for (const assessment::Constraint& constraint : trio.constraints)
        json["contraintes"].push_back(
            {utf8(constraint.code), constraint.met, utf8(constraint.missing.join(u' '))});
    return json;
}

assessment::Trio trioOf(const Json& json)
{
    assessment::Trio trio;
    trio.note = json.at("note").get<double>();
    trio.coverage = json.at("couverture").get<double>();
    trio.territory = json.at("territoire").get<double>();
    trio.mean = json.at("moyenne").get<double>();
    for (size_t i = 0; i < trio.actors.size(); ++i)
        trio.actors[i] = textOf(json.at("acteurs").at(i));
    for (size_t s = 0; s < trio.bestActor.size(); ++s) {
        trio.bestActor[s] = textOf(json.at("services").at(s).at(0));
        trio.bestScore[s] = json.at("services").at(s).at(1).get<double>();
    }
    for (const Json& constraint : json.at("contraintes"))
        trio.constraints.push_back({textOf(constraint.at(0)), constraint.at(1).get<bool>(),
                                    textOf(constraint.at(2)).split(u' ', Qt::SkipEmptyParts)});
    return trio;
}

Json idsJson(const std::array<QString, 3>& three)
{
    return {utf8(three[0]), utf8(three[1]), utf8(three[2])};
}

std::array<QString, 3> idsOf(const Json& json)
{
    return {textOf(json.at(0)), textOf(json.at(1)), textOf(json.at(2))};
}

/// Facts that are figures, not what a list said.
QString take(disclosure::ActorData& actor, const QString& field)
{
    return actor.facts.take(field);
}

/// Nothing is known here, rather than what the answers that were handed over would give.
void forget(assessment::Assessment& judged)
{
    for (auto& [code, score] : judged.indicators)
        score = {};
    for (auto* scores :
         {&judged.subDimensions, &judged.services, &judged.dimensions, &judged.profileIntervals})
        for (auto& [code, score] : *scores)
            score = {};
    for (auto& [code, score] : judged.profiles)
        score.reset();
    judged.global = {};
    judged.evidenceIndex.reset();
    judged.vetoes.clear();
    judged.rankable = judged.suspended = false;
}

/// What was handed over, on top of what is not known.
void recall(assessment::Assessment& judged, assessment::Assessment&& handed)
{
    handed.indicators.merge(judged.indicators); // those that are the consultant's alone stay unknown
    handed.institution = judged.institution;
    judged = std::move(handed);
}

bool isTold(const disclosure::View& view, const std::array<QString, 3>& three)
{
    return std::all_of(three.begin(), three.end(), [&](const QString& id) {
        const auto* actor = view.actor(id);
        return actor && actor->assessment;
    });
}

void readDraws(const Json& json, assessment::Robustness& draws)
{
    draws.setup.seed = json.at("graine").get<quint64>();
    draws.setup.samples = json.at("tirages").get<int>();
    draws.halfWidth95 = json.at("demi_largeur").get<double>();
    draws.trios.clear();
    draws.coreIndex.clear();
    draws.tipping.clear();
    for (const Json& trio : json.at("trios"))
        draws.trios.push_back({idsOf(trio.at(0)), trio.at(1).get<double>(), trio.at(2).get<double>(),
                               trio.at(3).get<double>()});
    for (const auto& [id, share] : json.at("noyau").items())
        draws.coreIndex[QString::fromStdString(id)] = share.get<double>();
    for (const Json& tipping : json.at("bascules"))
        draws.tipping.push_back({textOf(tipping.at(0)), tipping.at(1).get<double>(),
                                 tipping.at(2).get<double>(), idsOf(tipping.at(3))});
}

} // namespace

std::map<QString, QString> resultsOf(const disclosure::ActorData& actor, const disclosure::ActorView& view,
                                     const assessment::Model& model)
{
    std::vector<Criterion> criteria = view.preselection;
    if (view.assessment) criteria.insert(criteria.end(), actor.eligibility.begin(), actor.eligibility.end());
    std::map<QString, QString> results{{Region1997, view.region1997},
                                       {Region2015, view.region2015},
                                       {RegionsCovered, view.regionsCovered.join(u' ')},
                                       {Criteria, criteriaText(criteria)}};
    if (view.rank) results[Rank] = QString::number(*view.rank);
    if (!view.assessment) return results;
    results[Scores] = QString::fromStdString(assessment::toFullJson(model, *view.assessment).dump());
    if (actor.eligibleFrom) results[EligibleFrom] = QString::number(*actor.eligibleFrom, 'g', 17);
    return results;
}

QString triosText(const disclosure::View& view)
{
    const assessment::TrioSearch& found = view.trios();
    Json trios = Json::array();
    for (const assessment::Trio& trio : found.trios)
        if (isTold(view, trio.actors)) trios.push_back(trioJson(trio));
    const Json all{{"trios", trios},
                   {"tenues", found.anyMeetsConstraints},
                   {"contrainte", utf8(found.nearestFailing)},
                   {"examines", found.examined}};
    return QString::fromStdString(all.dump());
}

void useResults(disclosure::ActorData& actor)
{
    const QString criteria = take(actor, Criteria), scores = take(actor, Scores),
                  from = take(actor, EligibleFrom), regions = take(actor, RegionsCovered);
    for (const QString& field : {Region1997, Region2015, Rank})
        take(actor, field);
    actor.sources.removeAll(ResultSource);
    if (!regions.isEmpty()) actor.inScope.set(RegionsCovered, questionnaire::Answer::of(regions));
    if (actor.assessment.institution) return;
    actor.preselection = criteriaOf(criteria, u'S');
    actor.eligibility = criteriaOf(criteria, u'T');
    actor.eligibleFrom.reset();
    if (!from.isEmpty()) actor.eligibleFrom = from.toDouble();
    forget(actor.assessment);
    if (auto handed = assessment::fromFullJson(scores.toUtf8())) recall(actor.assessment, std::move(*handed));
}

assessment::TrioSearch handedTrios(const Study& study)
{
    assessment::TrioSearch found;
    try {
        const Json json = Json::parse(study.dossier().setting(Trios).toStdString());
        for (const Json& trio : json.at("trios"))
            found.trios.push_back(trioOf(trio));
        found.anyMeetsConstraints = json.at("tenues").get<bool>();
        found.nearestFailing = textOf(json.at("contrainte"));
        found.examined = json.at("examines").get<qint64>();
    } catch (const Json::exception&) {
        return {}; // handed over before the model was locked
    }
    return found;
}

QString drawsText(const disclosure::View& view, const assessment::Robustness& draws)
{
    Json trios = Json::array(), tippings = Json::array(), core = Json::object();
    for (const assessment::TrioRobustness& trio : draws.trios)
        if (isTold(view, trio.actors))
            trios.push_back({idsJson(trio.actors), trio.optimal, trio.meanRegret, trio.maximumRegret});
    for (const assessment::Tipping& tipping : draws.tipping)
        if (isTold(view, tipping.trio))
            tippings.push_back({utf8(tipping.weight), tipping.from, tipping.to, idsJson(tipping.trio)});
    for (const auto& [id, share] : draws.coreIndex)
        if (const auto* actor = view.actor(id); actor && actor->assessment) core[utf8(id)] = share;
    const Json all{{"graine", draws.setup.seed},
                   {"tirages", draws.setup.samples},
                   {"demi_largeur", draws.halfWidth95},
                   {"trios", trios},
                   {"noyau", core},
                   {"bascules", tippings}};
    return QString::fromStdString(all.dump());
}

void useDraws(const Study& study, assessment::Robustness& draws)
{
    try {
        readDraws(Json::parse(study.dossier().setting(Draws).toStdString()), draws);
    } catch (const Json::exception&) {
        draws.trios.clear(); // not handed over: nothing is said rather than another figure
        draws.coreIndex.clear();
        draws.tipping.clear();
    }
}

} // namespace workflow::review
