#include "base/platform/files.h"
#include "cli/command.h"
#include "workflow/backup.h"
#include "workflow/demo.h"
#include "workflow/keys.h"

#include <QFileInfo>

namespace cli {
namespace {

int run(const Context& context)
{
    const QString path = context.argument(0);
    bool countOk = true, seedOk = true;
    const int count =
        context.isSet(QStringLiteral("demo")) ? context.value(QStringLiteral("demo")).toInt(&countOk) : 0;
    const quint64 seed = context.value(QStringLiteral("seed")).toULongLong(&seedOk);
    if (!countOk || count < 0 || count > 200000 || !seedOk) {
        context.complain(QStringLiteral("--demo attend un nombre de 0 à 200 000, --seed un entier positif."));
        return Usage;
    }
    const bool existed = QFileInfo::exists(path);
    const QString sheet = context.value(QStringLiteral("recovery-out"));
    if (!sheet.isEmpty() && !context.isSet(QStringLiteral("passphrase-file"))) {
        context.complain(
            QStringLiteral("--recovery-out demande aussi une phrase de passe (--passphrase-file)."));
        return Usage;
    }
    try {
        dossier::Access access = context.access();
        if (!sheet.isEmpty()) access.recoveryKey = dossier::RecoveryKey::generate();
        const auto study = workflow::Study::create(path, access, context.clock());
        if (!sheet.isEmpty())
            workflow::writeRecoverySheet(sheet, workflow::recoverySheetFor(*study, false),
                                         *access.recoveryKey);
        if (count > 0) workflow::fillDemonstration(*study, count, seed, context.progress());
        study->dossier().close();
        workflow::rememberPlace(*study);
        if (context.json())
            context.print(
                {{"path", text(path)}, {"records", count}, {"protected", study->dossier().isProtected()}});
        else
            context.line(count > 0 ? QStringLiteral("Étude de démonstration créée : %1 (%2 fiches fictives).")
                                         .arg(path)
                                         .arg(count)
                                   : QStringLiteral("Étude créée : %1.").arg(path));
        if (!study->dossier().isProtected())
            context.complain(QStringLiteral("Cette étude n’est protégée par aucune phrase de passe."));
    } catch (...) {
        // A study half made is not a study; nothing that was there before is touched.
        if (!existed) base::platform::removeQuietly(path);
        throw;
    }
    return Done;
}

} // namespace

Command newCommand()
{
    return {QStringLiteral("new"),
            QStringLiteral("ÉTUDE [--demo N] [--seed S] [--recovery-out FEUILLE.pdf]"),
            QStringLiteral("crée une étude, vide ou de démonstration"),
            1,
            1,
            {option(QStringLiteral("demo"), QStringLiteral("N")),
             option(QStringLiteral("recovery-out"), QStringLiteral("F")),
             option(QStringLiteral("seed"), QStringLiteral("S"), QStringLiteral("1"))},
            run};
}

} // namespace cli
