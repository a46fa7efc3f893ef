#include "deliverables/chapters.h"

namespace deliverables {

namespace {

constexpr int all = 100000;

void writeMarks(Chapter& chapter)
{
    chapter.title(u"1"_qs, u"Repères de lecture"_qs);
    sentenceP01(chapter.pen());
    sentenceP02(chapter.pen());
    chapter.guided(u"Objet et limites de la cartographie."_qs, 150);
}

void writeCensus(Chapter& chapter)
{
    Pen& pen = chapter.pen();
    chapter.title(u"2"_qs, u"Méthode de recensement"_qs);
    tableT01(pen);
    funnel(pen, u"F-01"_qs);
    tableT02(pen);
    chapter.guided(u"Critères d’inclusion ; définition d’OSC et de protection sociale ; angles morts."_qs,
                   400);
}

void writeOverview(Chapter& chapter)
{
    Pen& pen = chapter.pen();
    chapter.title(u"3"_qs, u"Vue d’ensemble"_qs);
    tableCategoryStatus(pen, u"T-03"_qs);
    figureCreation(pen);
    figureScale(pen);
    tableT04(pen);
    tableListed(pen);
    chapter.guided(u"Commentaire de la vue d’ensemble."_qs, 200);
}

void writeRoles(Chapter& chapter)
{
    Pen& pen = chapter.pen();
    chapter.title(u"4"_qs, u"Rôles et prérogatives par catégorie"_qs);
    tablePrerogatives(pen, u"T-05"_qs);
    tableOversight(pen, u"T-06"_qs);
    chapter.guided(u"Une demi-page par catégorie : rôle, prérogatives, limites."_qs, 1500);
}

void writePeople(Chapter& chapter)
{
    Pen& pen = chapter.pen();
    chapter.title(u"5"_qs, u"Publics et domaines"_qs);
    tablePublics(pen);
    figureIrregular(pen);
    tableRefusals(pen);
    chapter.guided(u"Commentaire : publics accueillis, publics sans réponse."_qs, 300);
}

void writeServices(Chapter& chapter)
{
    Pen& pen = chapter.pen();
    chapter.title(u"6"_qs, u"Services : qui fait quoi, où"_qs);
    tableActorsServices(pen, u"T-09"_qs, all);
    for (int service = 0; service < 4; ++service)
        serviceMap(pen, u"C-0%1"_qs.arg(service + 1), service);
    statusMap(pen, u"C-05"_qs);
    tableT10(pen);
    chapter.guided(u"Lecture des vides et des doublons."_qs, 400);
}

} // namespace

void writeMappingOverview(Chapter& chapter)
{
    writeMarks(chapter);
    writeCensus(chapter);
    writeOverview(chapter);
    writeRoles(chapter);
    writePeople(chapter);
    writeServices(chapter);
}

} // namespace deliverables
