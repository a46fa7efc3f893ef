#pragma once
#include "questionnaire/expression/tree.h"
#include "questionnaire/values/form.h"

#include <memory>

namespace questionnaire {

/// A compiled form as an XForm document to be run: expressions keep their ${names}, which the engine reads as
/// such. Not meant for other programs.
std::unique_ptr<TreeNode> xformOf(const Form& form);

} // namespace questionnaire
