#include "workflow/typed_values.h"

#include "base/text.h"

#include <QDate>
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

} // namespace

QString storedText(QuestionType type, const QString& typed)
{
    QString text = typed.trimmed();
    if (isNumber(type)) return number(text);
    if (type == QuestionType::Date) {
        const QDate date = dateOf(text);
        return date.isValid() ? date.toString(Qt::ISODate) : text;
    }
    if (type == QuestionType::Geopoint) return text.replace(u',', u' ').simplified();
    return text;
}

QString typedText(QuestionType type, const QString& stored)
{
    if (type == QuestionType::Date) {
        const QDate date = QDate::fromString(stored, Qt::ISODate);
        return date.isValid() ? date.toString(QStringLiteral("dd/MM/yyyy")) : stored;
    }
    if (type == QuestionType::Decimal) return QString(stored).replace(u'.', u',');
    return stored;
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
