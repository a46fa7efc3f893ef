#include "questionnaire/session.h"

#include "questionnaire/session/hidden_reason.h"
#include "questionnaire/session/session_private.h"

namespace questionnaire {

bool isShown(const Question& question)
{
    switch (question.type) {
    case QuestionType::Group:
    case QuestionType::Repeat:
    case QuestionType::Note:
    case QuestionType::Calculate:
    case QuestionType::Hidden:
    case QuestionType::Metadata:
        return false;
    default:
        return true;
    }
}

bool isAsked(const Question& question)
{
    return isShown(question) && !isCalculated(question);
}

bool isRefusal(FieldStatus::Problem problem)
{
    return problem != FieldStatus::Problem::None && problem != FieldStatus::Problem::Required;
}

bool isCalculated(const Question& question)
{
    return !question.calculation.isEmpty() && question.trigger.isEmpty();
}

Session::Session(std::shared_ptr<const Form> form, RecordAnswers record, QString currentPassage,
                 const base::Clock& clock)
    : d(std::make_unique<Private>(std::move(form), std::move(record), std::move(currentPassage), clock))
{
}

Session::~Session() = default;

const Form& Session::form() const
{
    return d->form();
}

const RecordAnswers& Session::record() const
{
    return d->engine.record();
}

QString Session::currentPassage() const
{
    return d->passage;
}

void Session::setCurrentPassage(const QString& uid)
{
    d->passage = uid;
}

const Answer& Session::answer(const FieldPath& path) const
{
    static const Answer none;
    if (!d->holds(path)) return none;
    return d->engine.answerOf(d->instanceOf(path));
}

FieldStatus Session::status(const FieldPath& path) const
{
    if (!d->holds(path)) return {false, false, true, FieldStatus::Problem::None, {}};
    return d->engine.status(d->instanceOf(path));
}

FieldStatus Session::check(const FieldPath& path, const Answer& answer) const
{
    if (!d->holds(path)) return status(path);
    return d->engine.evaluate(d->instanceOf(path), answer);
}

std::vector<FieldPath> Session::set(const FieldPath& path, const Answer& answer)
{
    if (!d->holds(path)) return {path};
    const Instance instance = d->instanceOf(path);
    std::vector<FieldPath> changed = d->change(instance, [&] {
        Answers* answers = d->engine.container(instance);
        Q_ASSERT_X(answers, "Session::set", "no such passage or row");
        if (answers) answers->set(path.question, answer);
    });
    const FieldPath self = d->pathOf(instance);
    if (std::find(changed.begin(), changed.end(), self) == changed.end())
        changed.insert(changed.begin(), self);
    return changed;
}

void Session::addPassage(const QString& uid)
{
    d->engine.record().passages.push_back({uid, {}});
    if (d->passage.isEmpty()) d->passage = uid;
}

QString Session::calculated(const FieldPath& path) const
{
    if (!d->holds(path)) return {};
    const Instance instance = d->instanceOf(path);
    if (!isCalculated(d->form().questions[size_t(instance.question)])) return {};
    return toText(d->engine.read(d->engine.standpointOf(instance), path.question));
}

std::vector<Choice> Session::choices(const FieldPath& path) const
{
    if (!d->holds(path)) return {};
    return d->engine.choices(d->instanceOf(path));
}

std::optional<HiddenReason> Session::whyHidden(const FieldPath& path) const
{
    if (!d->holds(path)) return std::nullopt;
    return hiddenReason(d->engine, d->instanceOf(path));
}

void Session::addRow(const QString& repeat, const QString& passage, const QString& uid)
{
    if (!d->holds({repeat, passage, {}})) return;
    const Instance instance = d->instanceOf({repeat, passage, {}});
    d->changeRows(d->touchedByNewRow(instance.question), [&] {
        if (Answers* answers = d->engine.container(instance)) answers->rowsOf(repeat).push_back({uid, {}});
    });
}

void Session::removeRow(const QString& repeat, const QString& passage, const QString& uid)
{
    if (!d->holds({repeat, passage, {}})) return;
    const Instance instance = d->instanceOf({repeat, passage, {}});
    d->changeRows(d->repeatAndChildren(repeat), [&] {
        if (Answers* answers = d->engine.container(instance))
            std::erase_if(answers->rowsOf(repeat), [&](const Row& row) { return row.uid == uid; });
    });
}

SectionCount Session::count(int section, bool shortFormOnly) const
{
    SectionCount count;
    const Form& form = d->form();
    if (section < 0 || size_t(section) >= form.questions.size()) return count;
    const auto passageFor = [&](size_t index) {
        return form.questions[index].scope == Scope::Passage ? d->passage : QString();
    };
    count.closed = !d->engine.isRelevant({section, passageFor(size_t(section)), {}});
    for (size_t i = size_t(section); i < form.questions.size() && form.sectionOf(int(i)) == section; ++i) {
        const Question& question = form.questions[i];
        if (!isAsked(question) || (shortFormOnly && !question.shortForm)) continue;
        for (const Instance& instance : d->engine.instancesOf(int(i))) {
            if (instance.passage != passageFor(i)) continue;
            const FieldStatus status = d->engine.status(instance);
            if (!status.relevant)
                ++count.hidden;
            else {
                ++count.inScope;
                const bool toDo = status.problem == FieldStatus::Problem::Required;
                if (toDo)
                    ++count.toDo;
                else if (status.problem != FieldStatus::Problem::None)
                    ++count.errors;
                if (d->engine.answerOf(instance).state != AnswerState::NotAsked) ++count.filled;
            }
        }
    }
    return count;
}

double Session::completeness() const
{
    int filled = 0, inScope = 0;
    for (const int section : d->form().sections) {
        const SectionCount counted = count(section);
        filled += counted.filled;
        inScope += counted.inScope;
    }
    return inScope == 0 ? 0 : double(filled) / inScope;
}

} // namespace questionnaire
