#pragma once
#include "questionnaire/expression/evaluator.h"

namespace questionnaire {

struct Expression::Compiled
{
    QString text;
    ast::NodePtr root;
    QStringList references;
};

} // namespace questionnaire
