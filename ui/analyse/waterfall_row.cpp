#include "ui/analyse/waterfall_row.h"

#include "ui/analyse/ranking_model.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/signs.h"

#include <QPainter>

namespace ui {

WaterfallRow::WaterfallRow(const QString& code, const QString& name, double from, double points, bool total,
                           QWidget* parent)
    : QAbstractButton(parent), m_code(code), m_name(name), m_from(from), m_points(points), m_total(total)
{
    setCheckable(!total);
    setFocusPolicy(total ? Qt::NoFocus : Qt::StrongFocus);
    setAccessibleName(tr("%1 %2 : %3 points").arg(code, name, scoreText(points)));
    setToolTip(accessibleName());
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    if (!total) setCursor(Qt::PointingHandCursor);
}

QSize WaterfallRow::sizeHint() const
{
    return {px(240), px(22)};
}

void WaterfallRow::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    const Colors& colors = colorsOf(palette());
    if (isChecked() || underMouse() || hasFocus()) painter.fillRect(rect(), colors.accentPale);
    const int names = px(116), points = px(34);
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const auto at = [&](int left, int width) {
        return mirrored ? QRect(this->width() - left - width, 0, width, height())
                        : QRect(left, 0, width, height());
    };
    painter.setPen(colors.text);
    painter.setFont(sized(0.9, true));
    const int lead = m_code.isEmpty() ? 0 : painter.fontMetrics().horizontalAdvance(m_code) + px(3);
    painter.drawText(at(px(2), names), Qt::AlignVCenter | Qt::AlignLeading, m_total ? m_name : m_code);
    if (!m_total) {
        painter.setFont(sized(0.85));
        painter.drawText(at(px(2) + lead, names - lead - px(4)), Qt::AlignVCenter | Qt::AlignLeading,
                         painter.fontMetrics().elidedText(m_name, Qt::ElideRight, names - lead - px(4)));
    }
    const QRect track = at(names, width() - names - points - px(4));
    const auto x = [&](double value) {
        return track.left() + (mirrored ? 1 - value / 100 : value / 100) * track.width();
    };
    QRectF bar(QPointF(qMin(x(m_from), x(m_from + m_points)), track.center().y() - px(4)),
               QPointF(qMax(x(m_from), x(m_from + m_points)), track.center().y() + px(5)));
    QColor ink = colors.accent;
    if (m_total) {
        painter.setPen(ink);
        painter.drawRect(bar);
    } else {
        ink.setAlphaF(isChecked() ? 1.0F : 0.6F);
        painter.fillRect(bar, ink);
    }
    painter.setPen(colors.text);
    painter.setFont(sized(0.9, true));
    painter.drawText(at(width() - points - px(2), points), Qt::AlignVCenter | Qt::AlignTrailing,
                     scoreText(m_points));
}

} // namespace ui
