#pragma once
#include "workflow/analysis_views.h"
#include "workflow/robustness_views.h"

#include <QFrame>

class QBoxLayout;

namespace ui {

class RankingModel;

/// "À retenir" under the ranking: what a reader should not miss, each with the way to see it.
class SummaryCard final : public QFrame
{
    Q_OBJECT
public:
    explicit SummaryCard(QWidget* parent = nullptr);

    struct Content
    {
        std::shared_ptr<const disclosure::StudyData> data;
        const std::vector<workflow::Claim>* claims = nullptr; ///< none: not calculated yet
        int contradictions = 0;
        std::optional<workflow::RobustnessSentence> robustness;
    };
    void show(const RankingModel& model, const Content& content);

Q_SIGNALS:
    void claimsAsked();
    void contradictionsAsked();
    void robustnessAsked();
    void setAsideAsked(const QString& actor, const QString& rule);

private:
    void addTrio(const RankingModel& model, const disclosure::StudyData& slice);
    void addRobustness(const std::optional<workflow::RobustnessSentence>& told);
    void addOutOfSelection(const RankingModel& model);
    void addClaims(const Content& content);
    /// A sentence, then where it leads.
    QBoxLayout* addLine(const QString& words, const QString& linkWords, const QString& name,
                        const std::function<void()>& follow);

    QBoxLayout* m_content;
};

} // namespace ui
