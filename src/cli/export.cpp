#include "cli/command.h"
#include "workflow/export_form.h"

#include <QElapsedTimer>

namespace cli {
namespace {

int run(const Context& context)
{
    const QString format = context.value(QStringLiteral("as")), path = context.value(QStringLiteral("out"));
    if (format != u"xlsform" || path.isEmpty()) {
        context.complain(QStringLiteral("« export » attend --as xlsform et --out FICHIER.xlsx."));
        return Usage;
    }
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
    return {QStringLiteral("export"),
            QStringLiteral("ÉTUDE --as xlsform --out FICHIER"),
            QStringLiteral("écrit le questionnaire pour KoboToolbox, ODK et un tableur"),
            1,
            1,
            {option(QStringLiteral("as"), QStringLiteral("F")),
             option(QStringLiteral("out"), QStringLiteral("FICHIER"))},
            run};
}

} // namespace cli
