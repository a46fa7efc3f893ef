#pragma once
#include "report/values/figure.h"

#include <nlohmann/json.hpp>

namespace report {

/// A figure's data as JSON, keys in a fixed order.
nlohmann::ordered_json toJson(const FigureSpec& spec);

} // namespace report
