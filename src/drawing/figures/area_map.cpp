#include "cartography/boundaries.h"
#include "cartography/divisions.h"
#include "drawing/figures/charts.h"
#include "drawing/figures/map_shapes.h"

#include <QPainterPath>

namespace drawing {
namespace {

using cartography::Area;

QString kindOf(report::AreaMap::Level level)
{
    switch (level) {
    case report::AreaMap::Level::Regions1997:
        return QStringLiteral("region1997");
    case report::AreaMap::Level::Regions2015:
        return QStringLiteral("region2015");
    case report::AreaMap::Level::Provinces:
        break;
    }
    return QStringLiteral("province");
}

QRectF bounds(const std::vector<Area>& areas)
{
    QRectF box;
    for (const Area& area : areas)
        for (const auto& ring : area.rings)
            for (const QPointF& point : ring)
                box |= QRectF(point, QSizeF(1, 1));
    return box;
}

/// A point well inside a region or province, projected.
QPointF labelPoint(const QString& code)
{
    static const cartography::Divisions divisions = cartography::Divisions::load();
    if (const auto* region = divisions.region(code)) return cartography::project(region->label);
    if (const auto* province = divisions.province(code)) return cartography::project(province->label);
    return {};
}

constexpr double DisclaimerPoints = 6.5;
constexpr double CoarseMetres = 4096; ///< enough to know the extent of the country
constexpr double VisibleMm = 0.12;    ///< finer detail than this is not printed
constexpr double ThumbnailMm = 0.35;  ///< a fiche is one of thousands: its small map must stay light

/// One map: projected metres, north up, fitted in its frame.
class Map
{
public:
    Map(Canvas& canvas, const report::AreaMap& map) : m_canvas(canvas), m_map(map)
    {
        const double footer =
            map.thumbnail || map.disclaimer.isEmpty()
                ? 0
                : Canvas::mm(1) +
                      Canvas::wrappedHeight(map.disclaimer, canvas.area().width(), DisclaimerPoints);
        m_frame = canvas.area().adjusted(0, 0, map.thumbnail ? 0 : -legendWidth(), -footer);
        m_world = bounds(shapes(kindOf(map.level), CoarseMetres));
        m_scale = std::min(m_frame.width() / (m_world.width() * 1.06),
                           m_frame.height() / (m_world.height() * 1.04));
        m_metres = Canvas::mm(map.thumbnail ? ThumbnailMm : VisibleMm) / m_scale;
    }

    void paint()
    {
        QPainter& painter = m_canvas.painter();
        painter.save();
        painter.setClipRect(m_frame, Qt::IntersectClip);
        if (!m_map.thumbnail) context();
        for (const Area& area : areas(kindOf(m_map.level)))
            fill(area);
        outline();
        labels();
        painter.restore();
        if (m_map.thumbnail) return;
        frame();
        legend();
        disclaimer();
    }

private:
    /// Shapes without the detail that nobody can see at this scale.
    const std::vector<Area>& areas(const QString& kind) const { return shapes(kind, m_metres); }

    double legendWidth() const
    {
        double width = Canvas::textWidth(m_map.legendTitle, 7.5, true);
        for (const auto& item : m_map.classes)
            width = std::max(width, Canvas::textWidth(item.label, 7.5) + Canvas::mm(7.5));
        return std::min(width + Canvas::mm(5), m_canvas.area().width() * 0.4);
    }

    QPointF place(const QPointF& metres) const
    {
        const QPointF centred = metres - m_world.center();
        return m_frame.center() + QPointF(centred.x(), -centred.y()) * m_scale;
    }

    QPainterPath pathOf(const Area& area) const
    {
        QPainterPath path;
        path.setFillRule(Qt::OddEvenFill);
        for (const auto& ring : area.rings) {
            QPolygonF polygon;
            for (const QPointF& point : ring)
                polygon << place(point);
            path.addPolygon(polygon);
        }
        return path;
    }

    void context()
    {
        m_canvas.painter().setPen(QPen(ink::Hairline, Canvas::mm(0.12)));
        m_canvas.painter().setBrush(ink::Context);
        for (const Area& area : areas(QStringLiteral("neighbour")))
            m_canvas.painter().drawPath(pathOf(area));
    }

    void fill(const Area& area)
    {
        const int index = m_map.classOf.value(area.code, -1);
        const bool classed = index >= 0 && static_cast<size_t>(index) < m_map.classes.size();
        if (m_map.thumbnail && !classed) return;
        const QPainterPath path = pathOf(area);
        const report::AreaMap::Class none;
        const report::AreaMap::Class& style = classed ? m_map.classes[static_cast<size_t>(index)] : none;
        m_canvas.painter().fillPath(path, style.hatched ? ink::Paper
                                          : classed     ? ink::shade(style.shade)
                                                        : ink::Paper);
        if (style.hatched)
            hatch(m_canvas.painter(), path,
                  {ink::shade(std::max(3, style.shade)), Canvas::mm(1.1), Canvas::mm(0.25)});
        m_canvas.painter().setPen(QPen(ink::Threshold, Canvas::mm(0.15)));
        m_canvas.painter().setBrush(Qt::NoBrush);
        m_canvas.painter().drawPath(path);
    }

