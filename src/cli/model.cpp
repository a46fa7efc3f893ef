#include "base/atomic_file.h"
#include "base/error.h"
#include "cli/command.h"
#include "workflow/messages/messages.h"
#include "workflow/model_versions.h"

#include <QFile>

namespace cli {
namespace {

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        throw base::Error(base::ErrorCode::NotFound, file.errorString(), path);
    return file.readAll();
}

Json versionJson(const workflow::ModelVersion& version)
{
    return {{"version", text(version.version)},
            {"digest", text(version.digest)},
            {"current", version.current},
            {"made", textOrNull(version.made.toString(Qt::ISODate))},
            {"reason", textOrNull(version.reason)},
            {"approved", textOrNull(version.approved.toString(Qt::ISODate))},
            {"approver", textOrNull(version.approver)},
            {"weights", version.weights}};
}

int list(const Context& context, const workflow::Study& study)
{
    Json versions = Json::array();
    std::vector<QStringList> rows;
    for (const workflow::ModelVersion& version : workflow::modelVersions(study)) {
        versions.push_back(versionJson(version));
        rows.push_back({version.current ? QStringLiteral("*") : QStringLiteral(" "), version.version,
                        version.digest.left(16),
                        version.approved.isValid()
                            ? QStringLiteral("approuvé le %1").arg(version.approved.toString(Qt::ISODate))
                            : QStringLiteral("non approuvé"),
                        version.reason});
    }
    if (context.json())
        context.print({{"versions", versions}});
    else
        context.line(columns(rows));
    return Done;
}

int check(const Context& context, const QString& path)
{
    const base::Issues issues = workflow::checkModel(contentOf(path));
    Json faults = Json::array();
    for (const base::Issue& issue : issues) {
        const workflow::messages::Message message = workflow::messages::forIssue(issue);
        faults.push_back({{"code", text(issue.code)},
                          {"place", text(issue.args.value(0))},
                          {"cause", text(message.what)},
                          {"remedy", text(message.remedy)}});
    }
    if (context.json())
        context.print({{"valid", issues.empty()}, {"faults", faults}});
    else if (issues.empty())
        context.line(QStringLiteral("Le modèle est valide."));
    else
        context.report(issues);
    return issues.empty() ? Done : Refused;
}

int run(const Context& context)
{
    if (context.isSet(QStringLiteral("check"))) return check(context, context.value(QStringLiteral("check")));
    const QString from = context.value(QStringLiteral("import"));
    const auto study = context.openStudy(from.isEmpty());
    if (!from.isEmpty()) {
        const workflow::Outcome outcome =
            workflow::adoptModel(*study, contentOf(from), context.value(QStringLiteral("reason")));
        context.report(outcome.issues);
        if (!outcome.ok()) return Refused;
    }
    const QString to = context.value(QStringLiteral("export"));
    if (!to.isEmpty())
        base::writeFileAtomically(
            to, workflow::modelText(*study, context.value(QStringLiteral("version-digest"))));
    const int code = list(context, *study);
    study->dossier().close();
    return code;
}

} // namespace

Command modelCommand()
{
    return {
        QStringLiteral("model"),
        QStringLiteral("ÉTUDE [--export F [--version-digest E] | --import F [--reason TEXTE] | --check F]"),
        QStringLiteral("liste les versions du modèle, en écrit, en lit ou en vérifie une"),
        1,
        1,
        {option(QStringLiteral("export"), QStringLiteral("F")),
         option(QStringLiteral("version-digest"), QStringLiteral("E")),
         option(QStringLiteral("import"), QStringLiteral("F")),
         option(QStringLiteral("reason"), QStringLiteral("TEXTE")),
         option(QStringLiteral("check"), QStringLiteral("F"))},
        run};
}

} // namespace cli
