#include "base/text.h"
#include "drawing/layout/stretch.h"
#include "drawing/layout/units.h"

#include <QTextLayout>

#include <algorithm>

namespace drawing {
namespace {

Qt::Alignment alignment(report::Align align, bool rightToLeft)
{
    switch (align) {
    case report::Align::Start:
        return rightToLeft ? Qt::AlignRight : Qt::AlignLeft;
    case report::Align::End:
        return rightToLeft ? Qt::AlignLeft : Qt::AlignRight;
    case report::Align::Center:
        return Qt::AlignHCenter;
    case report::Align::Justify:
        return rightToLeft ? Qt::AlignRight : Qt::AlignJustify;
    }
    return Qt::AlignLeft;
}

/// Arabic letters reach higher and lower than the Latin ones of the same size.
int lineHeight(const Look& look)
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

Strips InlineSetter::setBidirectional(const std::vector<Stretch>& parts, const Look& look,
                                      report::Align align, int width)
{
    QString text;
    QList<QTextLayout::FormatRange> formats;
    std::vector<int> starts;
    for (const Stretch& part : parts) {
        QTextLayout::FormatRange range;
        range.start = static_cast<int>(text.size());
        range.length = static_cast<int>(part.text.size());
        range.format.setFont(m_shaper.fonts().font(part.font));
        formats.append(range);
        starts.push_back(range.start);
        text += part.text;
        if (text.endsWith(u'\n')) text.back() = QChar::LineSeparator;
    }
    text.replace(u'\n', QChar::LineSeparator);
    starts.push_back(static_cast<int>(text.size()));
    const bool rightToLeft = base::isRightToLeft(text);

    QTextLayout layout(text, m_shaper.fonts().font(m_shaper.fonts().id(look.font)));
    QTextOption option(alignment(align, rightToLeft));
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setTextDirection(rightToLeft ? Qt::RightToLeft : Qt::LeftToRight);
    layout.setTextOption(option);
    layout.setFormats(formats);
    breakInto(layout, width);

    Strips strips;
    const int height = lineHeight(look);
    for (int l = 0; l < layout.lineCount(); ++l) {
        const QTextLine line = layout.lineAt(l);
        Strip strip;
        strip.height = height;
        const int base = baseline(look.font, height);
        for (size_t p = 0; p < parts.size(); ++p) {
            const int from = std::max(starts[p], line.textStart());
            const int to = std::min(starts[p + 1], line.textStart() + line.textLength());
            if (from >= to) continue;
            const int x1 = units(line.cursorToX(from)), x2 = units(line.cursorToX(to));
            const QRect area(std::min(x1, x2), 0, std::abs(x2 - x1), height);
            const WordId word =
                m_shaper.runs(line.glyphRuns(from, to - from), QPointF(area.x(), line.y() + line.ascent()));
            strip.items.push_back(
                {Item::Kind::Text, parts[p].color, area.x(), base - parts[p].raise, area.width(), 0, word});
            if (!parts[p].link.isEmpty()) strip.more().links.push_back({area, parts[p].link});
            if (to == starts[p + 1]) attachNote(strip, parts[p]);
        }
        strips.push_back(std::move(strip));
    }
    return strips;
}

} // namespace drawing
