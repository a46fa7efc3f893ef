#include "exchange/submissions/answer_text.h"

#include "base/text.h"
#include "questionnaire/choice_state.h"
#include "questionnaire/session/value_check.h"

#include <QDateTime>
#include <QRegularExpression>

namespace exchange {
namespace {

using questionnaire::Answer;
using questionnaire::AnswerState;
using questionnaire::Choice;
using questionnaire::Question;
using questionnaire::QuestionType;

bool isSelect(const Question& question)
{
    return question.type == QuestionType::SelectOne || question.type == QuestionType::SelectMultiple ||
           question.type == QuestionType::Rank;
}

/// "13/01/2015", "13/1/15 …": as a French spreadsheet writes a date when it saves again.
QString isoDate(const QString& text)
{
    static const QRegularExpression french(u"^(\\d{1,2})/(\\d{1,2})/(\\d{4})$"_qs);
    const auto match = french.match(text);
    if (!match.hasMatch()) return text.size() > 10 && text[10] == u'T' ? text.left(10) : text;
    const QDate date(match.captured(3).toInt(), match.captured(2).toInt(), match.captured(1).toInt());
    return date.isValid() ? date.toString(Qt::ISODate) : text;
}

QString plainNumber(QString text, bool whole)
{
    static const QRegularExpression zeros(u"\\.0+$"_qs);
    if (text.count(u',') == 1 && !text.contains(u'.')) text.replace(u',', u'.');
    return whole ? text.remove(zeros) : text;
}

/// The text a type stores, from what the sources make of it.
QString normalised(const Question& question, const QString& text)
{
    switch (question.type) {
    case QuestionType::Integer:
        return plainNumber(text.trimmed(), true);
    case QuestionType::Decimal:
    case QuestionType::Range:
        return plainNumber(text.trimmed(), false);
    case QuestionType::Date:
        return isoDate(text.trimmed());
    case QuestionType::Geopoint:
        return text.simplified();
    case QuestionType::Acknowledge:
        return text == u"OK" || text == u"TRUE" ? u"OK"_qs : text;
    default:
        return text;
    }
}

} // namespace

const AnswerText::Choices& AnswerText::choicesOf(const Question& question)
{
    const auto known = m_choices.constFind(question.list);
    if (known != m_choices.constEnd()) return *known;
    Choices made;
    QHash<QString, QString> labels;
    if (const questionnaire::ChoiceList* list = m_form.listOf(question)) {
        for (const Choice& choice : list->choices) {
            made.byText.insert(choice.name, choice.name);
            const AnswerState state = questionnaire::stateOfChoice(choice);
            if (state != AnswerState::Value) {
                made.states.insert(choice.name, state);
                if (!made.codes.contains(state)) made.codes.insert(state, choice.name);
            }
            QStringList texts = choice.labels.values();
            texts << choice.label;
            if (choice.isOther) texts << QStringLiteral("Other"); // the servers' label, in any language
            for (const QString& text : texts) {
                const QString folded = base::fold(text);
                if (folded.isEmpty()) continue;
                const auto other = labels.constFind(folded);
                if (choice.isOther && other != labels.constEnd()) continue; // the author's goes first
                const bool ambiguous = other != labels.constEnd() && *other != choice.name;
                labels.insert(folded, ambiguous ? QString() : choice.name);
            }
        }
    }
    for (auto it = labels.cbegin(); it != labels.cend(); ++it)
        if (!made.byText.contains(it.key())) made.byText.insert(it.key(), it.value());
    return *m_choices.insert(question.list, made);
}

QString AnswerText::codeOf(const Question& question, const QString& text)
{
    const Choices& choices = choicesOf(question);
    const QString code = choices.byText.value(text.trimmed());
    if (!code.isEmpty()) return code;
    return choices.byText.value(base::fold(text));
}

/// Codes parted by spaces, or labels which themselves hold spaces: the longest choice that leads to the end.
std::optional<QString> AnswerText::codesOf(const Question& question, const QString& text)
{
    QStringList codes;
    const QStringList words = text.split(QRegularExpression(u"[\\s]+"_qs), Qt::SkipEmptyParts);
    if (std::all_of(words.begin(), words.end(), [&](const QString& word) {
            codes << codeOf(question, word);
            return !codes.back().isEmpty();
        }))
        return codes.join(u' ');
    constexpr qsizetype mostWords = 600;
    if (words.size() > mostWords) return {};
    // ending[i]: choices that make up the first i words.
    std::vector<std::optional<QStringList>> ending(static_cast<size_t>(words.size()) + 1);
    ending[0] = QStringList();
    for (qsizetype from = 0; from < words.size(); ++from) {
        if (!ending[static_cast<size_t>(from)]) continue;
        QString label;
        for (qsizetype to = from; to < std::min(words.size(), from + 40); ++to) {
            label += (label.isEmpty() ? QString() : QStringLiteral(" ")) + words[to];
            auto& place = ending[static_cast<size_t>(to) + 1];
            QString code = codeOf(question, label);
            if (code.isEmpty() && (label.endsWith(u',') || label.endsWith(u';')))
                code = codeOf(question, label.chopped(1));
            if (code.isEmpty() || place) continue;
            place = *ending[static_cast<size_t>(from)];
            place->append(code);
        }
    }
    const auto& whole = ending.back();
    return whole ? std::optional(whole->join(u' ')) : std::nullopt;
}

std::optional<QString> AnswerText::value(const Question& question, const QString& text)
{
    if (isSelect(question) && m_form.listOf(question)) {
        if (question.type != QuestionType::SelectOne) return codesOf(question, text);
        const QString code = codeOf(question, text);
        return code.isEmpty() ? std::nullopt : std::optional(code);
    }
    const QString plain = normalised(question, text);
    return questionnaire::hasRightType(question.type, plain) ? std::optional(plain) : std::nullopt;
}

std::optional<Answer> AnswerText::read(const Question& question, const QString& text)
{
    const auto plain = value(question, text);
    if (!plain) return {};
    if (isSelect(question)) {
        const Choices& choices = choicesOf(question);
        const auto state = choices.states.constFind(*plain);
        if (state != choices.states.constEnd()) return Answer::inState(*state);
    }
    return Answer::of(*plain);
}

QString AnswerText::write(const Question& question, const Answer& answer)
{
    if (answer.isKnown()) return answer.value;
    if (!isSelect(question)) return {};
    return choicesOf(question).codes.value(answer.state);
}

} // namespace exchange
