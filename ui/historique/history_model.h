#pragma once
#include "workflow/history.h"

#include <QAbstractListModel>

namespace ui {

/// What happened to a record or to one answer, newest first, reduced to the lines that hold the words typed.
class HistoryModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

    /// Oldest first, as the study tells them.
    void setLines(std::vector<workflow::HistoryLine> lines);
    /// "9.4" or words of the label, the values, the author or the cause.
    void setFilter(const QString& words);
    int total() const { return static_cast<int>(m_lines.size()); }
    const workflow::HistoryLine& line(int row) const;
    int rowOf(const QString& operation) const;

private:
    void filter();

    std::vector<workflow::HistoryLine> m_lines;
    std::vector<QString> m_folded;
    std::vector<int> m_shown;
    QString m_words;
};

/// "12 janvier 2015, 14:03".
QString historyTime(const QDateTime& time);

} // namespace ui
