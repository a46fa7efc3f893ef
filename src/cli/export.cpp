#include "cli/submissions.h"
#include "workflow/export_form.h"
#include "workflow/submissions.h"

#include <QElapsedTimer>

namespace cli {
namespace {

int run(const Context& context)
{
    const QString format = context.value(QStringLiteral("as")), path = context.value(QStringLiteral("out"));
    const bool submissions = format == u"kobo" || format == u"odk" || workflow::exportLayout(format);
    if ((format != u"xlsform" && !submissions) || path.isEmpty()) {
        context.complain(QStringLiteral("« export » attend --as xlsform, kobo-xlsx, kobo-json, odk-zip ou "
                                        "odk-xml, et --out FICHIER."));
        return Usage;
    }
    if (submissions) return exportSubmissions(context);
    const auto study = context.openStudy(true);
    QElapsedTimer timer;
    timer.start();
    const qint64 bytes = workflow::exportForm(*study, path);
    if (context.json())
        context.print({{"files", Json::array({{{"path", text(path)}, {"pages", nullptr}, {"bytes", bytes}}})},
                       {"withheld", Json::array()},
                       {"warnings", Json::array()},
                       {"seconds", double(timer.elapsed()) / 1000}});
    else
        context.line(QStringLiteral("Questionnaire écrit : %1").arg(path));
    return Done;
}

} // namespace

Command exportCommand()
{
    return {
        QStringLiteral("export"),
        QStringLiteral("ÉTUDE --as xlsform|kobo-xlsx|kobo-json|odk-zip|odk-xml --out FICHIER [--audience A]"),
        QStringLiteral("écrit le questionnaire, ou les réponses comme des envois, pour KoboToolbox et ODK"),
        1,
        1,
        {option(QStringLiteral("as"), QStringLiteral("F")),
         option(QStringLiteral("out"), QStringLiteral("FICHIER")),
         option(QStringLiteral("audience"), QStringLiteral("A"), QStringLiteral("restreint"))},
        run};
}

} // namespace cli
