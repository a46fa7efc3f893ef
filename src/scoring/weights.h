#pragma once
#include "scoring/matrix.h"

#include <optional>
#include <span>
#include <vector>

namespace scoring {

/// Points shared among criteria (budget allocation) or given to the best swing of each, 100 for the most
/// important (swing weighting, von Winterfeldt & Edwards 1986): divided by their sum. Empty when a number is
/// negative or all are 0.
std::optional<std::vector<double>> weightsFromPoints(std::span<const double> points);

/// Points that the budget still lacks (positive) or exceeds (negative).
double missingPoints(std::span<const double> points, double budget = 100);

/// Rank-order centroid (Barron 1992): the place k of n weighs (1/n) Σ_{j≥k} 1/j. `ranks` from 1, per
/// criterion; criteria of equal rank share the mean of the places that they occupy.
std::vector<double> rankOrderCentroid(std::span<const int> ranks);

enum class Mixing : unsigned char { Arithmetic, Geometric };

/// Weights of several stakeholders (rows) brought together by the influence of each, sum 1. A geometric mix
/// gives 0 to what somebody of influence gives 0; empty when that leaves nothing, or when influences or a row
/// cannot be divided by their sum.
std::optional<std::vector<double>> mixOf(const Matrix& stakeholders, std::span<const double> influences,
                                         Mixing mixing = Mixing::Arithmetic);

/// Largest difference between two stakeholders, per criterion.
std::vector<double> disagreement(const Matrix& stakeholders);

} // namespace scoring
