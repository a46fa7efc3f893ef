#include "workflow/analysis_views.h"

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
        const auto better = assessment::assess(study.model(), study.form(), actor.inScope, shown);
        const double gain = better.global.central.value_or(0) - actor.assessment.global.central.value_or(0);
        if (gain > 0)
            claims.push_back({actor.id, nameOf(actor), indicator.code, indicator.label, indicator.evidence,
                              found->second.raw, found->second.kept, gain});
    }
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

} // namespace workflow
