#pragma once
#include <QStyledItemDelegate>

namespace ui {

/// Paints the cells that are more than a word: the found letters of a name, the four services, the status
/// shape, the completeness bar.
class ActorDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
};

} // namespace ui
