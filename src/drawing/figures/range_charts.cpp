#include "drawing/figures/charts.h"

namespace drawing {
namespace {

constexpr double Points = 7.5;

/// Frame shared by charts of one line per item on a fixed axis: labels left, grid, ticks below.
struct Axis
{
    QRectF plot;
    double low, high, slot;

    double x(double value) const
    {
        return plot.left() + (std::clamp(value, low, high) - low) / (high - low) * plot.width();
    }
    double y(size_t row) const { return plot.top() + slot * (static_cast<double>(row) + 0.5); }
};

/// `column` names the values written at the right of the rows.
Axis drawAxis(Canvas& canvas, const QStringList& names, double low, double high, const QString& column)
{
    double labels = 0;
    for (const QString& name : names)
        labels = std::max(labels, Canvas::textWidth(name, Points));
    labels = std::min(labels + Canvas::mm(3), canvas.area().width() * 0.42);
    const double line = Canvas::lineHeight(Points), margin = Canvas::mm(14);
    const double width = canvas.area().width() - labels - margin;
    Axis axis{QRectF(labels, line, width, canvas.area().height() - 2 * line - Canvas::mm(1)), low,
              high > low ? high : low + 1, 0};
    axis.slot = axis.plot.height() / std::max<double>(1, static_cast<double>(names.size()));
    canvas.text(QRectF(axis.plot.right() + Canvas::mm(2), 0, margin - Canvas::mm(2), line),
                Qt::AlignLeft | Qt::AlignTop, column, {6.5, ink::Muted});
    for (int tick = 0; tick <= 4; ++tick) {
        const double value = low + (axis.high - low) * tick / 4;
        const double x = axis.x(value);
        canvas.line({x, axis.plot.top(), x, axis.plot.bottom()}, ink::Grid, 0.15);
        canvas.text(QRectF(x - Canvas::mm(8), axis.plot.bottom() + Canvas::mm(0.8), Canvas::mm(16), line),
                    Qt::AlignHCenter | Qt::AlignTop, frenchNumber(value), {7, ink::Muted});
    }
    const double points = std::min(Points, std::max(4.5, axis.slot / Canvas::lineHeight(1)));
    for (qsizetype i = 0; i < names.size(); ++i)
        canvas.text(
            QRectF(0, axis.y(static_cast<size_t>(i)) - axis.slot / 2, labels - Canvas::mm(2), axis.slot),
            Qt::AlignLeft | Qt::AlignVCenter, names[i], points);
    return axis;
}

void drawThreshold(Canvas& canvas, const Axis& axis, const std::optional<double>& threshold)
{
    if (!threshold) return;
    const double x = axis.x(*threshold);
    canvas.line({x, axis.plot.top(), x, axis.plot.bottom()}, ink::Muted, 0.3, Qt::DotLine);
    const bool whole = *threshold == std::round(*threshold);
    canvas.text(QRectF(x - Canvas::mm(15), 0, Canvas::mm(30), axis.plot.top()),
                Qt::AlignHCenter | Qt::AlignVCenter,
                QStringLiteral("seuil ") + frenchNumber(*threshold, whole ? 0 : 1), {6.5, ink::Muted});
}

} // namespace

void paintRanges(Canvas& canvas, const report::RangeChart& chart)
{
    QStringList names;
    for (const auto& range : chart.ranges)
        names << QStringLiteral("%1 (n = %2)").arg(range.category).arg(range.count);
    const Axis axis = drawAxis(canvas, names, chart.axisLow, chart.axisHigh, QStringLiteral("moyenne"));
    drawThreshold(canvas, axis, chart.threshold);
    const double half = std::min(axis.slot * 0.28, Canvas::mm(2.2));
    for (size_t i = 0; i < chart.ranges.size(); ++i) {
        const auto& range = chart.ranges[i];
        const double y = axis.y(i);
        canvas.line({axis.x(range.minimum), y, axis.x(range.maximum), y}, ink::Accent, 0.3);
        for (const double end : {range.minimum, range.maximum})
            canvas.line({axis.x(end), y - half * 0.6, axis.x(end), y + half * 0.6}, ink::Accent, 0.3);
        const QRectF box(QPointF(axis.x(range.quartile1), y - half),
                         QPointF(axis.x(range.quartile3), y + half));
        canvas.painter().fillRect(box, ink::shade(1));
        canvas.painter().setPen(QPen(ink::Accent, Canvas::mm(0.25)));
        canvas.painter().setBrush(Qt::NoBrush);
        canvas.painter().drawRect(box);
        canvas.line({axis.x(range.median), y - half, axis.x(range.median), y + half}, ink::Accent, 0.6);
        canvas.painter().setBrush(ink::Text);
        canvas.painter().setPen(Qt::NoPen);
        canvas.painter().drawEllipse(QPointF(axis.x(range.mean), y), Canvas::mm(0.55), Canvas::mm(0.55));
        canvas.text(QRectF(axis.plot.right() + Canvas::mm(2), y - axis.slot / 2, Canvas::mm(12), axis.slot),
                    Qt::AlignLeft | Qt::AlignVCenter, frenchNumber(range.mean, 1), Points);
    }
}

void paintIntervals(Canvas& canvas, const report::IntervalChart& chart)
{
    QStringList names;
    for (const auto& item : chart.items)
        names << item.name;
    const Axis axis = drawAxis(canvas, names, 0, 100, QStringLiteral("score"));
    drawThreshold(canvas, axis, chart.threshold);
    const double half = std::min(axis.slot * 0.26, Canvas::mm(1.8));
    for (size_t i = 0; i < chart.items.size(); ++i) {
        const auto& item = chart.items[i];
        const double y = axis.y(i);
        const QRectF band(QPointF(axis.x(item.low), y - half), QPointF(axis.x(item.high), y + half));
        canvas.painter().fillRect(band, ink::shade(2));
        for (const double end : {item.low, item.high})
            canvas.line({axis.x(end), y - half * 1.4, axis.x(end), y + half * 1.4}, ink::Accent, 0.4);
        canvas.line({axis.x(item.low), y, axis.x(item.high), y}, ink::Accent, 0.3);
        if (!item.central) continue;
        canvas.painter().setBrush(ink::Accent);
        canvas.painter().setPen(Qt::NoPen);
        canvas.painter().drawEllipse(QPointF(axis.x(*item.central), y), Canvas::mm(1), Canvas::mm(1));
        canvas.text(QRectF(axis.plot.right() + Canvas::mm(2), y - axis.slot / 2, Canvas::mm(12), axis.slot),
                    Qt::AlignLeft | Qt::AlignVCenter, frenchNumber(*item.central, 1),
                    {Points, ink::Text, true});
    }
}

} // namespace drawing