    void outline()
    {
        m_canvas.painter().setBrush(Qt::NoBrush);
        m_canvas.painter().setPen(QPen(ink::Muted, Canvas::mm(m_map.thumbnail ? 0.15 : 0.3)));
        for (const Area& area : areas(QStringLiteral("outline")))
            m_canvas.painter().drawPath(pathOf(area));
        southLine();
    }

    /// Dashed on a white ground, to be seen over light and dark areas.
    void southLine()
    {
        for (const QPen& pen :
             {QPen(ink::Paper, Canvas::mm(0.6)), QPen(ink::Text, Canvas::mm(0.25), Qt::DashLine)}) {
            m_canvas.painter().setPen(pen);
            for (const Area& area : areas(QStringLiteral("line")))
                for (const auto& ring : area.rings)
                    for (size_t i = 1; i < ring.size(); ++i)
                        m_canvas.painter().drawLine(place(ring[i - 1]), place(ring[i]));
        }
    }

    void labels()
    {
        if (m_map.thumbnail) return;
        for (const Area& area : areas(kindOf(m_map.level))) {
            const QString text = m_map.labels.value(area.code);
            if (text.isEmpty()) continue;
            const QPointF at = place(labelPoint(area.code));
            const double width = Canvas::textWidth(text, 7, true) + Canvas::mm(1.6), height = Canvas::mm(3.4);
            const QRectF plate(at.x() - width / 2, at.y() - height / 2, width, height);
            m_canvas.painter().setPen(Qt::NoPen);
            m_canvas.painter().setBrush(QColor(255, 255, 255, 225));
            m_canvas.painter().drawRoundedRect(plate, Canvas::mm(0.8), Canvas::mm(0.8));
            m_canvas.text(plate, Qt::AlignCenter, text, {7, ink::Text, true});
        }
    }

    void frame()
    {
        m_canvas.painter().setPen(QPen(ink::Hairline, Canvas::mm(0.2)));
        m_canvas.painter().setBrush(Qt::NoBrush);
        m_canvas.painter().drawRect(m_frame);
    }

    void legend()
    {
        const double left = m_frame.right() + Canvas::mm(4), line = Canvas::mm(5);
        const double width = m_canvas.area().right() - left;
        double y = m_frame.top() + Canvas::mm(1);
        m_canvas.text(QRectF(left, y, width, line), Qt::AlignLeft | Qt::AlignVCenter, m_map.legendTitle,
                      {7.5, ink::Text, true});
        y += line + Canvas::mm(1);
        for (const auto& item : m_map.classes) {
            const QRectF key(left, y + line * 0.18, Canvas::mm(5), line * 0.64);
            m_canvas.bar(key, ink::shade(item.hatched ? std::max(3, item.shade) : item.shade), item.hatched);
            m_canvas.painter().setPen(QPen(ink::Threshold, Canvas::mm(0.15)));
            m_canvas.painter().setBrush(Qt::NoBrush);
            m_canvas.painter().drawRect(key);
            m_canvas.text(QRectF(left + Canvas::mm(7), y, width - Canvas::mm(7), line),
                          Qt::AlignLeft | Qt::AlignVCenter, item.label, 7.5);
            y += line;
        }
        m_canvas.line({left, y + line / 2, left + Canvas::mm(5), y + line / 2}, ink::Text, 0.25,
                      Qt::DashLine);
        m_canvas.text(QRectF(left + Canvas::mm(7), y, width - Canvas::mm(7), line),
                      Qt::AlignLeft | Qt::AlignVCenter, QStringLiteral("27°40′ N"), 7.5);
    }

    void disclaimer()
    {
        if (m_map.disclaimer.isEmpty()) return;
        const QRectF box(m_frame.left(), m_frame.bottom() + Canvas::mm(0.8), m_canvas.area().width(),
                         Canvas::mm(20));
        m_canvas.wrapped(box, Qt::AlignLeft, m_map.disclaimer, DisclaimerPoints, ink::Muted);
    }

    Canvas& m_canvas;
    const report::AreaMap& m_map;
    QRectF m_frame, m_world;
    double m_scale = 1;
    double m_metres = 1;
};

} // namespace

void paintAreaMap(Canvas& canvas, const report::AreaMap& map)
{
    Map(canvas, map).paint();
}

} // namespace drawing
