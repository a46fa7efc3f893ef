#pragma once
#include "base/clock.h"
#include "dossier/dossier.h"

namespace bench {

/// A study of fictional bodies in `folder`, made once and reused: the first 1,347 with a full form (220
/// answers), the others with the eighteen fields of an imported national register. Protected, with weak key
/// derivation: deriving the key is measured apart.
QString registerOf(const QString& folder, int records, const base::Clock& clock);
dossier::Access access();

} // namespace bench
