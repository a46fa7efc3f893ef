#pragma once
#include "questionnaire/expression/tree.h"
#include "questionnaire/values/form.h"

namespace questionnaire {

/// Gives the model the CSV tables that a form names (select from file, csv-external, pulldata) and that lie
/// beside it; those that do not are left out, and their choices stay empty. Throws base::Error when one
/// cannot be read.
void attachTables(TreeNode& model, const Form& form, const QString& folder);

} // namespace questionnaire
