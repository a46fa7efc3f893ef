#include "deliverables/chapters.h"

namespace deliverables {

void writeConclusions(Chapter& chapter, Version version)
{
    Pen& pen = chapter.pen();
    chapter.title(u"5"_qs, u"Conclusions et recommandations"_qs);
    chapter.section(u"5.1"_qs, u"Conclusions"_qs);
    chapter.guided(u"Huit conclusions au plus, chacune liée à un résultat du chapitre 4."_qs, 700);
    const auto recommendations = [&](const QString& number, const QString& title, const QString& table,
                                     const QString& prompt, int words) {
        chapter.section(number, title);
        pen.missing(
            table,
            u"Aucune recommandation saisie : action, motif, responsable, échéance, coût, indicateur."_qs);
        chapter.guided(prompt, words);
    };
    recommendations(u"5.2"_qs, u"Recommandations à l’OIM"_qs, u"T-50"_qs, u"Recommandations à l’OIM."_qs,
                    700);
    recommendations(u"5.3"_qs, u"Recommandations au Gouvernement, en vue de la loi sur la traite"_qs,
                    u"T-51"_qs,
                    u"Recommandations par département ; état du projet de loi à la date de remise."_qs, 700);
    recommendations(u"5.4"_qs, u"Recommandations aux OSC et aux réseaux"_qs, u"T-52"_qs,
                    u"Recommandations aux OSC et aux réseaux."_qs, 350);
    chapter.section(u"5.5"_qs, u"Plan de renforcement des trois organisations"_qs);
    tableT53(pen);
    pen.missing(u"F-30"_qs,
                u"Le calendrier de douze mois sera tracé quand les échéances du plan seront convenues."_qs);
    tableT54(pen);
    chapter.guided(u"Modalités et coûts du plan de renforcement."_qs, 600);
    toDecide(pen, version, u"Quels appuis l’OIM peut-elle porter, et avec quel calendrier ?"_qs);
}

} // namespace deliverables
