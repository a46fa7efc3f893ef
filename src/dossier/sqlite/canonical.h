#pragma once
#include "dossier/sqlite/record_tree.h"

namespace dossier::sqlite {

/// BLAKE2b-256 of what the dossier says: every entity that is not deleted, by id, with its registers by field
/// and their values sorted; empty registers, operation ids, authors and instants do not count. The exact
/// bytes are in docs/formats/dossier.md.
QByteArray canonicalDigest(Database& database, const Names& names, const RecordReader& reader);

} // namespace dossier::sqlite
