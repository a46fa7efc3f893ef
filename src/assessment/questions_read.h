#pragma once
#include "assessment/model.h"

namespace assessment {

/// Names of what the model's rules read, sorted: questions and repeats.
QStringList questionsRead(const Model& model);

} // namespace assessment
