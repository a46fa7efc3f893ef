#pragma once
#include "base/progress.h"
#include "dossier/dossier.h"
#include "workflow/entry.h"

#include <optional>

namespace workflow {

class Study;

/// Marks the present state. Refused without a label, with the word "maintenant", and with a label in use.
Outcome freeze(Study& study, const QString& label);

struct AnswerChange
{
    QString record, name; ///< empty: the study's settings and texts
    QString field, label;
    QString before, after; ///< as displayed
};

/// Where an actor stands in one state.
struct Standing
{
    QString status;               ///< code
    std::optional<double> global; ///< central; none: unknown, institution, or the model is not locked
    std::optional<int> rank;
};

struct ScoreMove
{
    QString record, name;
    Standing before, after;
};

struct StateComparison
{
    QString a, b;                                            ///< labels
    std::vector<std::pair<QString, QString>> added, removed; ///< id and name
    std::vector<AnswerChange> answers;
    std::vector<ScoreMove> scores; ///< of actors in both whose score, status or rank differ
};

/// From state `a` to state `b`: labels of frozen states, or "maintenant". None, with issues, for an unknown
/// label. Both states are assessed with the present model.
std::optional<StateComparison> compareStates(const Study& study, const QString& a, const QString& b,
                                             base::Issues& issues, const base::Progress& progress = {});
/// The same in words, for reading.
QString comparisonText(const StateComparison& comparison);

} // namespace workflow
