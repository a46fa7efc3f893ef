#pragma once
#include "scoring/matrix.h"

#include <optional>
#include <vector>

namespace scoring {

// The analytic hierarchy process (Saaty 1980) on a matrix of judgements: a_ij says how many times i weighs j.

/// Whose mean consistency index of random matrices divides the index of a matrix.
enum class RandomIndex : unsigned char {
    Saaty,        ///< Saaty 1980
    AlonsoLamata, ///< Alonso & Lamata 2006, 100,000 matrices
    TummalaLing   ///< Tummala & Ling 1998
};

/// Empty beyond 15 criteria; 0 up to two, which are always consistent.
std::optional<double> randomIndex(RandomIndex table, size_t criteria);

/// The judgement farthest from the ratio of the weights, with what the weights would say in its place.
struct Reconsidered
{
    size_t row = 0, column = 0; ///< row < column
    double given = 1, suggested = 1;
};

struct AhpResult
{
    std::vector<double> eigenWeights;     ///< principal eigenvector by power iteration
    std::vector<double> geometricWeights; ///< geometric means of the rows (Crawford & Williams 1985)
    double lambdaMax = 0;
    double consistencyIndex = 0;            ///< (λmax - n)/(n - 1); 0 for a single criterion
    std::optional<Reconsidered> reconsider; ///< nothing when every judgement agrees

    /// Consistency ratio; 0 up to two criteria, empty beyond the table.
    std::optional<double> consistencyRatio(RandomIndex table) const;
};

/// A judgement that is not positive, or whose opposite is not its inverse within `tolerance` (share).
struct BadJudgement
{
    size_t row = 0, column = 0;
};
std::vector<BadJudgement> badJudgements(const Matrix& judgements, double tolerance = 0.05);

/// Square, without bad judgements, at least one criterion.
AhpResult ahp(const Matrix& judgements);

} // namespace scoring
