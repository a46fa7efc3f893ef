#pragma once
#include "dossier/values/change_set.h"
#include "dossier/values/conflict.h"

namespace dossier {

/// Outcome of a merge. Refused when `missing` says so: then nothing was written.
struct MergeReport
{
    /// Operations that were made before those of the package and that this dossier does not hold yet: another
    /// package must be merged first.
    std::vector<OperationRange> missing;
    bool isPackage = false;             ///< else a whole dossier
    qint64 received = 0, added = 0;     ///< operations read, and those that were new here
    std::vector<Conflict> conflicts;    ///< that this merge created
    std::vector<FlaggedDelete> flagged; ///< that this merge created
    ChangeSet changes;

    bool isRefused() const { return !missing.empty(); }
};

} // namespace dossier
