#pragma once
#include "questionnaire/session/engine.h"

namespace questionnaire {

/// The smallest part of a false condition that makes it false: one term of its `and`s.
QString falseTerm(const QString& condition, const ExpressionScope& scope);

/// Why an instance is hidden; nothing when it is not.
std::optional<HiddenReason> hiddenReason(const Engine& engine, const Instance& instance);

} // namespace questionnaire
