#pragma once
#include "base/issue.h"
#include "dossier/dossier.h"

#include <QDateTime>

#include <optional>

namespace workflow {

class Study;

/// Folder of what this program remembers outside the studies, on this computer: states seen, last backups. It
/// holds no answer and no name. $XDG_DATA_HOME/cartosc, or what stands for it.
QString memoryFolder();
std::shared_ptr<dossier::SeenStates> seenStates();

/// Whether this file is the one last worked on of its study on this computer. An older state found there was
/// put back; found elsewhere, it is another copy, whose work will be merged. The place is kept as a digest.
bool isLastPlace(const Study& study);
void rememberPlace(const Study& study);

struct BackupReport
{
    QString path;
    qint64 bytes = 0, records = 0;
    QString digest;
    base::Issues issues;
    bool ok() const { return issues.empty(); }
};

/// Copies the study, as it stands on the disk, to a file or into a folder ("NAME AAAA-MM-JJ hhmm.osc"), waits
/// for the disk, opens the copy again and verifies every byte of it. A copy that does not verify is removed.
/// Replaces only an older backup of the same study. Call it where writes are made: nothing may be saved
/// meanwhile.
BackupReport backup(const Study& study, const QString& out, const dossier::Access& access);

struct LastBackup
{
    QDateTime time; ///< UTC
    QString path;
};
/// Last backup made of this study on this computer.
std::optional<LastBackup> lastBackup(const Study& study);

} // namespace workflow
