#pragma once
#include "questionnaire/expression/expression.h"
#include "questionnaire/values/form.h"

#include <memory>

namespace questionnaire {

/// The expressions of a form, compiled, and which questions depend on which. Immutable, shared by sessions.
struct CompiledForm
{
    using Compiled = std::shared_ptr<const Expression>;

    explicit CompiledForm(std::shared_ptr<const Form> given);

    std::shared_ptr<const Form> form;
    /// Per question; nullptr where there is none.
    std::vector<Compiled> relevant, constraint, required, readOnly, calculation, choiceFilter, repeatCount;
    /// What the form writes once, and does not keep up to date: computed defaults, and calculations that wait
    /// for a trigger.
    std::vector<Compiled> dynamicDefault, triggered;
    /// Per question: those that its answer sets off, in document order.
    std::vector<std::vector<int>> setsOff;
    /// Per question: those whose status may change with its value, at any distance. Groups bring what they
    /// hold.
    std::vector<std::vector<int>> dependents;
    /// Per question of a repeat: those of its dependents that only feel it within its own row. Sorted.
    std::vector<std::vector<int>> withinRow;
    /// Per repeat: those whose status or value may change when a row is added, less the new row's own.
    std::vector<std::vector<int>> onNewRow;

private:
    void linkTriggers();
    std::vector<std::vector<int>> directDependents() const;
    bool looksAcrossRows(int question) const;
    void linkRows(const std::vector<std::vector<int>>& next);
};

/// The same form compiled before, if it is the latest one used in this process.
std::shared_ptr<const CompiledForm> compiledForm(const std::shared_ptr<const Form>& form);

} // namespace questionnaire
