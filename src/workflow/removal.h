#pragma once
#include "workflow/entry.h"

namespace workflow {

/// Deletes an actor with all that hangs on it. History keeps it, and undoing brings it back; where somebody
/// who does not know of it writes in the actor meanwhile, people will have to decide.
Outcome removeActor(Study& study, const QString& record);

} // namespace workflow
