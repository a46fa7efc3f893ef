#pragma once
#include "ui/shell/screen.h"

class QLabel;
class QPushButton;
class QStackedWidget;
class QToolButton;

namespace ui {

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

private:
    void buildHeader();
    QWidget* buildPage();
    QWidget* buildLegend();
    void refresh();
    void showService(int service);
    void showLine();
    void fillSummary();

    RankingModel* m_model;
    RankingView* m_view;
    WhyPanel* m_why;
    QStackedWidget* m_pages;
    QList<QToolButton*> m_services;
    QLabel *m_intro, *m_lock, *m_empty;
    QWidget* m_choices;
    QPushButton* m_copy;
    QBoxLayout* m_summary;
    int m_service = -1;
};

} // namespace ui
