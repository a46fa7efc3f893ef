#pragma once
#include "questionnaire/values/form.h"

#include <memory>

namespace questionnaire {

/// The study's standard instrument (201 questions), compiled once from resources/questionnaire by the same
/// compiler as an imported form. Thread-safe.
std::shared_ptr<const Form> standardForm();

} // namespace questionnaire
