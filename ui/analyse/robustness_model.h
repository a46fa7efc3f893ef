#pragma once
#include "workflow/robustness_views.h"

#include <QAbstractTableModel>

namespace ui {

/// "1er", "2e", "4e à 10e": the ranks of one shade.
QString bandName(size_t band);
/// "12,4 %"
QString percentText(double share);

/// Ranks of the organisations over the draws. The last columns are for copies: the view draws them as one
/// bar.
class RobustnessModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Rank, Name, Bands, First3, Expected, Range, Central, FirstCopied };
    enum Role { IdRole = Qt::UserRole, BandsRole };

    using QAbstractTableModel::QAbstractTableModel;

    void show(std::vector<workflow::RobustRank> ranks, const QStringList& dimensions);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString words(const workflow::RobustRank& line, int column) const;
    QString copied(const workflow::RobustRank& line, int column) const;
    QString centralWords(const workflow::RobustRank& line) const;
    QString tip(const workflow::RobustRank& line, int column) const;

    std::vector<workflow::RobustRank> m_ranks;
    QStringList m_dimensions;
};

} // namespace ui
