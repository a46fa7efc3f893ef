#pragma once
#include "questionnaire/expression/ast.h"

namespace questionnaire {

/// Parses an expression; nullptr with `error` filled when it is not one. `references` receives the names read
/// through ${…}, without repetition, in order of appearance.
ast::NodePtr parseExpression(const QString& text, const std::vector<ExtraFunction>& extra,
                             ExpressionError& error, QStringList& references);

} // namespace questionnaire
