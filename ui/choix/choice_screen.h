#pragma once
#include "ui/choix/trio_words.h"
#include "ui/shell/screen.h"

class QLabel;
class QPushButton;
class QStackedWidget;

namespace ui {

class AnyThreePanel;
class DecisionPanel;
class EligibilityPage;
class PreselectionPage;
class RejectionPage;
class TrioPage;
class WhatIfPanel;

/// Choix des trois: the sets of three compared, and what moving the weights would change.
class ChoiceScreen final : public Screen
{
    Q_OBJECT
public:
    explicit ChoiceScreen(Desk& desk, QWidget* parent = nullptr);

    void activate() override;
    TrioPage* page() const { return m_page; }
    WhatIfPanel* whatIf() const { return m_whatIf; }
    /// The draws of the present slice are there.
    bool hasDraws() const { return m_draws.has_value(); }

private:
    void buildHeader();
    void showTools();
    /// What the present stage shows; the others follow when one goes to them.
    void showStage();
    void refresh();
    /// Why no set may be shown; empty when they may.
    QString obstacle() const;
    void showTrios();
    void showDraws();
    void draw();
    void showDecision();
    void fillIntro();
    void proposeFirst();
    void proposeWeights(const QString& name);

    QStackedWidget* m_stages;
    TrioPage* m_page;
    PreselectionPage* m_preselection;
    EligibilityPage* m_eligibility;
    RejectionPage* m_rejection;
    WhatIfPanel* m_whatIf;
    AnyThreePanel* m_any;
    DecisionPanel* m_decision;
    QLabel* m_intro;
    QPushButton *m_toModel, *m_copy = nullptr, *m_asTable = nullptr, *m_propose = nullptr;
    int m_regions = 0;
    std::optional<Three> m_kept;                             ///< by the decision
    std::optional<Three> m_examined;                         ///< any three, in place of the chosen card
    std::shared_ptr<const disclosure::StudyData> m_drawnFor; ///< the slice the draws were asked for
    int m_drawn = 0;                                         ///< number of the latest draws asked for
    std::optional<assessment::Robustness> m_draws;
    QString m_trouble;
};

} // namespace ui
