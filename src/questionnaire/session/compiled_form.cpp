#include "questionnaire/session/compiled_form.h"

#include <algorithm>
#include <mutex>

namespace questionnaire {

namespace {

CompiledForm::Compiled compile(const QString& text)
{
    if (text.isEmpty()) return nullptr;
    ExpressionError error;
    auto compiled = Expression::compile(text, error);
    Q_ASSERT_X(compiled, "CompiledForm", "a compiled form holds a bad expression");
    return compiled;
}

// All that can be reached, in document order.
std::vector<int> reachable(const std::vector<std::vector<int>>& next, int from)
{
    std::vector<bool> seen(next.size());
    std::vector<int> found, open = next[size_t(from)];
    while (!open.empty()) {
        const int at = open.back();
        open.pop_back();
        if (seen[size_t(at)]) continue;
        seen[size_t(at)] = true;
        found.push_back(at);
        open.insert(open.end(), next[size_t(at)].begin(), next[size_t(at)].end());
    }
    std::sort(found.begin(), found.end());
    return found;
}

} // namespace

CompiledForm::CompiledForm(std::shared_ptr<const Form> given) : form(std::move(given))
{
    for (const Question& question : form->questions) {
        relevant.push_back(compile(question.relevant));
        constraint.push_back(compile(question.constraint));
        required.push_back(compile(question.requiredExpression));
        readOnly.push_back(compile(question.readOnlyExpression));
        calculation.push_back(compile(question.calculation));
        choiceFilter.push_back(compile(question.choiceFilter));
    }
    linkDependents();
}

void CompiledForm::linkDependents()
{
    const size_t count = form->questions.size();
    std::vector<std::vector<int>> next(count);
    for (size_t i = 0; i < count; ++i) {
        for (const auto* all : {&relevant, &constraint, &required, &readOnly, &calculation, &choiceFilter}) {
            if (!(*all)[i]) continue;
            for (const QString& name : (*all)[i]->references())
                if (const auto read = form->index.constFind(name); read != form->index.constEnd())
                    next[size_t(*read)].push_back(int(i));
        }
        const auto& children = form->questions[i].children;
        next[i].insert(next[i].end(), children.begin(), children.end());
    }
    for (size_t i = 0; i < count; ++i)
        dependents.push_back(reachable(next, int(i)));
}

std::shared_ptr<const CompiledForm> compiledForm(const std::shared_ptr<const Form>& form)
{
    static std::mutex mutex;
    static std::shared_ptr<const CompiledForm> latest;
    const std::lock_guard lock(mutex);
    if (!latest || latest->form != form) latest = std::make_shared<const CompiledForm>(form);
    return latest;
}

} // namespace questionnaire
