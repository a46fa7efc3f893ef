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
    std::vector<Compiled> relevant, constraint, required, readOnly, calculation, choiceFilter;
    /// Per question: those whose status may change with its value, at any distance. Groups bring what they
    /// hold.
    std::vector<std::vector<int>> dependents;

private:
    void linkDependents();
};

/// The same form compiled before, if it is the latest one used in this process.
std::shared_ptr<const CompiledForm> compiledForm(const std::shared_ptr<const Form>& form);

} // namespace questionnaire
