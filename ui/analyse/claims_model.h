#pragma once
#include "workflow/analysis_views.h"

#include <QAbstractTableModel>

namespace ui {

/// Thousands of pieces to claim, in the order they are given: words are made for the lines that are seen.
class ClaimsModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Name, Indicator, Pieces, Scores, Gain, ColumnCount };
    enum Role { ActorRole = Qt::UserRole, IndicatorRole };

    using QAbstractTableModel::QAbstractTableModel;

    /// `form` must outlive the model.
    void show(std::vector<workflow::Claim> claims, const questionnaire::Form& form);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString words(const workflow::Claim& claim, int column) const;

    std::vector<workflow::Claim> m_claims;
    const questionnaire::Form* m_form = nullptr;
};

} // namespace ui
