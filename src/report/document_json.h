#pragma once
#include "report/values/document.h"

#include <nlohmann/json.hpp>

namespace report {

/// The tree as JSON for golden tests and debugging: keys in a fixed order, defaults left out.
nlohmann::ordered_json toJson(const Document& document);

/// The same as indented UTF-8 text.
QByteArray documentJson(const Document& document);

} // namespace report
