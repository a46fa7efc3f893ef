#pragma once
#include "scoring/matrix.h"
#include "scoring/parallel.h"
#include "scoring/weight_law.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace scoring {

/// A value known only to lie between two bounds, any number between being as likely.
struct UncertainValue
{
    size_t alternative = 0, criterion = 0;
    double low = 0, high = 1;
};

/// Stochastic multicriteria acceptability analysis (SMAA-2, Lahdelma & Salminen 2001) on weighted sums.
struct SmaaProblem
{
    Matrix values;                         ///< alternatives × criteria, more is better
    std::vector<UncertainValue> uncertain; ///< replace the entries they name
    WeightLaw weights;
    /// With given weights only: the values of each sample, one row of alternatives × criteria per sample.
    /// Replaces `values` and `uncertain` unless it is empty.
    Matrix valueSamples;
};

struct SmaaOptions
{
    size_t samples = 10000; ///< for given weights: their number counts instead
    std::uint64_t seed = 1;
    bool pairwise = true; ///< costs alternatives² × samples
};

struct SmaaResult
{
    /// Share of the samples that give alternative (row) the rank (column + 1) = 1 + number strictly better.
    Matrix acceptability;
    /// Mean weights of the samples where the alternative comes first; empty when it never does.
    std::vector<std::optional<std::vector<double>>> centralWeights;
    /// Share of the values drawn for which it comes first with its central weights.
    std::vector<std::optional<double>> confidence;
    Matrix pairwise;          ///< share of the samples where the row is strictly better than the column
    double choiceEntropy = 0; ///< of the first ranks, in bits
    std::optional<double> rankingEntropy; ///< of whole rankings, in bits; up to 8 alternatives
    size_t samples = 0;
    std::uint64_t seed = 0;
    /// Half-width, at most, of the 95 % interval of each share.
    double halfWidth95 = 0;
};

/// Number of samples that a problem and its options lead to.
size_t samplesOf(const SmaaProblem& problem, const SmaaOptions& options);

/// Half-width at most of the 95 % interval of a share over n samples: 1.96 √(¼/n).
double halfWidth95(size_t samples);

/// The same problem, samples and seed give the same bytes on any computer, whatever the number of threads.
/// Empty when cancelled. At most Ranker::MostAlternatives alternatives.
std::optional<SmaaResult> smaa(const SmaaProblem& problem, const SmaaOptions& options, const Run& run = {});

} // namespace scoring
