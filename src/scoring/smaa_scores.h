#pragma once
#include "scoring/score_table.h"
#include "scoring/smaa.h"

namespace scoring {

/// Scores of all alternatives under the weights and the values drawn for a sample. Private to SMAA.
class SmaaScores
{
public:
    static constexpr size_t Block = WeightSampler::Block;

    SmaaScores(const SmaaProblem& problem, std::uint64_t seed);

    size_t alternatives() const { return m_alternatives; }
    size_t criteria() const { return m_problem.values.columns(); }
    size_t stride() const { return m_table.stride(); }
    bool valuesVary() const { return !m_problem.uncertain.empty() || givenValues(); }

    /// Weights of the samples of a block, one row each.
    void drawWeights(size_t block, size_t count, std::span<double> weights) const;
    /// What the uncertain values of each sample add to their low bounds, one row each.
    void drawValues(size_t block, size_t count, std::vector<double>& above) const;
    /// Scores of ScoreTable::Together samples from `sample` on (rows of stride()); those past `count` are 0.
    void score(size_t block, size_t sample, size_t count, std::span<const double> weights,
               std::span<const double> above, std::span<double> scores) const;
    /// Scores of one sample's values under weights of another origin.
    void scoreUnder(std::span<const double> weights, std::span<const double> base, size_t block,
                    size_t sample, std::span<const double> above, std::span<double> scores) const;
    /// Scores at the low bounds of the uncertain values.
    std::vector<double> baseUnder(std::span<const double> weights) const;

private:
    bool givenValues() const { return m_problem.valueSamples.rows() > 0; }
    void scoreGiven(size_t sample, std::span<const double> weights, std::span<double> scores) const;
    void addUncertain(std::span<const double> weights, std::span<const double> above,
                      std::span<double> scores) const;

    const SmaaProblem& m_problem;
    std::uint64_t m_seed;
    size_t m_alternatives;
    Matrix m_low; ///< values with the uncertain ones at their low bound
    ScoreTable m_table;
    WeightSampler m_sampler;
};

} // namespace scoring
