#pragma once
#include "dossier/sqlite/names.h"
#include "dossier/values/conflict.h"

namespace dossier::sqlite {

/// Registers that hold different values, of what is not deleted; by record number, then field.
std::vector<Conflict> conflictsIn(Database& database, const Names& names);
/// What stays although it was deleted, by record number.
std::vector<FlaggedDelete> flaggedIn(Database& database, const Names& names);

} // namespace dossier::sqlite
