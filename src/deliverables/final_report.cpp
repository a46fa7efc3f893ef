#include "deliverables/chapters.h"
#include "deliverables/cover.h"
#include "deliverables/front_matter.h"
#include "deliverables/reports.h"

namespace deliverables {

using namespace report;

Document finalReport(const Reader& reader, bool preliminary)
{
    const Version version{preliminary};
    const QString title = preliminary ? u"Rapport préliminaire"_qs : u"Rapport final"_qs;
    const QString head = (preliminary ? u"L2 – "_qs : u"L3 – "_qs) + title;
    Document document = blankDocument(reader, title);
    if (preliminary) document.watermark = u"Version préliminaire pour commentaires"_qs;
    document.sections.push_back(coverSection(
        reader, title, preliminary ? u"Livrable 2, pour révision et approbation"_qs : u"Livrable 3"_qs,
        preliminary ? u"Version préliminaire pour commentaires"_qs : QString()));
    document.sections.push_back(frontSection(reader, head, true));
    Pen pen(reader);
    Chapter chapter(pen, u"l3"_qs); // both versions share the consultant's texts
    writeSummary(chapter, version);
    writeProject(chapter, version);
    writeMethod(chapter, version);
    writeResults(chapter, version);
    writeConclusions(chapter, version);
    Section body = plainSection(reader, head);
    body.blocks = pen.take();
    body.restartNumbering = true;
    body.lineNumbers = preliminary;
    body.part = QStringLiteral("body");
    document.sections.push_back(std::move(body));
    for (Section& section : annexSections(reader, version))
        document.sections.push_back(std::move(section));
    return document;
}

} // namespace deliverables
