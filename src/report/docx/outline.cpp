#include "report/docx/outline.h"

namespace report::docx {
namespace {

// Word takes letters, digits and "_", at most 40; a leading "_" hides the bookmark from its list.
QString bookmarkName(const QString& anchor)
{
    QString name = QStringLiteral("_");
    for (const QChar c : anchor.left(32)) {
        name += c.unicode() < 0x80 && c.isLetterOrNumber() ? c : QChar(u'_');
    }
    return name;
}

} // namespace

Outline::Outline(const Document& document, const PageMap& pages) : m_pages(pages)
{
    for (const Section& section : document.sections)
        walk(section.blocks);
}

QString Outline::pageLabel(const QString& anchor) const
{
    return m_pages.labelOf.value(anchor, QStringLiteral("–"));
}

void Outline::walk(const std::vector<Block>& blocks)
{
    for (const Block& block : blocks) {
        if (const auto* heading = std::get_if<Heading>(&block.content)) {
            m_headings.push_back(heading);
            remember(heading->anchor);
        } else if (const auto* caption = std::get_if<Caption>(&block.content)) {
            m_captions.push_back(caption);
            remember(caption->code);
            if (!caption->code.isEmpty()) m_captionOf.insert(caption->code, caption);
        } else if (const auto* table = std::get_if<Table>(&block.content)) {
            for (const Table::TableRow& row : table->rows) {
                for (const Cell& cell : row.cells)
                    walk(cell.blocks);
            }
        } else if (const auto* frame = std::get_if<Frame>(&block.content)) {
            walk(frame->blocks);
        }
    }
}

void Outline::remember(const QString& anchor)
{
    if (anchor.isEmpty() || m_bookmarks.contains(anchor)) return;
    const QString name = bookmarkName(anchor);
    const int times = m_taken[name.toLower()]++;
    m_bookmarks.insert(anchor, times == 0 ? name : name + u'_' + QString::number(times));
}

} // namespace report::docx
