#include "cli/submissions.h"
#include "workflow/submissions.h"

#include <QElapsedTimer>

namespace cli {

int exportSubmissions(const Context& context)
{
    const QString format = context.value(QStringLiteral("as")),
                  audience = context.value(QStringLiteral("audience"));
    workflow::SubmissionExport request;
    request.path = context.value(QStringLiteral("out"));
    const QString word = format == u"kobo" ? QStringLiteral("kobo-xlsx") : format;
    request.layout = *workflow::exportLayout(word == u"odk" ? QStringLiteral("odk-zip") : word);
    const auto known = disclosure::audienceFromCode(audience);
    if (!known) {
        context.complain(QStringLiteral("--audience attend travail, oim, restreint, large ou osc:ID."));
        return Usage;
    }
    request.audience = *known;
    if (*known == disclosure::Audience::Organisation) request.organisation = audience.section(u':', 1);
    const auto study = context.openStudy(true);
    QElapsedTimer timer;
    timer.start();
    const workflow::SubmissionExportReport report =
        workflow::exportSubmissions(*study, request, context.progress());
    context.report(report.warnings);
    if (context.json())
        context.print(
            {{"files",
              Json::array({{{"path", text(request.path)}, {"pages", nullptr}, {"bytes", report.bytes}}})},
             {"submissions", report.submissions},
             {"withheld", withheldJson(report.withheld)},
             {"warnings", warningsJson(report.warnings)},
             {"seconds", double(timer.elapsed()) / 1000}});
    else
        context.line(QStringLiteral("%1 envois écrits (tirage « %2 », %3 éléments retirés) : %4")
                         .arg(report.submissions)
                         .arg(audience)
                         .arg(report.withheld.size())
                         .arg(request.path));
    return Done;
}

} // namespace cli
