#include "workflow/messages/issue_table.h"

namespace workflow::messages {

const IssueTable& importIssues()
{
    static const IssueTable table{
        {QStringLiteral("import.unknown_code"),
         {QStringLiteral(
              "La valeur « %1 » ne fait pas partie des codes de « %2 » ; elle n’a pas été reprise."),
          QStringLiteral("Complétez la correspondance (« values ») du fichier de correspondance.")}},
        {QStringLiteral("list.encoding_assumed"),
         {QStringLiteral("Le texte de la liste a été lu comme du %1."),
          QStringLiteral("Si des lettres accentuées sont fausses, enregistrez la liste en UTF-8, puis "
                         "importez-la de nouveau.")}},
        {QStringLiteral("list.foreign_places"),
         {QStringLiteral("%1 lieux n’appartiennent pas aux divisions de l’étude : %2."),
          QStringLiteral("Ils sont gardés tels quels, « selon la source ».")}},
        {QStringLiteral("list.placeholder_name"),
         {QStringLiteral("« %1 » ne ressemble pas à un nom d’organisation ; une fiche porte ce nom."),
          QStringLiteral("Supprimez-la s’il ne s’agit pas d’un acteur.")}},
        {QStringLiteral("hxl.no_tag_row"),
         {QStringLiteral("Aucune ligne d’étiquettes HXL ne figure dans les 25 premières lignes."),
          QStringLiteral("Ajoutez-la, ou importez avec un fichier de correspondance (--mapping).")}},
        {QStringLiteral("hxl.untagged_column"),
         {QStringLiteral(
              "La colonne « %1 » ne porte pas d’étiquette HXL ; elle est gardée « selon la source »."),
          QStringLiteral("Indiquez-en le sens dans un fichier de correspondance (--mapping).")}},
        {QStringLiteral("list.contact_ignored"),
         {QStringLiteral("La colonne « %1 » tient des coordonnées de personnes ; elle n’est pas reprise."),
          QStringLiteral("Pour la reprendre, citez-la dans un fichier de correspondance.")}},
        {QStringLiteral("list.no_organisation_column"),
         {QStringLiteral("Aucune colonne ne désigne l’organisation."),
          QStringLiteral(
              "Étiquetez-la #org+name, ou indiquez-la par id_nom_fr dans un fichier de correspondance.")}},
        {QStringLiteral("list.no_organisation"),
         {QStringLiteral("La ligne ne nomme aucune organisation."),
          QStringLiteral("Complétez-la dans la liste et importez à nouveau.")}},
        {QStringLiteral("list.extra_cells"),
         {QStringLiteral("La ligne a %1 cellules pour %2 colonnes ; les dernières ne sont pas reprises."),
          QStringLiteral("Vérifiez qu’elle n’est pas décalée.")}},
        {QStringLiteral("list.same_acronym"),
         {QStringLiteral("Le sigle « %1 » désigne plusieurs organisations : %2."),
          QStringLiteral("Vérifiez s’il s’agit de la même ; rien n’a été réuni.")}},
        {QStringLiteral("list.several_values"),
         {QStringLiteral("« %1 » porte plusieurs valeurs pour « %2 » ; la première est retenue, les autres "
                         "sont gardées « selon la source »."),
          QStringLiteral("Vérifiez la fiche.")}},
        {QStringLiteral("list.value_without_code"),
         {QStringLiteral("La valeur « %1 » de « %2 » n’a pas de code dans l’instrument ; elle est gardée « "
                         "selon la source »."),
          QStringLiteral("Ajoutez-la sous « values » dans le fichier de correspondance.")}},
        {QStringLiteral("mapping.not_json"),
         {QStringLiteral("Le fichier de correspondance n’est pas du JSON valide (octet %1)."),
          QStringLiteral("Comparez-le à l’exemple fourni (docs/formats).")}},
        {QStringLiteral("mapping.not_object"),
         {QStringLiteral("Le fichier de correspondance doit être un objet JSON."),
          QStringLiteral("Comparez-le à l’exemple fourni (docs/formats).")}},
        {QStringLiteral("mapping.empty"),
         {QStringLiteral("Le fichier de correspondance ne dit rien des colonnes ni des valeurs."),
          QStringLiteral("Remplissez « columns » ou « values ».")}},
        {QStringLiteral("mapping.unknown_key"),
         {QStringLiteral("La clé « %1 » du fichier de correspondance est inconnue ; elle est ignorée."),
          QStringLiteral("Clés admises : source, header_row, columns, values.")}},
        {QStringLiteral("mapping.wrong_type"),
         {QStringLiteral("« %1 » n’a pas la forme attendue dans le fichier de correspondance."),
          QStringLiteral("Comparez-le à l’exemple fourni (docs/formats).")}},
        {QStringLiteral("mapping.unknown_target"),
         {QStringLiteral("La colonne « %1 » est destinée à « %2 », qui n’existe pas."),
          QStringLiteral("Donnez le code d’une question, « type », « sector », « activity », « funder », « "
                         "place:adm1 », « fact:INTITULÉ » ou une chaîne vide.")}},
        {QStringLiteral("mapping.missing_column"),
         {QStringLiteral("La colonne « %1 » citée par la correspondance est absente de la liste."),
          QStringLiteral("Corrigez son intitulé, ou retirez-la de la correspondance.")}},
        {QStringLiteral("mapping.target_without_list"),
         {QStringLiteral("« %1 » n’est pas une question à choix : ses valeurs n’ont pas de codes."),
          QStringLiteral("Retirez-la de « values ».")}},
        {QStringLiteral("mapping.unknown_code"),
         {QStringLiteral("Le code « %1 » n’existe pas pour « %2 » (valeur « %3 »)."),
          QStringLiteral("Prenez un code de la liste de choix de l’instrument.")}}};
    return table;
}

} // namespace workflow::messages
