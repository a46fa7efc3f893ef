#include "deliverables/fiches.h"

#include "deliverables/cover.h"
#include "deliverables/words.h"

namespace deliverables {

using namespace report;
using disclosure::ActorView;

std::vector<Section> ficheSections(const Reader& reader, bool withCards)
{
    const bool single = reader.view().audience() == disclosure::Audience::Organisation;
    Pen pen(reader);
    int number = 0;
    for (const auto& [category, actors] : byCategory(reader.view())) {
        if (!single) writeCategorySheet(pen, category, actors, QString::number(++number));
        if (!withCards) continue;
        for (const ActorView* actor : actors)
            actor->institution ? writeInstitutionFiche(pen, *actor) : writeFiche(pen, *actor);
    }
    Section section = plainSection(reader, u"Fiches par catégorie"_qs);
    section.blocks = pen.take();
    section.restartNumbering = true;
    section.marginMm = 18;
    section.part = QStringLiteral("annex");
    if (section.blocks.empty())
        section.blocks.push_back(mutedBlock(u"Aucun acteur n’est encore recensé."_qs));
    return {std::move(section)};
}

Document fichesDocument(const Reader& reader)
{
    Document document = blankDocument(reader, u"Fiches par catégorie"_qs);
    const int n = static_cast<int>(reader.view().actors().size());
    document.sections.push_back(
        coverSection(reader, u"Fiches des acteurs"_qs,
                     n == 0 ? u"Aucun acteur recensé à ce jour"_qs
                            : counted(n, u"acteur"_qs, u"acteurs"_qs) + u", par catégorie"_qs,
                     {}));
    Section contents = plainSection(reader, u"Fiches par catégorie"_qs);
    contents.numbering = Numbering::Roman;
    contents.part = QStringLiteral("front");
    contents.blocks = {{Heading{1, {}, u"Sommaire"_qs, u"sommaire"_qs, false, false}}, {Contents{2}}};
    document.sections.push_back(std::move(contents));
    for (Section& section : ficheSections(reader))
        document.sections.push_back(std::move(section));
    return document;
}

} // namespace deliverables
