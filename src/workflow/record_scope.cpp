#include "workflow/record_scope.h"

#include "questionnaire/session/value_check.h"
#include "questionnaire/standard.h"
#include "workflow/study.h"

namespace workflow {
namespace {

using questionnaire::Answer;
using questionnaire::Answers;
using questionnaire::Form;
using questionnaire::Question;
using questionnaire::QuestionType;

QString repeatAround(const Form& form, const QString& question)
{
    const int repeat = form.repeatOf(form.index.value(question));
    return repeat < 0 ? QString() : form.questions[static_cast<size_t>(repeat)].name;
}

bool isSelect(const Question& question)
{
    return question.type == QuestionType::SelectOne || question.type == QuestionType::SelectMultiple ||
           question.type == QuestionType::Rank;
}

/// Where answers stand: of the actor or of a passage, in a repeat or not.
struct Place
{
    questionnaire::Scope scope;
    QString repeat;
};

bool fits(const Form& form, const Place& place, const QString& name, const Answer& answer)
{
    const Question* question = form.question(name);
    if (!question || question->scope != place.scope || repeatAround(form, name) != place.repeat) return false;
    if (!answer.isKnown() || answer.value.isEmpty()) return true;
    if (!questionnaire::hasRightType(question->type, answer.value)) return false;
    const questionnaire::ChoiceList* list = isSelect(*question) ? form.listOf(*question) : nullptr;
    return !list || questionnaire::unknownCode(*question, list->choices, answer.value).isEmpty();
}

void keepFitting(const Form& form, const Place& place, Answers& answers)
{
    const QHash<QString, Answer> cells = answers.cells();
    for (auto cell = cells.begin(); cell != cells.end(); ++cell)
        if (!fits(form, place, cell.key(), cell.value())) answers.remove(cell.key());
    for (const QString& name : answers.repeats().keys()) {
        const Question* question = form.question(name);
        if (question && question->type == QuestionType::Repeat)
            for (questionnaire::Row& row : answers.rowsOf(name))
                keepFitting(form, {place.scope, name}, row.answers);
        else
            answers.removeRepeat(name);
    }
}

} // namespace

Answers inScope(const Study& study, const Form& form, const questionnaire::RecordAnswers& answers)
{
    if (!study.hasOwnForms() && &form == questionnaire::standardForm().get())
        return assessment::inScope(form, answers);
    // Before the conditions: what no longer counts must open nothing.
    questionnaire::RecordAnswers fitting = answers;
    keepFitting(form, {questionnaire::Scope::Actor, {}}, fitting.actor);
    for (questionnaire::Passage& passage : fitting.passages)
        keepFitting(form, {questionnaire::Scope::Passage, {}}, passage.answers);
    return assessment::inScope(form, fitting);
}

Answers inScope(const Study& study, const QString& record, const questionnaire::RecordAnswers& answers)
{
    return inScope(study, *study.formOf(record), answers);
}

} // namespace workflow
