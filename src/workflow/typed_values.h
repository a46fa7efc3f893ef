#pragma once
#include "questionnaire/values/form.h"

namespace workflow {

/// What somebody writes, as the form stores it: "1 250,5" gives "1250.5"; "12/03/2014", "12 mars 2014" and
/// "avr. 2014" (its first day) give an ISO date; "9 h 30" gives a time, "12 mars 2014 à 9 h 30"
/// an instant; "33°34'N 7°35'O" gives a point, several lines of them a trace. What cannot be read is left as
/// written, for the form to refuse in words.
QString storedText(questionnaire::QuestionType type, const QString& typed);
/// The stored text as it is typed again: "12/03/2014", "1250,5", "12/03/2014 09:30", "33,57 -7,59".
QString typedText(questionnaire::QuestionType type, const QString& stored);

/// Code of the choice called by its code, its label or the only label that holds what is written, without
/// regard to case and accents; nothing when no choice, or more than one, is meant.
QString choiceCalled(const std::vector<questionnaire::Choice>& choices, const QString& written);

} // namespace workflow
