#pragma once
#include "workflow/submissions.h"

#include <QAbstractTableModel>

namespace ui {

/// What each submission does, or would do.
class SubmissionLinesModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Row, Name, Effect, Answers, Rows, Files, Kept, Problems, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    void show(std::vector<workflow::SubmissionLine> lines);
    const workflow::SubmissionLine* line(int row) const;

private:
    std::vector<workflow::SubmissionLine> m_lines;
};

} // namespace ui
