#pragma once
#include "dossier/transaction.h"
#include "questionnaire/session.h"

namespace workflow {

class Study;

/// Columns kept beside the answers so that lists and facets need not assess anything: what they should be
/// now.
struct Columns
{
    QString status;
    double completeness = 0;
};
Columns columnsOf(const Study& study, const QString& record, const questionnaire::Session& session);
/// True when what is stored is something else.
bool differ(const Study& study, const QString& record, const Columns& columns);
/// Stores those that differ.
void storeColumns(const Study& study, dossier::Transaction& t, const QString& record, const Columns& columns);

} // namespace workflow
