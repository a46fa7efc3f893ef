#include "scoring/best_set.h"
#include "scoring/score_table.h"
#include "scoring/set_search.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>
#include <map>

namespace scoring {
namespace {

constexpr size_t Block = 64;
constexpr size_t MostEnumerated = 40000; ///< sets worked out one by one; beyond, by branch and bound
constexpr size_t MostRegrets = 10;       ///< sets often best whose regret is told

/// Keeps the best set only.
class Winner : public SetSearch::Sink
{
public:
    double floor() const override { return m_set ? m_set->gain : -std::numeric_limits<double>::max(); }
    void offer(const BestSet& set) override
    {
        if (!m_set || set.gain > m_set->gain) m_set = set;
    }
    const std::optional<BestSet>& set() const { return m_set; }

private:
    std::optional<BestSet> m_set;
};

std::vector<size_t> eligibleOf(const CoverageProblem& problem)
{
    std::vector<size_t> eligible;
    for (size_t a = 0; a < problem.value.rows(); ++a)
        if (problem.eligible.empty() || problem.eligible[a]) eligible.push_back(a);
    return eligible;
}

/// All sets that meet the requirements, by members; nothing when there are too many.
std::vector<SetOfThree> allSets(const CoverageProblem& problem)
{
    const std::vector<size_t> eligible = eligibleOf(problem);
    const size_t n = eligible.size();
    std::vector<SetOfThree> sets;
    if (n < 3 || n * (n - 1) / 2 * (n - 2) / 3 > MostEnumerated) return sets;
    for (size_t i = 0; i < n; ++i)
        for (size_t j = i + 1; j < n; ++j)
            for (size_t k = j + 1; k < n; ++k) {
                const SetOfThree set{eligible[i], eligible[j], eligible[k]};
                if (meets(problem, set)) sets.push_back(set);
            }
    return sets;
}

Matrix coverageOf(const CoverageProblem& problem, const std::vector<SetOfThree>& sets)
{
    Matrix coverage(sets.size(), problem.value.columns());
    for (size_t s = 0; s < sets.size(); ++s)
        for (size_t cell = 0; cell < coverage.columns(); ++cell)
            for (const size_t a : sets[s])
                coverage.at(s, cell) = std::max(coverage.at(s, cell), problem.value.at(a, cell));
    return coverage;
}

/// Gain and members of the best set of each sample.
using Bests = std::vector<BestSet>;

std::optional<Bests> enumerate(const std::vector<SetOfThree>& sets, const CoverageProblem& problem,
                               const Matrix& demands, const Run& run)
{
    constexpr size_t Together = ScoreTable::Together;
    const ScoreTable table(coverageOf(problem, sets));
    Bests bests(demands.rows());
    const auto work = [&](size_t, size_t block) {
        std::vector<double> weights(Together * demands.columns()), gains(Together * table.stride());
        const size_t end = std::min(demands.rows(), (block + 1) * Block);
        for (size_t t = block * Block; t < end; t += Together) {
            for (size_t i = 0; i < Together; ++i)
                std::ranges::copy(demands.row(std::min(t + i, end - 1)),
                                  weights.begin() + static_cast<std::ptrdiff_t>(i * demands.columns()));
            table.score(weights, gains);
            for (size_t i = 0; i < Together && t + i < end; ++i) {
                const double* row = gains.data() + i * table.stride();
                const auto place = static_cast<size_t>(std::max_element(row, row + sets.size()) - row);
                bests[t + i] = {sets[place], gainOf(problem, demands.row(t + i), sets[place])};
            }
        }
    };
    if (!forBlocks((demands.rows() + Block - 1) / Block, run, work)) return std::nullopt;
    return bests;
}

std::optional<Bests> search(const CoverageProblem& problem, const Matrix& demands, const Run& run)
{
    Bests bests(demands.rows());
    const auto work = [&](size_t, size_t t) {
        Winner winner;
        SetSearch search(problem, demands.row(t));
        search.run(winner, {});
        if (winner.set()) bests[t] = *winner.set();
    };
    if (!forBlocks(demands.rows(), run, work)) return std::nullopt;
    return bests;
}

/// Rounding can make a set seem better than the best: that is no regret.
double regretOf(const CoverageProblem& problem, const Matrix& demands, const Bests& bests, size_t t,
                const SetOfThree& set)
{
    return std::max(0.0, bests[t].gain - gainOf(problem, demands.row(t), set));
}

SetRegret regretsOf(const CoverageProblem& problem, const Matrix& demands, const Bests& bests,
                    const SetOfThree& set)
{
    std::vector<double> regrets;
    double sum = 0;
    for (size_t t = 0; t < demands.rows(); ++t) {
        regrets.push_back(regretOf(problem, demands, bests, t, set));
        sum += regrets.back();
    }
    std::sort(regrets.begin(), regrets.end());
    const size_t at95 = (95 * regrets.size() + 99) / 100 - 1;
    return {set, sum / static_cast<double>(regrets.size()), regrets[at95], regrets.back()};
}

/// The set of least largest regret. The largest regret is at least the mean one, and gains are linear in the
/// demand: only sets whose gain under the mean demand comes within that of the mean best can do better.
class LeastLargest : public SetSearch::Sink
{
public:
    LeastLargest(const CoverageProblem& problem, const Matrix& demands, const Bests& bests)
        : m_problem(problem), m_demands(demands), m_bests(bests)
    {
        for (const BestSet& best : bests)
            m_meanBest += best.gain / static_cast<double>(bests.size());
    }

