#pragma once
#include "ui/conflits/conflict_watch.h"

#include <QAbstractListModel>
#include <QStyledItemDelegate>

namespace ui {

/// Everything that waits for a decision: conflicts, then deletes of what another laptop changed.
class ConflictsModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;
    enum Role { ActorRole = Qt::UserRole, LabelRole, SummaryRole, IsDeleteRole };

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

    void show(Waiting waiting);
    /// nullptr when the row is of the other kind.
    const workflow::ConflictLine* conflict(int row) const;
    const workflow::FlaggedDeleteLine* flagged(int row) const;
    /// First row of a record, or of one of its questions; -1 if there is none.
    int rowOf(const QString& record, const QString& question) const;
    /// Says the same of a row before and after the list changed.
    QString key(int row) const;

private:
    Waiting m_waiting;
};

/// Sign, field, actor, and the two values in short.
class ConflictDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
};

} // namespace ui
