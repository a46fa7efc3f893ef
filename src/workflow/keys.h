#pragma once
#include "base/issue.h"
#include "dossier/values/recovery_key.h"

#include <QDateTime>

#include <optional>

namespace workflow {

class Study;

/// What the printed sheet of a recovery key says beside the key.
struct RecoverySheet
{
    QString title; ///< of the study
    QString file;  ///< name of its file, without folder
    QDate date;
    bool replaces = false; ///< an older sheet no longer opens the study
};

/// One A4 page: the key in groups and as a QR code, what it opens, where to keep it. The key stands there in
/// plain text: it is the only output that does.
QByteArray recoverySheetPdf(const RecoverySheet& sheet, const dossier::RecoveryKey& key);
/// The same, written to a file that does not exist yet. Throws base::Error.
void writeRecoverySheet(const QString& path, const RecoverySheet& sheet, const dossier::RecoveryKey& key);
RecoverySheet recoverySheetFor(const Study& study, bool replaces);

/// Key typed, pasted or scanned; with an issue that names the groups to look at again when it is mistyped.
std::optional<dossier::RecoveryKey> readRecoveryKey(const QString& text, base::Issues& issues);

/// New passphrase and recovery key, in a new file that only they open. Have the sheet written first. An empty
/// passphrase, or one shorter than eight characters, is refused.
base::Issues changePassphrase(Study& study, const QString& passphrase, const dossier::RecoveryKey& key);

} // namespace workflow
