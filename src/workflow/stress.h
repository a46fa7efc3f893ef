#pragma once
#include <QtGlobal>

#include <functional>

namespace workflow {

class Study;

/// Test aid: saves answers one transaction at a time (for ever when count < 0) on one record of the study and
/// calls `acknowledged(k)` only after answer k is on stable storage; k continues from the last one found.
void stressSave(Study& study, qint64 count, const std::function<void(qint64)>& acknowledged);

} // namespace workflow
