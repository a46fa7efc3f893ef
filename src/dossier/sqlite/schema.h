#pragma once
#include "dossier/sqlite/database.h"

namespace dossier::sqlite {

/// Raised whenever the tables, or what the projector puts in them, change: tables of another version are
/// thrown away and rebuilt from the journal.
inline constexpr quint32 ProjectionVersion = 2;

void createTables(Database& database);
/// True if the tables are exactly those createTables makes: no foreign table, index, view or trigger.
bool hasExpectedTables(Database& database);

} // namespace dossier::sqlite
