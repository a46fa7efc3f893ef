#pragma once
#include "scoring/matrix.h"

#include <optional>
#include <span>
#include <vector>

namespace scoring {

// What small changes of the weights of a weighted sum do. When one weight changes, the others keep their
// proportions and the sum stays 1.

/// Scores without one criterion, its weight shared among the others; empty when nothing is left.
std::vector<double> scoresWithout(const Matrix& values, std::span<const double> weights, size_t criterion);

/// One weight's change.
struct WeightChange
{
    size_t criterion = 0;
    double from = 0, to = 0;
    double size() const { return to > from ? to - from : from - to; }
};

/// The weight of this criterion at which two alternatives score the same; empty when no weight in 0…1 does
/// it, or all do. Closed form: with d the differences and R the difference on the others, their weights
/// brought to a sum of 1, w·d + (1 - w)·R = 0 at w = R/(R - d).
std::optional<WeightChange> flipOf(std::span<const double> a, std::span<const double> b,
                                   std::span<const double> weights, size_t criterion);

/// The smallest change of one weight that makes two alternatives equal.
std::optional<WeightChange> smallestFlip(std::span<const double> a, std::span<const double> b,
                                         std::span<const double> weights);

/// The smallest change of one weight at which an alternative outside the top set catches up with one inside.
struct TippingPoint
{
    WeightChange change;
    size_t inside = 0, outside = 0;
};

/// `top`: how many alternatives are chosen; equal scores by index.
std::optional<TippingPoint> tippingPoint(const Matrix& values, std::span<const double> weights, size_t top);

/// The same for each criterion, in order; empty where no change of it alone does it.
std::vector<std::optional<TippingPoint>> tippingPoints(const Matrix& values, std::span<const double> weights,
                                                       size_t top);

} // namespace scoring
