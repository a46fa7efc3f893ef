#include "ui/analyse/summary_card.h"

#include "ui/analyse/ranking_model.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/small.h"
#include "workflow/messages/messages.h"

#include <QBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>

namespace ui {

SummaryCard::SummaryCard(QWidget* parent) : QFrame(parent), m_content(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("card"));
    m_content->setContentsMargins(px(16), px(8), px(16), px(10));
    m_content->setSpacing(px(4));
}

void SummaryCard::show(const RankingModel& model, const Content& content)
{
    clear(m_content);
    if (!content.data) return;
    m_content->addWidget(heading(tr("À retenir")));
    addTrio(model, *content.data);
    addRobustness(content.robustness);
    addOutOfSelection(model);
    addClaims(content);
}

QBoxLayout* SummaryCard::addLine(const QString& words, const QString& linkWords, const QString& name,
                                 const std::function<void()>& follow)
{
    auto* row = new QHBoxLayout;
    row->setSpacing(px(6));
    auto* label = new ElidedLabel;
    label->setText(typeset(words));
    row->addWidget(label);
    QPushButton* way = link(linkWords);
    way->setObjectName(name);
    connect(way, &QPushButton::clicked, this, follow);
    row->addWidget(way);
    row->addStretch();
    m_content->addLayout(row);
    return row;
}

void SummaryCard::addTrio(const RankingModel& model, const disclosure::StudyData& slice)
{
    const int ranked = model.rankedCount();
    m_content->addWidget(
        text(tr("%1 organisations classées, %2 au classement non communiqué ; %3 groupes au coude à coude.")
                 .arg(QLocale().toString(ranked), QLocale().toString(model.rowCount() - ranked))
                 .arg(model.groups().size())));
    if (slice.trios.trios.empty()) {
        m_content->addWidget(text(tr("Moins de trois organisations éligibles : aucun trio à proposer.")));
        return;
    }
    const assessment::Trio& trio = slice.trios.trios.front();
    QStringList names, failing;
    for (const QString& id : trio.actors)
        if (const auto* actor = model.actor(id))
            names << workflow::nameOf(*actor).section(QStringLiteral(" ("), 0, 0);
    for (const assessment::Constraint& constraint : trio.constraints)
        if (!constraint.met) failing << workflow::messages::criterionWord(constraint.code);
    m_content->addWidget(
        text(tr("Trio proposé (note %1) : %2.").arg(scoreText(trio.note), names.join(tr(", ")))));
    if (!slice.trios.anyMeetsConstraints)
        m_content->addWidget(text(tr("Aucun trio ne tient toutes les contraintes ; à celui-ci manque : %1.")
                                      .arg(failing.join(tr(", "))),
                                  QStringLiteral("warning")));
}

void SummaryCard::addRobustness(const std::optional<workflow::RobustnessSentence>& told)
{
    if (!told) return;
    auto* row = new QHBoxLayout;
    row->setSpacing(px(6));
    if (!told->firm) row->addWidget(Sign::rule(Rule::Liftable), 0, Qt::AlignTop);
    QLabel* words = text(told->words, told->firm ? QString() : QStringLiteral("warning"));
    words->setObjectName(QStringLiteral("summaryRobustness"));
    row->addWidget(words, 1);
    QPushButton* way = link(tr("Détail"));
    way->setAccessibleName(tr("Voir les tirages"));
    way->setObjectName(QStringLiteral("seeDraws"));
    connect(way, &QPushButton::clicked, this, &SummaryCard::robustnessAsked);
    row->addWidget(way, 0, Qt::AlignTop);
    m_content->addLayout(row);
}

/// The best ranked organisation that a blocking rule keeps out, its rank (which no rule changes), and how
/// many others are.
void SummaryCard::addOutOfSelection(const RankingModel& model)
{
    QString words, id, rule;
    int rank = 0, others = -1;
    for (int row = 0; row < model.rowCount(); ++row) {
        const assessment::RankLine& line = model.line(row);
        const disclosure::ActorData* actor = line.rank ? model.actor(line.id) : nullptr;
        if (!actor) continue;
        const auto& vetoes = actor->assessment.vetoes;
        const auto blocking = std::find_if(vetoes.begin(), vetoes.end(), [](const assessment::Veto& veto) {
            return veto.effect == assessment::VetoEffect::Blocking;
        });
        if (blocking == vetoes.end() || ++others > 0) continue;
        id = line.id, rule = blocking->code, rank = *line.rank;
        words = tr("%1 est hors sélection : %2 (%3).")
                    .arg(workflow::nameOf(*actor), workflow::messages::vetoReason(blocking->reason), rule);
    }
    if (words.isEmpty()) return;
    QBoxLayout* row =
        addLine(words, tr("Rang sans cette règle : %1").arg(rank), QStringLiteral("withoutRule"),
                [this, id, rule] { Q_EMIT setAsideAsked(id, rule); });
    if (others < 1) return;
    QLabel* also =
        small(others == 1 ? tr("Une autre aussi.") : tr("%1 autres aussi.").arg(QLocale().toString(others)));
    also->setWordWrap(false);
    row->insertWidget(2, also);
}

void SummaryCard::addClaims(const Content& content)
{
    if (!content.claims) return;
    addLine(tr("Pièces à réclamer : %1 organisations peuvent gagner plus de 2 points.")
                .arg(QLocale().toString(workflow::actorsGaining(*content.claims, 2))),
            tr("Ouvrir la liste"), QStringLiteral("seeClaims"), [this] { Q_EMIT claimsAsked(); });
    if (content.contradictions > 0)
        addLine(content.contradictions == 1 ? tr("Une réponse est démentie par ce qui a été vu.")
                                            : tr("%1 réponses sont démenties par ce qui a été vu.")
                                                  .arg(QLocale().toString(content.contradictions)),
                tr("Voir les contradictions"), QStringLiteral("seeContradictions"),
                [this] { Q_EMIT contradictionsAsked(); });
}

} // namespace ui
