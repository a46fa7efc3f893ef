#include "questionnaire/expression/dates.h"
#include "questionnaire/expression/functions.h"

#include <array>
#include <cmath>
#include <limits>

namespace questionnaire::ast {

namespace {

using Values = std::span<const TreeValue>;
constexpr double NaN = std::numeric_limits<double>::quiet_NaN();

QTimeZone zoneOf(const EvalContext& context)
{
    return context.scope.now().timeZone();
}

std::optional<Moment> momentOf(const EvalContext& context, const TreeValue& value)
{
    const QTimeZone zone = zoneOf(context);
    const QString text = textOf(value);
    if (!std::holds_alternative<double>(value) && looksLikeDate(text)) return parseMoment(text, zone);
    const double days = context.number(value);
    if (std::isnan(days)) return std::nullopt;
    const QDateTime at = fromDays(days, zone);
    if (!at.isValid()) return std::nullopt;
    return Moment{at, at.time() != QTime(0, 0)};
}

QString isoText(const Moment& moment)
{
    if (moment.at.time() == QTime(0, 0)) return moment.at.date().toString(Qt::ISODate);
    return isoDateTime(moment.at);
}

TreeValue today(const EvalContext& context, Values)
{
    return context.scope.now().date().toString(Qt::ISODate);
}
TreeValue now(const EvalContext& context, Values)
{
    return isoDateTime(context.scope.now());
}

// An instant that is a midnight is written as a date: dates then compare equal as texts too.
TreeValue date(const EvalContext& context, Values a)
{
    const auto moment = momentOf(context, a[0]);
    return moment ? isoText(*moment) : QString();
}

TreeValue decimalDateTime(const EvalContext& context, Values a)
{
    const auto moment = momentOf(context, a[0]);
    return moment ? daysSinceEpoch(moment->at) : NaN;
}

TreeValue decimalTime(const EvalContext& context, Values a)
{
    const QString text = textOf(a[0]);
    const QString full = looksLikeDate(text) ? text : QStringLiteral("1970-01-01T") + text;
    const auto moment = parseMoment(full, zoneOf(context));
    if (!moment || !moment->hasTime) return NaN;
    return double(moment->at.time().msecsSinceStartOfDay()) / 86400000.0;
}

TreeValue format(const EvalContext& context, Values a)
{
    const auto moment = momentOf(context, a[0]);
    return moment ? formatMoment(moment->at, textOf(a[1])) : QString();
}

constexpr std::array<BuiltIn, 8> Functions{{
    {QLatin1String("today"), 0, 0, today},
    {QLatin1String("now"), 0, 0, now},
    {QLatin1String("date"), 1, 1, date},
    {QLatin1String("date-time"), 1, 1, date},
    {QLatin1String("decimal-date-time"), 1, 1, decimalDateTime},
    {QLatin1String("decimal-time"), 1, 1, decimalTime},
    {QLatin1String("format-date"), 2, 2, format},
    {QLatin1String("format-date-time"), 2, 2, format},
}};

} // namespace

std::span<const BuiltIn> dateFunctions()
{
    return Functions;
}

} // namespace questionnaire::ast
