#include "deliverables/chapters.h"

namespace deliverables {

namespace {

constexpr int all = 100000;

void writeApproaches(Chapter& chapter)
{
    Pen& pen = chapter.pen();
    chapter.title(u"7"_qs, u"Approches, outils d’accompagnement et de suivi"_qs);
    figureApproaches(pen, u"F-05"_qs);
    tableTools(pen, u"T-11"_qs);
    chapter.guided(u"Pratiques remarquables : trois encadrés."_qs, 300);
}

void writeLinks(Chapter& chapter)
{
    Pen& pen = chapter.pen();
    chapter.title(u"8"_qs, u"Liens entre acteurs"_qs);
    missingNetwork(pen, u"F-06"_qs);
    tableCited(pen, u"T-12"_qs);
    tableLinkForms(pen, u"T-13"_qs);
    sentenceLinks(pen, u"P-03"_qs);
    chapter.guided(u"Lecture des liens ; liens absents."_qs, 300);
}

void writeProgrammes(Chapter& chapter)
{
    Pen& pen = chapter.pen();
    chapter.title(u"9"_qs, u"Programmes en cours ou projetés"_qs);
    tableProgrammes(pen, u"T-14"_qs, all);
    figureProgrammes(pen, u"F-07"_qs);
    chapter.guided(u"Commentaire : calendrier, complémentarités."_qs, 200);
}

void writeBalance(Chapter& chapter)
{
    Pen& pen = chapter.pen();
    chapter.title(u"10"_qs, u"Points forts, difficultés, attentes"_qs);
    figureStrengths(pen, u"F-08"_qs);
    figureDifficulties(pen, u"F-09"_qs);
    pen.missing(u"T-15"_qs,
                u"Les attentes envers l’OIM, l’État et les OSC restent à regrouper par le consultant."_qs);
    chapter.guided(u"Synthèse des points forts, des difficultés et des attentes."_qs, 400);
}

void writeIntervening(Chapter& chapter)
{
    Pen& pen = chapter.pen();
    chapter.title(u"11"_qs, u"OSC intervenant ou pouvant intervenir auprès des victimes de la traite"_qs);
    sentenceP04(pen);
    tableT16(pen, all);
    chapter.guided(u"Réserves : ce qui est déclaré, ce qui est vérifié."_qs, 250);
}

void writeProposed(Chapter& chapter)
{
    chapter.title(u"12"_qs, u"OSC proposées à l’analyse des capacités"_qs);
    tableT17(chapter.pen());
    chapter.guided(u"Motivation de la proposition ; décision de l’OIM et motifs."_qs, 250);
}

} // namespace

void writeMappingContent(Chapter& chapter)
{
    writeApproaches(chapter);
    writeLinks(chapter);
    writeProgrammes(chapter);
    writeBalance(chapter);
    writeIntervening(chapter);
    writeProposed(chapter);
}

} // namespace deliverables
