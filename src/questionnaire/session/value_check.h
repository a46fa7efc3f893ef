#pragma once
#include "questionnaire/values/form.h"

namespace questionnaire {

/// True when a text can be stored in a question of this type (choices are checked apart).
bool hasRightType(QuestionType type, const QString& value);

/// What a number of a range must respect and does not, as a constraint; empty when it is on the range.
QString brokenBound(const Question& question, const QString& value);

/// First code of a select that `choices` does not hold; empty when all are there.
QString unknownCode(const Question& question, const std::vector<Choice>& choices, const QString& value);

} // namespace questionnaire
