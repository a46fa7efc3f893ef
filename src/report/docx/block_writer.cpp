#include "report/docx/block_writer.h"

#include "report/docx/styles_part.h"
#include "report/words.h"

#include <algorithm>

namespace report::docx {
namespace {

constexpr const char* headingIds[] = {"Heading1", "Heading2", "Heading3", "Heading4"};
constexpr const char* unlistedIds[] = {"Unlisted1", "Unlisted2", "Unlisted3", "Unlisted4"};

// Width of the number of a heading with the gap after it.
double numberWidthMm(const QString& number, double points)
{
    double ems = 0.5;
    for (const QChar c : number)
        ems += c == u'.' ? 0.3 : c.isDigit() ? 0.58 : 0.7;
    return ems * points * 25.4 / 72.0;
}

} // namespace

double gapAbove(const Block* block)
{
    if (!block) return 0;
    if (std::holds_alternative<Frame>(block->content)) return frameGap;
    const auto* table = std::get_if<Table>(&block->content);
    if (!table || table->rows.empty()) return 0;
    return table->look == Table::Look::Layout ? layoutGap : tableGap;
}

BlockWriter::BlockWriter(Xml& xml, Parts& parts, const Outline& outline, const Document& document,
                         const base::Progress& progress)
    : m_xml(xml), m_parts(parts), m_outline(outline), m_document(document), m_progress(progress),
      m_inline(xml, parts, outline, document.language)
{
}

void BlockWriter::writePage(const std::vector<Block>& blocks, std::size_t first, std::size_t last,
                            double widthMm)
{
    m_place = {};
    m_place.widthMm = widthMm;
    m_breakPending = false;
    m_top = true;
    write(blocks, first, last);
}

void BlockWriter::write(const std::vector<Block>& blocks, std::size_t first, std::size_t last)
{
    for (std::size_t i = first; i < last; ++i) {
        if (!m_place.inCell && ++m_written % 256 == 0) base::advance(m_progress, u"docx"_qs, m_written);
        const Block& block = blocks[i];
        const Block* const next = i + 1 < last ? &blocks[i + 1] : nullptr;
        breakBefore(block);
        m_gapBelow = gapAbove(next);
        if (std::holds_alternative<PageBreak>(block.content)) {
            m_breakPending = i > first && !m_place.inCell;
        } else if (const auto* heading = std::get_if<Heading>(&block.content)) {
            write(*heading, i == first);
        } else if (const auto* table = std::get_if<Table>(&block.content)) {
            write(*table, next);
        } else if (const auto* frame = std::get_if<Frame>(&block.content)) {
            write(*frame, next);
        } else if (const auto* placeholder = std::get_if<Placeholder>(&block.content)) {
            write(*placeholder, next);
        } else if (const auto* space = std::get_if<Space>(&block.content)) {
            if (space->mm > 0) spacer(space->mm * 72.0 / 25.4);
        } else if (std::holds_alternative<Rule>(block.content)) {
            openParagraph({.style = "Rule", .after = m_gapBelow});
            closeParagraph();
        } else {
            std::visit(
                [this](const auto& content) {
                    if constexpr (requires { this->write(content); }) this->write(content);
                },
                block.content);
        }
    }
}

// A table cannot carry the page break: a paragraph of no height does it.
void BlockWriter::breakBefore(const Block& block)
{
    const bool paragraphFollows =
        std::holds_alternative<Paragraph>(block.content) || std::holds_alternative<Heading>(block.content) ||
        std::holds_alternative<Caption>(block.content) || std::holds_alternative<PageBreak>(block.content);
    if (m_breakPending && !paragraphFollows) spacer(1);
}

void BlockWriter::openParagraph(const Shape& shape)
{
    m_xml.raw("<w:p>");
    paragraphProperties(shape);
}

void BlockWriter::paragraphProperties(const Shape& shape)
{
    m_xml.raw("<w:pPr><w:pStyle w:val=\"").raw(shape.style).raw("\"/>");
    if (shape.keepWithNext || m_place.keepWithNext) m_xml.raw("<w:keepNext/>");
    if (m_breakPending) m_xml.raw("<w:pageBreakBefore/>");
    m_top |= m_breakPending;
    m_breakPending = false;
    if (shape.list > 0) {
        m_xml.raw("<w:numPr><w:ilvl w:val=\"0\"/>").value("w:numId", shape.list).raw("</w:numPr>");
    }
    if (shape.hangingMm > 0) {
        m_xml.raw("<w:tabs><w:tab w:val=\"left\"")
            .attribute("w:pos", twips(shape.hangingMm))
            .raw("/></w:tabs>");
    }
    if (shape.rightToLeft) m_xml.raw("<w:bidi/>");
    spacing(shape);
    if (shape.hangingMm > 0) {
        m_xml.raw("<w:ind").attribute("w:left", twips(shape.hangingMm));
        m_xml.attribute("w:hanging", twips(shape.hangingMm)).raw("/>");
    }
    justification(shape);
    m_xml.raw("</w:pPr>");
}

void BlockWriter::spacing(const Shape& shape)
{
    const bool bare = shape.style.starts_with("Table") || shape.style == "Spacer"; // no white above anyway
    const bool top = m_top && !bare;
    m_top = false;
    if (!top && shape.after <= 0 && shape.exactLine <= 0) return;
    m_xml.raw("<w:spacing").raw(top ? " w:before=\"0\"" : "");
    if (shape.after > 0) m_xml.attribute("w:after", pointTwips(shape.after));
    if (shape.exactLine > 0)
        m_xml.attribute("w:line", pointTwips(shape.exactLine)).raw(" w:lineRule=\"exact\"");
    m_xml.raw("/>");
}

// In a right-to-left paragraph "left" is the leading side, the right one, and that is where Arabic goes
// whether the start or the end was asked for.
void BlockWriter::justification(const Shape& shape)
{
    const bool narrow = m_place.inCell && !m_place.framed;
    switch (shape.align) {
    case Align::Start:
        if (narrow || shape.rightToLeft) m_xml.raw("<w:jc w:val=\"left\"/>");
        break;
    case Align::Center:
        m_xml.raw("<w:jc w:val=\"center\"/>");
        break;
    case Align::End:
        m_xml.raw(shape.rightToLeft ? "<w:jc w:val=\"left\"/>" : "<w:jc w:val=\"right\"/>");
        break;
    case Align::Justify:
        m_xml.raw("<w:jc w:val=\"both\"/>");
        break;
    }
}

void BlockWriter::spacer(double points)
{
    openParagraph({.style = "Spacer", .exactLine = points});
    closeParagraph();
}

void BlockWriter::write(const Heading& heading, bool first)
{
    const int level = std::clamp(heading.level, 1, 4);
    const Runs text = runs(heading.text);
    Shape shape;
    shape.style = (heading.inContents ? headingIds : unlistedIds)[level - 1];
    shape.rightToLeft = isRightToLeft(text) && heading.number.isEmpty();
    if (!heading.number.isEmpty()) shape.hangingMm = numberWidthMm(heading.number, headingLook(level).size);
    m_breakPending |= heading.newPage && !first && !m_place.inCell;
    openParagraph(shape);
    m_inline.bookmarkBegin(heading.anchor);
    if (!heading.number.isEmpty()) {
        m_inline.write(heading.number);
        m_inline.tab();
    }
    m_inline.write(text, headingLook(level));
    m_inline.bookmarkEnd();
    closeParagraph();
}

void BlockWriter::write(const Paragraph& paragraph)
{
    Shape shape;
    shape.style = styleId(paragraph.style, m_place.framed, m_place.compact);
    shape.align = paragraph.align;
    shape.rightToLeft = isRightToLeft(paragraph.runs);
    shape.keepWithNext = paragraph.keepWithNext;
    shape.after = m_gapBelow;
    const TextLook base = m_place.compact ? compactLook(paragraph.style) : look(paragraph.style);
    openParagraph(shape);
    m_inline.write(paragraph.runs, base);
    closeParagraph();
}

void BlockWriter::write(const List& list)
{
    const int number = list.ordered ? m_parts.addOrderedList() : Parts::bulletList;
    for (const Runs& item : list.items) {
        Shape shape;
        if (&item == &list.items.back()) shape.after = m_gapBelow;
        shape.style = list.ordered ? "ListNumber" : "ListBullet";
        shape.list = list.ordered ? number : 0;
        shape.rightToLeft = isRightToLeft(item);
        openParagraph(shape);
        m_inline.write(item, look(Style::Body));
        closeParagraph();
    }
}

void BlockWriter::write(const Caption& caption)
{
    const QString name = captionName(caption.kind, m_document.language);
    openParagraph({.style = "Caption"});
    m_inline.bookmarkBegin(caption.code);
    m_inline.write(name + QChar(0xA0));
    m_inline.field(u" SEQ "_qs + name + u" \\* ARABIC "_qs, QString::number(caption.number));
    m_inline.bookmarkEnd();
    m_inline.write(u" – "_qs + caption.text);
    closeParagraph();
}

// The tag lets the text be read back into the study from a corrected document: the label stays out of it.
void BlockWriter::write(const Placeholder& placeholder, const Block* next)
{
    const bool empty = placeholder.paragraphs.empty();
    if (!empty) {
        openParagraph({.style = "ConsultantLabel"});
        m_inline.write(consultantLabel(m_document.language));
        closeParagraph();
        m_top = true; // the text follows its label closely
    }
    m_xml.raw("<w:sdt><w:sdtPr>").value("w:alias", placeholder.prompt.left(60));
    m_xml.value("w:tag", placeholder.id).value("w:id", 1000 + ++m_controls);
    m_xml.raw(empty ? "<w:showingPlcHdr/>" : "").raw("</w:sdtPr><w:sdtContent>");
    const auto put = [this](const char* style, const QString& text) {
        const Runs made = runs(text);
        openParagraph({.style = style, .rightToLeft = isRightToLeft(made), .after = m_gapBelow});
        m_inline.write(made, {});
        closeParagraph();
    };
    if (empty) put("Prompt", promptText(placeholder, m_document.language));
    for (const QString& text : placeholder.paragraphs)
        put("ConsultantText", text);
    m_xml.raw("</w:sdtContent></w:sdt>");
    const auto* follows = next ? std::get_if<Placeholder>(&next->content) : nullptr;
    if (follows && follows->paragraphs.empty() == empty) spacer(1); // Word joins the boxes of like paragraphs
}

void BlockWriter::write(const Figure& figure)
{
    const double scale = std::min(1.0, m_place.widthMm / std::max(figure.widthMm, 1.0));
    const double width = figure.widthMm * scale;
    const double height = figure.heightMm * scale;
    const QString relation = m_parts.image(figure.spec, width, height);
    if (relation.isEmpty()) return;
    openParagraph({.style = "Figure", .after = m_gapBelow});
    picture(figure, relation, width, height);
    closeParagraph();
}

void BlockWriter::picture(const Figure& figure, const QString& relation, double widthMm, double heightMm)
{
    const int id = m_parts.nextId();
    const QString name = u"Figure %1"_qs.arg(id);
    m_xml.raw("<w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent");
    m_xml.attribute("cx", emu(widthMm)).attribute("cy", emu(heightMm)).raw("/><wp:docPr").attribute("id", id);
    m_xml.attribute("name", name)
        .attribute("descr", figure.alternative.isEmpty() ? name : figure.alternative);
    m_xml
        .raw("/><wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect=\"1\"/></wp:cNvGraphicFramePr>"
             "<a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\">"
             "<pic:pic><pic:nvPicPr><pic:cNvPr")
        .attribute("id", id)
        .attribute("name", name);
    m_xml.raw("/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip").attribute("r:embed", relation);
    m_xml.raw("/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x=\"0\" "
              "y=\"0\"/><a:ext");
    m_xml.attribute("cx", emu(widthMm)).attribute("cy", emu(heightMm));
    m_xml.raw(
        "/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData>"
        "</a:graphic></wp:inline></w:drawing></w:r>");
}

} // namespace report::docx
