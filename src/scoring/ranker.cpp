#include "scoring/ranker.h"

#include <algorithm>
#include <bit>
#include <cassert>
#include <limits>

namespace scoring {
namespace {

constexpr std::uint32_t Crowd = 16; ///< beyond, a bucket is sorted by itself

} // namespace

Ranker::Ranker(size_t alternatives)
    : m_entries(alternatives), m_starts(std::bit_ceil(alternatives + 1)), m_buckets(alternatives)
{
    assert(alternatives <= MostAlternatives);
}

void Ranker::rank(std::span<const double> scores, std::uint16_t* ranks, size_t stride)
{
    assert(scores.size() == m_entries.size());
    if (scores.empty()) return;
    double most = scores[0], least = scores[0];
    for (const double score : scores) {
        most = score > most ? score : most;
        least = score < least ? score : least;
    }
    distribute(scores, most, least);
    sortCrowded();
    insertionSort();
    std::uint16_t better = 0;
    for (size_t place = 0; place < m_entries.size(); ++place) {
        if (place > 0 && m_entries[place].score < m_entries[place - 1].score)
            better = static_cast<std::uint16_t>(place);
        ranks[m_entries[place].alternative * stride] = better;
    }
}

/// Into buckets of equal width. The bucket never decreases when the score decreases, so that only neighbours
/// remain to be put in order, and rounding cannot put a better score behind.
void Ranker::distribute(std::span<const double> scores, double most, double least)
{
    const double width = most - least;
    const double last = static_cast<double>(m_starts.size() - 1);
    // Differences too small to be divided by: everything goes into one bucket.
    const double scale = width > std::numeric_limits<double>::min() * last ? last / width : 0;
    std::fill(m_starts.begin(), m_starts.end(), 0u);
    for (size_t a = 0; a < scores.size(); ++a) {
        const double place = std::min((most - scores[a]) * scale, last);
        m_buckets[a] = static_cast<std::uint32_t>(static_cast<std::int32_t>(place));
        ++m_starts[m_buckets[a]];
    }
    std::uint32_t start = 0;
    m_crowded.clear();
    for (std::uint32_t& bucket : m_starts) {
        const std::uint32_t size = bucket;
        if (size > Crowd) m_crowded.emplace_back(start, start + size);
        bucket = start;
        start += size;
    }
    for (size_t a = 0; a < scores.size(); ++a)
        m_entries[m_starts[m_buckets[a]]++] = {scores[a], static_cast<std::uint32_t>(a)};
}

void Ranker::sortCrowded()
{
    for (const auto& [from, to] : m_crowded)
        std::sort(m_entries.begin() + from, m_entries.begin() + to,
                  [](const Entry& a, const Entry& b) { return a.score > b.score; });
}

void Ranker::insertionSort()
{
    for (size_t place = 1; place < m_entries.size(); ++place) {
        const Entry entry = m_entries[place];
        size_t hole = place;
        for (; hole > 0 && m_entries[hole - 1].score < entry.score; --hole)
            m_entries[hole] = m_entries[hole - 1];
        m_entries[hole] = entry;
    }
}

} // namespace scoring
