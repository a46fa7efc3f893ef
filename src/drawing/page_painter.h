#pragma once
#include "drawing/layout/pages_data.h"

#include <QPainterPath>

class QPainter;

namespace drawing {

/// Paints pages; the painter's unit must be the layout's. Makes its own fonts, so one per thread.
class PagePainter
{
public:
    explicit PagePainter(const Pages::Data& data) : m_data(data), m_raw(size_t(data.shaper.fonts().count()))
    {
    }
    void paint(QPainter& painter, const Page& page);

private:
    void paint(QPainter& painter, const Strip& strip, int x, int y);
    void paintShape(QPainter& painter, const Item& item, int x, int y);
    void addText(QPainter& painter, const Item& item, int x, int y);
    void flush(QPainter& painter);
    const QPainterPath& watermark(const Page& page);
    const QRawFont& raw(FontId font);

    const Pages::Data& m_data;
    std::vector<QRawFont> m_raw;
    // Text not painted yet: glyphs of one font and colour.
    std::vector<quint32> m_glyphs;
    std::vector<QPointF> m_positions;
    FontId m_font = 0;
    QRgb m_color = 0;
    int m_baseline = 0;
    QPainterPath m_watermark;
    QSize m_watermarkSize;
};

} // namespace drawing
