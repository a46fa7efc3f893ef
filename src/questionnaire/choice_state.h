#pragma once
#include "questionnaire/values/answer.h"
#include "questionnaire/values/form.h"

namespace questionnaire {

/// State that a choice stands for in a form made elsewhere: "nsp", "dnk", "98" labelled "Ne sait pas" are
/// DontKnow; "refus", "pnta", "99" labelled "Refus" are Refused; "na" or "97" labelled "Non applicable" are
/// NotApplicable. Value for any other choice. A number, or "na", says nothing by itself: a label must.
AnswerState stateOfChoice(const Choice& choice);

} // namespace questionnaire
