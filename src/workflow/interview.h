#pragma once
#include "questionnaire/session.h"

namespace workflow {

/// True for what the interviewer fills alone, after the interview: alert, conflict of interest, verification
/// and closing. `question` is an index in the form.
bool isReservedToInterviewer(const questionnaire::Form& form, int question);

/// Questions put one by one in an interview, as the answers stand now: in scope, outside what is reserved.
/// A repeated group counts as one.
std::vector<int> interviewQuestions(const questionnaire::Session& session, bool shortForm);

} // namespace workflow
