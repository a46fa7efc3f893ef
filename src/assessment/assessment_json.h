#pragma once
#include "assessment/model.h"

#include <nlohmann/json.hpp>

namespace assessment {

/// What `assess --answers` reads.
struct AssessmentInput
{
    questionnaire::RecordAnswers record;
    EvidenceOverrides evidence;
};

/// Reads an object of answers (code → value, state or rows; _passages, _preuve, _contredit: scoring_model §
/// 15, 1). Empty, with faults in `issues`, when it is not one; a member that the form or the model does not
/// know is a warning and is left out.
std::optional<AssessmentInput> readInput(const Model& model, const questionnaire::Form& form,
                                         const QByteArray& json, base::Issues& issues);

/// The whole assessment in the field names of CLI.md. Unknown is null, not applicable is "NA"; nothing is
/// rounded.
nlohmann::ordered_json toJson(const Model& model, const Assessment& assessment);

/// The same with what it takes to read it back.
nlohmann::ordered_json toFullJson(const Model& model, const Assessment& assessment);
/// Empty when the text is not one that toFullJson wrote.
std::optional<Assessment> fromFullJson(const QByteArray& json);

} // namespace assessment
