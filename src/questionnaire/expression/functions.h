#pragma once
#include "questionnaire/expression/evaluator.h"

#include <span>

namespace questionnaire::ast {

using Eager = TreeValue (*)(const EvalContext& context, std::span<const TreeValue> arguments);
using Lazy = TreeValue (*)(const EvalContext& context, const Call& call);

/// A function of the library: `eager` receives its arguments evaluated, none of them Missing; `lazy`
/// evaluates those it wants. `maxArgs` is -1 when there is no limit.
struct BuiltIn
{
    QLatin1String name;
    int minArgs = 0, maxArgs = 0;
    Eager eager = nullptr;
    Lazy lazy = nullptr;
};

std::span<const BuiltIn> logicFunctions();
std::span<const BuiltIn> textFunctions();
std::span<const BuiltIn> numberFunctions();
std::span<const BuiltIn> dateFunctions();
std::span<const BuiltIn> setFunctions();
std::span<const BuiltIn> geoFunctions();
std::span<const BuiltIn> formFunctions();

/// nullptr when the library has none of that name.
const BuiltIn* findBuiltIn(const QString& name);

} // namespace questionnaire::ast

namespace questionnaire {
using ast::findBuiltIn;
}
