#include "workflow/assess.h"

#include "base/atomic_file.h"
#include "cli/command.h"
#include "workflow/analysis.h"

namespace cli {
namespace {

int assessFile(const Context& context)
{
    base::Issues issues;
    const std::optional<Json> result =
        workflow::assessAnswers(base::readFile(context.value(QStringLiteral("answers"))), issues);
    context.report(issues);
    if (!result) return Unreadable;
    context.print(*result);
    return Done;
}

int assessStudy(const Context& context)
{
    const auto study = context.openStudy(true);
    if (!study->info().modelLocked) {
        context.complain(
            QStringLiteral("Le modèle n’est pas approuvé : aucune note ne peut paraître. Faites-le approuver "
                           "(écran Analyse, ou « set ÉTUDE model.lock=NOM;FONCTION;ORGANISME »)."));
        return Refused;
    }
    context.print(workflow::assessStudy(*study, context.progress()));
    return Done;
}

int run(const Context& context)
{
    if (context.isSet(QStringLiteral("answers"))) return assessFile(context);
    if (!context.arguments().isEmpty()) return assessStudy(context);
    context.complain(QStringLiteral("« assess » attend une étude, ou --answers FICHIER.json."));
    return Usage;
}

} // namespace

Command assessCommand()
{
    return {QStringLiteral("assess"),
            QStringLiteral("[ÉTUDE | --answers A.json]"),
            QStringLiteral("calcule indicateurs, dimensions, règles et statuts"),
            0,
            1,
            {option(QStringLiteral("answers"), QStringLiteral("A"))},
            run};
}

} // namespace cli
