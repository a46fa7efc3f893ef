#include "report/docx/inline_writer.h"

#include "base/text.h"
#include "report/words.h"

namespace report::docx {
namespace {

bool hasArabic(QStringView text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) {
        return (c.unicode() >= 0x0590 && c.unicode() <= 0x08FF) ||
               (c.unicode() >= 0xFB1D && c.unicode() <= 0xFEFC);
    });
}

bool isAddress(const QString& link)
{
    return link.startsWith(u"https://") || link.startsWith(u"http://") || link.startsWith(u"mailto:");
}

const char* toneStyle(const QString& tone)
{
    if (tone == u"muted") return "Muted";
    if (tone == u"accent") return "Accent";
    if (tone == u"error") return "Error";
    if (tone == u"warning") return "Warning";
    if (tone == u"good") return "Good";
    return nullptr;
}

const char* characterStyle(const Run& run)
{
    if (const char* tone = toneStyle(run.tone)) return tone;
    if (isAddress(run.link)) return "Hyperlink";
    return run.link.isEmpty() ? nullptr : "InternalLink";
}

bool isBreak(QChar c)
{
    return c == u'\n' || c == u'\v' || c == QChar(0x2028) || c == QChar(0x2029);
}

void writeSegment(Xml& xml, QStringView text)
{
    if (text.isEmpty()) return;
    const bool edges = text.front().isSpace() || text.back().isSpace();
    xml.raw(edges ? "<w:t xml:space=\"preserve\">" : "<w:t>").text(text).raw("</w:t>");
}

} // namespace

bool isRightToLeft(const Runs& runs)
{
    for (const Run& run : runs) {
        for (const QChar c : run.text) {
            if (c.direction() == QChar::DirR || c.direction() == QChar::DirAL) return true;
            if (c.direction() == QChar::DirL) return false;
        }
    }
    return false;
}

void writeCharacters(Xml& xml, QStringView text)
{
    qsizetype start = 0;
    for (qsizetype at = 0; at <= text.size(); ++at) {
        const bool end = at == text.size();
        if (!end && !isBreak(text[at]) && text[at] != u'\t') continue;
        writeSegment(xml, text.mid(start, at - start));
        if (!end) xml.raw(text[at] == u'\t' ? "<w:tab/>" : "<w:br/>");
        start = at + 1;
    }
}

InlineWriter::InlineWriter(Xml& xml, Parts& parts, const Outline& outline, QString language)
    : m_xml(xml), m_parts(parts), m_outline(outline), m_language(std::move(language))
{
}

void InlineWriter::write(const Runs& runs, const TextLook& base)
{
    for (const Run& run : runs)
        writeRun(run, base);
}

void InlineWriter::write(const QString& text)
{
    Run run;
    run.text = text;
    writeText(run, {});
}

void InlineWriter::writeRun(const Run& run, const TextLook& base)
{
    const bool internal = run.link.startsWith(u'#');
    const QString bookmark = internal ? m_outline.bookmark(run.link.mid(1)) : QString();
    if (!bookmark.isEmpty()) {
        reference(run, base);
    } else if (isAddress(run.link)) {
        m_xml.raw("<w:hyperlink").attribute("r:id", m_parts.linkTo(run.link)).raw(" w:history=\"1\">");
        writeText(run, base);
        m_xml.raw("</w:hyperlink>");
    } else if (!run.link.isEmpty()) { // towards nothing: plain text
        Run plain = run;
        plain.link.clear();
        writeText(plain, base);
    } else {
        writeText(run, base);
    }
    if (!run.footnote.isEmpty()) footnote(run.footnote);
}

// A call of a caption by its very name follows renumbering in Word; other calls are links.
void InlineWriter::reference(const Run& run, const TextLook& base)
{
    const QString anchor = run.link.mid(1);
    const Caption* caption = m_outline.caption(anchor);
    if (caption && run.pageOf.isEmpty()) {
        const QString name = captionName(caption->kind, m_language) + u' ' + QString::number(caption->number);
        if (QString(run.text).replace(QChar(0xA0), u' ') == name) {
            field(u" REF "_qs + m_outline.bookmark(anchor) + u" \\h "_qs, run.text);
            return;
        }
    }
    m_xml.raw("<w:hyperlink").attribute("w:anchor", m_outline.bookmark(anchor)).raw(" w:history=\"1\">");
    writeText(run, base);
    m_xml.raw("</w:hyperlink>");
}

