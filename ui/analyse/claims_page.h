#pragma once
#include "workflow/analysis_views.h"

#include <QWidget>

class QLabel;
class QStackedWidget;
class QTableView;
class QToolButton;

namespace ui {

/// Over all ranked organisations: "Pièces à réclamer", what evidence would lift a cap, greatest gain first;
/// and "Contradictions", the answers that what was seen refutes.
class ClaimsPage final : public QWidget
{
    Q_OBJECT
public:
    explicit ClaimsPage(QWidget* parent = nullptr);

    struct Content
    {
        std::vector<workflow::Claim> claims;
        std::vector<workflow::Contradiction> contradictions;
    };
    /// Nothing: not calculated yet.
    void show(const Content* content, const questionnaire::Form& form);
    enum class Part { Claims, Contradictions };
    void showPart(Part part);
    QTableView* table() const; ///< the one that is shown

Q_SIGNALS:
    void chosen(const QString& actor, const QString& indicator);

private:
    void fillIntro();
    void watch(QTableView* table);

    QTableView *m_claims, *m_contradictions;
    QStackedWidget* m_tables;
    QList<QToolButton*> m_parts;
    QLabel* m_intro;
    bool m_known = false;
};

} // namespace ui
