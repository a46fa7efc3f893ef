#include "cli/dossier_commands.h"
#include "workflow/messages/dossier_words.h"
#include "workflow/redaction.h"

namespace cli {
namespace {

int run(const Context& context)
{
    const QDate before = QDate::fromString(context.value(QStringLiteral("before")), Qt::ISODate);
    if (context.isSet(QStringLiteral("before")) && !before.isValid()) {
        context.complain(QStringLiteral("--before attend une date, aaaa-mm-jj."));
        return Usage;
    }
    const bool agreed = context.isSet(QStringLiteral("yes"));
    const auto study = context.openStudy(!agreed);
    const workflow::RedactionPlan plan =
        workflow::planRedaction(*study, context.argument(1), context.argument(2), before);
    context.report(plan.issues);
    if (!plan.ok()) return Refused;
    if (!agreed) {
        context.complain(
            QStringLiteral("%1 seraient effacées pour toujours, ici et partout où l’étude sera fusionnée. "
                           "Confirmez avec --yes.")
                .arg(workflow::messages::counted(plan.values, QStringLiteral("valeur"),
                                                 QStringLiteral("valeurs"))));
        return Refused;
    }
    const workflow::Outcome outcome = workflow::redact(*study, plan);
    study->dossier().close();
    if (context.json())
        context.print(
            {{"redacted", plan.values}, {"current", plan.current}, {"operations", texts(plan.operations)}});
    else
        context.line(QStringLiteral("Effacé pour toujours : %1.")
                         .arg(workflow::messages::counted(plan.values, QStringLiteral("valeur"),
                                                          QStringLiteral("valeurs"))));
    context.complain(
        QStringLiteral("Les copies, sauvegardes et paquets faits avant contiennent encore ces valeurs : "
                       "détruisez-les aussi."));
    return outcome.ok() ? Done : Refused;
}

} // namespace

Command redactCommand()
{
    return {QStringLiteral("redact"),
            QStringLiteral("ÉTUDE ID QUESTION [--before DATE] --yes"),
            QStringLiteral("efface pour toujours les valeurs d’une réponse"),
            3,
            3,
            {option(QStringLiteral("before"), QStringLiteral("D")), flag(QStringLiteral("yes"))},
            run};
}

} // namespace cli
