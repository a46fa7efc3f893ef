#pragma once
#include <algorithm>
#include <cmath>

namespace questionnaire {

/// Rows for the value of a repeat_count: its whole part, none when it is no number, 10,000 at most.
inline int repeatSize(double wanted)
{
    constexpr double most = 10000;
    return std::isnan(wanted) ? 0 : int(std::clamp(std::trunc(wanted), 0.0, most));
}

} // namespace questionnaire
