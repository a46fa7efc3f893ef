#include "deliverables/chapters.h"

namespace deliverables {

void writeSummary(Chapter& chapter, Version version)
{
    Pen& pen = chapter.pen();
    chapter.title(u"1"_qs, u"Résumé exécutif"_qs);
    chapter.section(u"1.1"_qs, u"Résultats principaux et prioritaires"_qs);
    sentenceP20(pen);
    sentenceP22(pen);
    sentenceP04(pen);
    sentenceDimensions(pen);
    sentenceTrio(pen, version.preliminary);
    for (int i = 1; i <= 3; ++i)
        chapter.guided(u"Message principal n° %1."_qs.arg(i), 120, QString::number(i));
    chapter.section(u"1.2"_qs, u"Conclusions"_qs);
    chapter.guided(u"Reformulation des conclusions du chapitre 5.1."_qs, 200);
    chapter.section(u"1.3"_qs, u"Apprentissages"_qs);
    chapter.guided(u"Trois apprentissages sur la méthode et le secteur."_qs, 200);
    chapter.section(u"1.4"_qs, u"Recommandations les plus importantes"_qs);
    pen.missing(u"T-20"_qs, u"Aucune recommandation n’est encore marquée « majeure »."_qs);
    chapter.guided(u"Choix et ordre des cinq recommandations majeures, avec destinataire et échéance."_qs,
                   350);
    chapter.section(u"1.5"_qs, u"Les trois organisations en un coup d’œil"_qs);
    tableT21(pen);
    toDecide(
        pen, version,
        u"Le trio est une proposition : il sera arrêté en concertation, sur les trois scénarios du chapitre 4.9."_qs);
}

} // namespace deliverables
