#include "workflow/messages/issue_table.h"

namespace workflow::messages {

const IssueTable& importIssues()
{
    static const IssueTable table{
        {QStringLiteral("import.unknown_code"),
         {QStringLiteral("La valeur « %1 » ne fait pas partie des codes de « %2 » ; elle n’a pas été reprise."),
          QStringLiteral("Complétez la correspondance (« values ») du fichier de correspondance.")}},
        {QStringLiteral("hxl.no_tag_row"),
         {QStringLiteral("Aucune ligne d’étiquettes HXL ne figure dans les 25 premières lignes."),
          QStringLiteral("Ajoutez-la, ou importez avec un fichier de correspondance (--mapping).")}}};
    return table;
}

} // namespace workflow::messages
