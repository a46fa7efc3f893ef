#include "report/docx_writer.h"

#include "report/docx/block_writer.h"
#include "report/docx/fixed_parts.h"
#include "report/docx/section_writer.h"
#include "report/docx/styles_part.h"
#include "tabular/zip.h"

namespace report {
namespace {

constexpr std::string_view documentHead =
    "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
    "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" "
    "xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" "
    "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "
    "xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><w:body>";

bool endsWithTable(const docx::Slice& slice)
{
    if (slice.first == slice.last) return false;
    const auto& block = slice.section->blocks[slice.last - 1].content;
    return std::holds_alternative<Table>(block) || std::holds_alternative<Frame>(block);
}

QByteArray documentPart(const Document& document, const PageMap& pages, docx::Parts& parts,
                        const base::Progress& progress)
{
    const docx::Outline outline(document, pages);
    docx::Xml xml;
    xml.raw(docx::xmlHead).raw(documentHead);
    docx::BlockWriter blocks(xml, parts, outline, document, progress);
    const std::vector<docx::Slice> slices = docx::slices(document);
    for (std::size_t i = 0; i < slices.size(); ++i) {
        const docx::Slice& slice = slices[i];
        base::advance(progress, u"docx"_qs, static_cast<int>(i), static_cast<int>(slices.size()));
        blocks.writePage(slice.section->blocks, slice.first, slice.last, docx::textWidthMm(*slice.section));
        const bool last = i + 1 == slices.size();
        const bool mark = !last || endsWithTable(slice); // the body cannot end with a table
        if (mark) xml.raw("<w:p><w:pPr><w:pStyle w:val=\"Spacer\"/>");
        if (last && mark) xml.raw("</w:pPr></w:p>");
        docx::writeSectionProperties(xml, parts, slice, document);
        if (!last) xml.raw("</w:pPr></w:p>");
    }
    return xml.raw("</w:body></w:document>").take();
}

} // namespace

QByteArray writeDocx(const Document& document, const PageMap& pages, const FigureRenderer& figures,
                     const base::Progress& progress)
{
    docx::Parts parts(figures);
    QByteArray body = documentPart(document, pages, parts, progress);
    tabular::ZipWriter zip;
    zip.add(u"[Content_Types].xml"_qs, docx::contentTypesPart(parts.overrides()));
    zip.add(u"_rels/.rels"_qs, docx::packageRelationsPart());
    zip.add(u"word/document.xml"_qs, body);
    body.clear();
    zip.add(u"word/styles.xml"_qs, docx::stylesPart(document.language));
    zip.add(u"word/settings.xml"_qs, docx::settingsPart(document.language));
    zip.add(u"word/fontTable.xml"_qs, docx::fontTablePart());
    zip.add(u"word/numbering.xml"_qs, docx::numberingPart(parts.orderedLists()));
    parts.writeTo(zip);
    zip.add(u"docProps/core.xml"_qs, docx::corePropertiesPart(document));
    zip.add(u"docProps/app.xml"_qs, docx::applicationPropertiesPart());
    base::advance(progress, u"docx"_qs, 1, 1);
    return zip.finish();
}

} // namespace report
