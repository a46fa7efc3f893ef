#include "workflow/messages/issue_table.h"

namespace workflow::messages {

const IssueTable& entryIssues()
{
    static const IssueTable table{
        {QStringLiteral("entry.constraint"),
         {QStringLiteral("La réponse « %2 » à « %1 » ne respecte pas la règle de cette question."),
          QStringLiteral("Corrigez cette réponse ou celle dont elle dépend (%3).")}},
        {QStringLiteral("entry.type"),
         {QStringLiteral("La réponse « %2 » n’a pas la forme attendue pour « %1 »."),
          QStringLiteral("Écrivez un nombre ou une date (aaaa-mm-jj), selon la question.")}},
        {QStringLiteral("entry.choice"),
         {QStringLiteral("« %2 » ne fait pas partie des choix de « %1 »."),
          QStringLiteral("Choisissez un code de la liste.")}},
        {QStringLiteral("entry.required"),
         {QStringLiteral("« %1 » est obligatoire."),
          QStringLiteral("Répondez, ou indiquez « ne sait pas », « refus » ou « sans objet ».")}},
        {QStringLiteral("entry.unknown_question"),
         {QStringLiteral("La question « %1 » n’existe pas dans ce questionnaire."),
          QStringLiteral("Vérifiez son code.")}},
        {QStringLiteral("entry.unknown_record"),
         {QStringLiteral("Aucune fiche ne porte l’identifiant « %1 »."),
          QStringLiteral("Listez les fiches, puis reprenez.")}},
        {QStringLiteral("entry.unknown_repeat"),
         {QStringLiteral("« %1 » n’est pas un groupe répété."),
          QStringLiteral("Vérifiez son code (par exemple rg_liens).")}},
        {QStringLiteral("entry.needs_row"),
         {QStringLiteral("« %1 » ne désigne pas une cellule."),
          QStringLiteral("Écrivez groupe[LIGNE].question pour une question d’un groupe répété (%2), question "
                         "seule sinon.")}},
        {QStringLiteral("entry.unknown_indicator"),
         {QStringLiteral("L’indicateur « %1 » n’existe pas dans le modèle."),
          QStringLiteral("Vérifiez son code (par exemple A1.1).")}},
        {QStringLiteral("entry.evidence_range"),
         {QStringLiteral("Le niveau de preuve de « %1 » doit aller de 0 à 4."),
          QStringLiteral("Donnez -1 pour revenir au niveau déduit des pièces.")}},
        {QStringLiteral("entry.evidence_reason"),
         {QStringLiteral("Un niveau 0 (contredit) sur « %1 » demande un motif."),
          QStringLiteral("Écrivez ce qui contredit la réponse.")}},
        {QStringLiteral("entry.name_missing"),
         {QStringLiteral("Le nom de l’organisation manque."),
          QStringLiteral("Donnez-le tel qu’il figure dans ses statuts (--name).")}},
        {QStringLiteral("entry.unknown_decision"),
         {QStringLiteral("« %1 » n’est pas une décision connue."),
          QStringLiteral("Choisissez recensee, preselectionnee, retenue ou ecartee.")}},
        {QStringLiteral("entry.decision_reason"),
         {QStringLiteral("Cette décision demande un motif."), QStringLiteral("Écrivez-le en une phrase.")}},
        {QStringLiteral("entry.approver_missing"),
         {QStringLiteral("L’approbation demande un nom et un organisme."),
          QStringLiteral("Indiquez qui approuve les poids et les règles, sa fonction et son organisme.")}},
        {QStringLiteral("query.unknown_region"),
         {QStringLiteral("La région « %1 » est inconnue dans le découpage de l’étude."),
          QStringLiteral("Donnez son nom ou son code.")}},
        {QStringLiteral("query.unknown_service"),
         {QStringLiteral("Le service « %1 » est inconnu."),
          QStringLiteral("Choisissez abri, medical, psychosocial ou juridique.")}},
        {QStringLiteral("deliver.gauge"),
         {QStringLiteral("Le corps du rapport %1 compte %2 pages, hors des bornes de 50 à 70."),
          QStringLiteral("Écrivez les textes guidés qui manquent, ou abrégez.")}}};
    return table;
}

} // namespace workflow::messages
