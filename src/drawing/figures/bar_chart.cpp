#include "drawing/figures/charts.h"

namespace drawing {
namespace {

constexpr double LabelPoints = 7.5;
constexpr double ValuePoints = 7;

/// Geometry and drawing of one bar chart, horizontal (categories down the side) or vertical.
class Bars
{
public:
    Bars(Canvas& canvas, const report::BarChart& chart)
        : m_canvas(canvas), m_chart(chart), m_plot(canvas.area())
    {
        m_maximum = std::max({chart.maximum.value_or(0), largest(), 1e-9});
    }

    void paint()
    {
        legend();
        if (m_chart.horizontal)
            horizontal();
        else
            vertical();
    }

private:
    double valueOf(size_t series, qsizetype category) const
    {
        const auto& values = m_chart.series[series].values;
        return static_cast<size_t>(category) < values.size()
                   ? values[static_cast<size_t>(category)].value_or(0)
                   : 0;
    }

    bool isKnown(size_t series, qsizetype category) const
    {
        const auto& values = m_chart.series[series].values;
        return static_cast<size_t>(category) < values.size() &&
               values[static_cast<size_t>(category)].has_value();
    }

    double largest() const
    {
        double top = 0;
        for (qsizetype c = 0; c < m_chart.categories.size(); ++c) {
            double sum = 0;
            for (size_t s = 0; s < m_chart.series.size(); ++s) {
                sum = m_chart.stacked ? sum + valueOf(s, c) : valueOf(s, c);
                top = std::max(top, sum);
            }
        }
        return top;
    }

    void legend()
    {
        if (m_chart.series.size() < 2) return;
        double x = m_plot.left();
        const double height = Canvas::lineHeight(LabelPoints);
        for (size_t s = 0; s < m_chart.series.size(); ++s) {
            const QString& name = m_chart.series[s].name;
            m_canvas.seriesBar(QRectF(x, m_plot.top() + height * 0.2, Canvas::mm(4), height * 0.6), s);
            x += Canvas::mm(5.2);
            const double width = Canvas::textWidth(name, LabelPoints) + Canvas::mm(1);
            m_canvas.text(QRectF(x, m_plot.top(), width, height), Qt::AlignLeft | Qt::AlignVCenter, name,
                          LabelPoints);
            x += width + Canvas::mm(4);
        }
        m_plot.setTop(m_plot.top() + height + Canvas::mm(2));
    }

    QString valueText(qsizetype category) const
    {
        QStringList parts;
        for (size_t s = 0; s < m_chart.series.size(); ++s)
            parts << (isKnown(s, category) ? number(valueOf(s, category)) : QStringLiteral("–"));
        return parts.join(m_chart.stacked ? QStringLiteral(" + ") : QStringLiteral(" / ")) + unit();
    }

    QString number(double value) const { return frenchNumber(value, value == std::round(value) ? 0 : 1); }
    QString unit() const { return m_chart.unit.isEmpty() ? QString() : QChar(0x00a0) + m_chart.unit; }

    void horizontal()
    {
        double labels = 0, values = 0;
        for (qsizetype c = 0; c < m_chart.categories.size(); ++c) {
            labels = std::max(labels, Canvas::textWidth(m_chart.categories[c], LabelPoints));
            values = std::max(values, Canvas::textWidth(valueText(c), ValuePoints));
        }
        labels = std::min(labels + Canvas::mm(3), m_plot.width() * 0.45);
        const QRectF plot(m_plot.left() + labels, m_plot.top(),
                          m_plot.width() - labels - values - Canvas::mm(2.5), m_plot.height());
        const double slot =
            plot.height() / std::max<double>(1, static_cast<double>(m_chart.categories.size()));
        m_canvas.line({plot.left(), plot.top(), plot.left(), plot.bottom()}, ink::Hairline, 0.2);
        for (qsizetype c = 0; c < m_chart.categories.size(); ++c) {
            const QRectF row(plot.left(), plot.top() + slot * static_cast<double>(c), plot.width(), slot);
            m_canvas.text(QRectF(m_plot.left(), row.top(), labels - Canvas::mm(2), slot),
                          Qt::AlignLeft | Qt::AlignVCenter, m_chart.categories[c], LabelPoints);
            const double end = rowBars(row, c);
            m_canvas.text(QRectF(end + Canvas::mm(1.2), row.top(), values + Canvas::mm(1), slot),
                          Qt::AlignLeft | Qt::AlignVCenter, valueText(c), {ValuePoints, ink::Text});
        }
    }

