#include "workflow/demo/sheet.h"

namespace workflow::demo {

using questionnaire::Answer;
using questionnaire::AnswerState;

bool Sheet::asks(bool shortForm)
{
    if (m_profile.candidate) return m_draw.chance(shortForm ? 1.0 : 0.995);
    switch (m_profile.mode) {
    case Mode::Documentary:
        return m_draw.chance(shortForm ? 0.70 : 0.05);
    case Mode::Phone:
        return m_draw.chance(shortForm ? 0.96 : 0.60);
    case Mode::Interview:
        return m_draw.chance(shortForm ? 0.985 : 0.93);
    case Mode::Visit:
        return m_draw.chance(shortForm ? 0.995 : 0.98);
    }
    return false;
}

void Sheet::tell(const QString& question, const QString& value)
{
    const questionnaire::Question* known = m_form.question(question);
    Q_ASSERT(known);
    if (asks(known->shortForm)) {
        fix(question, value);
        return;
    }
    if (m_profile.mode == Mode::Documentary) return; // documents do not answer, and nobody was asked
    static const std::vector<double> shares{0.55, 0.15, 0.30};
    const size_t drawn = m_draw.weighted(shares);
    if (drawn < 2) unknown(question, drawn == 0 ? AnswerState::DontKnow : AnswerState::Refused);
}

void Sheet::fix(const QString& question, const QString& value)
{
    Q_ASSERT(m_form.question(question));
    m_answers.set(question, Answer::of(value));
}

void Sheet::unknown(const QString& question, AnswerState state)
{
    m_answers.set(question, Answer::inState(state));
}

QString Sheet::value(const QString& question) const
{
    const Answer& answer = m_answers.at(question);
    return answer.isKnown() ? answer.value : QString();
}

QString Sheet::phrase(const QString& purpose)
{
    const QStringList sentences = Material::standard().phrases.value(purpose);
    if (sentences.isEmpty()) return {};
    const questionnaire::ChoiceList* provinces =
        m_form.listOf(*m_form.question(QStringLiteral("id_province")));
    return QString(m_draw.pick(sentences))
        .replace(QStringLiteral("{province}"), provinces->labelOf(m_profile.province));
}

} // namespace workflow::demo
