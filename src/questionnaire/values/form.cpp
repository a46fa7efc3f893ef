#include "questionnaire/values/form.h"

#include <QDateTime>
#include <QRegularExpression>

#include <array>
#include <cmath>

namespace questionnaire {

namespace {

constexpr QChar NarrowNoBreakSpace(0x202F);
constexpr QChar NoBreakSpace(0xA0);

constexpr std::array Months{u"janvier", u"février", u"mars",      u"avril",   u"mai",      u"juin",
                            u"juillet", u"août",    u"septembre", u"octobre", u"novembre", u"décembre"};

QString frenchDate(const QDate& date)
{
    const QString day = date.day() == 1 ? QStringLiteral("1er") : QString::number(date.day());
    return QStringLiteral("%1 %2 %3")
        .arg(day, QString::fromUtf16(Months[size_t(date.month() - 1)]))
        .arg(date.year());
}

QString frenchTime(const QTime& time)
{
    const QString minutes = QString::number(time.minute()).rightJustified(2, u'0');
    return QString::number(time.hour()) + NoBreakSpace + u'h' + NoBreakSpace + minutes;
}

bool isPlainNumber(const QString& text)
{
    bool ok = false;
    text.toDouble(&ok);
    return ok && std::all_of(text.begin(), text.end(),
                             [](QChar c) { return (c >= u'0' && c <= u'9') || c == u'-' || c == u'.'; });
}

// Works on the digits written, so that nothing is rounded. Whole numbers of four digits are often years and
// stay unspaced.
QString frenchNumber(const QString& text, bool spaceFourDigits)
{
    if (!isPlainNumber(text)) return text;
    const qsizetype point = text.indexOf(u'.');
    QString whole = point < 0 ? text : text.left(point);
    const QString fraction = point < 0 ? QString() : text.sliced(point + 1);
    const bool negative = whole.startsWith(u'-');
    if (negative) whole.remove(0, 1);
    if (whole.isEmpty()) whole = QStringLiteral("0");
    if (whole.size() > 4 || spaceFourDigits)
        for (qsizetype at = whole.size() - 3; at > 0; at -= 3)
            whole.insert(at, NarrowNoBreakSpace);
    if (!fraction.isEmpty()) whole += u',' + fraction;
    return negative ? u'\u2212' + whole : whole;
}

QString frenchCoordinate(const QString& text, QChar positive, QChar negative)
{
    const bool below = text.startsWith(u'-');
    QString digits = below ? text.sliced(1) : text;
    return digits.replace(u'.', u',') + u'°' + NoBreakSpace + (below ? negative : positive);
}

QString frenchPoint(const QString& value)
{
    const QStringList parts = value.simplified().split(u' ');
    if (parts.size() < 2 || !isPlainNumber(parts[0]) || !isPlainNumber(parts[1])) return value;
    return frenchCoordinate(parts[0], u'N', u'S') + QStringLiteral(", ") +
           frenchCoordinate(parts[1], u'E', u'O');
}

/// A month or a year is asked as a date; only what was asked is said.
QString frenchDay(const Question& question, const QString& value)
{
    const QDate date = QDate::fromString(value.left(10), Qt::ISODate);
    const QStringList words = question.appearance.split(u' ');
    if (date.isValid() && words.contains(QStringLiteral("year"))) return QString::number(date.year());
    if (date.isValid() && words.contains(QStringLiteral("month-year")))
        return QString::fromUtf16(Months[size_t(date.month() - 1)]) + u' ' + QString::number(date.year());
    return date.isValid() ? frenchDate(date) : value;
}

QString frenchTrace(const QString& value)
{
    const qsizetype points = value.split(u';', Qt::SkipEmptyParts).size();
    return points < 2 ? value : QStringLiteral("%1 points").arg(points);
}

QString frenchInstant(const QString& value)
{
    const QDateTime at = QDateTime::fromString(value, Qt::ISODate);
    if (!at.isValid()) return value;
    return frenchDate(at.date()) + QStringLiteral(" à ") + frenchTime(at.time());
}

QString frenchHour(const QString& value)
{
    const QTime time = QTime::fromString(value.left(5), QStringLiteral("HH:mm"));
    return time.isValid() ? frenchTime(time) : value;
}

QString labelsOf(const ChoiceList* list, const QString& value)
{
    QStringList labels;
    for (const QString& code : value.split(u' ', Qt::SkipEmptyParts))
        labels << (list ? list->labelOf(code) : code);
    return labels.join(NoBreakSpace + QStringLiteral("; "));
}

} // namespace

QString ChoiceList::labelOf(const QString& code) const
{
    for (const Choice& choice : choices)
        if (choice.name == code) return choice.label.isEmpty() ? code : choice.label;
    return code;
}

bool isDynamicDefault(const QString& text)
{
    static const QRegularExpression call(QStringLiteral("\\$\\{|[A-Za-z_][\\w.-]*\\("));
    return text.contains(call);
}

const Question* Form::question(const QString& name) const
{
    const auto found = index.constFind(name);
    return found == index.constEnd() ? nullptr : &questions[size_t(*found)];
}

const ChoiceList* Form::listOf(const Question& question) const
{
    const auto found = lists.constFind(question.list);
    return found == lists.constEnd() ? nullptr : &*found;
}

int Form::sectionOf(int questionIndex) const
{
    int at = questionIndex;
    while (at >= 0 && questions[size_t(at)].parent >= 0)
        at = questions[size_t(at)].parent;
    return std::find(sections.begin(), sections.end(), at) == sections.end() ? -1 : at;
}

int Form::repeatOf(int questionIndex) const
{
    if (questionIndex < 0) return -1;
    for (int at = questions[size_t(questionIndex)].parent; at >= 0; at = questions[size_t(at)].parent)
        if (questions[size_t(at)].type == QuestionType::Repeat) return at;
    return -1;
}

std::vector<const Question*> Form::columnsOf(const QString& repeat) const
{
    const int whole = index.value(repeat, -1);
    std::vector<const Question*> columns;
    for (size_t i = size_t(whole + 1); whole >= 0 && i < questions.size(); ++i)
        if (repeatOf(int(i)) == whole && questions[i].type != QuestionType::Group &&
            questions[i].type != QuestionType::Repeat)
            columns.push_back(&questions[i]);
    return columns;
}

QString Form::display(const Question& question, const QString& value) const
{
    if (value.isEmpty()) return {};
    switch (question.type) {
    case QuestionType::SelectOne:
    case QuestionType::SelectMultiple:
    case QuestionType::Rank:
        return labelsOf(listOf(question), value);
    case QuestionType::Integer:
    case QuestionType::Range:
        return frenchNumber(value, false);
    case QuestionType::Decimal:
        return frenchNumber(value, true);
    case QuestionType::Date:
        return frenchDay(question, value);
    case QuestionType::DateTime:
        return frenchInstant(value);
    case QuestionType::Time:
        return frenchHour(value);
    case QuestionType::Geopoint:
        return frenchPoint(value);
    case QuestionType::Geotrace:
    case QuestionType::Geoshape:
        return frenchTrace(value);
    case QuestionType::Acknowledge:
        return QStringLiteral("oui");
    default:
        return value;
    }
}

} // namespace questionnaire
