#include "questionnaire/expression/value.h"

#include "questionnaire/expression/dates.h"

#include <array>
#include <charconv>
#include <cmath>
#include <limits>

namespace questionnaire {

namespace {

template <class... Ts> struct Overloaded : Ts...
{
    using Ts::operator()...;
};
template <class... Ts> Overloaded(Ts...) -> Overloaded<Ts...>; // clang 14 does not deduce aggregates

constexpr double NaN = std::numeric_limits<double>::quiet_NaN();

QStringList stringsOf(const NodeSet& set)
{
    QStringList texts;
    texts.reserve(qsizetype(set.nodes.size()));
    for (const TreeNode* node : set.nodes)
        texts << node->stringValue();
    return texts;
}

// XPath numbers: digits, one point, one leading minus. Short whole numbers are most of them.
double decimalOf(QStringView text)
{
    bool hasDigit = false, hasPoint = false;
    qint64 whole = 0;
    for (qsizetype i = text[0] == u'-' ? 1 : 0; i < text.size(); ++i) {
        const char16_t c = text[i].unicode();
        if (c == u'.' && !hasPoint)
            hasPoint = true;
        else if (c >= u'0' && c <= u'9') {
            hasDigit = true;
            if (text.size() <= 15) whole = whole * 10 + (c - u'0');
        } else
            return NaN;
    }
    if (!hasDigit) return NaN;
    if (hasPoint || text.size() > 15) return text.toDouble();
    return text[0] == u'-' ? -double(whole) : double(whole);
}

} // namespace

TreeValue fromExprValue(ExprValue value)
{
    return std::visit([](auto&& held) -> TreeValue { return std::forward<decltype(held)>(held); },
                      std::move(value));
}

ExprValue toExprValue(TreeValue value)
{
    return std::visit(Overloaded{[](NodeSet&& set) -> ExprValue { return stringsOf(set); },
                                 [](auto&& held) -> ExprValue { return std::forward<decltype(held)>(held); }},
                      std::move(value));
}

QString textOf(const TreeValue& value)
{
    return std::visit(
        Overloaded{[](const QString& text) { return text; },
                   [](double number) { return numberToText(number); },
                   [](bool truth) { return truth ? QStringLiteral("true") : QStringLiteral("false"); },
                   [](const QStringList& list) { return list.isEmpty() ? QString() : list.front(); },
                   [](Missing) { return QString(); },
                   [](const NodeSet& set) {
                       return set.nodes.empty() ? QString() : set.nodes.front()->stringValue();
                   }},
        value);
}

QStringList textsOf(const TreeValue& value)
{
    if (const auto* list = std::get_if<QStringList>(&value)) return *list;
    if (const auto* set = std::get_if<NodeSet>(&value)) return stringsOf(*set);
    return {textOf(value)};
}

bool truthOf(const TreeValue& value)
{
    return std::visit(
        Overloaded{[](const QString& text) { return !text.isEmpty(); },
                   [](double number) { return number != 0 && !std::isnan(number); },
                   [](bool truth) { return truth; }, [](const QStringList& list) { return !list.isEmpty(); },
                   [](Missing) { return false; }, [](const NodeSet& set) { return !set.nodes.empty(); }},
        value);
}

double textToNumber(QStringView text, const ExpressionScope* scope)
{
    text = text.trimmed();
    if (text.isEmpty()) return NaN;
    if (!looksLikeDate(text)) return decimalOf(text);
    const auto moment = parseMoment(text, scope ? scope->now().timeZone() : QTimeZone::utc());
    return moment ? daysSinceEpoch(moment->at) : NaN;
}

double numberOf(const TreeValue& value, const ExpressionScope* scope)
{
    if (const auto* number = std::get_if<double>(&value)) return *number;
    if (const auto* truth = std::get_if<bool>(&value)) return *truth ? 1 : 0;
    if (const auto* text = std::get_if<QString>(&value)) return textToNumber(*text, scope);
    return isMissing(value) ? NaN : textToNumber(textOf(value), scope);
}

QString numberToText(double number)
{
    if (std::isnan(number)) return QStringLiteral("NaN");
    if (std::isinf(number)) return number < 0 ? QStringLiteral("-Infinity") : QStringLiteral("Infinity");
    if (number == std::trunc(number) && std::abs(number) < 1e15) return QString::number(qint64(number));
    // Shortest decimal that reads back equal, without exponent: 309 digits at most before the point.
    std::array<char, 800> buffer;
    const auto end =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), number, std::chars_format::fixed).ptr;
    return QString::fromLatin1(buffer.data(), end - buffer.data());
}

double toNumber(const ExprValue& value)
{
    return numberOf(fromExprValue(value), nullptr);
}

QString toText(const ExprValue& value)
{
    return textOf(fromExprValue(value));
}

bool toBoolean(const ExprValue& value)
{
    return truthOf(fromExprValue(value));
}

bool isMissing(const ExprValue& value)
{
    return std::holds_alternative<Missing>(value);
}

} // namespace questionnaire
