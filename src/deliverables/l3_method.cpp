#include "deliverables/chapters.h"

namespace deliverables {

namespace {

/// Places of the survey: regions only where an actor hides its shelter, hence regions for all.
void surveyMap(Pen& pen)
{
    const Reader& reader = pen.reader();
    const Tabulation table =
        countBy(reader, u"C-06"_qs, regionCodes(reader), bySeat(reader), false, isSurveyed);
    if (table.total.value == 0) {
        pen.missing(u"C-06"_qs, u"Aucun lieu d’enquête : aucun acteur n’a encore été enquêté."_qs);
        return;
    }
    report::AreaMap map;
    map.level = reader.view().info().division == cartography::Division::Regions1997
                    ? report::AreaMap::Level::Regions1997
                    : report::AreaMap::Level::Regions2015;
    map.classes = {{u"aucun"_qs, 0, false}, {u"1 à 9"_qs, 2, false}, {u"10 et plus"_qs, 4, false}};
    map.legendTitle = u"Acteurs enquêtés"_qs;
    for (qsizetype i = 0; i < table.rowCodes.size(); ++i) {
        const int n = table.rowTotals[size_t(i)].value;
        map.classOf.insert(table.rowCodes[i], n == 0 ? 0 : n < 10 ? 1 : 2);
        if (n > 0) map.labels.insert(table.rowCodes[i], QString::number(n));
    }
    pen.map(u"C-06"_qs, u"Acteurs enquêtés, par région du siège"_qs, map,
            u"Carte des acteurs enquêtés par région"_qs, {table.total.value, excludedNote(table)});
}

void writeSteps(Pen& pen)
{
    pen.list({u"Recenser : listes reçues, réseaux, boule de neige, documents."_qs,
              u"Décrire : formulaire court, grille et fiches."_qs,
              u"Présélectionner sur six critères, sans note."_qs,
              u"Visiter : formulaire complet, pièces, observations."_qs,
              u"Noter sur un modèle approuvé d’avance, avec ses incertitudes."_qs,
              u"Décider en concertation sur trois trios comparés."_qs},
             true);
}

} // namespace

void writeMethod(Chapter& chapter, Version version)
{
    Pen& pen = chapter.pen();
    chapter.title(u"3"_qs, u"Méthodologie"_qs);
    chapter.section(u"3.1"_qs, u"Approche et justification"_qs);
    writeSteps(pen);
    chapter.guided(u"Pourquoi cette méthode plutôt qu’une autre."_qs, 400);
    chapter.section(u"3.2"_qs, u"Périmètre et choix des organisations"_qs);
    funnel(pen, u"F-12"_qs);
    tableCriteria(pen);
    surveyMap(pen);
    chapter.guided(u"Écarts au plan de travail."_qs, 200);
    chapter.section(u"3.3"_qs, u"Outils conçus pour la collecte"_qs);
    tableInstruments(pen);
    chapter.guided(u"Mise à l’épreuve des outils : essais, corrections."_qs, 400);
    chapter.section(u"3.4"_qs, u"Collecte, vérification, éthique"_qs);
    tableSessions(pen);
    figureEvidence(pen);
    sentenceConsents(pen);
    chapter.guided(u"Protection des données ; incidents."_qs, 300);
    chapter.section(u"3.5"_qs, u"Modèle d’analyse et solidité"_qs);
    modelApproval(pen);
    tableModel(pen);
    pen.missing(u"F-14"_qs,
                u"L’analyse de sensibilité accompagnera l’analyse de robustesse, annexe A-13."_qs);
    chapter.guided(u"Discussion des poids avec l’OIM."_qs, 400);
    toDecide(
        pen, version,
        u"Les poids, les seuils et les règles éliminatoires du modèle sont-ils confirmés tels qu’approuvés ?"_qs);
    chapter.section(u"3.6"_qs, u"Limites et évaluation du processus"_qs);
    tablePlanned(pen);
    sentenceCompleteness(pen);
    chapter.guided(u"Bilan critique du processus."_qs, 300);
}

} // namespace deliverables
