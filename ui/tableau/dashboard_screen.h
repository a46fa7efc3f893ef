#pragma once
#include "ui/shell/screen.h"

class QBoxLayout;
class QLabel;
class QPushButton;

namespace ui {

/// Tableau de bord: where the mission stands, what is missing, what needs attention.
class DashboardScreen final : public Screen
{
    Q_OBJECT
public:
    explicit DashboardScreen(Desk& desk, QWidget* parent = nullptr);
    void activate() override;

private:
    void refresh();
    void addEmptyStart();
    void addAlerts(QBoxLayout* column);
    void addProgress(QBoxLayout* column, const std::vector<dossier::RecordSummary>& records);
    void addCounts(QBoxLayout* column, const QString& title,
                   const std::vector<std::pair<QString, QString>>& words, const QHash<QString, int>& counts,
                   int total, const QString& facet);
    QPushButton* figure(int count, const QString& facet, const QString& code, double size = 1.0);
    void addNearest(QBoxLayout* column, const std::vector<dossier::RecordSummary>& records);
    QStringList alerts() const;
    void addMilestones(QBoxLayout* column);
    void addMissing(QBoxLayout* column, const std::vector<dossier::RecordSummary>& records);
    void fillPanel(const std::vector<dossier::RecordSummary>& records);

    QBoxLayout *m_page, *m_latest;
    QTimer* m_timer;
    QWidget* m_fictional = nullptr;
};

} // namespace ui
