#include "workflow/messages/issue_table.h"

namespace workflow::messages {

const IssueTable& importIssues()
{
    static const IssueTable table{
        {QStringLiteral("import.unknown_code"),
         {QStringLiteral("La valeur « %1 » ne fait pas partie des codes de « %2 » ; elle n’a pas été reprise."),
          QStringLiteral("Complétez la correspondance (« values ») du fichier de correspondance.")}},
        {QStringLiteral("list.foreign_places"),
         {QStringLiteral("%1 lieux n’appartiennent pas aux divisions de l’étude : %2."),
          QStringLiteral("Ils sont gardés tels quels, « selon la source ».")}},
        {QStringLiteral("list.placeholder_name"),
         {QStringLiteral("« %1 » n’est pas un nom d’organisation ; la ligne n’a pas créé de fiche."), QString()}},
        {QStringLiteral("hxl.no_tag_row"),
         {QStringLiteral("Aucune ligne d’étiquettes HXL ne figure dans les 25 premières lignes."),
          QStringLiteral("Ajoutez-la, ou importez avec un fichier de correspondance (--mapping).")}}};
    return table;
}

} // namespace workflow::messages
