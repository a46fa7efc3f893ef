#pragma once
#include "base/progress.h"
#include "exchange/columns.h"

namespace exchange {

/// Gathers the data rows of a table by organisation, in order of first appearance. Rows without one are
/// rejected, each with its reason; doubts are warnings.
void gather(const RawTable& table, const Layout& layout, const Mapping& mapping, ListReading& reading,
            const base::Progress& progress);

} // namespace exchange
