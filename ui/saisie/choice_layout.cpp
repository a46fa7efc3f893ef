#include "ui/saisie/choice_layout.h"

#include <QRegularExpression>

#include <algorithm>

namespace ui {
namespace {

using questionnaire::Choice;
using questionnaire::Question;

constexpr qsizetype pageLetters = 70; ///< of a row of labels, marks and keys taken off below
constexpr qsizetype markLetters = 8;
constexpr qsizetype mostInRow = 7;

qsizetype longestLabel(const std::vector<Choice>& choices)
{
    qsizetype longest = 0;
    for (const Choice& choice : choices)
        longest = std::max(longest, choice.label.size());
    return longest;
}

ChoiceLayout inColumns(int columns, bool aligned)
{
    const qsizetype letters = pageLetters / columns - markLetters;
    return {columns, columns == 1 ? ChoiceLayout().wrapAt : std::max<qsizetype>(8, letters), aligned};
}

/// As many columns as the longest label leaves room for.
int columnsThatFit(qsizetype choices, qsizetype longest, qsizetype most)
{
    const qsizetype fit = pageLetters / (std::max<qsizetype>(longest, 4) + markLetters);
    return static_cast<int>(std::clamp<qsizetype>(fit, 1, std::max<qsizetype>(1, std::min(choices, most))));
}

} // namespace

bool appearsAs(const Question& question, const char16_t* word)
{
    return question.appearance.split(u' ').contains(QString::fromUtf16(word));
}

QString wrapped(const QString& label, qsizetype letters)
{
    QString lines;
    qsizetype length = 0;
    for (const QString& word : label.split(u' ')) {
        if (length > 0) lines += length + word.size() >= letters ? u'\n' : u' ';
        length = length > 0 && length + word.size() < letters ? length + word.size() + 1 : word.size();
        lines += word;
    }
    return lines;
}

ChoiceLayout layoutOf(const Question& question, const std::vector<Choice>& choices)
{
    static const QRegularExpression numbered(
        QStringLiteral("(?:^| )(?:columns|compact|quickcompact)-(\\d{1,2})(?: |$)"));
    const auto count = static_cast<qsizetype>(choices.size());
    const qsizetype longest = longestLabel(choices);
    if (const auto match = numbered.match(question.appearance); match.hasMatch())
        return inColumns(std::clamp(match.captured(1).toInt(), 1, static_cast<int>(mostInRow)), true);
    const bool row = appearsAs(question, u"likert") || appearsAs(question, u"list-nolabel") ||
                     appearsAs(question, u"list");
    if (row && count > 0 && count <= mostInRow) return inColumns(static_cast<int>(count), true);
    for (const char16_t* word : {u"horizontal", u"horizontal-compact", u"columns", u"columns-pack",
                                 u"compact", u"quickcompact", u"likert", u"list-nolabel", u"list"})
        if (appearsAs(question, word)) return inColumns(columnsThatFit(count, longest, mostInRow), false);
    return count > 3 && longest <= 30 ? ChoiceLayout{2, 36, false} : ChoiceLayout{};
}

} // namespace ui
