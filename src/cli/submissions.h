#pragma once
#include "cli/command.h"

namespace cli {

/// `import --submissions`: what KoboToolbox or ODK collected.
int importSubmissions(const Context& context);
/// `export --as kobo-xlsx|kobo-json|odk-zip|odk-xml`.
int exportSubmissions(const Context& context);

} // namespace cli
