#pragma once
#include "base/issue.h"
#include "questionnaire/values/form.h"

namespace workflow {

class Study;

/// Questions that the program itself reads by name: consents, names, what the deliverables print. A test
/// compares the list with the sources.
const QStringList& questionsReadByProgram();

/// What the model in force or the program reads in the present form and would no longer find in another:
/// gone, of another type, of another place. Every one, with who reads it.
base::Issues brokenReadings(const Study& study, const questionnaire::Form& after);

} // namespace workflow
