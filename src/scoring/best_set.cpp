#include "scoring/best_set.h"

#include "scoring/set_search.h"

#include <algorithm>
#include <limits>

namespace scoring {
namespace {

bool isBetter(const BestSet& a, const BestSet& b)
{
    return a.gain > b.gain || (a.gain == b.gain && a.members < b.members);
}

/// The best sets seen so far, each once.
class Podium : public SetSearch::Sink
{
public:
    explicit Podium(size_t size) : m_size(size) {}

    double floor() const override
    {
        return m_sets.size() < m_size ? -std::numeric_limits<double>::max() : m_sets.back().gain;
    }

    void offer(const BestSet& set) override
    {
        const auto place = std::lower_bound(m_sets.begin(), m_sets.end(), set, isBetter);
        if (place != m_sets.end() && place->members == set.members) return;
        m_sets.insert(place, set);
        if (m_sets.size() > m_size) m_sets.pop_back();
    }

    std::vector<BestSet> take() { return std::move(m_sets); }

private:
    size_t m_size;
    std::vector<BestSet> m_sets;
};

} // namespace

double gainOf(const CoverageProblem& problem, std::span<const double> demand, const SetOfThree& members)
{
    double gain = 0;
    for (size_t cell = 0; cell < demand.size(); ++cell)
        gain +=
            demand[cell] * std::max({problem.value.at(members[0], cell), problem.value.at(members[1], cell),
                                     problem.value.at(members[2], cell)});
    return gain;
}

bool meets(const CoverageProblem& problem, const SetOfThree& members)
{
    const auto reaches = [&](const CellGroup& group) {
        return std::any_of(group.cells.begin(), group.cells.end(), [&](size_t cell) {
            return std::any_of(members.begin(), members.end(),
                               [&](size_t a) { return problem.value.at(a, cell) >= group.threshold; });
        });
    };
    return std::all_of(problem.mustCover.begin(), problem.mustCover.end(), reaches);
}

BestSets bestSets(const CoverageProblem& problem, size_t top, const Run& run)
{
    BestSets result;
    if (top == 0) return result;
    Podium podium(top);
    SetSearch search(problem, problem.demand);
    result.proved = search.run(podium, run);
    result.best = podium.take();
    result.evaluated = search.evaluated();
    return result;
}

} // namespace scoring
