#include "scoring/best_set.h"
#include "scoring/weight_law.h"

#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace {

using scoring::BestSet;
using scoring::CoverageProblem;
using scoring::Matrix;
using scoring::SetOfThree;

/// All sets that meet the requirements, one by one, best first.
std::vector<BestSet> allSets(const CoverageProblem& problem, std::span<const double> demand)
{
    std::vector<BestSet> sets;
    const size_t n = problem.value.rows();
    for (size_t i = 0; i < n; ++i)
        for (size_t j = i + 1; j < n; ++j)
            for (size_t k = j + 1; k < n; ++k) {
                const SetOfThree set{i, j, k};
                const bool eligible = problem.eligible.empty() ||
                                      (problem.eligible[i] && problem.eligible[j] && problem.eligible[k]);
                if (eligible && scoring::meets(problem, set))
                    sets.push_back({set, scoring::gainOf(problem, demand, set)});
            }
    std::ranges::stable_sort(sets, std::greater<>(), &BestSet::gain);
    return sets;
}

CoverageProblem randomProblem()
{
    CoverageProblem problem;
    const auto rows = *rc::gen::inRange<size_t>(0, 13), cells = *rc::gen::inRange<size_t>(1, 11);
    problem.value = Matrix(rows, cells);
    for (size_t a = 0; a < rows; ++a)
        for (double& x : problem.value.row(a))
            x = std::max(0, *rc::gen::inRange(-5, 12)) / 11.0;
    for (size_t cell = 0; cell < cells; ++cell)
        problem.demand.push_back(*rc::gen::inRange(0, 30) / 7.0);
    if (*rc::gen::arbitrary<bool>())
        for (size_t a = 0; a < rows; ++a)
            problem.eligible.push_back(*rc::gen::inRange(0, 4) > 0);
    for (int groups = *rc::gen::inRange(0, 3); groups > 0; --groups)
        problem.mustCover.push_back(
            {{*rc::gen::inRange<size_t>(0, cells), *rc::gen::inRange<size_t>(0, cells)}, 0.5});
    return problem;
}

} // namespace

TEST(BestSets, equalBruteForce)
{
    EXPECT_TRUE(rc::check([] {
        const CoverageProblem problem = randomProblem();
        const std::vector<BestSet> all = allSets(problem, problem.demand);
        const auto top = *rc::gen::inRange<size_t>(1, 8);
        const scoring::BestSets found = scoring::bestSets(problem, top);
        RC_ASSERT(found.proved);
        RC_ASSERT(found.best.size() == std::min(top, all.size()));
        for (size_t i = 0; i < found.best.size(); ++i) {
            RC_ASSERT(std::abs(found.best[i].gain - all[i].gain) <= 1e-11 * all[i].gain);
            RC_ASSERT(std::ranges::count(all, found.best[i].members, &BestSet::members) == 1);
            RC_ASSERT(found.best[i].gain == scoring::gainOf(problem, problem.demand, found.best[i].members));
        }
    }));
}

TEST(RobustSets, equalBruteForce)
{
    EXPECT_TRUE(rc::check([] {
        const CoverageProblem problem = randomProblem();
        const size_t cells = problem.demand.size();
        const Matrix demands = scoring::drawAll(scoring::UniformWeights{}, cells, 20, 9);
        const auto robust = scoring::robustSets(problem, demands, {});
        const std::vector<BestSet> all = allSets(problem, problem.demand);
        RC_ASSERT(robust->minimax.has_value() == !all.empty());
        if (all.empty()) return;
        double least = 1e9, total = 0;
        for (const BestSet& set : all) {
            double largest = 0;
            for (size_t t = 0; t < demands.rows(); ++t)
                largest = std::max(largest, allSets(problem, demands.row(t))[0].gain -
                                                scoring::gainOf(problem, demands.row(t), set.members));
            least = std::min(least, largest);
        }
        RC_ASSERT(std::abs(robust->minimax->max - least) < 1e-9);
        for (const double index : robust->coreIndex)
            total += index;
        RC_ASSERT(std::abs(total - 3) < 1e-9);
    }));
}

// The generalist of 3/5 among four specialists belongs to the best three with probability 3/11: it must
// replace a specialist, whose service is worth little.
TEST(RobustSets, agreeWithTheGeneralistWorkedOutByHand)
{
    constexpr size_t Samples = 100000;
    CoverageProblem problem;
    problem.value = Matrix(5, 4);
    for (size_t s = 0; s < 4; ++s) {
        problem.value.at(s, s) = 1;
        problem.value.at(4, s) = 0.6;
    }
    problem.demand.assign(4, 1);
    const auto robust =
        scoring::robustSets(problem, scoring::drawAll(scoring::UniformWeights{}, 4, Samples, 2), {});
    EXPECT_NEAR(robust->coreIndex[4], 3.0 / 11, 4 * std::sqrt(3.0 / 11 * 8 / 11 / Samples));
    EXPECT_NEAR(robust->coreIndex[0], 15.0 / 22, 4 * std::sqrt(15.0 / 22 * 7 / 22 / Samples));
}
