#pragma once
#include "dossier/values/frontier.h"

#include <QSet>

#include <vector>

namespace dossier {

/// What one committed transaction changed: models refresh only this.
struct ChangeSet
{
    QSet<QString> records;   ///< records with any change in them, created ones included
    QSet<QString> created;   ///< records created, or back after a deletion
    QSet<QString> deleted;   ///< records deleted
    QSet<QString> questions; ///< question codes touched
    bool study = false;      ///< study settings, model, milestones, guided texts
    qint64 sequence = 0;     ///< last sealed frame: an acknowledgement of durability
    /// What was written, to be given to Dossier::compensate; empty after a merge.
    OperationRange operations;
    bool isEmpty() const { return records.isEmpty() && deleted.isEmpty() && !study; }
};

} // namespace dossier
