#pragma once
#include "report/docx/outline.h"
#include "report/docx/parts.h"
#include "report/values/look.h"

#include <QSet>

namespace report::docx {

/// Writes what stands inside a paragraph: runs, fields, links, calls of notes.
class InlineWriter
{
public:
    InlineWriter(Xml& xml, Parts& parts, const Outline& outline, QString language);

    /// `base` is the look of the paragraph's style, from which small text is scaled.
    void write(const Runs& runs, const TextLook& base);
    /// Plain text, cut in runs by script.
    void write(const QString& text);
    void pageReference(const QString& anchor);
    void field(QStringView instruction, QStringView result);
    void fieldBegin(QStringView instruction);
    void fieldEnd();
    void tab() { m_xml.raw("<w:r><w:tab/></w:r>"); }
    void bookmarkBegin(const QString& anchor);
    void bookmarkEnd();

private:
    void writeRun(const Run& run, const TextLook& base);
    void writeText(const Run& run, const TextLook& base);
    void stretch(const Run& run, QStringView text, bool arabic, const TextLook& base);
    void properties(const Run& run, bool arabic, const TextLook& base);
    void language(const Run& run, bool arabic);
    void reference(const Run& run, const TextLook& base);
    void footnote(const QString& text);

    Xml& m_xml;
    Parts& m_parts;
    const Outline& m_outline;
    QString m_language;
    int m_bookmark = 0;     // open bookmark, 0 when none
    QSet<QString> m_marked; // names already used: an anchor given twice keeps its first place
};

/// True when the paragraph reads from the right: its first strong character is right-to-left.
bool isRightToLeft(const Runs& runs);
/// <w:t> and <w:br/> of a text; other control characters are dropped.
void writeCharacters(Xml& xml, QStringView text);

} // namespace report::docx
