#pragma once
#include "scoring/weight_law.h"
#include "workflow/decide/problem_reader.h"

namespace workflow::decisions {

/// "uniform" | {"dirichlet": […]} | {"ordinal": […]} | {"ranges": [[low, high], …]} | {"samples": [[…], …]}
/// | {"relative": […], "share": 0.3}.
std::optional<scoring::WeightLaw> weightLaw(ProblemReader& reader, const Json& node, const QString& place,
                                            size_t criteria);

} // namespace workflow::decisions
