#include "assessment/trio_problem.h"

#include <algorithm>

namespace assessment {

bool Trio::allMet() const
{
    return std::all_of(constraints.begin(), constraints.end(), [](const Constraint& c) { return c.met; });
}

namespace {

/// The constraint that, lifted alone, opens the best set; failing that, the one the best of all sets misses
/// least.
QString nearestToLift(const Model& model, const TrioProblem& problem, const std::vector<Trio>& bestOfAll,
                      std::int64_t& examined)
{
    QString nearest;
    double note = -1;
    for (const ConstraintRule& constraint : model.d().constraints) {
        const auto found = problem.best(1, constraint.code, examined);
        if (found.empty() || found.front().value.note <= note) continue;
        note = found.front().value.note;
        nearest = constraint.code;
    }
    if (!nearest.isEmpty() || bestOfAll.empty()) return nearest;
    const auto missing = [](const Constraint& constraint) {
        return constraint.met ? ServiceCount + 1 : static_cast<int>(constraint.missing.size());
    };
    const auto& failing = bestOfAll.front().constraints;
    return std::min_element(failing.begin(), failing.end(),
                            [&](const Constraint& a, const Constraint& b) { return missing(a) < missing(b); })
        ->code;
}

} // namespace

TrioSearch findTrios(const Model& model, const std::vector<TrioCandidate>& eligible,
                     const SelectionSetup& setup, int top)
{
    return findTrios(model, eligible, setup, Weights::of(model), top);
}

TrioSearch findTrios(const Model& model, const std::vector<TrioCandidate>& eligible,
                     const SelectionSetup& setup, const Weights& weights, int top)
{
    const TrioProblem problem(model, eligible, setup, weights);
    std::int64_t examined = 0;
    TrioSearch search;
    for (const scoring::TrioResult& found : problem.best(top, {}, examined))
        search.trios.push_back(problem.describe(found.members));
    search.anyMeetsConstraints = !search.trios.empty();
    if (!search.anyMeetsConstraints) {
        for (const scoring::TrioResult& found : problem.bestOfAll(top, examined))
            search.trios.push_back(problem.describe(found.members));
        search.nearestFailing = nearestToLift(model, problem, search.trios, examined);
    }
    search.examined = examined;
    return search;
}

std::optional<Trio> describeTrio(const Model& model, const std::array<TrioCandidate, 3>& three,
                                 const SelectionSetup& setup, const Weights& weights)
{
    const std::vector<TrioCandidate> candidates(three.begin(), three.end());
    const TrioProblem problem(model, candidates, setup, weights);
    if (problem.candidates().size() < 3) return std::nullopt;
    return problem.describe({0, 1, 2});
}

} // namespace assessment
