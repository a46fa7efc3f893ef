#pragma once
#include "exchange/submissions/source.h"
#include "workflow/submissions.h"

namespace workflow {

class SubmissionPlanner;

/// A file matched and decoded: each submission with the version of the questionnaire that its record is on.
struct SubmissionReading
{
    std::vector<exchange::Submission> submissions;
    base::Issues cells; ///< what questions did not take
    exchange::ColumnChoices asked;
};

/// Fills what the report says of the file as a whole; when that is an error, nothing else is read.
SubmissionReading readRequested(const Study& study, const SubmissionRequest& request,
                                const SubmissionPlanner& planner, SubmissionReport& report);

} // namespace workflow
