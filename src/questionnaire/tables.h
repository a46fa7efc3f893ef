#pragma once
#include "questionnaire/compiler.h"

namespace questionnaire {

/// The inverse of compileForm: the survey, choices and settings sheets of a form, with the columns it needs.
/// Compiling them gives the same form again.
std::vector<SheetTable> sheetsOf(const Form& form);

} // namespace questionnaire
