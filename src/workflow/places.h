#pragma once
#include "assessment/selection.h"

namespace workflow {

/// First and last place, from 1, at which a ranked line may stand: all those of its "coude à coude", and
/// those of the group before it as far as it overlaps them. `row` is a place in the ranking as rank() gives
/// it.
std::pair<int, int> placesOf(const std::vector<assessment::RankLine>& ranking, size_t row);

} // namespace workflow
