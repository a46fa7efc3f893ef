#include "assessment/draws.h"
#include "assessment/missing_answers.h"
#include "assessment/trio_robustness.h"
#include "base/error.h"
#include "scoring/methods.h"
#include "scoring/sensitivity.h"
#include "scoring/smaa.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace assessment {
namespace {

const QString Stage = QStringLiteral("robustness");

bool isRanked(const TrioCandidate& actor)
{
    return actor.assessment && actor.answers && actor.assessment->rankable &&
           actor.assessment->global.central;
}

std::vector<TrioCandidate> rankedOf(const std::vector<TrioCandidate>& actors)
{
    std::vector<TrioCandidate> out;
    std::copy_if(actors.begin(), actors.end(), std::back_inserter(out), isRanked);
    std::sort(out.begin(), out.end(),
              [](const TrioCandidate& a, const TrioCandidate& b) { return a.id < b.id; });
    return out;
}

scoring::SmaaProblem problemOf(const Model& model, const std::vector<TrioCandidate>& ranked,
                               const RobustnessSetup& setup)
{
    scoring::SmaaProblem problem;
    problem.values = scoring::Matrix(ranked.size(), model.dimensions().size());
    problem.weights = lawOf(model, setup);
    for (size_t i = 0; i < ranked.size(); ++i) {
        const ScoreBounds bounds = boundsOf(model, *ranked[i].assessment);
        for (size_t d = 0; d < bounds.central.size(); ++d) {
            problem.values.at(i, d) = bounds.central[d];
            if (setup.drawsUnknowns && bounds.low[d] < bounds.high[d])
                problem.uncertain.push_back({i, d, bounds.low[d], bounds.high[d]});
        }
    }
    return problem;
}

/// The engine reports and stops in its own way.
scoring::SmaaResult runSmaa(const scoring::SmaaProblem& problem, const RobustnessSetup& setup,
                            const base::Progress& progress)
{
    std::atomic<bool> cancelled = false;
    scoring::Run run;
    run.cancelled = &cancelled;
    run.progress = [&](double share) {
        if (progress && !progress({Stage, static_cast<int>(share * 50), 100})) cancelled = true;
    };
    const scoring::SmaaOptions options{static_cast<size_t>(setup.samples), setup.seed, setup.pairwise};
    auto result = scoring::smaa(problem, options, run);
    if (!result) throw base::Error(base::ErrorCode::Cancelled, QStringLiteral("robustness"));
    return std::move(*result);
}

ActorRobustness describe(const Model& model, const scoring::SmaaResult& found, size_t i)
{
    ActorRobustness out;
    const auto shares = found.acceptability.row(i);
    out.acceptability.assign(shares.begin(), shares.end());
    for (size_t r = 0; r < std::min<size_t>(3, shares.size()); ++r)
        out.first3 += shares[r];
    if (found.centralWeights[i]) {
        out.centralWeights.emplace();
        for (size_t d = 0; d < model.dimensions().size(); ++d)
            out.centralWeights->emplace(model.dimensions()[d].code, (*found.centralWeights[i])[d]);
    }
    out.confidence = found.confidence[i].value_or(0);
    if (found.pairwise.rows() > 0) {
        const auto ahead = found.pairwise.row(i);
        out.pairwise.assign(ahead.begin(), ahead.end());
    }
    return out;
}

void addRanks(const Model& model, const std::vector<TrioCandidate>& ranked, Robustness& out)
{
    std::vector<double> kept, raw;
    for (const TrioCandidate& actor : ranked) {
        kept.push_back(*actor.assessment->global.central);
        raw.push_back(scoreWithoutCaps(model, *actor.answers, *actor.assessment).central.value_or(0));
    }
    const std::vector<int> ranks = scoring::ranksOf(kept), rawRanks = scoring::ranksOf(raw);
    for (size_t i = 0; i < ranked.size(); ++i) {
        out.actors[i].rank = ranks[i];
        out.actors[i].rankWithoutCaps = rawRanks[i];
    }
}

/// Neighbours of the ranking, best first.
std::vector<size_t> leaders(const std::vector<TrioCandidate>& ranked, size_t most)
{
    std::vector<size_t> order(ranked.size());
    std::iota(order.begin(), order.end(), size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](size_t a, size_t b) {
        return *ranked[a].assessment->global.central > *ranked[b].assessment->global.central;
    });
    order.resize(std::min(order.size(), most));
    return order;
}

void addPairTipping(const Model& model, const std::vector<TrioCandidate>& ranked, Robustness& out)
{
    std::vector<double> weights;
    for (const Model::Node& dimension : model.dimensions())
        weights.push_back(dimension.weight);
    const std::vector<size_t> order = leaders(ranked, PairsShown + 1);
    for (size_t place = 1; place < order.size(); ++place) {
        const TrioCandidate &ahead = ranked[order[place - 1]], &behind = ranked[order[place]];
        const auto change = scoring::smallestFlip(boundsOf(model, *ahead.assessment).central,
                                                  boundsOf(model, *behind.assessment).central, weights);
        if (change)
            out.pairTipping.push_back(
                {ahead.id, behind.id, model.dimensions()[change->criterion].code, change->from, change->to});
    }
}

} // namespace

Robustness robustness(const Model& model, const std::vector<TrioCandidate>& actors,
                      const SelectionSetup& selection, const RobustnessSetup& setup,
                      const base::Progress& progress)
{
    assert(setup.samples > 0);
    Robustness out;
    out.setup = setup;
    out.halfWidth95 = scoring::halfWidth95(static_cast<size_t>(setup.samples));
    const std::vector<TrioCandidate> ranked = rankedOf(actors);
    if (ranked.empty()) return out;
    base::advance(progress, Stage, 0, 100);
    const scoring::SmaaResult found = runSmaa(problemOf(model, ranked, setup), setup, progress);
    for (size_t i = 0; i < ranked.size(); ++i) {
        out.actors.push_back(describe(model, found, i));
        out.actors.back().id = ranked[i].id;
    }
    addRanks(model, ranked, out);
    addPairTipping(model, ranked, out);
    TrioRobustnessStudy study(model, ranked, selection, setup);
    study.draw(out, progress);
    study.removeDimensions(out);
    study.findTipping(out, progress);
    return out;
}

} // namespace assessment
