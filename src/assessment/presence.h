#pragma once
#include "assessment/selection.h"

namespace assessment {

/// Priority regions where the actor is present, as the caller's divisions tell, without repetition.
QStringList priorityRegionsOf(const SelectionSetup& setup, const questionnaire::Answers& answers);

} // namespace assessment
