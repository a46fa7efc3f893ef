#pragma once
#include "workflow/analysis.h"

#include <QAbstractTableModel>

namespace ui {

/// Organisations against the sub-dimensions and services of the model, central scores, or against its
/// indicators, from 0 to 4 as their evidence lets them count. Lines out of the ranking are all alike, and
/// last whatever the sorting.
class DimensionsModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    static constexpr int Name = 0;
    enum Role { IdRole = Qt::UserRole, ScoreRole };

    using QAbstractTableModel::QAbstractTableModel;

    void show(std::shared_ptr<const disclosure::StudyData> study);
    void showIndicators(bool wanted);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

    /// Dimension, sub-dimension or service of a column, or of its indicator; empty for the name and the
    /// global score.
    QString nodeOf(int column) const;
    const assessment::RankLine& line(int row) const { return *m_rows[static_cast<size_t>(row)].line; }
    const disclosure::ActorData* actor(int row) const { return m_rows[static_cast<size_t>(row)].actor; }

private:
    struct Row
    {
        const assessment::RankLine* line;
        const disclosure::ActorData* actor;
    };
    /// The number of a cell, in its own unit; nothing when it is not known.
    struct Cell
    {
        std::optional<double> value;
        bool notApplicable = false;
        QString tip;
    };
    QStringList columnsWanted() const;
    QString codeOf(int column) const;
    bool isIndicator(int column) const { return m_byIndicator && column > Name + 1; }
    Cell cell(const Row& row, int column) const;
    Cell indicatorCell(const Row& row, int column) const;
    bool precedes(const Row& a, const Row& b, int column, bool descending) const;
    QString words(const Row& row, int column) const;

    std::shared_ptr<const disclosure::StudyData> m_study;
    std::vector<Row> m_rows;
    QStringList m_codes; ///< of the columns after the name and the global score
    bool m_byIndicator = false;
};

} // namespace ui
