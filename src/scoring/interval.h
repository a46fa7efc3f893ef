#pragma once
#include <optional>

namespace scoring {

/// A score on 0–100 with the bounds that unknown answers leave. `central` empty = unknown.
struct Interval
{
    std::optional<double> central;
    double low = 0;
    double high = 100;
    double completeness = 0; ///< share of the weight that is known, 0–1
    bool notApplicable = false;

    bool operator==(const Interval&) const = default;
};

} // namespace scoring
