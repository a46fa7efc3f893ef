#pragma once
#include "ui/shell/screen.h"
#include "workflow/deliver.h"

class QLabel;
class QPushButton;
class QToolButton;

namespace ui {

class GeneratePanel;
class PageGauge;
class PageView;
class PlanTree;
struct PlanLine;

/// Livrables: the documents as they will be, page by page, what is withheld from them, and their making.
class DeliverablesScreen final : public Screen
{
    Q_OBJECT
public:
    explicit DeliverablesScreen(Desk& desk, QWidget* parent = nullptr);

    void activate() override;
    PlanTree* plan() const { return m_plan; }
    GeneratePanel* generator() const { return m_generator; }

private:
    void buildHeader();
    QWidget* buildPlan();
    QWidget* buildPreview();
    void choose(const QString& code);
    void makePreview();
    void showPreview(const workflow::Preview& preview);
    QStringList warningsOf(const std::vector<PlanLine>& plan, const workflow::Preview& preview) const;
    void showGauge(const workflow::Preview* preview);
    void followPage(int page);

    QString m_code = QStringLiteral("l1");
    int m_asked = 0;
    bool m_stale = true;
    QHash<QString, QToolButton*> m_documents;
    QLabel *m_due, *m_pageName, *m_gaugeTitle, *m_within;
    PlanTree* m_plan;
    PageGauge* m_gauge;
    PageView* m_pages;
    GeneratePanel* m_generator;
    QPushButton* m_begin; ///< when there is nothing to print yet
};

} // namespace ui
