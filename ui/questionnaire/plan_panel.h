#pragma once
#include "workflow/form_versions.h"

#include <QWidget>

class QBoxLayout;
class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTableView;
class QTableWidget;

namespace ui {

class AffectedModel;
class DifferenceTree;

/// A change of questionnaire before it is made: what differs, what becomes of each answer, which records stay
/// on their version.
class PlanPanel final : public QWidget
{
    Q_OBJECT
public:
    explicit PlanPanel(QWidget* parent = nullptr);
    /// `names`: of the versions, by digest.
    void show(std::shared_ptr<const workflow::FormPlan> plan, const questionnaire::Form& before,
              const QHash<QString, QString>& names);
    using QWidget::show;
    workflow::FormChoices choices() const;

Q_SIGNALS:
    void confirmed();
    void dropped();

private:
    QWidget* buildAnswers();
    QWidget* buildRecords();
    QWidget* buildEnd();
    void showFates();
    void showRecords(const QHash<QString, QString>& names);
    void showRenames();
    void keepTouched(bool keep);

    std::shared_ptr<const workflow::FormPlan> m_plan;
    QLabel *m_title, *m_problems, *m_counts;
    DifferenceTree* m_difference;
    QWidget *m_answersPart, *m_recordsPart, *m_end;
    QComboBox* m_fates;
    AffectedModel* m_affected;
    QTableView* m_answers;
    QTableWidget* m_records;
    QBoxLayout* m_renames;
    std::vector<std::pair<QCheckBox*, workflow::FormRename>> m_renameBoxes;
    QLineEdit* m_reason;
    QPushButton* m_adopt;
};

} // namespace ui
