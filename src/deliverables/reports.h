#pragma once
#include "deliverables/reader.h"
#include "report/values/document.h"

namespace deliverables {

/// L1, the mapping report.
report::Document mappingReport(const Reader& reader);
/// L3, the final report; as the preliminary L2 when `preliminary`.
report::Document finalReport(const Reader& reader, bool preliminary);

} // namespace deliverables
