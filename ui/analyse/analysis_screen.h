#pragma once
#include "ui/analyse/claims_page.h"
#include "ui/shell/screen.h"
#include "workflow/analysis_views.h"

class QCheckBox;
class QLabel;
class QPushButton;
class QStackedWidget;
class QToolButton;

namespace ui {

class DimensionsModel;
class DimensionsView;
class RankingModel;
class RankingView;
class RobustnessPage;
class SummaryCard;
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
    enum class View { Ranking, Robustness, Dimensions, Claims };
    void showView(View view);
    DimensionsView* dimensions() const { return m_dimensions; }
    ClaimsPage* claims() const { return m_claimsPage; }
    RobustnessPage* robustness() const { return m_robustness; }
    RankingView* ranking() const { return m_view; }
    /// Nothing until they are calculated.
    const std::vector<workflow::Claim>* evidenceToClaim() const
    {
        return m_details ? &m_details->evidence.claims : nullptr;
    }

private:
    void buildHeader();
    QWidget* buildPage();
    void connectPages();
    void refresh();
    void showService(int service);
    void showLine();
    void fillSummary();
    void fillIntro();
    void showActor(const QString& id, const QString& node);
    void requestDetails();
    void setAside(const QString& actor, const QString& rule);
    void copyShown();

    /// What takes longer than the ranking.
    struct Details
    {
        ClaimsPage::Content evidence;
        QHash<QString, assessment::Interval> raw;
    };
    static Details detailsOf(const workflow::Study& study, const disclosure::StudyData& slice,
                             const base::Progress& progress);

    RankingModel* m_model;
    RankingView* m_view;
    WhyPanel* m_why;
    QStackedWidget* m_pages;
    DimensionsModel* m_dimensionsModel;
    DimensionsView* m_dimensions;
    ClaimsPage* m_claimsPage;
    RobustnessPage* m_robustness;
    SummaryCard* m_summary;
    QCheckBox* m_raw;
    QList<QToolButton*> m_services, m_views;
    QLabel *m_intro, *m_lock, *m_empty;
    QWidget *m_choices, *m_viewChoices;
    QPushButton *m_copy, *m_restore;
    int m_service = -1;
    View m_shown = View::Ranking;
    std::optional<Details> m_details;
    std::shared_ptr<const disclosure::StudyData>
        m_detailed; ///< what the details are, or will be, calculated on
};

} // namespace ui
