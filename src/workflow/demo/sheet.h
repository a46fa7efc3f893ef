#pragma once
#include "questionnaire/values/answer.h"
#include "questionnaire/values/form.h"
#include "workflow/demo/profile.h"

namespace workflow::demo {

/// The answers of one fictional actor while they are being drawn: what was asked depends on how far the
/// survey went with it, and some answers stay unknown.
class Sheet
{
public:
    Sheet(const questionnaire::Form& form, const Profile& profile, Draw& draw,
          questionnaire::Answers& answers)
        : m_form(form), m_profile(profile), m_draw(draw), m_answers(answers)
    {
    }

    const questionnaire::Form& form() const { return m_form; }
    const Profile& profile() const { return m_profile; }
    Draw& draw() { return m_draw; }
    questionnaire::Answers& answers() { return m_answers; }

    /// Stores the answer, or a state, as the way of collecting allows.
    void tell(const QString& question, const QString& value);
    void tell(const QString& question, int value) { tell(question, QString::number(value)); }
    /// Known for certain, whatever the way of collecting.
    void fix(const QString& question, const QString& value);
    void unknown(const QString& question, questionnaire::AnswerState state);

    bool knows(const QString& question) const { return m_answers.at(question).isKnown(); }
    /// Empty when not known.
    QString value(const QString& question) const;
    QStringList codes(const QString& question) const
    {
        return value(question).split(u' ', Qt::SkipEmptyParts);
    }

    /// One of the sentences for a purpose, with the actor's province in it; empty when there is none.
    QString phrase(const QString& purpose);
    bool asks(bool shortForm);

private:
    const questionnaire::Form& m_form;
    const Profile& m_profile;
    Draw& m_draw;
    questionnaire::Answers& m_answers;
};

} // namespace workflow::demo
