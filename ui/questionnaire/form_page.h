#pragma once
#include "workflow/form_versions.h"

#include <QWidget>

class QBoxLayout;
class QLabel;
class QPushButton;
class QTableWidget;

namespace ui {

class Desk;
class DifferenceTree;
class PlanPanel;
template <class T> struct Result;

/// The versions of the questionnaire that the study keeps; comparing them, and changing with an examination
/// first.
class FormPage final : public QWidget
{
    Q_OBJECT
public:
    explicit FormPage(Desk& desk, QWidget* parent = nullptr);

    /// What the file dialogs lead to.
    void planFrom(const QString& path);
    void compareWith(const QString& path);

protected:
    void showEvent(QShowEvent* event) override;

private:
    using Plan = std::shared_ptr<const workflow::FormPlan>;
    using Planner = std::function<workflow::FormPlan(const workflow::Study&, const base::Progress&)>;

    void buildVersions(QBoxLayout* column);
    void refresh();
    void showState();
    void showChosen();
    void chooseFile(bool toCompare);
    void plan(Planner work);
    void showPlan(Plan plan);
    void adopt();
    void drop();
    void tell(const QString& sentence, const QString& tone);
    const workflow::FormVersion* chosen() const;
    QHash<QString, QString> names() const;

    Desk& m_desk;
    std::vector<workflow::FormVersion> m_versions;
    Plan m_plan;
    QLabel *m_state, *m_told, *m_about;
    QTableWidget* m_list;
    QPushButton *m_compare, *m_change, *m_return;
    DifferenceTree* m_difference;
    PlanPanel* m_panel;
};

} // namespace ui
