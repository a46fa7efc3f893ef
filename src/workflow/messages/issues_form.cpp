#include "workflow/messages/issue_table.h"

namespace workflow::messages {

const IssueTable& formIssues()
{
    static const IssueTable table{
        {QStringLiteral("expression.unexpected_character"),
         {QStringLiteral("L’expression contient un caractère inattendu « %3 » (position %2)."), QStringLiteral("Retirez-le : %1")}},
        {QStringLiteral("expression.unexpected_token"),
         {QStringLiteral("L’expression contient « %3 » là où il n’est pas attendu (position %2)."), QStringLiteral("Corrigez : %1")}},
        {QStringLiteral("expression.unexpected_end"),
         {QStringLiteral("L’expression s’arrête trop tôt (position %2)."), QStringLiteral("Complétez : %1")}},
        {QStringLiteral("expression.unterminated_string"),
         {QStringLiteral("Un texte entre guillemets n’est pas fermé (position %2)."), QStringLiteral("Fermez-le : %1")}},
        {QStringLiteral("expression.unterminated_reference"),
         {QStringLiteral("Une référence ${…} n’est pas fermée (position %2)."), QStringLiteral("Ajoutez « } » : %1")}},
        {QStringLiteral("expression.bad_reference"),
         {QStringLiteral("« %3 » n’est pas un nom de question (position %2)."), QStringLiteral("Écrivez ${nom} : %1")}},
        {QStringLiteral("expression.unknown_function"),
         {QStringLiteral("La fonction « %3 » n’existe pas (position %2)."), QStringLiteral("Vérifiez son nom : %1")}},
        {QStringLiteral("expression.unknown_axis"),
         {QStringLiteral("L’axe « %3 » n’est pas pris en charge (position %2)."), QStringLiteral("Utilisez un chemin simple : %1")}},
        {QStringLiteral("expression.arity"),
         {QStringLiteral("La fonction « %3 » n’a pas le bon nombre d’arguments (position %2)."), QStringLiteral("Corrigez : %1")}},
        {QStringLiteral("expression.too_deep"),
         {QStringLiteral("L’expression emboîte trop de parenthèses (position %2)."), QStringLiteral("Découpez-la en plusieurs calculs.")}}};
    return table;
}

} // namespace workflow::messages
