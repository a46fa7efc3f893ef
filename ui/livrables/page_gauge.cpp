#include "ui/livrables/page_gauge.h"

#include "ui/theme/colors.h"
#include "ui/theme/metrics.h"

#include <QPainter>

namespace ui {

void PageGauge::show(std::optional<int> pages, int low, int high)
{
    m_pages = pages;
    m_low = low;
    m_high = high;
    setAccessibleName(pages ? tr("%1 pages, bornes %2 à %3").arg(*pages).arg(low).arg(high) : QString());
    update();
}

QSize PageGauge::sizeHint() const
{
    return {px(280), px(40)};
}

void PageGauge::paintEvent(QPaintEvent*)
{
    if (!m_pages) return;
    QPainter painter(this);
    const Colors& colors = colorsOf(palette());
    const double span = m_high - m_low;
    const double low = qMin<double>(m_low - span / 2, *m_pages - 2),
                 high = qMax<double>(m_high + span / 2, *m_pages + 2);
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const auto x = [&](double value) {
        const double share = (value - low) / (high - low);
        return px(14) + (mirrored ? 1 - share : share) * (width() - 2 * px(14));
    };
    const int top = px(9);
    painter.fillRect(QRectF(px(14), top, width() - 2 * px(14), px(8)), colors.rule);
    QRectF band(QPointF(x(m_low), top), QPointF(x(m_high), top + px(8)));
    painter.fillRect(band.normalized(), colors.accentPale);
    painter.setPen(colors.subtle);
    painter.drawRect(band.normalized());
    painter.fillRect(QRectF(x(*m_pages) - 1.5, top - px(4), 3, px(16)),
                     isWithin() ? colors.accent : colors.error);
    painter.setFont(sized(0.88));
    painter.setPen(colors.muted);
    const auto label = [&](double value, const QString& words) {
        const double left = qBound(0.0, x(value) - px(40), double(width() - px(80)));
        const Qt::Alignment side = left <= 0                  ? Qt::AlignLeft
                                   : left >= width() - px(80) ? Qt::AlignRight
                                                              : Qt::AlignHCenter;
        painter.drawText(QRectF(left, top + px(10), px(80), px(18)),
                         int(side | Qt::AlignVCenter | Qt::AlignAbsolute), words);
    };
    const double near = span * 0.3;
    if (qAbs(*m_pages - m_low) > near) label(m_low, QString::number(m_low));
    if (qAbs(*m_pages - m_high) > near) label(m_high, QString::number(m_high));
    painter.setFont(sized(0.88, true));
    painter.setPen(colors.text);
    label(*m_pages, tr("%1 pages").arg(*m_pages));
}

} // namespace ui
