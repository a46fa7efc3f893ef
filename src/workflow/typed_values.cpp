#include "workflow/typed_values.h"

#include "base/text.h"
#include "workflow/coordinates.h"

#include <QDateTime>
#include <QRegularExpression>

#include <array>

namespace workflow {
namespace {

using questionnaire::Choice;
using questionnaire::QuestionType;

bool isNumber(QuestionType type)
{
    return type == QuestionType::Integer || type == QuestionType::Decimal || type == QuestionType::Range;
}

QString number(QString text)
{
    for (const QChar space : {QChar(u' '), QChar(0x00A0), QChar(0x202F)})
        text.remove(space);
    text.replace(QChar(0x2212), u'-');
    if (text.count(u',') == 1 && !text.contains(u'.')) text.replace(u',', u'.');
    return text;
}

/// 1 to 12 for "avril", "avr.", "AVR"; 0 for what is no month, or could be two ("jui").
int monthCalled(const QString& word)
{
    static const std::array months{u"janvier",   u"fevrier", u"mars",     u"avril",
                                   u"mai",       u"juin",    u"juillet",  u"aout",
                                   u"septembre", u"octobre", u"novembre", u"decembre"};
    int found = 0;
    for (size_t i = 0; i < months.size(); ++i) {
        if (!QStringView(months[i]).startsWith(word)) continue;
        if (found > 0) return 0;
        found = static_cast<int>(i) + 1;
    }
    return word.size() >= 3 ? found : 0;
}

/// Years of two digits are of this century: nobody dates a receipt of 1914.
int fullYear(const QString& digits)
{
    return digits.size() == 2 ? 2000 + digits.toInt() : digits.toInt();
}

QDate dateOf(const QString& typed)
{
    static const QRegularExpression digits(
        QStringLiteral(R"(^(\d{1,2})[/.\s-](\d{1,2})[/.\s-](\d{4}|\d{2})$)"));
    static const QRegularExpression packed(QStringLiteral(R"(^(\d{2})(\d{2})(\d{4})$)"));
    static const QRegularExpression words(
        QStringLiteral(R"(^(?:(\d{1,2})(?:er)?[\s-]+)?([a-z]+)\.?[\s-]+(\d{4}|\d{2})$)"));
    static const QRegularExpression month(QStringLiteral(R"(^(\d{1,2})[/.-](\d{4})$)"));
    const QString text = base::fold(typed);
    for (const QRegularExpression* form : {&digits, &packed})
        if (const auto parts = form->match(text); parts.hasMatch())
            return {fullYear(parts.captured(3)), parts.captured(2).toInt(), parts.captured(1).toInt()};
    if (const auto parts = words.match(text); parts.hasMatch()) {
        const int day = parts.captured(1).isEmpty() ? 1 : parts.captured(1).toInt();
        return {fullYear(parts.captured(3)), monthCalled(parts.captured(2)), day};
    }
    if (const auto parts = month.match(text); parts.hasMatch())
        return {parts.captured(2).toInt(), parts.captured(1).toInt(), 1};
    return {};
}

/// "9 h", "9h05", "14:30", "14.30.15", "1430".
QTime timeOf(const QString& typed)
{
    static const QRegularExpression parts(QStringLiteral(
        R"(^(\d{1,2})(?:\s*(?:h|heures?|:|\.)\s*(?:(\d{1,2})\s*(?:min|mn|m)?(?:\s*[:.]?\s*(\d{2})\s*s?)?)?)?$)"));
    static const QRegularExpression packed(QStringLiteral(R"(^(\d{2})(\d{2})$)"));
    const QString text = base::fold(typed);
    for (const QRegularExpression* form : {&packed, &parts})
        if (const auto found = form->match(text); found.hasMatch())
            return {found.captured(1).toInt(), found.captured(2).toInt(), found.captured(3).toInt()};
    return {};
}

QDateTime instantOf(const QString& typed)
{
    // The date may hold spaces, and so may the time: every place to part them is tried.
    static const QRegularExpression between(QStringLiteral("\\s+(?:a\\s+)?|,\\s*"));
    const QString text = base::fold(typed);
    for (auto found = between.globalMatch(text); found.hasNext();) {
        const auto gap = found.next();
        const QDate date = dateOf(text.left(gap.capturedStart()));
        const QTime time = timeOf(text.mid(gap.capturedEnd()));
        if (date.isValid() && time.isValid()) return {date, time};
    }
    return {};
}

QString storedTrace(QuestionType type, const QString& typed)
{
    static const QRegularExpression breaks(QStringLiteral("[\n;|]"));
    QStringList points;
    for (const QString& line : typed.split(breaks)) {
        if (line.trimmed().isEmpty()) continue;
        points << pointCalled(line);
        if (points.back().isEmpty()) return typed;
    }
    const bool polygon = type == QuestionType::Geoshape;
    return traceOf(pointsOfTrace(points.join(u';'), polygon), polygon);
}

/// The hour of "14:30:15.000+01:00" as it was observed in the place; seconds only when they tell something.
QString typedTime(const QString& stored)
{
    QTime time = QTime::fromString(stored.left(8), QStringLiteral("HH:mm:ss"));
    if (!time.isValid()) time = QTime::fromString(stored.left(5), QStringLiteral("HH:mm"));
    return time.toString(time.second() > 0 ? QStringLiteral("HH:mm:ss") : QStringLiteral("HH:mm"));
}

QString typedDate(const QString& stored)
{
    return QDate::fromString(stored, Qt::ISODate).toString(QStringLiteral("dd/MM/yyyy"));
}

QString orElse(const QString& words, const QString& stored)
{
    return words.isEmpty() ? stored : words;
}

} // namespace

QString storedText(QuestionType type, const QString& typed)
{
    const QString text = typed.trimmed();
    if (text.isEmpty()) return {};
    if (isNumber(type)) return number(text);
    switch (type) {
    case QuestionType::Date: {
        const QDate date = dateOf(text);
        return date.isValid() ? date.toString(Qt::ISODate) : text;
    }
    case QuestionType::Time: {
        const QTime time = timeOf(text);
        return time.isValid() ? time.toString(Qt::ISODate) : text;
    }
    case QuestionType::DateTime: {
        const QDateTime at = instantOf(text);
        return at.isValid() ? at.toString(Qt::ISODate) : text;
    }
    case QuestionType::Geopoint: {
        const QString point = pointCalled(text);
        return point.isEmpty() ? text : point;
    }
    case QuestionType::Geotrace:
    case QuestionType::Geoshape:
        return storedTrace(type, text);
    default:
        return text;
    }
}

QString typedText(QuestionType type, const QString& stored)
{
    switch (type) {
    case QuestionType::Date:
        return orElse(typedDate(stored), stored);
    case QuestionType::Time:
        return orElse(typedTime(stored), stored);
    case QuestionType::DateTime: {
        const QString date = typedDate(stored.left(10)), time = typedTime(stored.mid(11));
        return date.isEmpty() || time.isEmpty() ? stored : date + u' ' + time;
    }
    case QuestionType::Decimal:
    case QuestionType::Range:
    case QuestionType::Geopoint:
        return QString(stored).replace(u'.', u',');
    default:
        return stored;
    }
}

QString choiceCalled(const std::vector<Choice>& choices, const QString& written)
{
    const QString text = written.trimmed();
    const QString wanted = base::fold(text);
    if (wanted.isEmpty()) return {};
    for (const Choice& choice : choices)
        if (choice.name == text || base::fold(choice.label) == wanted) return choice.name;
    for (const bool atStart : {true, false}) {
        QStringList found;
        for (const Choice& choice : choices) {
            const QString label = base::fold(choice.label);
            if (atStart ? label.startsWith(wanted) : label.contains(wanted)) found << choice.name;
        }
        if (found.size() == 1) return found.front();
        if (found.size() > 1) return {};
    }
    return {};
}

} // namespace workflow