    double rowBars(const QRectF& row, qsizetype category)
    {
        const double thickness = std::min(row.height() * 0.62, Canvas::mm(5));
        const double lanes = m_chart.stacked ? 1 : static_cast<double>(m_chart.series.size());
        double start = row.left(), end = row.left();
        for (size_t s = 0; s < m_chart.series.size(); ++s) {
            const double lane = thickness / lanes;
            const double y =
                row.center().y() - thickness / 2 + (m_chart.stacked ? 0 : lane * static_cast<double>(s));
            const double width = valueOf(s, category) / m_maximum * row.width();
            m_canvas.seriesBar(QRectF(start, y, width, lane * (lanes > 1 ? 0.9 : 1)), s);
            end = std::max(end, start + width);
            if (m_chart.stacked) start += width;
        }
        return end;
    }

    void vertical()
    {
        const double valueHeight = Canvas::lineHeight(LabelPoints);
        const double slot =
            m_plot.width() / std::max<double>(1, static_cast<double>(m_chart.categories.size()));
        double labelHeight = valueHeight;
        for (const QString& category : m_chart.categories)
            labelHeight =
                std::max(labelHeight, Canvas::wrappedHeight(category, slot - Canvas::mm(1), LabelPoints));
        labelHeight = std::min(labelHeight, m_plot.height() * 0.4);
        const QRectF plot(m_plot.left(), m_plot.top() + valueHeight, m_plot.width(),
                          m_plot.height() - valueHeight - labelHeight - Canvas::mm(1));
        m_canvas.line({plot.left(), plot.bottom(), plot.right(), plot.bottom()}, ink::Hairline, 0.2);
        for (qsizetype c = 0; c < m_chart.categories.size(); ++c) {
            const QRectF column(plot.left() + slot * static_cast<double>(c), plot.top(), slot, plot.height());
            const double top = columnBars(column, c);
            m_canvas.text(QRectF(column.left(), top - valueHeight, slot, valueHeight),
                          Qt::AlignHCenter | Qt::AlignVCenter, valueText(c), ValuePoints);
            m_canvas.wrapped(QRectF(column.left() + Canvas::mm(0.5), plot.bottom() + Canvas::mm(0.8),
                                    slot - Canvas::mm(1), labelHeight),
                             Qt::AlignHCenter, m_chart.categories[c], LabelPoints);
        }
    }

    double columnBars(const QRectF& column, qsizetype category)
    {
        const double thickness = std::min(column.width() * 0.62, Canvas::mm(12));
        const double lanes = m_chart.stacked ? 1 : static_cast<double>(m_chart.series.size());
        double base = column.bottom(), top = column.bottom();
        for (size_t s = 0; s < m_chart.series.size(); ++s) {
            const double lane = thickness / lanes;
            const double x =
                column.center().x() - thickness / 2 + (m_chart.stacked ? 0 : lane * static_cast<double>(s));
            const double height = valueOf(s, category) / m_maximum * column.height();
            m_canvas.seriesBar(QRectF(x, base - height, lane * (lanes > 1 ? 0.9 : 1), height), s);
            top = std::min(top, base - height);
            if (m_chart.stacked) base -= height;
        }
        return top;
    }

    Canvas& m_canvas;
    const report::BarChart& m_chart;
    QRectF m_plot;
    double m_maximum = 1;
};

} // namespace

void paintBars(Canvas& canvas, const report::BarChart& chart)
{
    Bars(canvas, chart).paint();
}

} // namespace drawing
