#include "ui/choix/marked_bar.h"

#include "ui/choix/trio_words.h"
#include "ui/theme/colors.h"
#include "ui/theme/metrics.h"

#include <QPainter>

namespace ui {

MarkedBar::MarkedBar(double mark, QWidget* parent) : QWidget(parent), m_mark(mark)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void MarkedBar::setShare(double share)
{
    m_share = share;
    setAccessibleName(tr("%1 des tirages, seuil %2").arg(shareText(share), shareText(m_mark)));
    update();
}

QSize MarkedBar::sizeHint() const
{
    return {px(80), px(11)};
}

void MarkedBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Colors& colors = colorsOf(palette());
    const QRectF area = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    painter.fillRect(area, colors.base);
    const double wide = area.width() * m_share;
    painter.fillRect(QRectF(mirrored ? area.right() - wide : area.left(), area.top(), wide, area.height()),
                     colors.accent);
    painter.setPen(colors.border);
    painter.drawRect(area);
    const double x = area.left() + (mirrored ? 1 - m_mark : m_mark) * area.width();
    painter.setPen(QPen(m_share >= m_mark ? colors.onAccent : colors.text, 1.4, Qt::DotLine));
    painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
}

} // namespace ui
