#pragma once
#include "ui/shell/screen.h"
#include "workflow/snapshots.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QTableView;
class QToolButton;

namespace ui {

class ComparisonModel;

/// États figés: marks of the study when a deliverable left, and what changed between any two of them.
class SnapshotsScreen final : public Screen
{
    Q_OBJECT
public:
    explicit SnapshotsScreen(Desk& desk, QWidget* parent = nullptr);

    void activate() override;

    void freeze(const QString& label);
    void compare();
    ComparisonModel* model() const { return m_model; }
    QComboBox* from() const { return m_from; }
    QComboBox* to() const { return m_to; }
    QListWidget* list() const { return m_list; }
    QString problem() const;

Q_SIGNALS:
    void compared();

private:
    void buildHeader();
    QWidget* buildChoice();
    QWidget* buildTable();
    void readStates();
    void showComparison(const workflow::StateComparison& comparison);
    void compareLast(int row);

    ComparisonModel* m_model;
    QListWidget* m_list;
    QComboBox *m_from, *m_to;
    QLineEdit* m_label;
    QPushButton *m_copy, *m_compare;
    QLabel *m_problem, *m_title, *m_hint;
    QTableView* m_table;
    QWidget* m_kinds;
    std::array<QToolButton*, 4> m_kindButtons;
};

} // namespace ui
