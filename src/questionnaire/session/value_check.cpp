#include "questionnaire/session/value_check.h"

#include "questionnaire/expression/dates.h"

#include <QRegularExpression>

namespace questionnaire {

namespace {

bool isWhole(const QString& value)
{
    static const QRegularExpression form(u"^-?[0-9]{1,18}$"_qs);
    return form.match(value).hasMatch();
}

bool isDecimal(const QString& value)
{
    static const QRegularExpression form(u"^-?([0-9]{1,18}(\\.[0-9]{0,18})?|\\.[0-9]{1,18})$"_qs);
    return form.match(value).hasMatch();
}

bool isDate(const QString& value)
{
    return value.size() == 10 && parseMoment(value, QTimeZone::utc());
}

bool isInstant(const QString& value)
{
    const auto moment = parseMoment(value, QTimeZone::utc());
    return moment && moment->hasTime;
}

bool isTime(const QString& value)
{
    const auto moment = parseMoment(u"1970-01-01T"_qs + value, QTimeZone::utc());
    return moment && moment->hasTime;
}

bool isPoint(const QString& value)
{
    const QStringList parts = value.simplified().split(u' ');
    if (parts.size() < 2 || parts.size() > 4 || !std::all_of(parts.begin(), parts.end(), isDecimal))
        return false;
    return std::abs(parts[0].toDouble()) <= 90 && std::abs(parts[1].toDouble()) <= 180;
}

bool isTrace(const QString& value)
{
    const QStringList points = value.split(u';', Qt::SkipEmptyParts);
    return points.size() > 1 && std::all_of(points.begin(), points.end(), isPoint);
}

} // namespace

bool hasRightType(QuestionType type, const QString& value)
{
    switch (type) {
    case QuestionType::Integer:
        return isWhole(value);
    case QuestionType::Decimal:
    case QuestionType::Range:
        return isDecimal(value);
    case QuestionType::Date:
        return isDate(value);
    case QuestionType::DateTime:
        return isInstant(value);
    case QuestionType::Time:
        return isTime(value);
    case QuestionType::Geopoint:
        return isPoint(value);
    case QuestionType::Geotrace:
    case QuestionType::Geoshape:
        return isTrace(value);
    default:
        return true;
    }
}

QString brokenBound(const Question& question, const QString& value)
{
    if (question.type != QuestionType::Range) return {};
    const double start = question.parameters.value(u"start"_qs, u"1"_qs).toDouble();
    const double end = question.parameters.value(u"end"_qs, u"10"_qs).toDouble();
    const double number = value.toDouble();
    if (number < std::min(start, end)) return u". >= "_qs + QString::number(std::min(start, end));
    if (number > std::max(start, end)) return u". <= "_qs + QString::number(std::max(start, end));
    return {};
}

QString unknownCode(const Question& question, const std::vector<Choice>& choices, const QString& value)
{
    const bool single = question.type == QuestionType::SelectOne;
    const QStringList codes = single ? QStringList{value} : value.split(u' ', Qt::SkipEmptyParts);
    for (const QString& code : codes) {
        const bool known = std::any_of(choices.begin(), choices.end(),
                                       [&](const Choice& choice) { return choice.name == code; });
        if (!known) return code;
    }
    return {};
}

} // namespace questionnaire
