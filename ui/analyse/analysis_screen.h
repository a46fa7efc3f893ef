#pragma once
#include "ui/shell/screen.h"
#include "workflow/analysis_views.h"

class QLabel;
class QPushButton;
class QStackedWidget;
class QToolButton;

namespace ui {

class ClaimsPage;
class DimensionsModel;
class DimensionsView;
class RankingModel;
class RankingView;
class WhyPanel;

/// Analyse: rankings with their intervals, and where each figure comes from. Nothing before the model is
/// locked.
class AnalysisScreen final : public Screen
{
    Q_OBJECT
public:
    explicit AnalysisScreen(Desk& desk, QWidget* parent = nullptr);

    void activate() override;
    RankingModel* model() const { return m_model; }
    WhyPanel* why() const { return m_why; }
    /// Before the lock only the explanation and the lock itself are shown.
    bool showsScores() const;
    enum class View { Ranking, Dimensions, Claims };
    void showView(View view);
    DimensionsView* dimensions() const { return m_dimensions; }
    ClaimsPage* claims() const { return m_claimsPage; }
    /// Nothing until they are calculated.
    const std::optional<std::vector<workflow::Claim>>& evidenceToClaim() const { return m_claims; }

private:
    void buildHeader();
    QWidget* buildPage();
    QWidget* buildLegend();
    void refresh();
    void showService(int service);
    void showLine();
    void fillSummary();
    void addTrio(const disclosure::StudyData& found);
    void addOutOfSelection();
    void addClaims();
    void showActor(const QString& id, const QString& node);
    void requestClaims();
    void copyShown();

    RankingModel* m_model;
    RankingView* m_view;
    WhyPanel* m_why;
    QStackedWidget* m_pages;
    DimensionsModel* m_dimensionsModel;
    DimensionsView* m_dimensions;
    ClaimsPage* m_claimsPage;
    QList<QToolButton*> m_services, m_views;
    QLabel *m_intro, *m_lock, *m_empty;
    QWidget *m_choices, *m_viewChoices;
    QPushButton* m_copy;
    QBoxLayout* m_summary;
    int m_service = -1;
    View m_shown = View::Ranking;
    std::optional<std::vector<workflow::Claim>> m_claims;
    std::shared_ptr<const disclosure::StudyData>
        m_claimed; ///< what the claims are, or will be, calculated on
};

} // namespace ui
