#pragma once
#include "questionnaire/values/form.h"

namespace questionnaire {

enum class ChangeKind : quint8 {
    FormProperty, ///< `item` names it: title, version, languages…
    Added,
    Removed,
    Renamed, ///< proposed: `before` and `after` are the names, all the rest is the same
    Moved,   ///< to another group, or among its neighbours
    Repeat,  ///< into, out of or between repeats
    Type,
    List,
    ChoiceAdded,
    ChoiceRemoved,
    ChoiceRelabelled,
    ChoiceChanged, ///< attribute `item` of a choice: what choice filters read
    ChoiceOrder,
    Relevant,
    Constraint,
    Calculation,
    Required,
    ReadOnly,
    ChoiceFilter,
    Default,
    Trigger,
    Parameters,
    RepeatCount,
    OrOther,
    Scope,
    Sensitivity,
    ShortForm,
    Indicators,
    Unit,
    Appearance,
    Media,
    Label,
    Hint,
    Guidance,
    ConstraintMessage,
    RequiredMessage
};
/// Stable code: question.added, choice.removed, questionnaire.property…
QString changeCode(ChangeKind kind);

/// One difference between two forms. What does not apply is empty.
struct Change
{
    ChangeKind kind = ChangeKind::Added;
    QString section;  ///< top-level group that holds the question, in the new form if it still does
    QString question; ///< empty for a list that keeps its name, and for the form itself
    QString list;
    QString item;     ///< choice, or property of the form
    QString language; ///< of a text; of an attribute, its name
    QString before, after;
    bool operator==(const Change&) const = default;
};

/// All that differs from one form to another: the form, its questions in the order of the new one (those
/// removed after them), then the lists by name. Empty for the same form.
std::vector<Change> difference(const Form& before, const Form& after);

} // namespace questionnaire
