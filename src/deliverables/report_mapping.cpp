#include "deliverables/cover.h"
#include "deliverables/fiches.h"
#include "deliverables/grille.h"
#include "deliverables/report_items.h"
#include "deliverables/report_outline.h"
#include "deliverables/reports.h"

namespace deliverables {

using Item = void (*)(Pen&, const QString&);

namespace {

/// Runs items one after the other under one heading.
std::function<void(Pen&)> all(std::vector<std::pair<Item, QString>> list)
{
    return [list = std::move(list)](Pen& pen) {
        for (const auto& [item, code] : list)
            item(pen, code);
    };
}

std::function<void(Pen&)> ranking(const QString& code, const QString& title, const QString& question)
{
    return [=](Pen& pen) { items::ranked(pen, code, title, question); };
}

void serviceMaps(Pen& pen)
{
    items::actorsByServices(pen, QStringLiteral("T-09"), 0);
    for (int s = 0; s < 4; ++s)
        items::serviceMap(pen, QStringLiteral("C-0%1").arg(s + 1), s);
    items::interventionMap(pen, QStringLiteral("C-05"));
    items::servicesByRegions(pen, QStringLiteral("T-10"));
}

void strengths(Pen& pen)
{
    ranking(QStringLiteral("F-08"), QStringLiteral("Points forts les plus cités"),
            QStringLiteral("bil_forces"))(pen);
    if (pen.reader().toPublic())
        pen.missing(QStringLiteral("F-09"),
                    QStringLiteral("cette réponse n’est pas diffusée dans ce tirage."));
    else
        ranking(QStringLiteral("F-09"), QStringLiteral("Difficultés les plus citées"),
                QStringLiteral("bil_difficultes"))(pen);
}

} // namespace

const Chapters& mappingChapters()
{
    using namespace items;
    static const Chapters chapters{
        {1, QStringLiteral("1"), QStringLiteral("Repères de lecture"),
         QStringLiteral("Objet et limites du recensement"), 150,
         [](Pen& pen) {
             censusSentence(pen);
             collectionPeriod(pen);
         }},
        {1, QStringLiteral("2"), QStringLiteral("Méthode de recensement"),
         QStringLiteral("Critères d’inclusion ; définition d’OSC et de protection sociale ; angles morts"),
         400, all({{sources, QStringLiteral("T-01")}})},
        {1, QStringLiteral("3"), QStringLiteral("Vue d’ensemble"),
         QStringLiteral("Commentaire de la vue d’ensemble"), 200,
         all({{byCategoryAndStatus, QStringLiteral("T-03")},
              {foundations, QStringLiteral("F-02")},
              {scales, QStringLiteral("F-03")}})},
        {1, QStringLiteral("4"), QStringLiteral("Rôles et prérogatives par catégorie"),
         QStringLiteral("Une demi-page par catégorie"), 900,
         all({{prerogatives, QStringLiteral("T-05")}, {oversight, QStringLiteral("T-06")}})},
        {1, QStringLiteral("5"), QStringLiteral("Publics et domaines"),
         QStringLiteral("Commentaire sur les publics et les domaines"), 250,
         all({{publics, QStringLiteral("T-07")}, {irregular, QStringLiteral("F-04")}})},
        {1, QStringLiteral("6"), QStringLiteral("Services : qui fait quoi, où"),
         QStringLiteral("Lecture des vides et des doublons"), 350, serviceMaps},
        {1, QStringLiteral("7"), QStringLiteral("Approches, outils d’accompagnement et de suivi"),
         QStringLiteral("Pratiques remarquables (trois encadrés)"), 300,
         all({{approaches, QStringLiteral("F-05")}, {tools, QStringLiteral("T-11")}})},
        {1, QStringLiteral("8"), QStringLiteral("Liens entre acteurs"),
         QStringLiteral("Lecture du réseau ; liens absents"), 250, nullptr},
        {1, QStringLiteral("9"), QStringLiteral("Programmes en cours ou projetés"),
         QStringLiteral("Commentaire sur les programmes"), 150, all({{programmes, QStringLiteral("T-14")}})},
        {1, QStringLiteral("10"), QStringLiteral("Points forts, difficultés, attentes"),
         QStringLiteral("Synthèse ; attentes envers l’OIM, l’État et les OSC, regroupées"), 300, strengths},
        {1, QStringLiteral("11"),
         QStringLiteral("OSC intervenant ou pouvant intervenir auprès des victimes de la traite"),
         QStringLiteral("Réserves"), 200,
         [](Pen& pen) {
             statusSentence(pen);
             items::intervening(pen, QStringLiteral("T-16"), 0);
         }},
        {1, QStringLiteral("12"), QStringLiteral("OSC proposées à l’analyse des capacités"),
         QStringLiteral("Motivation de la proposition"), 200, all({{preselection, QStringLiteral("T-17")}})}};
    return chapters;
}

report::Document mappingReport(const Reader& reader)
{
    const QString title = QStringLiteral("L1 – Rapport sur la cartographie");
    report::Document document = blankDocument(reader, title);
    addFrontPages(document, reader, title, QStringLiteral("Version 1"), {});
    report::Section body = plainSection(reader, title);
    body.restartNumbering = true;
    body.part = QStringLiteral("body");
    Pen pen(reader);
    writeChapters(pen, mappingChapters(), QStringLiteral("l1"));
    pen.heading(1, QString(), QStringLiteral("Partie II. Grille"), QStringLiteral("l1.grille"), true);
    pen.text(QStringLiteral("La grille complète (une ligne par acteur) est remise dans le fichier joint « "
                            "Grille », en PDF et en tableur."));
    pen.heading(1, QString(), QStringLiteral("Partie III. Fiches par catégorie"), QStringLiteral("l1.fiches"),
                true);
    pen.text(QStringLiteral("Les fiches, précédées d’une synthèse par catégorie, sont remises dans le "
                            "fichier joint « Fiches »."));
    body.blocks = pen.take();
    document.sections.push_back(std::move(body));
    return document;
}

} // namespace deliverables
