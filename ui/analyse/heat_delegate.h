#pragma once
#include "ui/theme/colors.h"

#include <QStyledItemDelegate>

namespace ui {

/// From the ground towards the accent as `share` grows from 0 to 1, never so far that words on it lose their
/// contrast.
QColor heatShade(const Colors& colors, double share);

/// A cell of a heat map: the number is written, its shade only helps the eye.
class HeatDelegate final : public QStyledItemDelegate
{
public:
    /// `role` holds the number, from 0 to `whole`; cells without one stay plain. `boldColumn` is in bold.
    HeatDelegate(int role, double whole, int boldColumn, QObject* parent);
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;

private:
    int m_role, m_boldColumn;
    double m_whole;
};

} // namespace ui
