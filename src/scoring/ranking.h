#pragma once
#include <span>
#include <vector>

namespace scoring {

/// One ranked alternative: its score and the bounds that unknown answers leave.
struct Scored
{
    double central = 0, low = 0, high = 0;
};

/// Two scores that nobody should tell apart ("coude à coude"): closer than `indifference`, or overlapping
/// bounds.
bool sideBySide(const Scored& a, const Scored& b, double indifference);

struct Rank
{
    int rank = 0;
    int group = 0; ///< from 1, in order of the centres
};

/// Ranks alternatives given in decreasing order of their centres.
///
/// rank = 1 + number strictly ahead and not side by side. Being side by side is not transitive (a ~ b, b ~ c,
/// a before c), so groups are runs of the order in which *every* pair is side by side: nothing is claimed
/// within a group, and one group is not swallowed by the next through a chain. A group of several reads "rank
/// – rank+size-1".
std::vector<Rank> rankInGroups(std::span<const Scored> decreasing, double indifference);

} // namespace scoring
