#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace scoring {

/// Ranks one set of scores after another, without allocating. Equal scores share a rank.
class Ranker
{
public:
    static constexpr size_t MostAlternatives = 65535;

    explicit Ranker(size_t alternatives);
    /// ranks[a * stride] = number of scores strictly above that of a. Scores must be finite.
    void rank(std::span<const double> scores, std::uint16_t* ranks, size_t stride);

private:
    static constexpr std::uint32_t DigitBits = 10;
    static constexpr size_t Digits = size_t{1} << DigitBits;
    /// What is sorted: a whole number that grows as the score falls, then the alternative.
    using Entry = std::uint64_t;
    using Counts = std::array<std::uint32_t, Digits>;

    void makeEntries(std::span<const double> scores);
    void sortEntries();
    void settle(std::span<const double> scores);
    void sortRunAround(size_t place, std::span<const double> scores);

    std::vector<Entry> m_entries, m_other;
    std::vector<double> m_sorted; ///< scores in the order of the entries
};

} // namespace scoring
