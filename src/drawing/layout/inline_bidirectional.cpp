#include "base/text.h"
#include "drawing/layout/stretch.h"
#include "drawing/layout/units.h"

#include <QTextLayout>

#include <algorithm>

namespace drawing {
namespace {

/// Arabic stands at the right, its leading side, whether the start or the end was asked for, as in DOCX.
Qt::Alignment alignment(report::Align align, bool rightToLeft)
{
    switch (align) {
    case report::Align::Start:
        return rightToLeft ? Qt::AlignRight : Qt::AlignLeft;
    case report::Align::End:
        return Qt::AlignRight;
    case report::Align::Center:
        return Qt::AlignHCenter;
    case report::Align::Justify:
        return rightToLeft ? Qt::AlignRight : Qt::AlignJustify;
    }
    return Qt::AlignLeft;
}

/// Arabic letters reach higher and lower than the Latin ones of the same size.
int arabicLeading(const Look& look)
{
    return std::max(look.leading, look.font.size * 155 / 100);
}

void breakInto(QTextLayout& layout, int width)
{
    layout.beginLayout();
    for (;;) {
        QTextLine line = layout.createLine();
        if (!line.isValid()) break;
        line.setLineWidth(width);
        line.setPosition(QPointF(0, 0));
    }
    layout.endLayout();
}

} // namespace

void InlineSetter::fill(QTextLayout& layout, const std::vector<Stretch>& parts)
{
    QString text;
    QList<QTextLayout::FormatRange> formats;
    for (const Stretch& part : parts) {
        QTextLayout::FormatRange range;
        range.start = static_cast<int>(text.size());
        range.length = static_cast<int>(part.text.size());
        range.format.setFont(m_shaper.fonts().font(part.font));
        formats.append(range);
        text += part.text;
    }
    text.replace(u'\n', QChar::LineSeparator);
    layout.setText(text);
    layout.setFormats(formats);
}

Strip InlineSetter::takeLine(const QTextLayout& layout, int index, const std::vector<Stretch>& parts,
                             const Look& look)
{
    const QTextLine line = layout.lineAt(index);
    const bool arabic = hasArabic(layout.text().mid(line.textStart(), line.textLength()));
    Strip strip;
    strip.height = arabic ? arabicLeading(look) : look.leading;
    const int base = baseline(look.font, strip.height);
    int start = 0;
    for (const Stretch& part : parts) {
        const int end = start + static_cast<int>(part.text.size());
        const int from = std::max(start, line.textStart());
        const int to = std::min(end, line.textStart() + line.textLength());
        start = end;
        if (from >= to) continue;
        const int x1 = units(line.cursorToX(from)), x2 = units(line.cursorToX(to));
        const QRect area(std::min(x1, x2), 0, std::abs(x2 - x1), strip.height);
        const QPointF origin(area.x(), line.y() + line.ascent());
        const WordId word = m_shaper.runs(line.glyphRuns(from, to - from), origin);
        strip.items.push_back(
            {Item::Kind::Text, part.color, area.x(), base - part.raise, area.width(), 0, word});
        if (!part.link.isEmpty()) strip.more().links.push_back({area, part.link});
        if (to == end) attachNote(strip, part);
    }
    return strip;
}

Strips InlineSetter::setBidirectional(const std::vector<Stretch>& parts, const Look& look,
                                      report::Align align, int width)
{
    QTextLayout layout;
    layout.setFont(m_shaper.fonts().font(m_shaper.fonts().id(look.font)));
    fill(layout, parts);
    const bool rightToLeft = base::isRightToLeft(layout.text());
    QTextOption option(alignment(align, rightToLeft));
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setTextDirection(rightToLeft ? Qt::RightToLeft : Qt::LeftToRight);
    layout.setTextOption(option);
    breakInto(layout, width);

    Strips strips;
    for (int l = 0; l < layout.lineCount(); ++l)
        strips.push_back(takeLine(layout, l, parts, look));
    return strips;
}

} // namespace drawing
