#pragma once
#include <QStyledItemDelegate>
#include <QWidget>

#include <vector>

namespace ui {

struct Colors;

/// Paints shares of ranks side by side in one bar, the first ranks darkest and named where there is room.
void paintBands(QPainter& painter, const QRectF& area, const std::vector<double>& shares,
                const Colors& colors, Qt::LayoutDirection direction);

/// Lines of the ranks over the draws: one of them is a bar of shares.
class AcceptabilityDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
};

/// What each shade of the bars stands for.
class BandsLegend final : public QWidget
{
    Q_OBJECT
public:
    explicit BandsLegend(QWidget* parent = nullptr);
};

} // namespace ui
