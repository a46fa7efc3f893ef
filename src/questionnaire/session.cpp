#include "questionnaire/session.h"

#include "questionnaire/session/engine.h"
#include "questionnaire/session/hidden_reason.h"

namespace questionnaire {

namespace {

bool sameStatus(const FieldStatus& a, const FieldStatus& b)
{
    return a.relevant == b.relevant && a.required == b.required && a.readOnly == b.readOnly &&
           a.problem == b.problem && a.problemDetail == b.problemDetail;
}

} // namespace

bool isAsked(const Question& question)
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

struct Session::Private
{
    Private(std::shared_ptr<const Form> form, RecordAnswers record, QString current, const base::Clock& clock)
        : engine(std::move(form), std::move(record), clock), passage(std::move(current))
    {
    }

    Engine engine;
    QString passage;

    const Form& form() const { return engine.form(); }

    Instance instanceOf(const FieldPath& path) const
    {
        const int question = form().index.value(path.question, -1);
        Q_ASSERT_X(question >= 0, "Session", "no such question");
        if (form().questions[size_t(question)].scope == Scope::Actor) return {question, {}, path.row};
        return {question, path.passage.isEmpty() ? passage : path.passage, path.row};
    }

    /// A screen may show another version of the form than the record's: what this one lacks is out of scope.
    bool holds(const FieldPath& path) const { return form().index.contains(path.question); }

    FieldPath pathOf(const Instance& instance) const
    {
        return {form().questions[size_t(instance.question)].name, instance.passage, instance.row};
    }

    // Passage questions of no passage are the united ones: read by conditions, shown nowhere.
    bool isField(const Instance& instance) const
    {
        return form().questions[size_t(instance.question)].scope == Scope::Actor ||
               !instance.passage.isEmpty();
    }

    std::vector<int> withDependents(const std::vector<int>& questions) const
    {
        std::vector<int> all = questions;
        for (const int question : questions) {
            const auto& more = engine.compiled().dependents[size_t(question)];
            all.insert(all.end(), more.begin(), more.end());
        }
        std::sort(all.begin(), all.end());
        all.erase(std::unique(all.begin(), all.end()), all.end());
        return all;
    }

    std::vector<Instance> instancesOf(const std::vector<int>& questions) const
    {
        std::vector<Instance> all;
        for (const int question : questions) {
            const std::vector<Instance> some = engine.instancesOf(question);
            all.insert(all.end(), some.begin(), some.end());
        }
        return all;
    }

    static bool isUnited(const Question& question)
    {
        return question.scope == Scope::Passage &&
               (question.name.startsWith(u"cons_") || question.name == u"ent_mode" ||
                question.name == u"ent_date");
    }

    // A passage question may move any of the united answers: a date changes which consent is the last.
    std::vector<int> withUnited(std::vector<int> questions) const
    {
        for (size_t i = 0; i < form().questions.size(); ++i)
            if (isUnited(form().questions[i])) questions.push_back(int(i));
        return questions;
    }

    bool isOfPassage(int question) const
    {
        return form().questions[size_t(question)].scope == Scope::Passage;
    }

    /// Itself and all that its answer may change. What only looks at its own row changes there only.
    std::vector<Instance> touchedBy(const Instance& changed) const
    {
        if (isOfPassage(changed.question)) return instancesOf(withDependents(withUnited({changed.question})));
        std::vector<Instance> touched{changed};
        const auto& inRow = engine.compiled().withinRow[size_t(changed.question)];
        for (const int question : engine.compiled().dependents[size_t(changed.question)]) {
            if (!changed.row.isEmpty() && std::binary_search(inRow.begin(), inRow.end(), question))
                touched.push_back({question, {}, changed.row});
            else
                for (Instance& instance : engine.instancesOf(question))
                    touched.push_back(std::move(instance));
        }
        return touched;
    }

    /// Changes an answer and returns the fields whose status it changed.
    template <class Change> std::vector<FieldPath> change(const Instance& instance, Change change)
    {
        std::vector<Instance> touched = touchedBy(instance);
        std::vector<FieldStatus> before;
        for (const Instance& each : touched)
            before.push_back(isField(each) ? engine.status(each) : FieldStatus());
        change();
        if (isOfPassage(instance.question)) engine.reunite();
        engine.forget(touched);
        std::vector<FieldPath> changed;
        for (size_t i = 0; i < touched.size(); ++i)
            if (isField(touched[i]) && !sameStatus(before[i], engine.status(touched[i])))
                changed.push_back(pathOf(touched[i]));
        return changed;
    }

    /// Rows have come or gone: what `questions` held, before and after, is to be judged again.
    template <class Change> void changeRows(const std::vector<int>& questions, Change change)
    {
        engine.forget(instancesOf(questions));
        change();
        engine.reunite();
        engine.forget(instancesOf(questions));
    }

    std::vector<int> touchedByNewRow(int repeat) const
    {
        const std::vector<int>& onNewRow = engine.compiled().onNewRow[size_t(repeat)];
        return isOfPassage(repeat) ? withDependents(withUnited(onNewRow)) : onNewRow;
    }

    std::vector<int> repeatAndChildren(const QString& repeat) const
    {
        const int index = form().index.value(repeat, -1);
        Q_ASSERT_X(index >= 0, "Session", "no such repeat");
        return withDependents({index});
    }
};

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
    if (d->form().questions[size_t(instance.question)].calculation.isEmpty()) return {};
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
