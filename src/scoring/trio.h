#pragma once
#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace scoring {

/// Set of small integers (regions), as wide as it needs to be.
class BitSet
{
public:
    explicit BitSet(int size = 0) : m_words((static_cast<size_t>(size) + 63) / 64) {}
    void add(int bit) { m_words[static_cast<size_t>(bit) / 64] |= std::uint64_t{1} << (bit % 64); }
    void unite(const BitSet& other);
    int count() const;

private:
    std::vector<std::uint64_t> m_words;
};

/// One candidate of a set of three. `provides` has one bit per constraint it can satisfy for the set;
/// candidates of the same `place` (≥ 0) exclude one another when places must differ; -1 is an unknown place,
/// which cannot be shown to differ.
struct TrioCandidate
{
    double score = 0;
    std::vector<double> services; ///< already 0 below the threshold of coverage
    BitSet regions;
    std::uint32_t provides = 0;
    int place = -1;
};

/// note = mean × average score + coverage × average over services of the best of the three
///        + territory × 100 × share of the regions where one of the three is.
struct TrioObjective
{
    double mean = 0.50, coverage = 0.35, territory = 0.15;
    int regions = 0; ///< number of regions counted; 0: no territory
};

struct TrioRequirement
{
    std::uint32_t provided = 0; ///< bits that the three must provide together
    bool distinctPlaces = false;
};

struct TrioNote
{
    double note = 0, mean = 0, coverage = 0, territory = 0;
};

struct TrioResult
{
    std::array<int, 3> members{}; ///< increasing indices
    TrioNote value;
};

TrioNote noteOf(std::span<const TrioCandidate> candidates, const std::array<int, 3>& members,
                const TrioObjective& objective);

bool meets(std::span<const TrioCandidate> candidates, const std::array<int, 3>& members,
           const TrioRequirement& requirement);

/// The `top` best sets of three meeting the requirement, best first, equal notes by indices. Exact: branch
/// and bound on the submodular bound note(set ∪ {k}) ≤ note(set) + note({k}). `examined` is increased by the
/// number of complete sets looked at.
std::vector<TrioResult> bestTrios(std::span<const TrioCandidate> candidates, const TrioObjective& objective,
                                  const TrioRequirement& requirement, int top, std::int64_t& examined);

} // namespace scoring
