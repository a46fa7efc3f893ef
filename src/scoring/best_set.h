#pragma once
#include "scoring/matrix.h"
#include "scoring/parallel.h"

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace scoring {

/// A set of three alternatives, increasing.
using SetOfThree = std::array<size_t, 3>;

/// Something the set must offer: one of its members reaches the threshold in one of the cells.
struct CellGroup
{
    std::vector<size_t> cells;
    double threshold = 0;
};

/// Gain of a set = Σ over cells of demand × the most that a member offers there. The gain is submodular: a
/// member adds less to a larger set.
struct CoverageProblem
{
    static constexpr size_t MostGroups = 64;

    Matrix value;               ///< alternatives × cells, not negative
    std::vector<double> demand; ///< per cell, not negative
    std::vector<bool> eligible; ///< per alternative; empty: all
    std::vector<CellGroup> mustCover;
};

struct BestSet
{
    SetOfThree members{};
    double gain = 0;
};

struct BestSets
{
    std::vector<BestSet> best;  ///< decreasing gain; which of equal sets (to 12 digits) are named is open
    bool proved = true;         ///< false when cancelled: the best among those looked at
    std::int64_t evaluated = 0; ///< complete sets whose gain was worked out
};

double gainOf(const CoverageProblem& problem, std::span<const double> demand, const SetOfThree& members);
bool meets(const CoverageProblem& problem, const SetOfThree& members);

/// The `top` best sets, exactly, by branch and bound. Runs on one thread, so that the number evaluated is
/// always the same.
BestSets bestSets(const CoverageProblem& problem, size_t top, const Run& run = {});

struct SetProbability
{
    SetOfThree members{};
    double probability = 0;
};

struct SetRegret
{
    SetOfThree members{};
    double mean = 0, p95 = 0, max = 0;
};

/// How sets fare when the demand is uncertain, over samples of it. Regret: gain of the best set of the
/// sample, less the gain of this one.
struct RobustSets
{
    std::vector<SetProbability> optimal; ///< sets that are best somewhere, the most often first; ties within
                                         ///< a sample go to the first by members
    std::vector<double> coreIndex;       ///< share of the samples whose best set holds the alternative
    std::vector<SetRegret> regrets;      ///< of the sets asked for, then of the most often best
    std::optional<SetRegret> minimax;    ///< least largest regret of all sets; empty when there is no set
    size_t samples = 0;
};

/// `demands`: one sample per row, in place of the problem's own demand. Empty when cancelled.
std::optional<RobustSets> robustSets(const CoverageProblem& problem, const Matrix& demands,
                                     std::span<const SetOfThree> asked, const Run& run = {});

} // namespace scoring
