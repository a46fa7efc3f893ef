#pragma once
#include "cli/command.h"

namespace cli {

/// `form diff`, `form change`, `form versions`: versions of the questionnaire.
int diffForms(const Context& context);
int changeForm(const Context& context);
int listForms(const Context& context);

} // namespace cli
