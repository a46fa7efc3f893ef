#include "cli/dossier_commands.h"
#include "workflow/closing.h"

namespace cli {
namespace {

Json itemsJson(const std::vector<workflow::ClosingItem>& items)
{
    Json list = Json::array();
    for (const workflow::ClosingItem& item : items)
        list.push_back({{"kind", text(item.kind)},
                        {"what", text(item.what)},
                        {"path", textOrNull(item.path)},
                        {"bytes", item.bytes},
                        {"digest", textOrNull(item.digest)},
                        {"count", item.count}});
    return list;
}

int run(const Context& context)
{
    workflow::ClosingRequest request;
    request.folder = context.value(QStringLiteral("out"));
    if (request.folder.isEmpty()) {
        context.complain(QStringLiteral("« close-mission » attend --out DOSSIER."));
        return Usage;
    }
    request.consultant = context.value(QStringLiteral("consultant"));
    request.client = context.value(QStringLiteral("client"));
    request.access = context.access(true);
    request.iomAccess = otherAccess(context);
    request.destroy = context.isSet(QStringLiteral("yes"));
    const auto study = context.openStudy();
    const workflow::ClosingReport report = workflow::closeMission(*study, request, context.progress());
    study->dossier().close();
    context.report(report.issues);
    if (!report.ok()) return Refused;
    if (context.json())
        context.print({{"files", Json::array({fileJson(report.receiptPdf), fileJson(report.receiptText)})},
                       {"items", itemsJson(report.items)},
                       {"destroyed", request.destroy}});
    else
        context.line(QStringLiteral("Reçu : %1").arg(report.receiptPdf));
    if (!request.destroy)
        context.complain(
            QStringLiteral("Rien n’a été détruit : le reçu liste ce qui reste à détruire. Confirmez la "
                           "destruction avec --yes."));
    return Done;
}

} // namespace

Command closeMissionCommand()
{
    return {QStringLiteral("close-mission"),
            QStringLiteral(
                "ÉTUDE --out DOSSIER [--consultant NOM] [--client NOM] [--other-passphrase-file F] [--yes]"),
            QStringLiteral("sépare ce qui se garde, se remet et se détruit, et écrit le reçu"),
            1,
            1,
            {option(QStringLiteral("out"), QStringLiteral("D")),
             option(QStringLiteral("consultant"), QStringLiteral("N")),
             option(QStringLiteral("client"), QStringLiteral("N")),
             option(QStringLiteral("other-passphrase-file"), QStringLiteral("F")),
             flag(QStringLiteral("yes"))},
            run};
}

} // namespace cli
