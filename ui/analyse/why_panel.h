#pragma once
#include "ui/shell/desk.h"

#include <QWidget>

class QBoxLayout;

namespace ui {

/// A piece or an observation in the words of the form.
QString pieceWord(const questionnaire::Form& form, const QString& code);

/// "D'où vient ce chiffre ?": from a score down to the answers, the pieces and the dates.
class WhyPanel final : public QWidget
{
    Q_OBJECT
public:
    explicit WhyPanel(Desk& desk, QWidget* parent = nullptr);

    /// `service` 0–3 for a service's profile, -1 for the global score.
    void show(const disclosure::ActorData* actor, const assessment::RankLine* line, int service);
    /// Goes down to a dimension, sub-dimension, service or indicator; empty: back to the top.
    void goDown(const QString& node);

Q_SIGNALS:
    void questionAsked(const QString& record, const QString& question);
    void setAsideAsked(const QString& actor, const QString& rule); ///< the ranking without this rule

private:
    void rebuild();
    void addHead();
    void addWaterfall();
    void addProfile();
    void addPath();
    void addNode(const assessment::Model::Node& node);
    void addIndicators(const assessment::Model::Node& node);
    QWidget* indicatorRow(const QString& code, const assessment::IndicatorScore& score);
    void addCap(const QString& code);
    void addIndicator(const QString& code);
    QString originOf(const workflow::AnswerRead& read) const;
    void addReads(const workflow::IndicatorExplanation& explanation);
    void addRules();
    void addRawScore();
    void addContradictions();
    void addQuestions(bool withScores);
    void addFoot();
    const assessment::Interval* intervalOf(const QString& node) const;

    Desk& m_desk;
    std::optional<disclosure::ActorData> m_actor;
    std::optional<assessment::RankLine> m_line;
    int m_service = -1;
    bool m_allQuestions = false; ///< else the first of them only
    QStringList m_path;          ///< from dimension to indicator
    QBoxLayout* m_content;
};

} // namespace ui
