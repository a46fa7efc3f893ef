#include "ui/analyse/heat_delegate.h"

#include "ui/analyse/page_frame.h"
#include "ui/theme/metrics.h"

#include <QPainter>

namespace ui {

QColor heatShade(const Colors& colors, double share)
{
    const double inside = qBound(0.0, share, 1.0);
    const double part = 0.45 * inside * inside;
    const auto mix = [part](int from, int to) { return qRound(from + (to - from) * part); };
    return {mix(colors.base.red(), colors.accent.red()), mix(colors.base.green(), colors.accent.green()),
            mix(colors.base.blue(), colors.accent.blue())};
}

HeatDelegate::HeatDelegate(int role, double whole, int boldColumn, QObject* parent)
    : QStyledItemDelegate(parent), m_role(role), m_boldColumn(boldColumn), m_whole(whole)
{
}

void HeatDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                         const QModelIndex& index) const
{
    const Colors& colors = colorsOf(option.palette);
    const QVariant score = index.data(m_role);
    painter->save();
    painter->fillRect(option.rect,
                      score.isValid() ? heatShade(colors, score.toDouble() / m_whole) : colors.base);
    painter->setPen(colors.rule);
    painter->drawRect(option.rect.adjusted(-1, -1, 0, 0));
    if (option.state & QStyle::State_Selected) {
        painter->setPen(QPen(colors.text, 2));
        painter->drawRect(option.rect.adjusted(1, 1, -2, -2));
    }
    const bool name = index.column() == 0; // where there is one, it heads its line
    painter->setPen(score.isValid() || name ? colors.text : colors.muted);
    painter->setFont(index.column() == m_boldColumn ? sized(1, true) : option.font);
    drawCell(*painter, option.rect.adjusted(px(name ? 8 : 0), 0, -px(name ? 8 : 0), 0),
             index.data().toString(), name ? Qt::AlignVCenter | Qt::AlignLeading : Qt::AlignCenter,
             option.direction);
    painter->restore();
}

} // namespace ui
