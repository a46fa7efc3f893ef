#include "workflow/messages/issue_table.h"

namespace workflow::messages {

const IssueTable& modelIssues()
{
    static const IssueTable table{
        {QStringLiteral("answers.syntax"),
         {QStringLiteral("Les réponses ne sont pas un document JSON valide (%1)."),
          QStringLiteral("Corrigez-le à l’endroit indiqué.")}},
        {QStringLiteral("answers.not_an_object"),
         {QStringLiteral("Les réponses doivent former un objet JSON."),
          QStringLiteral("Écrivez {\"question\": valeur, …}.")}},
        {QStringLiteral("answers.not_a_list"),
         {QStringLiteral("« %1 » doit être un tableau."),
          QStringLiteral("Écrivez une liste d’objets entre crochets.")}},
        {QStringLiteral("answers.row_not_an_object"),
         {QStringLiteral("Une ligne de « %1 » n’est pas un objet."),
          QStringLiteral("Écrivez chaque ligne entre accolades.")}},
        {QStringLiteral("answers.bad_value"),
         {QStringLiteral("La valeur de « %1 » n’est ni un texte, ni un nombre, ni un état."),
          QStringLiteral("Corrigez-la.")}},
        {QStringLiteral("answers.bad_evidence_level"),
         {QStringLiteral("Le niveau de preuve de « %1 » doit aller de 0 à 4."),
          QStringLiteral("Corrigez-le.")}},
        {QStringLiteral("answers.unknown_question"),
         {QStringLiteral("La question « %1 » est inconnue ; elle n’a pas été lue."),
          QStringLiteral("Vérifiez son code.")}},
        {QStringLiteral("answers.unknown_indicator"),
         {QStringLiteral("L’indicateur « %1 » est inconnu ; il n’a pas été lu."),
          QStringLiteral("Vérifiez son code.")}},
        {QStringLiteral("model.syntax"),
         {QStringLiteral("Le modèle n’est pas un document JSON valide (%1)."),
          QStringLiteral("Corrigez-le à l’endroit indiqué.")}}};
    return table;
}

} // namespace workflow::messages
