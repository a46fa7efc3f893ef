#pragma once
#include <QSet>
#include <QString>

#include <vector>

namespace dossier {

/// What one committed transaction changed: models refresh only this.
struct ChangeSet
{
    QSet<QString> records;   ///< records with any change in them, created ones included
    QSet<QString> created;   ///< records created
    QSet<QString> deleted;   ///< records deleted
    QSet<QString> questions; ///< question codes touched
    bool study = false;      ///< study settings, model, milestones, guided texts
    qint64 sequence = 0;     ///< last sealed frame: an acknowledgement of durability
    bool isEmpty() const { return records.isEmpty() && deleted.isEmpty() && !study; }
};

} // namespace dossier
