#pragma once
#include "base/issue.h"

#include <QByteArray>

#include <nlohmann/json_fwd.hpp>
#include <optional>

namespace workflow {

/// The scoring engine on any decision problem written as JSON (docs: decisions/0009): result, or nothing with
/// all faults of the problem listed.
std::optional<nlohmann::ordered_json> decide(const QByteArray& problem, base::Issues& issues);

} // namespace workflow
