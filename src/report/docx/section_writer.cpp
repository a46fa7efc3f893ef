#include "report/docx/section_writer.h"

#include "report/docx/inline_writer.h"
#include "report/words.h"

#include <algorithm>

namespace report::docx {
namespace {

// From the edge of the text to the far side of the running head or foot.
constexpr double marginTextMm = 8.65;

struct Size
{
    double width, height;
};

Size pageSize(const Section& section)
{
    const Size upright = section.paper == Paper::A3 ? Size{297, 420} : Size{210, 297};
    return section.landscape ? Size{upright.height, upright.width} : upright;
}

QString chapterName(const Heading& heading)
{
    return heading.number.isEmpty() ? heading.text : heading.number + u' ' + heading.text;
}

const Heading* chapterStart(const Block& block)
{
    const auto* heading = std::get_if<Heading>(&block.content);
    return heading && heading->level == 1 ? heading : nullptr;
}

// The running head keeps to one line: about 0.62 character per millimetre at its size.
QString fitting(const QString& text, const QString& beside, double widthMm)
{
    const auto room = static_cast<qsizetype>(widthMm * 0.62) - beside.size() - 4;
    return text.size() <= room ? text : text.left(std::max<qsizetype>(room - 1, 8)).trimmed() + u'…';
}

void marginText(Xml& xml, const QString& text)
{
    for (const Run& run : runs(text)) {
        xml.raw(run.language == u"ar" ? "<w:r><w:rPr><w:rtl/><w:lang w:bidi=\"ar-MA\"/></w:rPr>" : "<w:r>");
        writeCharacters(xml, run.text);
        xml.raw("</w:r>");
    }
}

void marginParagraph(Xml& xml, const char* style, double widthMm)
{
    xml.raw("<w:p><w:pPr><w:pStyle w:val=\"").raw(style).raw("\"/><w:tabs><w:tab w:val=\"right\"");
    xml.attribute("w:pos", twips(widthMm)).raw("/></w:tabs></w:pPr>");
}

// Letters keep their shape: each is about 0.68 of the height in width.
void watermark(Xml& xml, const QString& text, const Size& page)
{
    const double width = std::min(page.width, page.height) * 0.95;
    const double height = std::clamp(width / (0.68 * static_cast<double>(text.size())), 8.0, 40.0);
    xml.raw(
        "<w:r><w:pict><v:shapetype id=\"_x0000_t136\" coordsize=\"21600,21600\" o:spt=\"136\" adj=\"10800\" "
        "path=\"m@7,l@8,m@5,21600l@6,21600e\"><v:formulas><v:f eqn=\"sum #0 0 10800\"/>"
        "<v:f eqn=\"prod #0 2 1\"/><v:f eqn=\"sum 21600 0 @1\"/><v:f eqn=\"sum 0 0 @2\"/>"
        "<v:f eqn=\"sum 21600 0 @3\"/><v:f eqn=\"if @0 @3 0\"/><v:f eqn=\"if @0 21600 @1\"/>"
        "<v:f eqn=\"if @0 0 @2\"/><v:f eqn=\"if @0 @4 21600\"/></v:formulas>"
        "<v:path textpathok=\"t\" o:connecttype=\"rect\"/><v:textpath on=\"t\" fitshape=\"t\"/>"
        "<o:lock v:ext=\"edit\" text=\"t\" shapetype=\"t\"/></v:shapetype>"
        "<v:shape id=\"Filigrane\" o:spid=\"_x0000_s2049\" type=\"#_x0000_t136\" alt=\"\" "
        "style=\"position:absolute;"
        "margin-left:0;margin-top:0;width:");
    xml.number(std::llround(width * 72 / 25.4)).raw("pt;height:").number(std::llround(height * 72 / 25.4));
    xml.raw(
        "pt;rotation:315;z-index:-251658752;mso-position-horizontal:center;mso-position-horizontal-relative:"
        "margin;mso-position-vertical:center;mso-position-vertical-relative:margin\" o:allowincell=\"f\" "
        "fillcolor=\"#D7DBDF\" stroked=\"f\"><v:fill opacity=\".5\"/><v:textpath");
    xml.attribute("style", u"font-family:\"Noto Sans\";font-size:1pt;font-weight:bold")
        .attribute("string", text);
    xml.raw("/></v:shape></w:pict></w:r>");
}

constexpr std::string_view marginNamespaces = " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/"
                                              "2006/main\" xmlns:v=\"urn:schemas-microsoft-com:vml\" "
                                              "xmlns:o=\"urn:schemas-microsoft-com:office:office\">";

QByteArray header(const Slice& slice, const Document& document)
{
    const Section& section = *slice.section;
    const double width = textWidthMm(section);
    const bool shown = section.showHeader && !(section.header.isEmpty() && slice.chapter.isEmpty());
    Xml xml;
    xml.raw(xmlHead).raw("<w:hdr").raw(marginNamespaces);
    if (shown) {
        marginParagraph(xml, "Header", width);
    } else {
        xml.raw("<w:p><w:pPr><w:pStyle w:val=\"Spacer\"/></w:pPr>");
    }
    if (!document.watermark.isEmpty()) watermark(xml, document.watermark, pageSize(section));
    if (shown) {
        marginText(xml, section.header);
        xml.raw("<w:r><w:tab/></w:r>");
        marginText(xml, fitting(slice.chapter, section.header, width));
    }
    return xml.raw("</w:p></w:hdr>").take();
}

void pageNumber(Xml& xml, Numbering numbering)
{
    if (numbering == Numbering::None) return;
    xml.raw("<w:r><w:tab/></w:r>");
    if (numbering == Numbering::Annex) xml.raw("<w:r><w:t>").text(annexPrefix).raw("</w:t></w:r>");
    xml.raw("<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> PAGE "
            "</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>");
    xml.raw(numbering == Numbering::Roman ? "i" : "1");
    xml.raw("</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>");
}

QByteArray footer(const Section& section)
{
    Xml xml;
    xml.raw(xmlHead).raw("<w:ftr").raw(marginNamespaces);
    marginParagraph(xml, "Footer", textWidthMm(section));
    marginText(xml, section.footer);
    pageNumber(xml, section.numbering);
    return xml.raw("</w:p></w:ftr>").take();
}

void pageNumbering(Xml& xml, const Slice& slice)
{
    if (slice.section->numbering == Numbering::None && !slice.restart) return;
    xml.raw("<w:pgNumType w:fmt=\"");
    xml.raw(slice.section->numbering == Numbering::Roman ? "lowerRoman" : "decimal");
    xml.raw(slice.restart ? "\" w:start=\"1\"/>" : "\"/>");
}

} // namespace

double textWidthMm(const Section& section)
{
    return std::max(pageSize(section).width - 2 * section.marginMm, 20.0);
}

std::vector<Slice> slices(const Document& document)
{
    static const Section empty;
    if (document.sections.empty()) return {Slice{&empty, 0, 0, {}, false}};
    std::vector<Slice> made;
    QString part, chapter;
    for (const Section& section : document.sections) {
        if (section.part != part) chapter.clear();
        part = section.part;
        Slice slice{&section, 0, 0, chapter, section.restartNumbering};
        bool named = false;
        for (std::size_t i = 0; i < section.blocks.size(); ++i) {
            const Heading* heading = chapterStart(section.blocks[i]);
            if (!heading) continue;
            if (heading->newPage && i > 0 && section.showHeader) {
                slice.last = i;
                made.push_back(slice);
                slice = {&section, i, 0, {}, false};
                named = false;
            }
            if (!named) slice.chapter = chapterName(*heading);
            named = true;
            chapter = chapterName(*heading);
        }
        slice.last = section.blocks.size();
        made.push_back(slice);
    }
    return made;
}

void writeSectionProperties(Xml& xml, Parts& parts, const Slice& slice, const Document& document)
{
    const Section& section = *slice.section;
    const Size size = pageSize(section);
    const qint64 margin = twips(section.marginMm);
    const qint64 edge = twips(std::max(section.marginMm - marginTextMm, 5.0));
    xml.raw("<w:sectPr><w:headerReference w:type=\"default\"");
    xml.attribute("r:id", parts.margin(Parts::Margin::Header, header(slice, document)));
    xml.raw("/><w:footerReference w:type=\"default\"");
    xml.attribute("r:id", parts.margin(Parts::Margin::Footer, footer(section))).raw("/><w:pgSz");
    xml.attribute("w:w", twips(size.width)).attribute("w:h", twips(size.height));
    xml.raw(section.landscape ? " w:orient=\"landscape\"/>" : "/>")
        .raw("<w:pgMar")
        .attribute("w:top", margin);
    xml.attribute("w:right", margin).attribute("w:bottom", margin).attribute("w:left", margin);
    xml.attribute("w:header", edge).attribute("w:footer", edge).raw(" w:gutter=\"0\"/>");
    if (section.lineNumbers)
        xml.raw("<w:lnNumType w:countBy=\"5\" w:distance=\"227\" w:restart=\"newPage\"/>");
    pageNumbering(xml, slice);
    xml.raw("</w:sectPr>");
}

} // namespace report::docx
