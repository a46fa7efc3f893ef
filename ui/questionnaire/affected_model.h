#pragma once
#include "workflow/form_versions.h"

#include <QAbstractTableModel>

namespace ui {

/// Every answer that a change of questionnaire touches, reduced to one fate or not.
class AffectedModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Actor, Question, Value, Fate, ColumnCount };
    using QAbstractTableModel::QAbstractTableModel;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    void show(std::shared_ptr<const workflow::FormPlan> plan);
    /// Nothing: all of them.
    void reduceTo(std::optional<workflow::AnswerFate> fate);

private:
    void filter();

    std::shared_ptr<const workflow::FormPlan> m_plan;
    std::optional<workflow::AnswerFate> m_fate;
    QHash<QString, QString> m_names;
    std::vector<size_t> m_shown;
};

} // namespace ui
