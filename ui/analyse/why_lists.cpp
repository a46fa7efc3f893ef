#include "ui/analyse/ranking_model.h"
#include "ui/analyse/why_panel.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/small.h"
#include "workflow/analysis_views.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPushButton>

// "D'où vient ce chiffre ?": what the score would be with all its evidence, what refutes an answer, and what
// is still to be asked.
namespace ui {
namespace {

constexpr size_t FewQuestions = 6;
constexpr double Visible = 0.05; ///< points that one decimal shows

} // namespace

void WhyPanel::addRawScore()
{
    if (m_service >= 0 || !m_line->score.central) return;
    const auto raw = workflow::rawScore(m_desk.study().model(), *m_actor).central;
    if (!raw) return;
    const double lost = *raw - *m_line->score.central;
    QLabel* label = small(
        lost < Visible ? tr("Score brut %1 : aucun plafond de preuve ne le réduit.").arg(scoreText(*raw))
                       : tr("Score brut %1 ; retenu %2 : − %3 faute de preuve.")
                             .arg(scoreText(*raw), scoreText(*m_line->score.central), scoreText(lost)));
    label->setObjectName(QStringLiteral("rawScore"));
    m_content->addWidget(label);
}

void WhyPanel::addContradictions()
{
    const auto found = workflow::contradictionsOf(m_desk.study(), *m_actor);
    if (found.empty()) return;
    m_content->addWidget(ruleLine());
    m_content->addWidget(groupTitle(tr("Contradictions")));
    for (const workflow::Contradiction& each : found) {
        auto* row = new QHBoxLayout;
        QPushButton* item =
            link(fontMetrics().elidedText(each.indicator + u' ' + each.label, Qt::ElideRight, px(186)));
        item->setObjectName(QStringLiteral("contradiction"));
        item->setToolTip(each.label);
        connect(item, &QPushButton::clicked, this, [this, code = each.indicator] { goDown(code); });
        row->addWidget(item);
        row->addStretch();
        QLabel* cost = small(tr("− %1 point").arg(scoreText(each.lost)), QStringLiteral("warning"));
        cost->setWordWrap(false);
        row->addWidget(cost);
        m_content->addLayout(row);
    }
}

/// The questions to ask again. Nothing of a score is told of those out of the ranking, whatever the reason.
void WhyPanel::addQuestions(bool withScores)
{
    const auto questions = workflow::questionsToAsk(m_desk.study(), *m_actor);
    m_content->addWidget(ruleLine());
    m_content->addWidget(groupTitle(tr("Questions à poser")));
    if (questions.empty())
        m_content->addWidget(small(tr("Toutes les réponses que le modèle lit sont là.")));
    else if (withScores)
        m_content->addWidget(
            small(tr("Entre crochets, ce que deviendrait le score selon cette seule réponse.")));
    const size_t shown = m_allQuestions ? questions.size() : qMin(FewQuestions, questions.size());
    for (size_t i = 0; i < shown; ++i) {
        const workflow::MissingQuestion& each = questions[i];
        QPushButton* item = link(fontMetrics().elidedText(each.label, Qt::ElideRight, px(240)));
        item->setObjectName(QStringLiteral("questionToAsk"));
        item->setToolTip(each.label);
        item->setAccessibleName(each.label);
        connect(item, &QPushButton::clicked, this,
                [this, name = each.question] { Q_EMIT questionAsked(m_actor->id, name); });
        m_content->addWidget(item);
        QString words = each.question + QStringLiteral(" · ") + each.indicators.join(QStringLiteral(", "));
        if (withScores) words += tr(" · [%1 ; %2]").arg(scoreText(each.low), scoreText(each.high));
        m_content->addWidget(small(words));
    }
    if (shown == questions.size()) return;
    QPushButton* all = link(tr("Les %1 questions").arg(questions.size()));
    all->setObjectName(QStringLiteral("allQuestions"));
    connect(all, &QPushButton::clicked, this, [this] {
        m_allQuestions = true;
        rebuild();
    });
    m_content->addWidget(all);
}

} // namespace ui
