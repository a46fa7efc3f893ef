#include "deliverables/chapters.h"

namespace deliverables {

namespace {

constexpr int bodyRows = 20; ///< the body keeps what a reader needs; the rest is in the annexes

void writeActors(Chapter& chapter)
{
    Pen& pen = chapter.pen();
    chapter.section(u"4.1"_qs, u"Acteurs recensés"_qs);
    sentenceP20(pen);
    tableCategoryStatus(pen, u"T-30"_qs);
    figureCategories(pen, u"F-20"_qs);
    tableListed(pen);
    chapter.guided(u"Lecture : qui agit, qui manque."_qs, 400);
    chapter.section(u"4.2"_qs, u"Rôle, statut et prérogatives par catégorie"_qs);
    sentenceP21(pen);
    tablePrerogatives(pen, u"T-31"_qs);
    tableOversight(pen, u"T-32"_qs);
    chapter.guided(u"Une analyse par catégorie : rôle, statut, prérogatives, limites."_qs, 1200);
}

void writeCoverage(Chapter& chapter)
{
    Pen& pen = chapter.pen();
    chapter.section(u"4.3"_qs, u"Couverture et offre des quatre services"_qs);
    sentenceP22(pen);
    for (int service = 0; service < 4; ++service)
        serviceMap(pen, u"C-1%1"_qs.arg(service), service);
    tableActorsServices(pen, u"T-33"_qs, bodyRows);
    tableServicesRegions(pen, u"T-34"_qs);
    chapter.guided(u"Parcours type d’une victime et ruptures."_qs, 700);
    chapter.section(u"4.4"_qs, u"Programmes en cours et projetés"_qs);
    sentenceP23(pen);
    tableProgrammes(pen, u"T-35"_qs, bodyRows);
    figureProgrammes(pen, u"F-21"_qs);
    chapter.guided(u"Complémentarités avec le projet."_qs, 500);
}

void writeWays(Chapter& chapter)
{
    Pen& pen = chapter.pen();
    chapter.section(u"4.5"_qs, u"Approches, outils d’accompagnement et de suivi"_qs);
    figureApproaches(pen, u"F-22"_qs);
    tablePractices(pen);
    chapter.guided(u"Pratiques à diffuser."_qs, 600);
    chapter.section(u"4.6"_qs, u"Liens, coordination, mise en réseau"_qs);
    missingNetwork(pen, u"F-23"_qs);
    tableCited(pen, u"T-37"_qs);
    tableLinkForms(pen, u"T-37b"_qs);
    sentenceLinks(pen, u"P-24"_qs);
    chapter.guided(u"Rôle possible de chaque type d’acteur."_qs, 600);
    chapter.section(u"4.7"_qs, u"Réussites, difficultés, limites, besoins, attentes"_qs);
    figureStrengths(pen, u"F-24"_qs);
    figureDifficulties(pen, u"F-25"_qs);
    pen.missing(u"T-38"_qs, u"Les attentes croisées restent à regrouper par le consultant."_qs);
    chapter.guided(u"Synthèse ; citations autorisées, par rôle."_qs, 700);
}

void writeCapacities(Chapter& chapter)
{
    Pen& pen = chapter.pen();
    chapter.section(u"4.8"_qs, u"Capacités institutionnelles et organisationnelles"_qs);
    sentenceDimensions(pen);
    tableT39(pen);
    figureF26(pen);
    tableT40(pen);
    chapter.guided(u"Explications et contre-exemples."_qs, 900);
}

void writeChoice(Chapter& chapter, Version version)
{
    Pen& pen = chapter.pen();
    chapter.section(u"4.9"_qs, u"Comparaison des OSC présélectionnées et choix de trois"_qs);
    sentenceP04(pen);
    tableT41(pen);
    figureF27(pen);
    sentenceTrio(pen, version.preliminary);
    tableT42(pen, version.preliminary);
    pen.missing(u"F-28"_qs, u"La robustesse du trio (tirages de poids, P-25) accompagnera l’annexe A-13."_qs);
    tableT43(pen);
    toDecide(pen, version,
             u"Lequel des trois scénarios l’OIM retient-elle, avec quelles conditions à lever ?"_qs);
    chapter.guided(version.preliminary
                       ? u"Argumentation des trois scénarios."_qs
                       : u"Argumentation du choix ; avis de l’OIM, avec renvoi au procès-verbal."_qs,
                   800);
    chapter.section(u"4.10"_qs, u"Besoins de formation et changements de pratiques"_qs);
    tableT44(pen);
    figureF29(pen);
    chapter.guided(u"Contenus de formation ajustés."_qs, 400);
}

} // namespace

void writeResults(Chapter& chapter, Version version)
{
    chapter.title(u"4"_qs, u"Résultats de l’étude"_qs);
    writeActors(chapter);
    writeCoverage(chapter);
    writeWays(chapter);
    writeCapacities(chapter);
    writeChoice(chapter, version);
}

} // namespace deliverables
