#pragma once
#include "scoring/best_set.h"

namespace scoring {

/// Branch and bound over the sets of three of a coverage problem. Private to best_set and robust_sets.
///
/// With g the gain, by submodularity g(ijk) ≤ g(ij) + g(ik) - g(i), and the same from j and from k. Members
/// are tried by decreasing gain of their own; partners of the first, by decreasing gain with it, so that each
/// loop stops at the first that cannot enter.
class SetSearch
{
public:
    /// Receives sets; says below which gain no set interests it any more.
    class Sink
    {
    public:
        virtual ~Sink() = default;
        virtual double floor() const = 0;
        virtual void offer(const BestSet& set) = 0;
    };

    SetSearch(const CoverageProblem& problem, std::span<const double> demand);

    /// Offers every set whose gain reaches the floor. False when cancelled.
    bool run(Sink& sink, const Run& run);
    std::int64_t evaluated() const { return m_evaluated; }

private:
    struct Partner
    {
        size_t place;
        double added;     ///< to the gain of the first
        double beyondOwn; ///< that, less its own gain
    };

    double* gainsAt(size_t place) { return m_gains.data() + place * m_width; }
    void order(const CoverageProblem& problem, std::span<const double> demand);
    void warmUp(Sink& sink);
    size_t bestPartner(const std::vector<double>& covered, const SetOfThree& taken, std::uint64_t provided);
    void searchFrom(size_t first, Sink& sink);
    void searchPair(size_t first, size_t at, Sink& sink);
    void consider(const SetOfThree& places, Sink& sink);
    void findPartners(size_t first, double wanted);
    const float* pairsOf(size_t place, size_t at);
    double wanted(const Sink& sink) const;

    const CoverageProblem& m_problem;
    std::span<const double> m_demand;
    size_t m_width;                                ///< cells, rounded up to whole vectors
    std::vector<size_t> m_alternatives;            ///< by decreasing own gain: place → alternative
    std::vector<double> m_gains;                   ///< place × cell: demand × value
    std::vector<double> m_own;                     ///< gain of each alone
    std::vector<std::uint64_t> m_provides, m_open; ///< groups a place offers; that places from one on offer
    std::uint64_t m_required = 0;
    double m_ideal = 0; ///< what all together would gain
    size_t m_limit = 0; ///< places from here on can no longer enter
    std::vector<std::vector<float>>
        m_pairs;                 ///< gain of a place with each other, rounded up, once worth knowing
    std::vector<size_t> m_asked; ///< sets that would have used it
    std::vector<Partner> m_partners;
    std::vector<double> m_covered;
    std::int64_t m_evaluated = 0;
};

} // namespace scoring
