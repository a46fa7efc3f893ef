#include "base/platform/files.h"
#include "cli/dossier_commands.h"
#include "workflow/keys.h"

namespace cli {
namespace {

int run(const Context& context)
{
    const auto passphrase = passphraseIn(context, QStringLiteral("new-passphrase-file"));
    if (!passphrase) {
        context.complain(QStringLiteral("« passphrase » attend --new-passphrase-file FICHIER."));
        return Usage;
    }
    const auto study = context.openStudy();
    const dossier::RecoveryKey key = dossier::RecoveryKey::generate();
    const QString sheet = context.value(QStringLiteral("recovery-out"));
    if (!sheet.isEmpty()) workflow::writeRecoverySheet(sheet, workflow::recoverySheetFor(*study, true), key);
    base::Issues issues;
    try {
        issues = workflow::changePassphrase(*study, *passphrase, key);
        if (issues.empty()) study->dossier().close();
    } catch (...) {
        // A sheet whose key opens nothing must not be kept.
        if (!sheet.isEmpty()) base::platform::removeQuietly(sheet);
        throw;
    }
    context.report(issues);
    if (!issues.empty()) {
        if (!sheet.isEmpty()) base::platform::removeQuietly(sheet);
        return Refused;
    }
    if (context.json())
        context.print({{"path", text(study->dossier().path())}, {"recovery_sheet", textOrNull(sheet)}});
    else
        context.line(QStringLiteral("Phrase de passe changée. Les copies faites avant s’ouvrent encore avec "
                                    "l’ancienne."));
    if (sheet.isEmpty())
        context.complain(
            QStringLiteral("Aucune clé de secours n’a été imprimée : sans la phrase de passe, l’étude "
                           "est perdue. Ajoutez --recovery-out FEUILLE.pdf."));
    else
        context.complain(
            QStringLiteral("La feuille %1 porte la clé en clair : imprimez-la, puis supprimez-la.")
                .arg(sheet));
    return Done;
}

} // namespace

Command passphraseCommand()
{
    return {QStringLiteral("passphrase"),
            QStringLiteral("ÉTUDE --new-passphrase-file F [--recovery-out FEUILLE.pdf]"),
            QStringLiteral("change la phrase de passe et la clé de secours"),
            1,
            1,
            {option(QStringLiteral("new-passphrase-file"), QStringLiteral("F")),
             option(QStringLiteral("recovery-out"), QStringLiteral("F"))},
            run};
}

} // namespace cli
