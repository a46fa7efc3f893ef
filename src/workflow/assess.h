#pragma once
#include "base/issue.h"
#include "base/progress.h"

#include <QByteArray>

#include <nlohmann/json_fwd.hpp>
#include <optional>

namespace workflow {

class Study;

/// The calculation on one JSON object of answers (scoring_model § 15.1), as the contract prints it.
/// Nothing, with all faults listed, when the object cannot be read.
std::optional<nlohmann::ordered_json> assessAnswers(const QByteArray& answers, base::Issues& issues);

/// The same for every record of a study: {"records": [{"id", "nom", …}]}.
nlohmann::ordered_json assessStudy(const Study& study, const base::Progress& progress = {});

} // namespace workflow
