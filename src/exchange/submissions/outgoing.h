#pragma once
#include "exchange/submissions/answer_text.h"
#include "exchange/submissions/writing.h"

namespace exchange {

/// What the writers of all layouts say of answers.
class Outgoing
{
public:
    explicit Outgoing(const SubmissionBook& book) : m_form(*book.form), m_texts(m_form) {}

    const questionnaire::Form& form() const { return m_form; }
    /// Text of an answer; empty when it has none or may not go out.
    QString text(const questionnaire::Question& question, const questionnaire::Answers& answers);
    /// State to be written beside, when the text alone would be read otherwise.
    QString state(const questionnaire::Question& question, const questionnaire::Answers& answers);
    /// "q=nsp r=value" for what one row holds; `repeat`: index of its repeat, -1 for a submission.
    QString states(int repeat, const questionnaire::Answers& answers);
    /// Questions that hold an answer of their own, in a repeat or (-1) outside any, in the order of the form.
    std::vector<int> questionsIn(int repeat) const;
    /// Repeats just below a repeat, or (-1) outside any.
    std::vector<int> repeatsIn(int repeat) const;

private:
    const questionnaire::Form& m_form;
    AnswerText m_texts;
};

/// "uuid:…" without its first part, where a server would not write it.
QString bareInstance(const QString& instanceId);

} // namespace exchange
