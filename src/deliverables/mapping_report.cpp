#include "deliverables/chapters.h"
#include "deliverables/cover.h"
#include "deliverables/fiches.h"
#include "deliverables/front_matter.h"
#include "deliverables/grille.h"
#include "deliverables/reports.h"

namespace deliverables {

using namespace report;

namespace {

/// Beyond this, the grille and the cards are delivered beside the report, not inside it.
constexpr size_t insideLimit = 60;

Section partSection(const Reader& reader, const QString& title, const QString& anchor, const QString& text)
{
    Pen pen(reader);
    pen.heading(1, {}, title, anchor, true);
    pen.text(text);
    Section section = plainSection(reader, u"L1 – Rapport sur la cartographie"_qs);
    section.blocks = pen.take();
    section.part = QStringLiteral("annex");
    return section;
}

/// A part's headings go one level down under its title.
void lower(Section& section)
{
    for (Block& block : section.blocks)
        if (auto* heading = std::get_if<Heading>(&block.content)) ++heading->level;
}

void addParts(Document& document, const Reader& reader)
{
    const size_t n = reader.view().actors().size();
    const bool inside = n > 0 && n <= insideLimit;
    const QString beside = u"remise avec ce rapport, en fichier joint."_qs;
    document.sections.push_back(partSection(reader, u"Partie II. Grille"_qs, u"partie-2"_qs,
                                            inside   ? u"La grille complète suit."_qs
                                            : n == 0 ? u"Aucun acteur n’est encore recensé."_qs
                                                     : u"La grille complète est "_qs + beside));
    if (inside)
        for (Section& section : grilleSections(reader)) {
            lower(section);
            document.sections.push_back(std::move(section));
        }
    document.sections.push_back(partSection(
        reader, u"Partie III. Fiches par catégorie"_qs, u"partie-3"_qs,
        inside ? u"Chaque série s’ouvre par la synthèse de sa catégorie."_qs
        : n == 0
            ? u"Aucun acteur n’est encore recensé."_qs
            : u"Les synthèses de catégorie suivent ; les fiches sont remises avec ce rapport, en fichier joint."_qs));
    if (n == 0) return;
    for (Section& section : ficheSections(reader, inside)) {
        lower(section);
        section.restartNumbering = false;
        document.sections.push_back(std::move(section));
    }
}

} // namespace

Document mappingReport(const Reader& reader)
{
    const QString title = u"Rapport sur la cartographie"_qs;
    Document document = blankDocument(reader, title);
    document.sections.push_back(
        coverSection(reader, title, u"Livrable 1 : grille et fiches par catégorie"_qs, {}));
    document.sections.push_back(frontSection(reader, u"L1 – "_qs + title, false));
    Pen pen(reader);
    Chapter chapter(pen, u"l1"_qs);
    writeMappingOverview(chapter);
    writeMappingContent(chapter);
    Section body = plainSection(reader, u"L1 – "_qs + title);
    body.blocks = pen.take();
    body.restartNumbering = true;
    body.part = QStringLiteral("body");
    document.sections.push_back(std::move(body));
    addParts(document, reader);
    return document;
}

} // namespace deliverables
