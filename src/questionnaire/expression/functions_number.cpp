#include "questionnaire/expression/functions.h"

#include <QRandomGenerator>

#include <array>
#include <cmath>
#include <limits>
#include <numbers>

namespace questionnaire::ast {

namespace {

using Values = std::span<const TreeValue>;
constexpr double NaN = std::numeric_limits<double>::quiet_NaN();

template <double (*Function)(double)> TreeValue unary(const EvalContext& context, Values a)
{
    return Function(context.number(a[0]));
}

double exp10(double x)
{
    return std::pow(10.0, x);
}

TreeValue toNumberValue(const EvalContext& context, Values a)
{
    if (!a.empty()) return context.number(a[0]);
    return context.number(context.node ? TreeValue(NodeSet{{context.node}})
                                       : fromExprValue(context.scope.self()));
}

// A text may come from where decimals follow a comma.
double roundable(const EvalContext& context, const TreeValue& value)
{
    const double number = context.number(value);
    const auto* text = std::get_if<QString>(&value);
    if (!std::isnan(number) || !text || text->count(u',') != 1) return number;
    return context.number(TreeValue(QString(*text).replace(u',', u'.')));
}

// Half goes up (XPath), on the decimal text at a given precision: 2.15 to one place is 2.2.
TreeValue round(const EvalContext& context, Values a)
{
    const double number = roundable(context, a[0]);
    if (!std::isfinite(number)) return number;
    if (a.size() < 2) return std::floor(number + 0.5);
    const double places = context.number(a[1]);
    if (!(std::abs(places) <= 30)) return NaN;
    const double scale = std::pow(10.0, std::abs(std::trunc(places)));
    if (places < 0) return std::round(number / scale) * scale;
    const double scaled = number * scale;
    const double nudged =
        scaled + std::copysign(std::abs(scaled) * 4 * std::numeric_limits<double>::epsilon(), scaled);
    return std::round(nudged) / scale;
}

TreeValue power(const EvalContext& context, Values a)
{
    return std::pow(context.number(a[0]), context.number(a[1]));
}
TreeValue arcTangent2(const EvalContext& context, Values a)
{
    return std::atan2(context.number(a[0]), context.number(a[1]));
}
TreeValue pi(const EvalContext&, Values)
{
    return std::numbers::pi;
}
TreeValue random(const EvalContext&, Values)
{
    return QRandomGenerator::global()->generateDouble();
}

std::vector<double> numbersOf(const EvalContext& context, Values a, bool skipEmpty)
{
    std::vector<double> numbers;
    for (const TreeValue& value : a) {
        if (!isSet(value)) {
            numbers.push_back(context.number(value));
            continue;
        }
        for (const QString& text : textsOf(value))
            if (!skipEmpty || !text.trimmed().isEmpty())
                numbers.push_back(textToNumber(text, &context.scope));
    }
    return numbers;
}

TreeValue sum(const EvalContext& context, Values a)
{
    double total = 0;
    for (const double number : numbersOf(context, a, false))
        total += number;
    return total;
}

template <bool Greatest> TreeValue extreme(const EvalContext& context, Values a)
{
    double best = NaN;
    for (const double number : numbersOf(context, a, true)) {
        if (std::isnan(number)) return NaN;
        if (std::isnan(best) || (Greatest ? number > best : number < best)) best = number;
    }
    return best;
}

TreeValue count(const EvalContext&, Values a)
{
    return isSet(a[0]) ? double(textsOf(a[0]).size()) : 1.0;
}

TreeValue countNonEmpty(const EvalContext&, Values a)
{
    const QStringList texts = textsOf(a[0]);
    return double(
        std::count_if(texts.begin(), texts.end(), [](const QString& text) { return !text.isEmpty(); }));
}

constexpr std::array<BuiltIn, 26> Functions{{
    {QLatin1String("number"), 0, 1, toNumberValue},
    {QLatin1String("int"), 1, 1, unary<std::trunc>},
    {QLatin1String("round"), 1, 2, round},
    {QLatin1String("floor"), 1, 1, unary<std::floor>},
    {QLatin1String("ceiling"), 1, 1, unary<std::ceil>},
    {QLatin1String("abs"), 1, 1, unary<std::fabs>},
    {QLatin1String("sqrt"), 1, 1, unary<std::sqrt>},
    {QLatin1String("exp"), 1, 1, unary<std::exp>},
    {QLatin1String("exp10"), 1, 1, unary<exp10>},
    {QLatin1String("log"), 1, 1, unary<std::log>},
    {QLatin1String("log10"), 1, 1, unary<std::log10>},
    {QLatin1String("sin"), 1, 1, unary<std::sin>},
    {QLatin1String("cos"), 1, 1, unary<std::cos>},
    {QLatin1String("tan"), 1, 1, unary<std::tan>},
    {QLatin1String("asin"), 1, 1, unary<std::asin>},
    {QLatin1String("acos"), 1, 1, unary<std::acos>},
    {QLatin1String("atan"), 1, 1, unary<std::atan>},
    {QLatin1String("atan2"), 2, 2, arcTangent2},
    {QLatin1String("pow"), 2, 2, power},
    {QLatin1String("pi"), 0, 0, pi},
    {QLatin1String("random"), 0, 0, random},
    {QLatin1String("sum"), 1, 1, sum},
    {QLatin1String("min"), 1, -1, extreme<false>},
    {QLatin1String("max"), 1, -1, extreme<true>},
    {QLatin1String("count"), 1, 1, count},
    {QLatin1String("count-non-empty"), 1, 1, countNonEmpty},
}};

} // namespace

std::span<const BuiltIn> numberFunctions()
{
    return Functions;
}

} // namespace questionnaire::ast
