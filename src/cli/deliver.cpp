#include "workflow/deliver.h"

#include "cli/command.h"

namespace cli {
namespace {

Json filesJson(const workflow::DeliverReport& report)
{
    Json files = Json::array();
    for (const workflow::DeliveredFile& file : report.files) {
        Json entry{{"path", text(file.path)},
                   {"pages", file.pages ? Json(*file.pages) : Json(nullptr)},
                   {"bytes", file.bytes}};
        if (file.bodyPages) entry["body_pages"] = *file.bodyPages;
        files.push_back(entry);
    }
    return files;
}

std::optional<workflow::DeliverRequest> requestOf(const Context& context)
{
    static const QStringList formats{QStringLiteral("pdf"), QStringLiteral("docx"), QStringLiteral("xlsx")};
    static const QStringList documents{QStringLiteral("grille"), QStringLiteral("fiches"),
                                       QStringLiteral("l1"), QStringLiteral("l2"), QStringLiteral("l3")};
    workflow::DeliverRequest request;
    request.folder = context.value(QStringLiteral("out"));
    request.documents = context.value(QStringLiteral("only")).split(u',', Qt::SkipEmptyParts);
    request.formats = context.value(QStringLiteral("format")).split(u',', Qt::SkipEmptyParts);
    const QString audience = context.value(QStringLiteral("audience"));
    request.organisation = audience.startsWith(u"osc:") ? audience.mid(4) : QString();
    const auto known = disclosure::audienceFromCode(audience);
    const auto allIn = [](const QStringList& given, const QStringList& legal) {
        return std::all_of(given.begin(), given.end(),
                           [&](const QString& item) { return legal.contains(item); });
    };
    if (request.folder.isEmpty())
        context.complain(QStringLiteral("Le dossier de sortie manque : ajoutez --out DOSSIER."));
    else if (!known)
        context.complain(
            QStringLiteral("--audience attend travail, oim, restreint, large ou osc:IDENTIFIANT."));
    else if (!allIn(request.documents, documents))
        context.complain(
            QStringLiteral("--only attend une liste parmi : %1.").arg(documents.join(QStringLiteral(", "))));
    else if (!allIn(request.formats, formats))
        context.complain(
            QStringLiteral("--format attend une liste parmi : %1.").arg(formats.join(QStringLiteral(", "))));
    else {
        request.audience = *known;
        return request;
    }
    return {};
}

int run(const Context& context)
{
    const auto request = requestOf(context);
    if (!request) return Usage;
    const auto study = context.openStudy(true);
    const workflow::DeliverReport report = workflow::deliver(*study, *request, context.progress());
    if (context.json()) {
        context.print({{"files", filesJson(report)},
                       {"withheld", withheldJson(report.withheld)},
                       {"warnings", warningsJson(report.warnings)},
                       {"seconds", report.seconds}});
        return Done;
    }
    std::vector<QStringList> rows;
    for (const workflow::DeliveredFile& file : report.files)
        rows.push_back({file.path, file.pages ? QStringLiteral("%1 pages").arg(*file.pages) : QString(),
                        QStringLiteral("%1 Ko").arg((file.bytes + 1023) / 1024)});
    context.line(columns(rows));
    context.line(QStringLiteral("%1 éléments retirés ou masqués ; %2 s.")
                     .arg(report.withheld.size())
                     .arg(report.seconds, 0, 'f', 1));
    context.report(report.warnings);
    return Done;
}

} // namespace

Command deliverCommand()
{
    return {
        QStringLiteral("deliver"),
        QStringLiteral(
            "ÉTUDE --out DOSSIER [--only grille,fiches,l1,l2,l3] [--format pdf,docx,xlsx] [--audience A]"),
        QStringLiteral("produit les livrables et le compte rendu de ce qui est retiré"),
        1,
        1,
        {option(QStringLiteral("out"), QStringLiteral("D")),
         option(QStringLiteral("only"), QStringLiteral("L")),
         option(QStringLiteral("format"), QStringLiteral("F")),
         option(QStringLiteral("audience"), QStringLiteral("A"), QStringLiteral("restreint"))},
        run};
}

} // namespace cli
