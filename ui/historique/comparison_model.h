#pragma once
#include "workflow/snapshots.h"

#include <QAbstractTableModel>

namespace ui {

/// What differs between two states, as one table: actors that came and went, answers, scores and statuses.
class ComparisonModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum class Kind { All, Actors, Answers, Scores };
    enum Column { Nature, Actor, What, Before, After, ColumnCount };
    enum Role { RecordRole = Qt::UserRole, QuestionRole };

    using QAbstractTableModel::QAbstractTableModel;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    void show(const workflow::StateComparison& comparison);
    void reduceTo(Kind kind);
    int count(Kind kind) const;

private:
    struct Row
    {
        Kind kind;
        QString record, question, nature, actor, what, before, after;
    };
    void filter();

    std::vector<Row> m_rows;
    std::vector<int> m_shown;
    Kind m_kind = Kind::All;
};

} // namespace ui
