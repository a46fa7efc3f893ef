#include "scoring/ranking.h"

#include <cassert>
#include <cmath>

namespace scoring {
namespace {

int countAhead(std::span<const Scored> scores, size_t of, double indifference)
{
    int ahead = 0;
    for (size_t j = 0; j < of; ++j)
        if (!sideBySide(scores[j], scores[of], indifference)) ++ahead;
    return ahead;
}

bool joinsAll(std::span<const Scored> scores, size_t first, size_t candidate, double indifference)
{
    for (size_t member = first; member < candidate; ++member)
        if (!sideBySide(scores[member], scores[candidate], indifference)) return false;
    return true;
}

} // namespace

bool sideBySide(const Scored& a, const Scored& b, double indifference)
{
    return std::abs(a.central - b.central) < indifference || (a.low <= b.high && b.low <= a.high);
}

std::vector<Rank> rankInGroups(std::span<const Scored> decreasing, double indifference)
{
    std::vector<Rank> ranks(decreasing.size());
    size_t first = 0;
    int group = 0;
    for (size_t i = 0; i < decreasing.size(); ++i) {
        assert(i == 0 || decreasing[i].central <= decreasing[i - 1].central);
        if (i == 0 || !joinsAll(decreasing, first, i, indifference)) {
            first = i;
            ++group;
        }
        ranks[i] = {1 + countAhead(decreasing, i, indifference), group};
    }
    return ranks;
}

} // namespace scoring
