#pragma once
#include "questionnaire/session.h"
#include "questionnaire/session/engine.h"

#include <algorithm>

namespace questionnaire {

/// What a session holds beside the engine: which passage is the current one, and what an answer touches.
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

    static bool sameStatus(const FieldStatus& a, const FieldStatus& b)
    {
        return a.relevant == b.relevant && a.required == b.required && a.readOnly == b.readOnly &&
               a.problem == b.problem && a.problemDetail == b.problemDetail;
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

} // namespace questionnaire
