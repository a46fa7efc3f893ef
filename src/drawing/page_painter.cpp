#include "drawing/page_painter.h"

#include "drawing/figure_painter.h"
#include "drawing/layout/units.h"
#include "drawing/palette.h"

#include <QGlyphRun>
#include <QImage>
#include <QPainter>
#include <QPainterPath>

namespace drawing {

const QRawFont& PagePainter::raw(FontId font)
{
    QRawFont& made = m_raw[font];
    if (!made.isValid()) made = QRawFont::fromFont(m_data.shaper.fonts().font(font));
    return made;
}

void PagePainter::flush(QPainter& painter)
{
    if (m_glyphs.empty()) return;
    QGlyphRun run;
    run.setRawFont(raw(m_font));
    run.setRawData(m_glyphs.data(), m_positions.data(), static_cast<int>(m_glyphs.size()));
    painter.setPen(QColor::fromRgba(m_color));
    painter.drawGlyphRun(QPointF(), run);
    m_glyphs.clear();
    m_positions.clear();
}

void PagePainter::addText(QPainter& painter, const Item& item, int x, int y)
{
    const Word& word = m_data.shaper[item.ref];
    const int baseline = y + item.y;
    for (quint32 p = word.firstPiece; p < word.firstPiece + word.pieceCount; ++p) {
        const Piece& piece = m_data.shaper.piece(p);
        if (piece.font != m_font || item.color != m_color || baseline != m_baseline) {
            flush(painter);
            m_font = piece.font;
            m_color = item.color;
            m_baseline = baseline;
        }
        const quint32* glyphs = m_data.shaper.glyphs(piece);
        const QPoint* positions = m_data.shaper.positions(piece);
        m_glyphs.insert(m_glyphs.end(), glyphs, glyphs + piece.count);
        for (quint32 i = 0; i < piece.count; ++i)
            m_positions.emplace_back(x + item.x + positions[i].x(), baseline + positions[i].y());
    }
}

void PagePainter::paintShape(QPainter& painter, const Item& item, int x, int y)
{
    const QRectF area(x + item.x, y + item.y, item.w, item.h);
    const QColor color = QColor::fromRgba(item.color);
    switch (item.kind) {
    case Item::Kind::Text:
        break;
    case Item::Kind::Fill:
        painter.fillRect(area, color);
        break;
    case Item::Kind::Dashes: {
        const double half = pt(0.4);
        painter.setPen(QPen(color, pt(0.8), Qt::CustomDashLine, Qt::FlatCap, Qt::MiterJoin));
        QPen pen = painter.pen();
        pen.setDashPattern({3, 2});
        painter.setPen(pen);
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(area.adjusted(half, half, -half, -half));
        break;
    }
    case Item::Kind::Dots: {
        QPen pen(color, pt(0.7), Qt::CustomDashLine, Qt::FlatCap);
        pen.setDashPattern({1, 4});
        // Dots of all leaders stand in the same columns of the page.
        const double period = pt(0.7) * 5.0;
        const double start = std::ceil(area.left() / period) * period;
        painter.setPen(pen);
        painter.drawLine(QPointF(start, area.top()), QPointF(area.right(), area.top()));
        break;
    }
    case Item::Kind::Figure:
        paintFigure(painter, area, *m_data.figures[item.ref], UnitsPerMm);
        break;
    }
}

void PagePainter::paint(QPainter& painter, const Strip& strip, int x, int y)
{
    for (const Item& item : strip.items) {
        if (item.kind == Item::Kind::Text) {
            addText(painter, item, x, y);
        } else {
            flush(painter);
            paintShape(painter, item, x, y);
        }
    }
    flush(painter);
}

/// Whole coordinates, so that thousands of pages do not carry decimals nobody sees.
static QPainterPath rounded(QPainterPath path)
{
    for (int i = 0; i < path.elementCount(); ++i) {
        const auto element = path.elementAt(i);
        path.setElementPositionAt(i, std::round(element.x), std::round(element.y));
    }
    return path;
}

const QPainterPath& PagePainter::watermark(const Page& page)
{
    const QSize size(page.width, page.height);
    if (m_watermarkSize == size) return m_watermark;
    QPainterPath path;
    path.addText(0, 0, makeFont({Family::Sans, true, false, pt(60)}), m_data.watermark);
    const QRectF box = path.boundingRect();
    const double scale =
        std::min(1.0, std::hypot(page.width, page.height) * 0.68 / std::max(box.width(), 1.0));
    QTransform transform;
    transform.translate(page.width / 2.0, page.height / 2.0);
    transform.rotateRadians(-std::atan2(page.height, page.width));
    transform.scale(scale, scale);
    transform.translate(-box.center().x(), -box.center().y());
    m_watermark = rounded(transform.map(path));
    m_watermarkSize = size;
    return m_watermark;
}

void PagePainter::paint(QPainter& painter, const Page& page)
{
    // Shapes, not text: a watermark must not come between the words of the page when its text is extracted.
    if (!m_data.watermark.isEmpty()) painter.fillPath(watermark(page), QColor::fromRgba(palette::Watermark));
    for (const PlacedStrip& placed : page.body.strips)
        paint(painter, *placed.strip, page.left, page.top + placed.y);
    for (const PlacedStrip& placed : page.body.notes)
        paint(painter, *placed.strip, page.left, page.top + placed.y);
    paint(painter, page.furniture, 0, 0);
}

QImage Pages::image(int index, double pixelsPerMm) const
{
    const Page& page = m_data->pages[size_t(index)];
    const double scale = pixelsPerMm / UnitsPerMm;
    QImage image(std::max(1, qRound(page.width * scale)), std::max(1, qRound(page.height * scale)),
                 QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.scale(scale, scale);
    PagePainter(*m_data).paint(painter, page);
    return image;
}

} // namespace drawing
