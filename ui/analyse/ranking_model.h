#pragma once
#include "workflow/analysis.h"

#include <QAbstractTableModel>

namespace ui {

/// A ranking, global or of one service, as the analysis computed it: lines already in order.
class RankingModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Rank, Name, Interval, Score, Raw, Status, Rules, ColumnCount };
    enum Role {
        IdRole = Qt::UserRole,
        StatusRole,
        LowRole,
        CentralRole,
        HighRole,
        RankedRole,
        BadgesRole,
        GroupRole,
        FirstRole
    };

    using QAbstractTableModel::QAbstractTableModel;

    /// `service` 0–3, or -1 for the global score.
    void show(std::shared_ptr<const disclosure::StudyData> study, int service);

    /// Global scores without the caps of evidence, by organisation.
    void setRaw(QHash<QString, assessment::Interval> raw);
    /// The ranking is read as if this rule were not there; empty: all of them count.
    void setAside(const QString& rule);
    const QString& asideRule() const { return m_aside; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    const assessment::RankLine& line(int row) const { return lines()[static_cast<size_t>(row)]; }
    const disclosure::ActorData* actor(const QString& id) const;
    int rowOf(const QString& id) const;
    int rankedCount() const;
    /// First and last scores shown, rounded to tens: the scale of the bars.
    std::pair<double, double> scale() const { return m_scale; }
    /// Stretches of rows that share a "coude à coude" (first row, number of rows).
    std::vector<std::pair<int, int>> groups() const;

private:
    const std::vector<assessment::RankLine>& lines() const;
    std::pair<int, int> placesOf(int row) const;
    QString rankWords(int row) const;
    QString rankTip(int row) const;
    QVariant roleData(int row, int role) const;
    QVariant words(int row, int column) const;
    QString rawWords(const assessment::RankLine& line) const;
    QString tip(int row, int column) const;
    /// Rules on a ranked organisation, those set aside and those that are nobody's business left out.
    std::vector<assessment::Veto> rules(int row) const;

    std::shared_ptr<const disclosure::StudyData> m_study;
    QHash<QString, assessment::Interval> m_raw;
    QString m_aside;
    int m_service = -1;
    QHash<QString, int> m_actors;
    std::vector<std::pair<int, int>> m_groupOfRow; ///< first row and size of the row's group
    std::pair<double, double> m_scale{0, 100};
};

/// "76,4"
QString scoreText(double score);

} // namespace ui