    double floor() const override
    {
        return m_set ? m_meanBest - m_least : -std::numeric_limits<double>::max();
    }

    void offer(const BestSet& set) override
    {
        // The sample that told the last set apart comes first: it is the likeliest to tell this one too.
        double largest = regretOf(m_problem, m_demands, m_bests, m_telling, set.members);
        for (size_t t = 0; t < m_demands.rows(); ++t) {
            if (m_set && largest >= m_least) return;
            const double regret = regretOf(m_problem, m_demands, m_bests, t, set.members);
            if (regret <= largest) continue;
            largest = regret;
            m_telling = t;
        }
        if (m_set && largest >= m_least) return;
        m_set = set.members;
        m_least = largest;
    }

    const std::optional<SetOfThree>& set() const { return m_set; }

private:
    const CoverageProblem& m_problem;
    const Matrix& m_demands;
    const Bests& m_bests;
    double m_meanBest = 0, m_least = std::numeric_limits<double>::max();
    size_t m_telling = 0;
    std::optional<SetOfThree> m_set;
};

std::vector<double> meanOf(const Matrix& demands)
{
    std::vector<double> mean(demands.columns());
    for (size_t t = 0; t < demands.rows(); ++t)
        for (size_t cell = 0; cell < mean.size(); ++cell)
            mean[cell] += demands.at(t, cell) / static_cast<double>(demands.rows());
    return mean;
}

void takeProbabilities(const CoverageProblem& problem, const Bests& bests, RobustSets& result)
{
    std::map<SetOfThree, size_t> counts;
    for (const BestSet& best : bests)
        ++counts[best.members];
    const auto n = static_cast<double>(bests.size());
    std::vector<size_t> in(problem.value.rows());
    for (const auto& [members, count] : counts) {
        result.optimal.push_back({members, static_cast<double>(count) / n});
        for (const size_t a : members)
            in[a] += count;
    }
    std::ranges::stable_sort(result.optimal, std::greater<>(), &SetProbability::probability);
    for (const size_t count : in)
        result.coreIndex.push_back(static_cast<double>(count) / n);
}

void takeRegrets(const CoverageProblem& problem, const Matrix& demands, const Bests& bests,
                 std::span<const SetOfThree> asked, RobustSets& result)
{
    std::vector<SetOfThree> told(asked.begin(), asked.end());
    for (size_t i = 0; i < std::min(MostRegrets, result.optimal.size()); ++i)
        if (std::ranges::find(told, result.optimal[i].members) == told.end())
            told.push_back(result.optimal[i].members);
    for (const SetOfThree& set : told)
        result.regrets.push_back(regretsOf(problem, demands, bests, set));
}

} // namespace

std::optional<RobustSets> robustSets(const CoverageProblem& problem, const Matrix& demands,
                                     std::span<const SetOfThree> asked, const Run& run)
{
    assert(demands.rows() > 0 && demands.columns() == problem.value.columns());
    RobustSets result;
    result.samples = demands.rows();
    result.coreIndex.resize(problem.value.rows());
    const std::vector<double> mean = meanOf(demands);
    Winner any;
    SetSearch(problem, mean).run(any, {});
    if (!any.set()) return result;
    result.coreIndex.clear();
    const std::vector<SetOfThree> sets = allSets(problem);
    const auto bests = sets.empty() ? search(problem, demands, run) : enumerate(sets, problem, demands, run);
    if (!bests) return std::nullopt;
    takeProbabilities(problem, *bests, result);
    takeRegrets(problem, demands, *bests, asked, result);
    LeastLargest least(problem, demands, *bests);
    for (const SetRegret& told : result.regrets)
        least.offer({told.members, 0});
    if (!SetSearch(problem, mean).run(least, run)) return std::nullopt;
    result.minimax = regretsOf(problem, demands, *bests, *least.set());
    return result;
}

} // namespace scoring
