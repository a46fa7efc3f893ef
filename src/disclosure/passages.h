#pragma once
#include "disclosure/gate.h"

namespace disclosure {

/// Passages of an actor, one by one, with what is in scope in each. Only the working file holds them: every
/// other audience sees them united, in ActorView::answers, and is given none here.
std::vector<questionnaire::Passage> passagesFor(const View& view, const ActorData& actor);

} // namespace disclosure
