#pragma once
#include "workflow/analysis_views.h"

#include <QWidget>

class QLabel;
class QStandardItemModel;
class QTableView;

namespace ui {

/// "Pièces à réclamer": over all ranked organisations, what evidence would lift a cap, greatest gain first.
class ClaimsPage final : public QWidget
{
    Q_OBJECT
public:
    explicit ClaimsPage(QWidget* parent = nullptr);

    /// Nothing: not calculated yet.
    void show(const std::optional<std::vector<workflow::Claim>>& claims, const questionnaire::Form& form);
    QTableView* table() const { return m_table; }

Q_SIGNALS:
    void chosen(const QString& actor, const QString& indicator);

private:
    QStandardItemModel* m_model;
    QTableView* m_table;
    QLabel* m_intro;
};

} // namespace ui
