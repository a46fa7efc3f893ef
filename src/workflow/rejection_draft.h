#pragma once
#include "workflow/choice.h"

/// What the data say of an organisation that was not chosen, in French.
namespace workflow::rejection {

struct Context
{
    const Study& study;
    const disclosure::StudyData& data;
    const disclosure::View& view;
    const TrioDecision& decision;
};
QString draft(const Context& context, const disclosure::ActorView& actor);

} // namespace workflow::rejection
