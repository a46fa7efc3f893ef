#pragma once
#include "report/values/document.h"
#include "report/values/page_map.h"

#include <QHash>

#include <vector>

namespace report::docx {

/// What a first walk of the document finds: its headings and captions in order, and a bookmark name for
/// each anchor, so that no field or link is ever written towards nothing.
class Outline
{
public:
    Outline(const Document& document, const PageMap& pages);

    const std::vector<const Heading*>& headings() const { return m_headings; }
    const std::vector<const Caption*>& captions() const { return m_captions; }
    /// Name of the bookmark of an anchor; empty when the document has no such anchor.
    QString bookmark(const QString& anchor) const { return m_bookmarks.value(anchor); }
    const Caption* caption(const QString& code) const { return m_captionOf.value(code); }
    /// Page label as laid out; "–" when the document was not.
    QString pageLabel(const QString& anchor) const;

private:
    void walk(const std::vector<Block>& blocks);
    void remember(const QString& anchor);

    const PageMap& m_pages;
    std::vector<const Heading*> m_headings;
    std::vector<const Caption*> m_captions;
    QHash<QString, QString> m_bookmarks;
    QHash<QString, const Caption*> m_captionOf;
    QHash<QString, int> m_taken; // bookmark names, folded as Word compares them
};

} // namespace report::docx
