#pragma once
#include "questionnaire/values/answer.h"
#include "questionnaire/values/form.h"

#include <optional>

namespace exchange {

/// Answers as the cells of a submission write them, and back. Choices are read by code or by label, in any
/// language of the form; a choice that says "does not know" or "prefers not to answer" is that state.
class AnswerText
{
public:
    explicit AnswerText(const questionnaire::Form& form) : m_form(form) {}

    /// Nothing when the question does not take that text.
    std::optional<questionnaire::Answer> read(const questionnaire::Question& question, const QString& text);
    /// Without the choices that mean a state, as another program holds it.
    std::optional<QString> value(const questionnaire::Question& question, const QString& text);
    QString write(const questionnaire::Question& question, const questionnaire::Answer& answer);
    /// Code of a choice, from its code or label; empty when there is none, or several.
    QString codeOf(const questionnaire::Question& question, const QString& text);

private:
    struct Choices
    {
        QHash<QString, QString> byText; ///< codes as they are, labels folded; empty: ambiguous
        QHash<QString, questionnaire::AnswerState> states;
        QHash<questionnaire::AnswerState, QString> codes; ///< the first choice that says each state
    };
    const Choices& choicesOf(const questionnaire::Question& question);
    std::optional<QString> codesOf(const questionnaire::Question& question, const QString& text);

    const questionnaire::Form& m_form;
    QHash<QString, Choices> m_choices; ///< by list
};

} // namespace exchange
