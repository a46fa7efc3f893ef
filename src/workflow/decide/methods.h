#pragma once
#include "workflow/decide/problem_reader.h"

namespace workflow::decisions {

/// One method each: its result, or nothing with issues.
std::optional<Json> weightedSum(ProblemReader& reader);
std::optional<Json> weightedGeometricMean(ProblemReader& reader);
std::optional<Json> topsis(ProblemReader& reader);
std::optional<Json> promethee(ProblemReader& reader);
std::optional<Json> ahp(ProblemReader& reader);
std::optional<Json> smaa(ProblemReader& reader);
std::optional<Json> bestThree(ProblemReader& reader);

/// Rows as lists of numbers.
Json toJson(const scoring::Matrix& matrix);

} // namespace workflow::decisions
