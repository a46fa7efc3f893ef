#pragma once
#include "scoring/matrix.h"

namespace scoring {

enum class Direction : signed char { Cost = -1, Benefit = 1 };

enum class Normalisation : unsigned char { None, MinMax, Max, Sum, Vector };

/// Criteria (columns) that this normalisation cannot treat: a division by zero, or a value without an
/// inverse.
std::vector<size_t> impossibleColumns(const Matrix& values, std::span<const Direction> directions,
                                      Normalisation normalisation);

/// Values turned so that more is better, with m, M, Σ, ‖·‖ taken over the column:
/// None: x; costs -x. MinMax: (x - m)/(M - m); costs (M - x)/(M - m); a constant column is 1 throughout.
/// Max: x/M; costs 1 - x/M. Sum: x/Σx; costs (1/x)/Σ(1/x). Vector: x/‖x‖; costs 1 - x/‖x‖.
/// No column may be impossible.
Matrix normalise(const Matrix& values, std::span<const Direction> directions, Normalisation normalisation);

} // namespace scoring
