#include "workflow/messages/issue_table.h"

namespace workflow::messages {

const IssueTable& decideIssues()
{
    static const IssueTable table{
        {QStringLiteral("decide.syntax"),
         {QStringLiteral("Le problème n’est pas un document JSON valide (octet %1)."),
          QStringLiteral("Corrigez-le à cet endroit.")}},
        {QStringLiteral("decide.huge_number"),
         {QStringLiteral("Un nombre du problème est trop grand pour être lu."),
          QStringLiteral("Écrivez des nombres entre -1e12 et 1e12.")}},
        {QStringLiteral("decide.not_an_object"),
         {QStringLiteral("Le problème doit être un objet JSON."),
          QStringLiteral("Écrivez {\"method\": …, …}.")}},
        {QStringLiteral("decide.missing"),
         {QStringLiteral("Il manque « %1 »."), QStringLiteral("Ajoutez cet élément.")}},
        {QStringLiteral("decide.unknown_word"),
         {QStringLiteral("« %1 » vaut « %2 », qui n’est pas connu."),
          QStringLiteral("Choisissez parmi %3.")}},
        {QStringLiteral("decide.not_a_number"),
         {QStringLiteral("« %1 » n’est pas un nombre."),
          QStringLiteral("Écrivez-le sans guillemets, avec un point décimal.")}},
        {QStringLiteral("decide.out_of_range"),
         {QStringLiteral("« %1 » n’est pas entre %2 et %3."), QStringLiteral("Corrigez cette valeur.")}},
        {QStringLiteral("decide.not_whole"),
         {QStringLiteral("« %1 » n’est pas un nombre entier de %2 à %3."),
          QStringLiteral("Corrigez cette valeur.")}},
        {QStringLiteral("decide.not_a_list"),
         {QStringLiteral("« %1 » n’est pas un tableau."),
          QStringLiteral("Écrivez une liste entre crochets.")}},
        {QStringLiteral("decide.empty"),
         {QStringLiteral("« %1 » est vide."), QStringLiteral("Donnez au moins un élément.")}},
        {QStringLiteral("decide.wrong_length"),
         {QStringLiteral("« %1 » compte %3 éléments au lieu de %2."),
          QStringLiteral("Complétez la liste ou raccourcissez-la.")}},
        {QStringLiteral("decide.too_many"),
         {QStringLiteral("« %1 » compte trop d’éléments."), QStringLiteral("Donnez-en %2 au plus.")}},
        {QStringLiteral("decide.bad_type"),
         {QStringLiteral("« %1 » ne vaut ni 1 ni -1."),
          QStringLiteral("Écrivez 1 pour un avantage, -1 pour un coût.")}},
        {QStringLiteral("decide.cannot_normalise"),
         {QStringLiteral(
              "Le critère %2 de « %1 » ne peut pas être ramené à l’échelle « %3 » : il faudrait diviser "
              "par zéro."),
          QStringLiteral(
              "Choisissez une autre échelle (« minmax » convient toujours) ou retirez ce critère.")}},
        {QStringLiteral("decide.all_zero"),
         {QStringLiteral("« %1 » ne contient que des zéros."),
          QStringLiteral("Donnez au moins un poids plus grand que zéro.")}},
        {QStringLiteral("decide.negative"),
         {QStringLiteral(
              "« %1 » est négatif, ou un coût laissé sans échelle : la moyenne géométrique n’en a pas."),
          QStringLiteral("Choisissez une échelle (« normalization ») ou corrigez la valeur.")}},
        {QStringLiteral("decide.not_positive"),
         {QStringLiteral("« %1 » doit être plus grand que zéro."), QStringLiteral("Corrigez ce seuil.")}},
        {QStringLiteral("decide.p_below_q"),
         {QStringLiteral("« %1 » ne dépasse pas le seuil q du même critère."),
          QStringLiteral("Donnez un seuil p plus grand que q.")}},
        {QStringLiteral("decide.two_alternatives"),
         {QStringLiteral("« %1 » ne compte qu’une ligne : il n’y a rien à comparer."),
          QStringLiteral("Donnez au moins deux lignes.")}},
        {QStringLiteral("decide.bad_diagonal"),
         {QStringLiteral("« %1 » compare un critère à lui-même et ne vaut pas 1."),
          QStringLiteral("Écrivez 1.")}},
        {QStringLiteral("decide.bad_judgement"),
         {QStringLiteral("Les jugements « %1 » et « %2 » ne sont pas inverses l’un de l’autre."),
          QStringLiteral("Écrivez l’un comme 1 divisé par l’autre, tous deux plus grands que zéro.")}},
        {QStringLiteral("decide.unknown_law"),
         {QStringLiteral("« %1 » ne dit pas comment tirer les poids."),
          QStringLiteral(
              "Écrivez \"uniform\", ou un objet avec dirichlet, ordinal, ranges, relative ou samples.")}},
        {QStringLiteral("decide.not_an_order"),
         {QStringLiteral("« %1 » ne cite pas chacun des %2 critères une fois."),
          QStringLiteral("Rangez leurs numéros, à partir de 0, du plus important au moins important.")}},
        {QStringLiteral("decide.bad_interval"),
         {QStringLiteral("« %1 » a une borne basse au-dessus de la borne haute."),
          QStringLiteral("Échangez les bornes ou corrigez-les.")}},
        {QStringLiteral("decide.no_weights_between"),
         {QStringLiteral("Aucun jeu de poids de somme 1 ne tient dans « %1 »."),
          QStringLiteral("La somme des bornes basses ne doit pas dépasser 1, celle des bornes hautes doit "
                         "l’atteindre.")}},
        {QStringLiteral("decide.samples_differ"),
         {QStringLiteral("« %1 » demande des poids donnés (« samples »), en même nombre."),
          QStringLiteral("Donnez un jeu de poids pour chaque jeu de valeurs.")}},
        {QStringLiteral("decide.not_a_mark"),
         {QStringLiteral("« %1 » ne vaut ni vrai ni faux."), QStringLiteral("Écrivez true ou false.")}}};
    return table;
}

} // namespace workflow::messages
