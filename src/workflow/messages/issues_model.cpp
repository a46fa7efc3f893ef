#include "workflow/messages/issue_table.h"

namespace workflow::messages {

const IssueTable& modelIssues()
{
    static const IssueTable table{{QStringLiteral("model.syntax"),
                                   {QStringLiteral("Le modèle n’est pas un document JSON valide (%1)."),
                                    QStringLiteral("Corrigez-le à l’endroit indiqué.")}}};
    return table;
}

} // namespace workflow::messages
