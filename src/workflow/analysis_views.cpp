#include "workflow/analysis_views.h"

#include "assessment/missing_answers.h"
#include "workflow/analysis.h"
#include "workflow/study.h"

#include <QSet>

#include <algorithm>

namespace workflow {
namespace {

using disclosure::ActorData;

/// A contradicted answer is not claimed: what refutes it has been seen already.
bool isCapped(const assessment::IndicatorScore& score)
{
    return score.knowledge == assessment::Knowledge::Known && score.evidence > 0 && score.raw > score.kept;
}

void claimFrom(const Study& study, const ActorData& actor, const QHash<QString, int>& fixed,
               std::vector<Claim>& claims)
{
    for (const assessment::Model::Indicator& indicator : study.model().indicators()) {
        const auto found = actor.assessment.indicators.find(indicator.code);
        if (found == actor.assessment.indicators.end() || !isCapped(found->second)) continue;
        assessment::EvidenceOverrides shown;
        shown.levels = fixed;
        shown.levels.insert(indicator.code, indicator.proof == u'O' ? 3 : 2);
        const auto better = assessment::assess(study.model(), *study.formOf(actor.id), actor.inScope, shown);
        const double gain = better.global.central.value_or(0) - actor.assessment.global.central.value_or(0);
        if (gain > 0)
            claims.push_back({actor.id, nameOf(actor), indicator.code, indicator.label, indicator.evidence,
                              found->second.raw, found->second.kept, gain});
    }
}

std::vector<std::pair<QString, QString>> questionsRead(const Study& study,
                                                       const assessment::Model::Indicator& indicator)
{
    std::vector<std::pair<QString, QString>> out;
    for (QString name : indicator.inputs) {
        if (name.endsWith(u'?')) name.chop(1);
        const questionnaire::Question* question = study.form().question(name);
        if (question) out.emplace_back(name, question->label);
    }
    return out;
}

QHash<QString, const ActorData*> actorsById(const disclosure::StudyData& data)
{
    QHash<QString, const ActorData*> out;
    for (const ActorData& actor : data.actors)
        out.insert(actor.id, &actor);
    return out;
}

} // namespace

std::vector<Claim> evidenceToClaim(const Study& study, const disclosure::StudyData& data,
                                   const base::Progress& progress)
{
    QSet<QString> ranked;
    for (const assessment::RankLine& line : data.ranking)
        if (line.rank) ranked.insert(line.id);
    const auto evidence = study.dossier().allEvidence();
    std::vector<Claim> claims;
    int done = 0;
    for (const ActorData& actor : data.actors) {
        if (!ranked.contains(actor.id)) continue;
        base::advance(progress, QStringLiteral("assess"), done++, static_cast<int>(ranked.size()));
        claimFrom(study, actor, evidence.value(actor.id), claims);
    }
    std::stable_sort(claims.begin(), claims.end(),
                     [](const Claim& a, const Claim& b) { return a.gain > b.gain; });
    return claims;
}

int actorsGaining(const std::vector<Claim>& claims, double points)
{
    QHash<QString, double> gains;
    for (const Claim& claim : claims)
        gains[claim.actor] += claim.gain;
    return static_cast<int>(
        std::count_if(gains.begin(), gains.end(), [points](double gain) { return gain > points; }));
}

std::vector<Contradiction> contradictionsOf(const Study& study, const ActorData& actor)
{
    std::vector<Contradiction> out;
    for (const assessment::Model::Indicator& indicator : study.model().indicators()) {
        const auto found = actor.assessment.indicators.find(indicator.code);
        if (found == actor.assessment.indicators.end() || found->second.evidence != 0) continue;
        assessment::EvidenceOverrides declared;
        for (const auto& [code, score] : actor.assessment.indicators)
            declared.levels.insert(code, code == indicator.code ? 1 : score.evidence);
        const auto otherwise = assessment::assess(study.model(), study.form(), actor.inScope, declared);
        out.push_back({actor.id, nameOf(actor), indicator.code, indicator.label,
                       questionsRead(study, indicator),
                       otherwise.global.central.value_or(0) - actor.assessment.global.central.value_or(0)});
    }
    return out;
}

std::vector<Contradiction> contradictions(const Study& study, const disclosure::StudyData& data,
                                          const base::Progress& progress)
{
    const auto actors = actorsById(data);
    std::vector<Contradiction> out;
    int done = 0;
    for (const assessment::RankLine& line : data.ranking) {
        base::advance(progress, QStringLiteral("assess"), done++, static_cast<int>(data.ranking.size()));
        if (!line.rank || !actors.contains(line.id)) continue;
        const auto found = contradictionsOf(study, *actors.value(line.id));
        out.insert(out.end(), found.begin(), found.end());
    }
    return out;
}

std::vector<MissingQuestion> questionsToAsk(const Study& study, const ActorData& actor)
{
    std::vector<MissingQuestion> out;
    for (const assessment::MissingAnswer& each :
         assessment::missingAnswers(study.model(), actor.inScope, actor.assessment)) {
        const questionnaire::Question* question = study.form().question(each.question);
        out.push_back({each.question, question ? question->label : each.question, each.indicators, each.low,
                       each.high});
    }
    return out;
}

assessment::Interval rawScore(const assessment::Model& model, const ActorData& actor)
{
    return assessment::scoreWithoutCaps(model, actor.inScope, actor.assessment);
}

QHash<QString, assessment::Interval> rawScores(const disclosure::StudyData& data)
{
    const auto actors = actorsById(data);
    QHash<QString, assessment::Interval> out;
    for (const assessment::RankLine& line : data.ranking)
        if (line.rank && actors.contains(line.id))
            out.insert(line.id, rawScore(*data.model, *actors.value(line.id)));
    return out;
}

} // namespace workflow
