#pragma once
#include "dossier/dossier_private.h"

namespace dossier {

/// Operations by id; found from the latest chunk backwards, in these chunks or in all.
QHash<QString, Operation> findOperations(const journal::Journal& journal, QSet<QString> ids,
                                         const std::vector<int>* chunks = nullptr);
/// The field an operation concerns, as history shows it.
QString shownField(const Operation& operation);
/// The operation whose value was shown, among those that another replaces; nullptr if none is known.
const Operation* shownAmong(const QStringList& replaced, const QHash<QString, Operation>& known);

} // namespace dossier
