#pragma once
#include "exchange/submissions/source.h"

namespace exchange {

/// The submissions of a source. What a question does not take is left out and told, with its place. The
/// summary column of a select_multiple is trusted, never its split columns, which serve only without it.
std::vector<Submission> decodeSubmissions(const SubmissionSource& source, const SubmissionMapping& mapping,
                                          const questionnaire::Form& form, base::Issues& issues);

} // namespace exchange
