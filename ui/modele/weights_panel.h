#pragma once
#include "workflow/model_editing.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QTabBar;
class QBoxLayout;
class QGridLayout;
class QToolButton;

namespace ui {

class Desk;
class WeightsEditor;

/// The weights of the dimensions: a tab for each stakeholder, and one where they stand side by side with
/// their mix, which may be put in force.
class WeightsPanel final : public QWidget
{
    Q_OBJECT
public:
    explicit WeightsPanel(Desk& desk, QWidget* parent = nullptr);
    void refresh();
    /// Stores what waits to be stored.
    void flush();

Q_SIGNALS:
    void refused(const QString& sentence);
    void adopted();

private:
    QWidget* buildMix();
    QWidget* buildAdoption();
    void showMix();
    void addStakeholder();
    int addPage(QWidget* page, const QString& title);
    void addTab(const workflow::Stakeholder& stakeholder);
    void store(const workflow::Stakeholder& stakeholder);
    void adopt();
    /// Writes, and says why when it is refused.
    void write(std::function<workflow::Outcome(workflow::Study&)> work, const QString& name,
               std::function<void(const workflow::Outcome&)> then = {});

    Desk& m_desk;
    QStringList m_dimensions;
    std::vector<workflow::Stakeholder> m_all;
    workflow::WeightsMix m_mix;
    QList<WeightsEditor*> m_editors;
    QTabBar* m_tabs;
    QList<QWidget*> m_pages; ///< beside the tabs
    QBoxLayout* m_pageColumn = nullptr;
    QGridLayout* m_grid = nullptr;
    QLabel *m_leftOut, *m_reasonNote;
    QLineEdit* m_reason;
    QPushButton* m_adopt;
    QToolButton *m_arithmetic, *m_geometric;
    QString m_openNext; ///< stakeholder just added: its tab comes to the front
};

} // namespace ui
