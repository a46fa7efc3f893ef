#pragma once
#include "deliverables/reader.h"
#include "report/values/document.h"

namespace deliverables {

/// L1: report on the mapping.
report::Document mappingReport(const Reader& reader);
/// L3, or L2 (same plan, preliminary version for comments).
report::Document finalReport(const Reader& reader, bool preliminary);

} // namespace deliverables
