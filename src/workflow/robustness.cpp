#include "workflow/robustness.h"

#include "workflow/analysis.h"
#include "workflow/handed_results.h"
#include "workflow/sharing.h"
#include "workflow/study.h"

namespace workflow {
namespace {

using assessment::TrioCandidate;
using disclosure::ActorData;
using disclosure::StudyData;

TrioCandidate candidateOf(const ActorData& actor)
{
    return {actor.id, nameOf(actor), &actor.assessment, &actor.inScope};
}

} // namespace

assessment::Robustness robustness(const Study& study, const StudyData& data,
                                  const assessment::RobustnessSetup& setup, const base::Progress& progress)
{
    std::vector<TrioCandidate> actors;
    for (const ActorData& actor : data.actors)
        if (!actor.assessment.institution) actors.push_back(candidateOf(actor));
    assessment::Robustness found =
        assessment::robustness(study.model(), actors, study.selectionSetup(), setup, progress);
    if (isReviewerDossier(study)) review::useDraws(study, found);
    return found;
}

assessment::TrioSearch findTrios(const Study& study, const StudyData& data,
                                 const assessment::Weights& weights, int top)
{
    if (isReviewerDossier(study) && weights == assessment::Weights::of(study.model())) {
        assessment::TrioSearch handed = review::handedTrios(study);
        handed.trios.resize(std::min(handed.trios.size(), static_cast<size_t>(top)));
        return handed;
    }
    const assessment::GlobalScore global(study.model(), weights);
    std::vector<TrioCandidate> eligible;
    for (const ActorData& actor : data.actors) {
        if (actor.assessment.institution || !actor.eligibleFrom) continue;
        const auto score = global(actor.assessment).central;
        if (score && *score >= *actor.eligibleFrom) eligible.push_back(candidateOf(actor));
    }
    return assessment::findTrios(study.model(), eligible, study.selectionSetup(), weights, top);
}

std::vector<assessment::RankLine> rank(const Study& study, const StudyData& data,
                                       const assessment::Weights& weights)
{
    const assessment::GlobalScore global(study.model(), weights);
    std::vector<assessment::RankInput> inputs;
    for (const ActorData& actor : data.actors)
        if (!actor.assessment.institution)
            inputs.push_back({actor.id, nameOf(actor), &actor.assessment, global(actor.assessment)});
    return assessment::rank(inputs);
}

std::optional<assessment::Trio> describeTrio(const Study& study, const StudyData& data,
                                             const std::array<QString, 3>& ids,
                                             const assessment::Weights& weights)
{
    std::array<TrioCandidate, 3> three;
    for (size_t i = 0; i < 3; ++i)
        for (const ActorData& actor : data.actors)
            if (actor.id == ids[i]) three[i] = candidateOf(actor);
    return assessment::describeTrio(study.model(), three, study.selectionSetup(), weights);
}

std::optional<assessment::Trio> bestTrioWith(const Study& study, const StudyData& data, const QString& id,
                                             size_t most)
{
    std::optional<TrioCandidate> own;
    std::vector<TrioCandidate> others;
    for (const ActorData& actor : data.actors) {
        if (actor.assessment.institution || !assessment::allMet(actor.eligibility)) continue;
        if (actor.id == id)
            own = candidateOf(actor);
        else
            others.push_back(candidateOf(actor));
    }
    if (!own || others.size() > most) return std::nullopt;
    const auto weights = assessment::Weights::of(study.model());
    const assessment::SelectionSetup setup = study.selectionSetup();
    std::optional<assessment::Trio> best;
    for (size_t i = 0; i < others.size(); ++i)
        for (size_t j = i + 1; j < others.size(); ++j) {
            const auto trio =
                assessment::describeTrio(study.model(), {*own, others[i], others[j]}, setup, weights);
            if (trio &&
                (!best || std::pair(trio->allMet(), trio->note) > std::pair(best->allMet(), best->note)))
                best = trio;
        }
    return best;
}

} // namespace workflow
