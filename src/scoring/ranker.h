#pragma once
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace scoring {

/// Ranks one set of scores after another, without allocating. Equal scores share a rank.
class Ranker
{
public:
    static constexpr size_t MostAlternatives = 65535;

    explicit Ranker(size_t alternatives);
    /// ranks[a * stride] = number of scores strictly above that of a.
    void rank(std::span<const double> scores, std::uint16_t* ranks, size_t stride);

private:
    struct Entry
    {
        double score;
        std::uint32_t alternative;
    };

    void distribute(std::span<const double> scores, double most, double least);
    void sortCrowded();
    void insertionSort();

    std::vector<Entry> m_entries;
    std::vector<std::uint32_t> m_starts;  ///< where each bucket of scores, the best first, begins
    std::vector<std::uint32_t> m_buckets; ///< of each alternative
    std::vector<std::pair<std::uint32_t, std::uint32_t>> m_crowded;
};

} // namespace scoring
