#include "cli/submissions.h"
#include "workflow/blank_form.h"
#include "workflow/export_form.h"
#include "workflow/submissions.h"

#include <QElapsedTimer>
#include <QFileInfo>

namespace cli {
namespace {

int run(const Context& context)
{
    const QString format = context.value(QStringLiteral("as")), path = context.value(QStringLiteral("out"));
    const bool submissions = format == u"kobo" || format == u"odk" || workflow::exportLayout(format);
    const bool blank = format == u"form-pdf";
    if ((format != u"xlsform" && !submissions && !blank) || path.isEmpty()) {
        context.complain(
            QStringLiteral("« export » attend --as xlsform, form-pdf, kobo-xlsx, kobo-json, odk-zip ou "
                           "odk-xml, et --out FICHIER."));
        return Usage;
    }
    if (submissions) return exportSubmissions(context);
    const auto study = context.openStudy(true);
    QElapsedTimer timer;
    timer.start();
    Json pages = nullptr;
    if (blank) pages = workflow::exportBlankForm(*study, path, context.isSet(QStringLiteral("short")));
    const qint64 bytes = blank ? QFileInfo(path).size() : workflow::exportForm(*study, path);
    if (context.json())
        context.print({{"files", Json::array({{{"path", text(path)}, {"pages", pages}, {"bytes", bytes}}})},
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
    return {QStringLiteral("export"),
            QStringLiteral("ÉTUDE --as xlsform|form-pdf|kobo-xlsx|kobo-json|odk-zip|odk-xml --out FICHIER "
                           "[--audience A] [--short]"),
            QStringLiteral("écrit le questionnaire (form-pdf : vierge, à imprimer), ou les réponses comme "
                           "des envois, pour KoboToolbox et ODK"),
            1,
            1,
            {option(QStringLiteral("as"), QStringLiteral("F")),
             option(QStringLiteral("out"), QStringLiteral("FICHIER")),
             option(QStringLiteral("audience"), QStringLiteral("A"), QStringLiteral("restreint")),
             flag(QStringLiteral("short"))},
            run};
}

} // namespace cli
