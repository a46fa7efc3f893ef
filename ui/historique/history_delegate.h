#pragma once
#include <QStyledItemDelegate>

namespace ui {

/// One change on four lines: what, before, after, then who, when and why. All lines are elided, never
/// wrapped: the height needs no text layout, so that ten thousand scroll like ten.
class HistoryDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    /// Said once above the list, not again by each line.
    void setTitle(const QString& title) { m_title = title; }

private:
    QString m_title;
};

} // namespace ui
