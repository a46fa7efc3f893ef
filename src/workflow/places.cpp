#include "workflow/places.h"

#include <cassert>

namespace workflow {

std::pair<int, int> placesOf(const std::vector<assessment::RankLine>& ranking, size_t row)
{
    assert(row < ranking.size() && ranking[row].rank);
    const auto together = [&](size_t other) {
        return other == row ||
               (ranking[other].rank && ranking[row].group != 0 && ranking[other].group == ranking[row].group);
    };
    size_t first = row, last = row;
    while (first > 0 && together(first - 1))
        --first;
    while (last + 1 < ranking.size() && together(last + 1))
        ++last;
    int best = *ranking[first].rank;
    for (size_t r = first; r <= last; ++r)
        best = std::min(best, *ranking[r].rank);
    return {best, static_cast<int>(last) + 1};
}

} // namespace workflow
