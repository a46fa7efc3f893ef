#include "workflow/removal.h"

#include "dossier/transaction.h"
#include "workflow/study.h"

namespace workflow {

Outcome removeActor(Study& study, const QString& record)
{
    Outcome outcome;
    outcome.id = record;
    if (!std::as_const(study).dossier().record(record)) {
        outcome.issues.push_back(
            {base::Severity::Error, QStringLiteral("entry.unknown_record"), {}, {record}});
        return outcome;
    }
    outcome.changes = study.dossier().transact(
        QStringLiteral("entry"), [&](dossier::Transaction& t) { dossier::deleteRecord(t, record); });
    return outcome;
}

} // namespace workflow
