#pragma once
#include "cli/command.h"
#include "workflow/import.h"

namespace cli {

/// Near names that an import proposes and does not merge.
Json matchedJson(const std::vector<workflow::ImportReport::Proposal>& proposals);
/// `import --submissions`: what KoboToolbox or ODK collected.
int importSubmissions(const Context& context);
/// `export --as kobo-xlsx|kobo-json|odk-zip|odk-xml`.
int exportSubmissions(const Context& context);

} // namespace cli
