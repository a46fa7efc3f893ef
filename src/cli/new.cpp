#include "base/platform/files.h"
#include "cli/command.h"
#include "workflow/backup.h"
#include "workflow/demo.h"
#include "workflow/keys.h"

#include <QFileInfo>

namespace cli {
namespace {

struct Request
{
    QString path, sheet;
    int count = 0;
    quint64 seed = 0;
};

std::unique_ptr<workflow::Study> create(const Context& context, const Request& request)
{
    dossier::Access access = context.access();
    if (!request.sheet.isEmpty()) access.recoveryKey = dossier::RecoveryKey::generate();
    auto study = workflow::Study::create(request.path, access, context.clock());
    if (request.count > 0)
        workflow::fillDemonstration(*study, request.count, request.seed, context.progress());
    study->dossier().close();
    if (!request.sheet.isEmpty())
        workflow::writeRecoverySheet(request.sheet, workflow::recoverySheetFor(*study, false),
                                     *access.recoveryKey);
    workflow::rememberPlace(*study);
    return study;
}

void tell(const Context& context, const Request& request, bool isProtected)
{
    if (context.json())
        context.print({{"path", text(request.path)},
                       {"records", request.count},
                       {"protected", isProtected},
                       {"recovery_sheet", textOrNull(request.sheet)}});
    else
        context.line(request.count > 0
                         ? QStringLiteral("Étude de démonstration créée : %1 (%2 fiches fictives).")
                               .arg(request.path)
                               .arg(request.count)
                         : QStringLiteral("Étude créée : %1.").arg(request.path));
    if (!isProtected)
        context.complain(QStringLiteral("Cette étude n’est protégée par aucune phrase de passe."));
}

int run(const Context& context)
{
    Request request;
    request.path = context.argument(0);
    request.sheet = context.value(QStringLiteral("recovery-out"));
    bool countOk = true, seedOk = true;
    if (context.isSet(QStringLiteral("demo")))
        request.count = context.value(QStringLiteral("demo")).toInt(&countOk);
    request.seed = context.value(QStringLiteral("seed")).toULongLong(&seedOk);
    if (!countOk || request.count < 0 || request.count > 200000 || !seedOk) {
        context.complain(QStringLiteral("--demo attend un nombre de 0 à 200 000, --seed un entier positif."));
        return Usage;
    }
    if (!request.sheet.isEmpty() && !context.isSet(QStringLiteral("passphrase-file"))) {
        context.complain(
            QStringLiteral("--recovery-out demande aussi une phrase de passe (--passphrase-file)."));
        return Usage;
    }
    const bool existed = QFileInfo::exists(request.path);
    try {
        const auto study = create(context, request);
        tell(context, request, std::as_const(*study).dossier().isProtected());
    } catch (...) {
        // A study half made is not a study; nothing that was there before is touched.
        if (!existed) base::platform::removeQuietly(request.path);
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
