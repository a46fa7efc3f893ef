#pragma once
#include "questionnaire/expression/tree.h"

namespace questionnaire {

/// "/*[1]/*[2]/@id", "/*[1]/text()[1]": a path that names exactly one node. "/" for the document.
QString exactPath(const TreeNode* node);
/// "/data/group/name": names only, as binds and controls refer to nodes. `top` is left out.
QString namePath(const TreeNode* node, const TreeNode* top);

} // namespace questionnaire
