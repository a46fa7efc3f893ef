#pragma once
#include "support/temporary_folder.h"
#include "workflow/entry.h"
#include "workflow/study.h"

namespace test {

/// An unprotected study in a folder of its own, with a clock stopped on a day of the mission.
struct StudyFixture
{
    TemporaryFolder folder;
    base::FixedClock clock{QDateTime(QDate(2015, 1, 23), QTime(10, 0), Qt::UTC)};
    QString path = folder.path(QStringLiteral("essai.osc"));
    std::unique_ptr<workflow::Study> study = workflow::Study::create(path, {}, clock);

    void reopen()
    {
        study.reset();
        study = workflow::Study::open(path, {}, clock);
    }

    QString addActor(const QString& name) { return workflow::addActor(*study, name).id; }

    workflow::Outcome answer(const QString& record, const QString& question, const QString& value)
    {
        questionnaire::FieldPath field;
        field.question = question;
        const questionnaire::Question* known = study->form().question(question);
        if (known && known->scope == questionnaire::Scope::Passage)
            field.passage = workflow::openSession(*study, record)->currentPassage();
        return workflow::setAnswer(*study, record, field, questionnaire::Answer::of(value));
    }
};

} // namespace test
