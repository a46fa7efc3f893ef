#include "base/issue.h"

#include <algorithm>

namespace base {

bool hasErrors(const Issues& issues)
{
    return std::any_of(issues.begin(), issues.end(),
                       [](const Issue& issue) { return issue.severity == Severity::Error; });
}

} // namespace base
