#include "report/docx/block_writer.h"
#include "report/words.h"

#include <algorithm>

// Contents and lists of captions: fields whose results are already there, so that no reader is asked
// whether to update them.
namespace report::docx {

// Where the styles put page numbers: the text width of an upright A4 page with the usual margins.
constexpr qint64 contentsTab = 9411;

void BlockWriter::write(const Contents& contents)
{
    static constexpr const char* ids[] = {"TOC1", "TOC2", "TOC3", "TOC4"};
    const int depth = std::clamp(contents.depth, 1, 4);
    QString open = u" TOC \\o \"1-%1\" \\h \\z "_qs.arg(depth);
    bool any = false;
    for (const Heading* heading : m_outline.headings()) {
        if (!heading->inContents || heading->level > depth) continue;
        if (any) closeParagraph();
        contentsLine(ids[std::clamp(heading->level, 1, 4) - 1], heading->anchor, heading->number,
                     heading->text, open);
        open.clear();
        any = true;
    }
    if (!any) return;
    m_inline.fieldEnd();
    closeParagraph();
}

void BlockWriter::write(const ListOf& list)
{
    QString open = u" TOC \\h \\z \\c \"%1\" "_qs.arg(captionName(list.kind, m_document.language));
    bool any = false;
    for (const Caption* caption : m_outline.captions()) {
        if (caption->kind != list.kind) continue;
        if (any) closeParagraph();
        contentsLine("TableofFigures", caption->code, {}, captionText(*caption, m_document.language), open);
        open.clear();
        any = true;
    }
    if (!any) return;
    m_inline.fieldEnd();
    closeParagraph();
}

// Leaves the paragraph open: the last one also closes the field.
void BlockWriter::contentsLine(std::string_view style, const QString& anchor, const QString& number,
                               const QString& text, QStringView openField)
{
    m_xml.raw("<w:p><w:pPr><w:pStyle w:val=\"").raw(style).raw("\"/>");
    if (m_breakPending) m_xml.raw("<w:pageBreakBefore/>");
    m_breakPending = false;
    const qint64 right = twips(m_place.widthMm);
    if (right != contentsTab) {
        m_xml.raw("<w:tabs><w:tab w:val=\"clear\"").attribute("w:pos", contentsTab);
        m_xml.raw("/><w:tab w:val=\"right\" w:leader=\"dot\"").attribute("w:pos", right).raw("/></w:tabs>");
    }
    m_xml.raw("</w:pPr>");
    if (!openField.isEmpty()) m_inline.fieldBegin(openField);
    const QString bookmark = m_outline.bookmark(anchor);
    if (!bookmark.isEmpty())
        m_xml.raw("<w:hyperlink").attribute("w:anchor", bookmark).raw(" w:history=\"1\">");
    if (!number.isEmpty()) {
        m_inline.write(number);
        m_inline.tab();
    }
    m_inline.write(QString(text).replace(u'\n', u' '));
    m_inline.tab();
    m_inline.pageReference(anchor);
    if (!bookmark.isEmpty()) m_xml.raw("</w:hyperlink>");
}

} // namespace report::docx
