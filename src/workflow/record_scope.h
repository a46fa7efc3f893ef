#pragma once
#include "questionnaire/values/answer.h"
#include "questionnaire/values/form.h"

namespace workflow {

class Study;

/// Answers of a record that count, under its version of the questionnaire. In a study that changed its
/// questionnaire, those no question holds any more, or that no longer fit it, are kept and count for nothing.
questionnaire::Answers inScope(const Study& study, const QString& record,
                               const questionnaire::RecordAnswers& answers);
/// Under a given version.
questionnaire::Answers inScope(const Study& study, const questionnaire::Form& form,
                               const questionnaire::RecordAnswers& answers);

} // namespace workflow
