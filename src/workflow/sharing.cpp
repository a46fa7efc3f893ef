#include "workflow/sharing.h"

#include "workflow/study.h"

#include <QFileInfo>

namespace workflow {

ShareReport shareWithTeam(const Study& study, const QString& out, const dossier::Access& access,
                          const dossier::Frontier& since)
{
    ShareReport report;
    if (isReviewerDossier(study)) {
        report.issues.push_back({base::Severity::Error, QStringLiteral("share.reviewer"), {}, {}});
        return report;
    }
    report.operations = study.dossier().sharePackage(out, access, since);
    report.path = out;
    report.bytes = QFileInfo(out).size();
    return report;
}

} // namespace workflow
