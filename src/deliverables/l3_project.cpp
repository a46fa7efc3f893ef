#include "deliverables/chapters.h"
#include "report/typography.h"

namespace deliverables {

namespace {

void writeDates(Pen& pen)
{
    const disclosure::StudyInfo& info = pen.view().info();
    if (!info.start.isValid() || !info.end.isValid()) {
        pen.missing(u"F-10"_qs, u"Les dates de début et de fin de la mission ne sont pas fixées."_qs);
        return;
    }
    Grid grid;
    grid.header = {u"Étape"_qs, u"Échéance"_qs};
    grid.widths = {4, 2};
    grid.textColumns = 2;
    grid.rows = {{u"Ordre de service"_qs, report::frenchDate(info.start)},
                 {u"L1 – Rapport sur la cartographie"_qs, u"13 janvier 2015 au plus tard"_qs},
                 {u"L2 – Rapport préliminaire"_qs, u"avant le 16 février 2015"_qs},
                 {u"L3 – Rapport final"_qs, u"avant le 28 février 2015"_qs},
                 {u"Fin de la mission"_qs, report::frenchDate(info.end)}};
    pen.add({makeTable(grid)});
    const qint64 days = info.start.daysTo(info.end) + 1;
    pen.text(
        u"De l’ordre de service à la fin de la mission, %1 jours calendaires s’écoulent, bornes comprises."_qs
            .arg(report::frenchNumber(double(days))));
}

} // namespace

void writeProject(Chapter& chapter, Version)
{
    Pen& pen = chapter.pen();
    chapter.title(u"2"_qs, u"Présentation du projet"_qs);
    chapter.section(u"2.1"_qs, u"Contexte et projet"_qs);
    pen.text(pen.view().info().mission);
    chapter.guided(
        u"Contexte, repères chiffrés cités dans l’appel avec leur source et leur date, cadre légal à la date de remise."_qs,
        500);
    chapter.section(u"2.2"_qs, u"Objectif de l’étude"_qs);
    pen.text(u"L’étude a deux volets : une cartographie des acteurs qui peuvent aider les victimes de la "
             u"traite, et une analyse des "
             "capacités d’organisations présélectionnées, en vue du choix de trois partenaires."_qs);
    chapter.guided(u"Formulation de l’objectif, reprise du mandat."_qs, 120);
    chapter.section(u"2.3"_qs, u"Principales questions"_qs);
    tableQuestions(pen);
    chapter.guided(u"Sous-questions retenues."_qs, 150);
    chapter.section(u"2.4"_qs, u"Résultats attendus et résultats obtenus"_qs);
    tableResults(pen);
    chapter.guided(u"Réserves sur les résultats obtenus."_qs, 200);
    chapter.section(u"2.5"_qs, u"Processus de l’étude"_qs);
    writeDates(pen);
    pen.missing(u"F-10"_qs, u"La frise du prévu et du réel demande les dates de remise ; les jours suspendus "
                            u"(P-16) sont au chronogramme, "
                            "annexe A-16."_qs);
    chapter.guided(u"Faits marquants du processus."_qs, 250);
}

} // namespace deliverables
