#include "workflow/messages/issue_table.h"

namespace workflow::messages {

const IssueTable& submissionIssues()
{
    static const IssueTable table{
        {QStringLiteral("submission.answered_twice"),
         {QStringLiteral("La réponse « %1 » figure deux fois ; la première est reprise."),
          QStringLiteral("Retirez l’une des deux dans le fichier, si ce n’est pas la bonne.")}},
        {QStringLiteral("submission.header_twice"),
         {QStringLiteral("Deux colonnes portent l’intitulé « %1 » ; seule la première est lue."),
          QStringLiteral("Renommez la seconde, ou indiquez sa question sous un autre intitulé.")}},
        {QStringLiteral("submission.orphan_row"),
         {QStringLiteral("Cette ligne ne se rattache à aucun envoi (« %1 ») ; elle n’est pas reprise."),
          QStringLiteral("Exportez de nouveau les envois avec toutes leurs feuilles, sans trier ni supprimer "
                         "de lignes.")}},
        {QStringLiteral("submission.more_pages"),
         {QStringLiteral("Le serveur annonce d’autres envois, qui ne sont pas dans ce fichier."),
          QStringLiteral(
              "Téléchargez aussi les pages suivantes, ou demandez plus d’envois par page (limit=).")}},
        {QStringLiteral("submission.unknown_choice"),
         {QStringLiteral("« %1 » n’est pas un choix de « %2 » ; la réponse n’est pas reprise."),
          QStringLiteral("Corrigez la cellule par le code ou le libellé d’un choix, ou saisissez la réponse "
                         "après l’import.")}},
        {QStringLiteral("submission.wrong_type"),
         {QStringLiteral("« %1 » n’est pas une réponse possible à « %2 » ; elle n’est pas reprise."),
          QStringLiteral("Corrigez la cellule, ou saisissez la réponse après l’import.")}},
        {QStringLiteral("submission.cell_cut"),
         {QStringLiteral(
              "Un texte de la colonne « %1 » dépasse ce qu’un classeur peut tenir ; il y est coupé."),
          QStringLiteral(
              "Exportez en JSON (kobo-json) ou pour ODK (odk-zip, odk-xml), qui n’ont pas cette limite.")}},
        {QStringLiteral("submission.other_form"),
         {QStringLiteral("Ces envois répondent au questionnaire « %1 », et l’étude suit « %2 »."),
          QStringLiteral("Vérifiez les questions inconnues ci-dessous avant d’importer.")}},
        {QStringLiteral("submission.none"),
         {QStringLiteral("Le fichier ne contient aucun envoi."),
          QStringLiteral(
              "Vérifiez que l’export a bien été fait avec les données, et non le questionnaire seul.")}},
        {QStringLiteral("submission.no_question"),
         {QStringLiteral("Aucune colonne ne correspond à une question de « %1 »."),
          QStringLiteral(
              "Indiquez au moins une correspondance, ou choisissez l’export du bon questionnaire.")}},
        {QStringLiteral("submission.nested_repeat"),
         {QStringLiteral(
              "Le fichier a des lignes de « %1 », groupe répété dans un autre, qu’une étude ne tient "
              "pas ; rien n’est importé."),
          QStringLiteral(
              "Adoptez un questionnaire où ce groupe n’est plus dans un autre, ou retirez sa feuille "
              "du fichier.")}},
        {QStringLiteral("submission.csv_without_repeats"),
         {QStringLiteral("Un fichier CSV de KoboToolbox ne contient pas les groupes répétés."),
          QStringLiteral("Exportez en XLSX ou en JSON pour reprendre aussi les lignes répétées.")}},
        {QStringLiteral("submission.column_unknown"),
         {QStringLiteral("Elle n’est celle d’aucune question ; elle n’est pas reprise."),
          QStringLiteral("Indiquez sa question dans la correspondance, ou laissez-la de côté.")}},
        {QStringLiteral("submission.column_ambiguous"),
         {QStringLiteral("Elle porte le libellé de plusieurs questions ; elle n’est pas reprise."),
          QStringLiteral(
              "Indiquez sa question dans la correspondance, ou exportez avec les noms de variables.")}},
        {QStringLiteral("submission.column_elsewhere"),
         {QStringLiteral("Elle est celle d’une question d’un autre groupe ; elle n’est pas reprise."),
          QStringLiteral("Exportez de nouveau sans déplacer de colonnes entre feuilles.")}},
        {QStringLiteral("submission.column_repeated"),
         {QStringLiteral("Elle figure deux fois ; la seconde n’est pas reprise."),
          QStringLiteral("Renommez-la, puis indiquez sa question dans la correspondance.")}},
        {QStringLiteral("submission.column_of_unknown_sheet"),
         {QStringLiteral("Sa feuille n’est celle d’aucun groupe répété ; elle n’est pas reprise."),
          QStringLiteral("Donnez à la feuille le nom du groupe répété.")}},
        {QStringLiteral("submission.empty"),
         {QStringLiteral("Cet envoi n’apporte aucune réponse ; il est écarté."),
          QStringLiteral("Vérifiez la correspondance des colonnes.")}},
        {QStringLiteral("submission.no_name"),
         {QStringLiteral("Cet envoi ne nomme pas l’organisation ; une fiche sans nom est créée."),
          QStringLiteral("Complétez son nom (id_nom_fr) après l’import.")}},
        {QStringLiteral("submission.attachments"),
         {QStringLiteral("Des fichiers accompagnent cet envoi et ne sont pas dans l’export : %1."),
          QStringLiteral(
              "Téléchargez-les du serveur, puis importez de nouveau en indiquant leur dossier ou leur "
              "ZIP.")}},
        {QStringLiteral("submission.files_missing"),
         {QStringLiteral("Des fichiers de cet envoi ne sont pas parmi les fichiers joints : %1."),
          QStringLiteral("Téléchargez de nouveau les fichiers joints, puis importez encore : seuls ceux qui "
                         "manquent seront repris.")}},
        {QStringLiteral("submission.file_ambiguous"),
         {QStringLiteral("Plusieurs fichiers joints portent le même nom ; aucun n’est repris : %1."),
          QStringLiteral("Joignez les bons à la fiche, ou rangez ceux de chaque envoi dans un dossier à son "
                         "identifiant.")}},
        {QStringLiteral("submission.file_unsafe"),
         {QStringLiteral("Un nom de fichier désigne un autre endroit ; rien n’est lu sous ce nom : %1."),
          QStringLiteral("Corrigez la cellule par le nom du fichier seul.")}},
        {QStringLiteral("submission.file_too_large"),
         {QStringLiteral("Des fichiers dépassent 50 Mo et ne sont pas joints : %1."),
          QStringLiteral("Réduisez-les ou découpez-les, puis joignez-les à la fiche.")}},
        {QStringLiteral("submission.file_refused"),
         {QStringLiteral(
              "« %1 » n’est ni une photo lisible, ni un PDF, ni un son, ni un texte ; il n’est pas "
              "joint."),
          QStringLiteral("Convertissez-le dans un de ces formats (photo : JPEG ou PNG), puis joignez-le à la "
                         "fiche.")}},
        {QStringLiteral("submission.file_damaged"),
         {QStringLiteral("« %1 » ne peut pas être lu ; il n’est pas joint."),
          QStringLiteral("Téléchargez de nouveau les fichiers joints, puis importez encore.")}},
        {QStringLiteral("submission.not_in_version"),
         {QStringLiteral("La fiche est sur la version %2 du questionnaire, qui n’a pas ces questions : %1."),
          QStringLiteral("Amenez la fiche à la version en vigueur, puis importez de nouveau.")}},
        {QStringLiteral("submission.kept"),
         {QStringLiteral("« %1 » garde la réponse de l’étude (« %2 »), plus récente ou corrigée ici."),
          QStringLiteral("Si l’envoi a raison, modifiez la réponse dans la saisie.")}},
        {QStringLiteral("submission.row_removed"),
         {QStringLiteral("Une ligne de « %1 » a été supprimée dans l’étude ; l’envoi ne la rétablit pas."),
          QStringLiteral("Annulez sa suppression si elle doit revenir.")}},
        {QStringLiteral("submission.constraint"),
         {QStringLiteral(
              "« %2 » ne respecte pas la condition de « %1 » (%3) ; la réponse est reprise telle quelle."),
          QStringLiteral("Vérifiez-la dans la saisie, qui la signale.")}}};
    return table;
}

} // namespace workflow::messages
