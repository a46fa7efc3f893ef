#pragma once
#include "questionnaire/values/form.h"

#include <memory>
#include <vector>

namespace workflow {

class Study;

/// Every version of the questionnaire that the study holds, the one in force first. What is said, erased or
/// destroyed by question concerns answers of all of them.
std::vector<std::shared_ptr<const questionnaire::Form>> keptForms(const Study& study);
/// The version in force if it has the question, else the first kept one that has; else the one in force.
const questionnaire::Form& formHolding(const Study& study, const QString& question);

} // namespace workflow
