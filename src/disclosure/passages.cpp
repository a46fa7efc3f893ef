#include "disclosure/passages.h"

namespace disclosure {
namespace {

using questionnaire::Answers;

/// Conditions of a passage read the actor and this passage alone, not the passages united.
Answers inScopeOf(const questionnaire::Form& form, const ActorData& actor, const Answers& passage)
{
    questionnaire::RecordAnswers alone;
    alone.actor = actor.record.actor;
    for (auto it = passage.cells().cbegin(); it != passage.cells().cend(); ++it)
        alone.actor.set(it.key(), *it);
    for (auto it = passage.repeats().cbegin(); it != passage.repeats().cend(); ++it)
        alone.actor.rowsOf(it.key()) = *it;
    const Answers all = assessment::inScope(form, alone);
    Answers its;
    for (auto it = passage.cells().cbegin(); it != passage.cells().cend(); ++it)
        if (all.contains(it.key())) its.set(it.key(), all.at(it.key()));
    for (auto it = passage.repeats().cbegin(); it != passage.repeats().cend(); ++it)
        if (const auto* rows = all.rows(it.key())) its.rowsOf(it.key()) = *rows;
    return its;
}

} // namespace

std::vector<questionnaire::Passage> passagesFor(const View& view, const ActorData& actor)
{
    std::vector<questionnaire::Passage> shown;
    if (view.audience() != Audience::Working) return shown;
    for (const questionnaire::Passage& passage : actor.record.passages)
        shown.push_back({passage.uid, inScopeOf(view.form(), actor, passage.answers)});
    return shown;
}

} // namespace disclosure
