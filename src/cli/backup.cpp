#include "workflow/backup.h"

#include "cli/dossier_commands.h"

namespace cli {
namespace {

int tellLast(const Context& context, const workflow::Study& study)
{
    const auto last = workflow::lastBackup(study);
    if (context.json())
        context.print({{"last", last ? text(last->time.toString(Qt::ISODate)) : Json(nullptr)},
                       {"path", last ? text(last->path) : Json(nullptr)}});
    else if (last)
        context.line(
            QStringLiteral("Dernière sauvegarde : %1, dans %2.")
                .arg(last->time.toLocalTime().toString(QStringLiteral("dd/MM/yyyy HH:mm")), last->path));
    else
        context.line(QStringLiteral("Aucune sauvegarde n’a été faite sur cet ordinateur."));
    return Done;
}

int run(const Context& context)
{
    const auto study = context.openStudy(true);
    const QString out = context.value(QStringLiteral("out"));
    if (out.isEmpty()) return tellLast(context, *study);
    const workflow::BackupReport report = workflow::backup(*study, out, context.access(true));
    context.report(report.issues);
    if (!report.ok()) return Refused;
    if (context.json())
        context.print({{"files", Json::array({fileJson(report.path)})},
                       {"records", report.records},
                       {"digest", text(report.digest)},
                       {"verified", true}});
    else
        context.line(QStringLiteral("Sauvegarde écrite et relue : %1 (%2 fiches).")
                         .arg(report.path)
                         .arg(report.records));
    return Done;
}

} // namespace

Command backupCommand()
{
    return {QStringLiteral("backup"),
            QStringLiteral("ÉTUDE [--out FICHIER|DOSSIER]"),
            QStringLiteral("copie l’étude et vérifie la copie, ou dit l’âge de la dernière"),
            1,
            1,
            {option(QStringLiteral("out"), QStringLiteral("F"))},
            run};
}

} // namespace cli
