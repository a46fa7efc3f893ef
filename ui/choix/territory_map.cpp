#include "ui/choix/territory_map.h"

#include "drawing/figures/map_shapes.h"
#include "ui/theme/colors.h"
#include "ui/theme/metrics.h"

#include <QPainter>
#include <QPainterPath>

namespace ui {
namespace {

constexpr double grid = 8192; // metres: nobody sees less at this size

QPainterPath pathOf(const cartography::Area& area)
{
    QPainterPath path;
    for (const auto& ring : area.rings)
        if (ring.size() > 2) path.addPolygon(QPolygonF(QList<QPointF>(ring.begin(), ring.end())));
    return path;
}

/// North is up: metres grow upwards, pixels downwards.
QTransform fit(const QRectF& world, const QRectF& area)
{
    const double scale = std::min(area.width() / world.width(), area.height() / world.height());
    QTransform transform;
    transform.translate(area.center().x(), area.center().y());
    transform.scale(scale, -scale);
    transform.translate(-world.center().x(), -world.center().y());
    return transform;
}

} // namespace

TerritoryMap::TerritoryMap(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void TerritoryMap::show(const Shown& shown, const QString& words)
{
    setToolTip(words);
    setAccessibleName(words);
    if (shown == m_shown) return;
    m_shown = shown;
    update();
}

QSize TerritoryMap::sizeHint() const
{
    return {px(92), px(84)};
}

void TerritoryMap::paintEvent(QPaintEvent*)
{
    if (m_shown.kind.isEmpty()) return;
    const auto& areas = drawing::shapes(m_shown.kind, grid);
    std::vector<std::pair<QString, QPainterPath>> regions;
    QRectF world;
    for (const cartography::Area& area : areas) {
        regions.emplace_back(area.code, pathOf(area));
        world |= regions.back().second.boundingRect();
    }
    if (world.isEmpty()) return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Colors& colors = colorsOf(palette());
    const QTransform transform = fit(world, QRectF(rect()).adjusted(1, 1, -1, -1));
    for (const auto& [code, path] : regions) {
        const bool held = m_shown.held.contains(code), wanted = m_shown.priorities.contains(code);
        // Beyond the colour: what is missing has a dotted edge, what nobody asked for is empty.
        painter.setPen(QPen(held     ? colors.base
                            : wanted ? colors.text
                                     : colors.border,
                            held ? 0.8 : 1, wanted && !held ? Qt::DotLine : Qt::SolidLine));
        painter.setBrush(held ? QBrush(colors.accent) : QBrush(Qt::NoBrush));
        painter.drawPath(transform.map(path));
    }
    for (const cartography::Area& line : drawing::shapes(QStringLiteral("line"), grid))
        for (const auto& ring : line.rings) {
            painter.setPen(QPen(colors.base, 1.6));
            painter.drawPolyline(transform.map(QPolygonF(QList<QPointF>(ring.begin(), ring.end()))));
            painter.setPen(QPen(colors.text, 1, Qt::DashLine));
            painter.drawPolyline(transform.map(QPolygonF(QList<QPointF>(ring.begin(), ring.end()))));
        }
}

} // namespace ui
