#include "scoring/smaa_scores.h"

#include <algorithm>
#include <cassert>

namespace scoring {
namespace {

Matrix withLowBounds(const SmaaProblem& problem)
{
    Matrix values = problem.values;
    for (const UncertainValue& value : problem.uncertain)
        values.at(value.alternative, value.criterion) = value.low;
    return values;
}

} // namespace

SmaaScores::SmaaScores(const SmaaProblem& problem, std::uint64_t seed)
    : m_problem(problem), m_seed(seed), m_alternatives(problem.values.rows()), m_low(withLowBounds(problem)),
      m_table(m_low), m_sampler(problem.weights, problem.values.columns())
{
    assert(!givenValues() || problem.valueSamples.columns() == m_alternatives * criteria());
}

void SmaaScores::drawWeights(size_t block, size_t count, std::span<double> weights) const
{
    m_sampler.drawBlock(m_seed, block, count, criteria(), weights);
    std::fill(weights.begin() + static_cast<std::ptrdiff_t>(count * criteria()), weights.end(), 0.0);
}

void SmaaScores::drawValues(size_t block, size_t count, std::vector<double>& above) const
{
    above.resize(count * m_problem.uncertain.size());
    if (above.empty()) return;
    Random random(m_seed, 2 * block + 1);
    size_t next = 0;
    for (size_t s = 0; s < count; ++s)
        for (const UncertainValue& value : m_problem.uncertain)
            above[next++] = random.uniform() * (value.high - value.low);
}

void SmaaScores::score(size_t block, size_t sample, size_t count, std::span<const double> weights,
                       std::span<const double> above, std::span<double> scores) const
{
    constexpr size_t Together = ScoreTable::Together;
    if (!givenValues()) m_table.score(weights.subspan(sample * criteria(), Together * criteria()), scores);
    for (size_t s = 0; s < Together && sample + s < count; ++s) {
        const auto ownWeights = weights.subspan((sample + s) * criteria(), criteria());
        const auto ownScores = scores.subspan(s * stride(), stride());
        if (givenValues())
            scoreGiven(block * Block + sample + s, ownWeights, ownScores);
        else
            addUncertain(ownWeights, above.subspan((sample + s) * m_problem.uncertain.size()), ownScores);
    }
}

void SmaaScores::scoreUnder(std::span<const double> weights, std::span<const double> base, size_t block,
                            size_t sample, std::span<const double> above, std::span<double> scores) const
{
    if (givenValues()) return scoreGiven(block * Block + sample, weights, scores);
    std::copy(base.begin(), base.end(), scores.begin());
    addUncertain(weights, above.subspan(sample * m_problem.uncertain.size()), scores);
}

std::vector<double> SmaaScores::baseUnder(std::span<const double> weights) const
{
    std::vector<double> scores(m_alternatives);
    for (size_t a = 0; a < m_alternatives; ++a)
        for (size_t c = 0; c < criteria(); ++c)
            scores[a] += weights[c] * m_low.at(a, c);
    return scores;
}

void SmaaScores::scoreGiven(size_t sample, std::span<const double> weights, std::span<double> scores) const
{
    const double* value = m_problem.valueSamples.row(sample).data();
    for (size_t a = 0; a < m_alternatives; ++a) {
        double sum = 0;
        for (size_t c = 0; c < criteria(); ++c)
            sum += weights[c] * *value++;
        scores[a] = sum;
    }
}

void SmaaScores::addUncertain(std::span<const double> weights, std::span<const double> above,
                              std::span<double> scores) const
{
    size_t next = 0;
    for (const UncertainValue& value : m_problem.uncertain)
        scores[value.alternative] += weights[value.criterion] * above[next++];
}

} // namespace scoring
