#include "questionnaire/expression/functions.h"

#include <array>

namespace questionnaire::ast {

namespace {

using Values = std::span<const TreeValue>;

TreeValue yes(const EvalContext&, Values)
{
    return true;
}
TreeValue no(const EvalContext&, Values)
{
    return false;
}
TreeValue negate(const EvalContext&, Values a)
{
    return !truthOf(a[0]);
}
TreeValue toTruth(const EvalContext&, Values a)
{
    return truthOf(a[0]);
}

TreeValue truthFromText(const EvalContext&, Values a)
{
    const QString text = textOf(a[0]);
    return text == u"1" || text == u"true";
}

TreeValue choose(const EvalContext& context, const Call& call)
{
    const TreeValue condition = evaluate(*call.arguments[0], context);
    if (isMissing(condition)) return condition;
    return evaluate(*call.arguments[truthOf(condition) ? 1 : 2], context);
}

TreeValue coalesce(const EvalContext& context, const Call& call)
{
    TreeValue value;
    for (const NodePtr& argument : call.arguments) {
        value = evaluate(*argument, context);
        if (isMissing(value) || !textOf(value).isEmpty()) break;
    }
    return value;
}

// Keeps the value already there; only an empty one is computed.
TreeValue once(const EvalContext& context, const Call& call)
{
    TreeValue present =
        context.node ? TreeValue(context.node->stringValue()) : fromExprValue(context.scope.self());
    if (isMissing(present) || !textOf(present).isEmpty()) return present;
    return evaluate(*call.arguments[0], context);
}

TreeValue stateOf(const EvalContext& context, const Call& call)
{
    const auto* reference = std::get_if<Reference>(&call.arguments[0]->what);
    return reference ? context.scope.stateOf(reference->name) : QString();
}

bool isTrueMember(const QString& text)
{
    return !text.isEmpty() && text != u"0" && text != u"false";
}

// Members of sets count one by one.
int countTrue(Values values)
{
    int count = 0;
    for (const TreeValue& value : values) {
        const QStringList members = isSet(value) ? textsOf(value) : QStringList();
        if (isSet(value))
            count += int(std::count_if(members.begin(), members.end(), isTrueMember));
        else
            count += truthOf(value) ? 1 : 0;
    }
    return count;
}

bool isWithin(double value, double least, double most)
{
    return (least < 0 || value >= least) && (most < 0 || value <= most);
}

TreeValue checklist(const EvalContext& context, Values a)
{
    return isWithin(countTrue(a.subspan(2)), context.number(a[0]), context.number(a[1]));
}

TreeValue weightedChecklist(const EvalContext& context, Values a)
{
    double total = 0;
    for (size_t i = 2; i + 1 < a.size(); i += 2) {
        const QStringList answers = textsOf(a[i]), weights = textsOf(a[i + 1]);
        for (qsizetype j = 0; j < std::min(answers.size(), weights.size()); ++j) {
            const bool holds = isSet(a[i]) ? isTrueMember(answers[j]) : truthOf(a[i]);
            if (holds) total += textToNumber(weights[j], &context.scope);
        }
    }
    return isWithin(total, context.number(a[0]), context.number(a[1]));
}

constexpr std::array<BuiltIn, 11> Functions{{
    {QLatin1String("true"), 0, 0, yes},
    {QLatin1String("false"), 0, 0, no},
    {QLatin1String("not"), 1, 1, negate},
    {QLatin1String("boolean"), 1, 1, toTruth},
    {QLatin1String("boolean-from-string"), 1, 1, truthFromText},
    {QLatin1String("if"), 3, 3, nullptr, choose},
    {QLatin1String("coalesce"), 1, -1, nullptr, coalesce},
    {QLatin1String("once"), 1, 1, nullptr, once},
    {QLatin1String("etat"), 1, 1, nullptr, stateOf},
    {QLatin1String("checklist"), 3, -1, checklist},
    {QLatin1String("weighted-checklist"), 4, -1, weightedChecklist},
}};

} // namespace

std::span<const BuiltIn> logicFunctions()
{
    return Functions;
}

} // namespace questionnaire::ast
