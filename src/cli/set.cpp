#include "cli/command.h"
#include "workflow/entry.h"
#include "workflow/settings.h"

namespace cli {
namespace {

/// "model.lock=Nom;fonction;organisme" approves the model; any other key is a setting of the study.
workflow::Outcome apply(workflow::Study& study, const QString& key, const QString& value)
{
    if (key == u"model.lock") {
        const QStringList parts = value.split(u';');
        return workflow::lockModel(study, parts.value(0), parts.value(1), parts.value(2));
    }
    return workflow::setSetting(study, key, value);
}

int run(const Context& context)
{
    const auto study = context.openStudy();
    for (const QString& given : context.arguments().mid(1)) {
        const qsizetype equals = given.indexOf(u'=');
        if (equals <= 0) {
            context.complain(QStringLiteral("« %1 » n’a pas la forme clé=valeur.").arg(given));
            return Usage;
        }
        const workflow::Outcome outcome = apply(*study, given.left(equals), given.mid(equals + 1));
        context.report(outcome.issues);
        if (!outcome.ok()) return Refused;
    }
    study->dossier().close();
    return Done;
}

} // namespace

Command setCommand()
{
    return {QStringLiteral("set"),
            QStringLiteral("ÉTUDE clé=valeur… | model.lock=NOM;FONCTION;ORGANISME"),
            QStringLiteral("change un réglage de l’étude, ou approuve le modèle"),
            2,
            40,
            {},
            run};
}

} // namespace cli
