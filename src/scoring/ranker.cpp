#include "scoring/ranker.h"

#include <algorithm>
#include <cassert>
#include <limits>
#include <utility>

namespace scoring {
namespace {

constexpr int AlternativeBits = 32;

size_t alternativeOf(std::uint64_t entry)
{
    return static_cast<std::uint32_t>(entry);
}

std::uint64_t keyOf(std::uint64_t entry)
{
    return entry >> AlternativeBits;
}

/// Least and most of the scores; four at a time, so that comparisons do not wait for one another.
std::pair<double, double> boundsOf(std::span<const double> scores)
{
    constexpr size_t Wide = 4;
    double least[Wide], most[Wide];
    std::fill_n(least, Wide, scores[0]);
    std::fill_n(most, Wide, scores[0]);
    size_t a = 0;
    for (; a + Wide <= scores.size(); a += Wide)
        for (size_t lane = 0; lane < Wide; ++lane) {
            const double score = scores[a + lane];
            least[lane] = score < least[lane] ? score : least[lane];
            most[lane] = score > most[lane] ? score : most[lane];
        }
    for (; a < scores.size(); ++a) {
        least[0] = std::min(least[0], scores[a]);
        most[0] = std::max(most[0], scores[a]);
    }
    return {*std::min_element(least, least + Wide), *std::max_element(most, most + Wide)};
}

template <typename Counts> void makeStarts(Counts& counts)
{
    std::uint32_t start = 0;
    for (std::uint32_t& count : counts)
        start += std::exchange(count, start);
}

} // namespace

Ranker::Ranker(size_t alternatives) : m_entries(alternatives), m_other(alternatives), m_sorted(alternatives)
{
    assert(alternatives <= MostAlternatives);
}

void Ranker::rank(std::span<const double> scores, std::uint16_t* ranks, size_t stride)
{
    assert(scores.size() == m_entries.size());
    if (scores.empty()) return;
    makeEntries(scores);
    sortEntries();
    settle(scores);
    size_t better = 0;
    for (size_t place = 0; place < m_entries.size(); ++place) {
        better = place > 0 && m_sorted[place] < m_sorted[place - 1] ? place : better;
        ranks[alternativeOf(m_entries[place]) * stride] = static_cast<std::uint16_t>(better);
    }
}

/// The key never decreases when the score does: rounding may make two keys equal, never put them the wrong
/// way.
void Ranker::makeEntries(std::span<const double> scores)
{
    constexpr double Last = Digits * Digits - 1;
    const auto [least, most] = boundsOf(scores);
    const double width = most - least;
    // Differences too small to be divided by: all keys are equal and settle() does the work.
    const double scale = width > std::numeric_limits<double>::min() * Last ? Last / width : 0;
    for (size_t a = 0; a < scores.size(); ++a) {
        const double place = (most - scores[a]) * scale;
        const auto key = static_cast<std::uint32_t>(static_cast<std::int32_t>(place < Last ? place : Last));
        m_entries[a] = static_cast<Entry>(key) << AlternativeBits | a;
    }
}

/// By the low digit of the key, then by the high one.
void Ranker::sortEntries()
{
    Counts low{}, high{};
    for (const Entry entry : m_entries) {
        ++low[keyOf(entry) % Digits];
        ++high[keyOf(entry) >> DigitBits];
    }
    makeStarts(low);
    makeStarts(high);
    for (const Entry entry : m_entries)
        m_other[low[keyOf(entry) % Digits]++] = entry;
    for (const Entry entry : m_other)
        m_entries[high[keyOf(entry) >> DigitBits]++] = entry;
}

/// Puts scores of equal keys in order.
void Ranker::settle(std::span<const double> scores)
{
    for (size_t place = 0; place < m_entries.size(); ++place)
        m_sorted[place] = scores[alternativeOf(m_entries[place])];
    for (size_t place = 1; place < m_entries.size(); ++place)
        if (m_sorted[place] > m_sorted[place - 1]) sortRunAround(place, scores);
}

void Ranker::sortRunAround(size_t place, std::span<const double> scores)
{
    size_t from = place, to = place + 1;
    while (from > 0 && keyOf(m_entries[from - 1]) == keyOf(m_entries[place]))
        --from;
    while (to < m_entries.size() && keyOf(m_entries[to]) == keyOf(m_entries[place]))
        ++to;
    const auto begin = m_entries.begin() + static_cast<std::ptrdiff_t>(from);
    std::sort(begin, m_entries.begin() + static_cast<std::ptrdiff_t>(to),
              [&](Entry a, Entry b) { return scores[alternativeOf(a)] > scores[alternativeOf(b)]; });
    for (size_t i = from; i < to; ++i)
        m_sorted[i] = scores[alternativeOf(m_entries[i])];
}

} // namespace scoring
