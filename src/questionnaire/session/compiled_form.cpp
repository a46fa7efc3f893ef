#include "questionnaire/session/compiled_form.h"

#include "questionnaire/references.h"

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

// All that can be reached from there, in document order.
std::vector<int> reachable(const std::vector<std::vector<int>>& next, std::vector<int> open)
{
    std::vector<bool> seen(next.size());
    std::vector<int> found;
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

std::vector<int> difference(const std::vector<int>& all, const std::vector<int>& less)
{
    std::vector<int> rest;
    std::set_difference(all.begin(), all.end(), less.begin(), less.end(), std::back_inserter(rest));
    return rest;
}

} // namespace

CompiledForm::CompiledForm(std::shared_ptr<const Form> given) : form(std::move(given))
{
    for (const Question& question : form->questions) {
        relevant.push_back(compile(question.relevant));
        constraint.push_back(compile(question.constraint));
        required.push_back(compile(question.requiredExpression));
        readOnly.push_back(compile(question.readOnlyExpression));
        const bool waits = !question.trigger.isEmpty();
        calculation.push_back(waits ? nullptr : compile(question.calculation));
        triggered.push_back(waits ? compile(question.calculation) : nullptr);
        choiceFilter.push_back(compile(question.choiceFilter));
        repeatCount.push_back(compile(question.repeatCount));
        const bool isDynamic = isDynamicDefault(question.defaultValue);
        dynamicDefault.push_back(isDynamic ? compile(question.defaultValue) : nullptr);
    }
    linkTriggers();
    const auto next = directDependents();
    for (const std::vector<int>& direct : next)
        dependents.push_back(reachable(next, direct));
    linkRows(next);
}

void CompiledForm::linkTriggers()
{
    setsOff.resize(form->questions.size());
    for (size_t i = 0; i < form->questions.size(); ++i)
        for (const QString& name : referencesInText(form->questions[i].trigger))
            if (const auto source = form->index.constFind(name); source != form->index.constEnd())
                setsOff[size_t(*source)].push_back(int(i));
}

std::vector<std::vector<int>> CompiledForm::directDependents() const
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
    return next;
}

// From within a row a name means that row, unless the whole repeat is named, a row by its number, or a number
// by its row.
bool CompiledForm::looksAcrossRows(int question) const
{
    for (const auto* all : {&relevant, &constraint, &required, &readOnly, &calculation, &choiceFilter}) {
        const Compiled& expression = (*all)[size_t(question)];
        if (!expression) continue;
        if (expression->text().contains(u"position") || expression->text().contains(u"indexed-repeat"))
            return true;
        for (const QString& name : expression->references())
            if (const Question* read = form->question(name); read && read->type == QuestionType::Repeat)
                return true;
    }
    return false;
}

void CompiledForm::linkRows(const std::vector<std::vector<int>>& next)
{
    const int count = int(next.size());
    std::vector<bool> across(next.size());
    for (int i = 0; i < count; ++i)
        across[size_t(i)] = looksAcrossRows(i);
    withinRow.resize(next.size());
    onNewRow.resize(next.size());
    for (int repeat = 0; repeat < count; ++repeat) {
        if (form->questions[size_t(repeat)].type != QuestionType::Repeat) continue;
        const auto inRow = [&](int question) { return form->repeatOf(question) == repeat; };
        std::vector<int> seeds;
        std::vector<std::vector<int>> same(next.size());
        for (int i = 0; i < count; ++i) {
            if (i != repeat && !inRow(i)) continue;
            if (across[size_t(i)]) seeds.push_back(i);
            for (const int dependent : next[size_t(i)])
                (inRow(dependent) && !across[size_t(dependent)] ? same[size_t(i)] : seeds)
                    .push_back(dependent);
        }
        onNewRow[size_t(repeat)] = reachable(next, seeds);
        for (int i = 0; i < count; ++i)
            if (inRow(i))
                withinRow[size_t(i)] = difference(reachable(same, same[size_t(i)]), onNewRow[size_t(repeat)]);
    }
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