void InlineWriter::writeText(const Run& run, const TextLook& base)
{
    if (!run.pageOf.isEmpty()) {
        pageReference(run.pageOf);
    } else if (run.language == u"ar" || !hasArabic(run.text)) {
        stretch(run, run.text, run.language == u"ar", base);
    } else {
        for (const Run& part : runs(run.text))
            stretch(run, part.text, part.language == u"ar", base);
    }
}

void InlineWriter::stretch(const Run& run, QStringView text, bool arabic, const TextLook& base)
{
    if (text.isEmpty()) return;
    m_xml.raw("<w:r>");
    properties(run, arabic, base);
    writeCharacters(m_xml, text);
    m_xml.raw("</w:r>");
}

void InlineWriter::properties(const Run& run, bool arabic, const TextLook& base)
{
    const char* const style = characterStyle(run);
    const bool foreign = !run.language.isEmpty() && !arabic && !m_language.startsWith(run.language);
    if (!style && !run.bold && !run.italic && !run.small && !run.superscript && !arabic && !foreign) return;
    m_xml.raw("<w:rPr>");
    if (style) m_xml.raw("<w:rStyle w:val=\"").raw(style).raw("\"/>");
    if (run.bold) m_xml.raw("<w:b/><w:bCs/>");
    if (run.italic) m_xml.raw("<w:i/><w:iCs/>");
    if (run.small) {
        const qint64 size = halfPoints(base.size * smallScale);
        m_xml.value("w:sz", size).value("w:szCs", size);
    }
    if (run.superscript) m_xml.raw("<w:vertAlign w:val=\"superscript\"/>");
    if (arabic) m_xml.raw("<w:rtl/><w:lang w:bidi=\"ar-MA\"/>");
    if (foreign)
        m_xml.value("w:lang", run.language == u"en" ? QStringLiteral("en-GB") : QStringLiteral("fr-FR"));
    m_xml.raw("</w:rPr>");
}

void InlineWriter::footnote(const QString& text)
{
    Xml note;
    const Runs noteRuns = runs(text);
    note.raw("<w:p><w:pPr><w:pStyle w:val=\"FootnoteText\"/>")
        .raw(isRightToLeft(noteRuns) ? "<w:bidi/>" : "");
    note.raw("</w:pPr><w:r><w:rPr><w:rStyle w:val=\"FootnoteReference\"/></w:rPr><w:footnoteRef/></w:r>");
    note.raw("<w:r><w:t xml:space=\"preserve\"> </w:t></w:r>");
    InlineWriter(note, m_parts, m_outline, m_language).write(text);
    note.raw("</w:p>");
    const int number = m_parts.addFootnote(note.bytes());
    m_xml.raw("<w:r><w:rPr><w:rStyle w:val=\"FootnoteReference\"/></w:rPr><w:footnoteReference");
    m_xml.attribute("w:id", number).raw("/></w:r>");
}

void InlineWriter::fieldBegin(QStringView instruction)
{
    m_xml.raw("<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\">");
    m_xml.text(instruction).raw("</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>");
}

void InlineWriter::fieldEnd()
{
    m_xml.raw("<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>");
}

void InlineWriter::field(QStringView instruction, QStringView result)
{
    fieldBegin(instruction);
    m_xml.raw("<w:r>");
    writeCharacters(m_xml, result);
    m_xml.raw("</w:r>");
    fieldEnd();
}

// The prefix of annexes is no part of Word's page number: it stands before the field.
void InlineWriter::pageReference(const QString& anchor)
{
    const QString label = m_outline.pageLabel(anchor);
    const QString bookmark = m_outline.bookmark(anchor);
    const QStringView prefix(annexPrefix);
    const bool annex = label.startsWith(prefix);
    if (annex || bookmark.isEmpty()) {
        m_xml.raw("<w:r>");
        writeCharacters(m_xml, bookmark.isEmpty() ? QStringView(label) : prefix);
        m_xml.raw("</w:r>");
    }
    if (bookmark.isEmpty()) return;
    field(QStringLiteral(" PAGEREF ") + bookmark + QStringLiteral(" \\h "),
          QStringView(label).mid(annex ? prefix.size() : 0));
}

void InlineWriter::bookmarkBegin(const QString& anchor)
{
    const QString name = m_outline.bookmark(anchor);
    if (name.isEmpty() || m_marked.contains(name)) return;
    m_marked.insert(name);
    m_bookmark = m_parts.nextId();
    m_xml.raw("<w:bookmarkStart").attribute("w:id", m_bookmark).attribute("w:name", name).raw("/>");
}

void InlineWriter::bookmarkEnd()
{
    if (m_bookmark == 0) return;
    m_xml.raw("<w:bookmarkEnd").attribute("w:id", m_bookmark).raw("/>");
    m_bookmark = 0;
}

} // namespace report::docx
