#include "cli/dossier_commands.h"
#include "workflow/sharing.h"

#include <QFileInfo>

namespace cli {
namespace {

/// Keys asked for what goes out: --to, or --other-passphrase-file.
std::optional<dossier::Access> outgoingAccess(const Context& context)
{
    dossier::Access access = otherAccess(context);
    if (!context.isSet(QStringLiteral("to"))) return access;
    const QString given = context.value(QStringLiteral("to"));
    const auto key = dossier::PublicKey::parse(given);
    if (!key) {
        context.report(
            {{base::Severity::Error, QStringLiteral("share.bad_public_key"), {}, {given.left(20)}}});
        return {};
    }
    access.readers.push_back(*key);
    return access;
}

int tell(const Context& context, const workflow::Study& study, const workflow::ShareReport& report)
{
    context.report(report.issues);
    if (!report.ok()) return Refused;
    context.report(report.warnings);
    if (context.json()) {
        context.print({{"files", Json::array({fileJson(report.path)})},
                       {"withheld", withheldJson(report.withheld)},
                       {"warnings", warningsJson(report.warnings)},
                       {"operations", report.operations},
                       {"records", report.records},
                       {"frontier", text(dossier::toText(study.dossier().frontier()))}});
        return Done;
    }
    context.line(QStringLiteral("Écrit : %1 (%2 octets).").arg(report.path).arg(report.bytes));
    if (!report.withheld.empty())
        context.line(QStringLiteral("Retenus par la diffusion : %1 éléments (le détail : --json).")
                         .arg(report.withheld.size()));
    return Done;
}

/// The other side's frontier, as its `merge --json` or `share --json` printed it.
dossier::Frontier sinceOf(const Context& context)
{
    return dossier::frontierFromText(context.value(QStringLiteral("since")));
}

int run(const Context& context)
{
    const QString audience = context.value(QStringLiteral("for")), out = context.value(QStringLiteral("out"));
    static const QStringList known{QStringLiteral("equipe"), QStringLiteral("oim"), QStringLiteral("retour")};
    if (!known.contains(audience) || out.isEmpty()) {
        context.complain(QStringLiteral("« share » attend --for equipe, oim ou retour, et --out FICHIER."));
        return Usage;
    }
    const auto access = outgoingAccess(context);
    if (!access) return Usage;
    const auto study = context.openStudy(audience != u"oim");
    workflow::ShareReport report;
    if (audience == u"equipe")
        report = workflow::shareWithTeam(*study, out, *access, sinceOf(context));
    else if (audience == u"oim")
        report = workflow::shareWithIom(*study, out, *access, context.progress());
    else
        report = workflow::shareReturn(*study, out, *access);
    const int code = tell(context, *study, report);
    study->dossier().close();
    return code;
}

int runReceive(const Context& context)
{
    const auto study = context.openStudy();
    const workflow::ReturnReport report =
        workflow::returnFromIom(*study, context.argument(1), otherAccess(context));
    context.report(report.refused);
    context.report(report.warnings);
    if (context.json())
        context.print({{"comments", report.comments},
                       {"decisions", report.decisions},
                       {"choices", report.choices},
                       {"created", report.created},
                       {"changed", report.changed},
                       {"refused", warningsJson(report.refused)}});
    else if (report.ok())
        context.line(
            QStringLiteral("Commentaires reçus : %1 ; décisions : %2 ; nouveaux : %3 ; modifiés : %4.")
                .arg(report.comments)
                .arg(report.decisions)
                .arg(report.created)
                .arg(report.changed));
    study->dossier().close();
    return report.ok() ? Done : Refused;
}

} // namespace

Json fileJson(const QString& path)
{
    return {{"path", text(path)}, {"pages", nullptr}, {"bytes", QFileInfo(path).size()}};
}

Command shareCommand()
{
    return {QStringLiteral("share"),
            QStringLiteral(
                "ÉTUDE --for equipe|oim|retour --out F [--to CLÉ_PUBLIQUE] [--other-passphrase-file F] "
                "[--since FRONTIÈRE]"),
            QStringLiteral("prépare un paquet pour l’équipe, le dossier de l’OIM, ou son retour"),
            1,
            1,
            {option(QStringLiteral("for"), QStringLiteral("A")),
             option(QStringLiteral("out"), QStringLiteral("F")),
             option(QStringLiteral("to"), QStringLiteral("K")),
             option(QStringLiteral("other-passphrase-file"), QStringLiteral("F")),
             option(QStringLiteral("since"), QStringLiteral("F"))},
            run};
}

Command receiveCommand()
{
    return {QStringLiteral("receive"),
            QStringLiteral("ÉTUDE FICHIER [--other-passphrase-file F]"),
            QStringLiteral("reprend les commentaires et les décisions que l’OIM renvoie"),
            2,
            2,
            {option(QStringLiteral("other-passphrase-file"), QStringLiteral("F"))},
            runReceive};
}

} // namespace cli
