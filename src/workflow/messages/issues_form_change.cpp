#include "workflow/messages/issue_table.h"

namespace workflow::messages {

const IssueTable& formChangeIssues()
{
    static const IssueTable table{
        {QStringLiteral("form.read_question_missing"),
         {QStringLiteral("La question « %1 » (%2) manque au nouveau questionnaire ; elle est lue par %3."),
          QStringLiteral("Remettez-la sous ce nom ; elle peut changer de section et de libellé.")}},
        {QStringLiteral("form.read_question_type"),
         {QStringLiteral("La question « %1 » (%2) change de type ; elle est lue par %3."),
          QStringLiteral("Rendez-lui son type, ou ajoutez une autre question à côté.")}},
        {QStringLiteral("form.read_question_place"),
         {QStringLiteral(
              "La question « %1 » (%2) change de portée ou de groupe répété ; elle est lue par %3."),
          QStringLiteral("Remettez-la dans le même groupe répété, avec la même portée.")}},
        {QStringLiteral("form.external_table"),
         {QStringLiteral("Le questionnaire lit ses choix dans un fichier à part (%1), qui n’entre pas dans "
                         "l’étude."),
          QStringLiteral("Mettez ces choix dans la feuille choices.")}},
        {QStringLiteral("form.name_used_twice"),
         {QStringLiteral("Deux questions portent le nom « %1 » : leurs réponses se confondraient."),
          QStringLiteral("Renommez l’une des deux.")}},
        {QStringLiteral("form.nested_repeat"),
         {QStringLiteral(
              "Le groupe répété « %1 » est dans le groupe répété « %2 » : une étude ne tient pas de "
              "lignes dans des lignes."),
          QStringLiteral(
              "Sortez-le de « %2 », avec une question qui dise à quelle ligne chacune se rapporte.")}},
        {QStringLiteral("form.not_keepable"),
         {QStringLiteral("Le questionnaire ne peut pas être gardé dans l’étude sans être changé."),
          QStringLiteral("Donnez-le en XLSForm (classeur ou tables) plutôt qu’en XForm.")}},
        {QStringLiteral("form.same_version"),
         {QStringLiteral("Cette version du questionnaire est déjà en vigueur pour toutes les fiches."),
          QStringLiteral("Choisissez un fichier qui en diffère.")}},
        {QStringLiteral("form.unknown_version"),
         {QStringLiteral("L’étude ne garde aucune version du questionnaire d’empreinte « %1 »."),
          QStringLiteral("Choisissez une version de la liste.")}},
        {QStringLiteral("form.plan_stale"),
         {QStringLiteral("L’étude a changé depuis cet examen : rien n’a été écrit."),
          QStringLiteral("Refaites l’examen, puis confirmez.")}},
        {QStringLiteral("form.cannot_keep"),
         {QStringLiteral(
              "La fiche « %1 » ne peut pas rester sur son ancienne version : elle n’est pas concernée "
              "par ce changement."),
          QStringLiteral("Choisissez parmi les fiches de l’examen.")}},
        {QStringLiteral("form.not_a_rename"),
         {QStringLiteral("« %1 » n’est pas devenue « %2 » : tout n’y est pas identique hors du nom."),
          QStringLiteral("Choisissez parmi les renommages proposés.")}}};
    return table;
}

} // namespace workflow::messages
