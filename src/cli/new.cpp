#include "base/platform/files.h"
#include "cli/command.h"
#include "workflow/demo.h"

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
    try {
        const auto study = workflow::Study::create(path, context.access(), context.clock());
        if (count > 0) workflow::fillDemonstration(*study, count, seed, context.progress());
        study->dossier().close();
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
            QStringLiteral("ÉTUDE [--demo N] [--seed S]"),
            QStringLiteral("crée une étude, vide ou de démonstration"),
            1,
            1,
            {option(QStringLiteral("demo"), QStringLiteral("N")),
             option(QStringLiteral("seed"), QStringLiteral("S"), QStringLiteral("1"))},
            run};
}

} // namespace cli
