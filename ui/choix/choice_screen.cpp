#include "ui/choix/choice_screen.h"

#include "ui/choix/any_three_panel.h"
#include "ui/choix/decision_panel.h"
#include "ui/choix/eligibility_page.h"
#include "ui/choix/preselection_page.h"
#include "ui/choix/rejection_page.h"
#include "ui/choix/trio_page.h"
#include "ui/choix/what_if_panel.h"
#include "ui/modele/model_link.h"
#include "ui/widgets/small.h"
#include "workflow/choice.h"
#include "workflow/messages/messages.h"
#include "workflow/sharing.h"

#include <QBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QStackedWidget>
#include <QTabWidget>
#include <QToolButton>

namespace ui {

ChoiceScreen::ChoiceScreen(Desk& desk, QWidget* parent)
    : Screen(desk, tr("Choix des trois"), parent), m_stages(new QStackedWidget), m_page(new TrioPage),
      m_preselection(new PreselectionPage(desk)), m_eligibility(new EligibilityPage(desk)),
      m_rejection(new RejectionPage(desk)), m_whatIf(new WhatIfPanel), m_any(new AnyThreePanel),
      m_decision(new DecisionPanel(desk)), m_intro(small({})), m_toModel(modelLink(this))
{
    buildHeader();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stages);
    m_stages->addWidget(m_preselection);
    m_stages->addWidget(m_eligibility);
    m_stages->addWidget(m_page);
    m_stages->addWidget(m_rejection);
    m_stages->setCurrentWidget(m_page);
    addPanelTab(m_whatIf, tr("Et si…"));
    addPanelTab(m_decision, tr("Décision"));
    addPanelTab(m_any, tr("Pourquoi pas ?"));
    connect(m_whatIf, &WhatIfPanel::weightsTried, this, &ChoiceScreen::showTrios);
    connect(m_whatIf, &WhatIfPanel::drawsAsked, this, [this] {
        m_drawnFor.reset();
        draw();
    });
    connect(m_whatIf, &WhatIfPanel::weightsProposed, this, &ChoiceScreen::proposeWeights);
    connect(m_page, &TrioPage::currentChanged, this, [this] {
        m_examined.reset();
        showDecision();
    });
    connect(m_any, &AnyThreePanel::examined, this, [this](const Three& three) {
        m_examined = three;
        showDecision();
        panel()->setCurrentWidget(m_decision);
    });
    connect(&desk, &Desk::analysisReady, this, [this] {
        if (isVisible()) refresh();
    });
    connect(&desk, &Desk::changed, this, [this] {
        if (isVisible()) activate();
    });
}

void ChoiceScreen::buildHeader()
{
    const QList<QToolButton*> stages{segment(tr("Présélection")), segment(tr("Éligibilité")),
                                     segment(tr("Trios")), segment(tr("Non retenues"))};
    for (int i = 0; i < stages.size(); ++i) {
        stages[i]->setObjectName(QStringLiteral("stage%1").arg(i));
        connect(stages[i], &QToolButton::clicked, this, [this, i] { m_stages->setCurrentIndex(i); });
    }
    stages[2]->setChecked(true);
    m_intro->setObjectName(QStringLiteral("choiceIntro"));
    headerLayout()->addWidget(segments(stages));
    m_page->setIntro(m_intro);
    headerLayout()->addStretch(1);
    m_asTable = button(tr("Tableau"));
    m_asTable->setCheckable(true);
    m_asTable->setObjectName(QStringLiteral("asTable"));
    m_copy = button(tr("Copier"));
    m_copy->setObjectName(QStringLiteral("copyTrios"));
    m_copy->setToolTip(tr("Copier les trios comme tableau"));
    connect(m_asTable, &QPushButton::toggled, this, [this](bool table) {
        m_page->showAsTable(table);
        m_asTable->setText(table ? tr("Fiches") : tr("Tableau"));
        showTools();
    });
    connect(m_copy, &QPushButton::clicked, m_page, &TrioPage::copy);
    connect(m_stages, &QStackedWidget::currentChanged, this, [this] {
        showTools();
        showStage();
    });
    m_propose = button(tr("Proposer le trio 1…"), QStringLiteral("primary"));
    m_propose->setObjectName(QStringLiteral("proposeFirst"));
    connect(m_propose, &QPushButton::clicked, this, &ChoiceScreen::proposeFirst);
    for (QPushButton* tool : {m_toModel, m_copy, m_asTable, m_propose})
        headerLayout()->addWidget(tool);
}

void ChoiceScreen::showStage()
{
    const QWidget* stage = m_stages->currentWidget();
    if (stage == m_preselection) m_preselection->refresh();
    if (stage == m_eligibility) m_eligibility->refresh(obstacle());
    if (stage == m_rejection) m_rejection->refresh(obstacle());
}

void ChoiceScreen::showTools()
{
    const bool trios = m_stages->currentWidget() == m_page && obstacle().isEmpty();
    for (QWidget* tool : std::initializer_list<QWidget*>{m_asTable, m_copy, m_intro, m_propose})
        tool->setVisible(trios);
    m_copy->setVisible(trios && m_asTable->isChecked());
    // The panel speaks of trios: the other stages, and the preselection above all, are read without it.
    QWidget* side = panel()->parentWidget();
    if (side && isVisible()) side->setVisible(m_stages->currentWidget() == m_page);
    m_propose->setEnabled(!m_page->trios().empty() && !m_whatIf->isTrying());
}

QString ChoiceScreen::obstacle() const
{
    if (!study().info().modelLocked)
        return tr("Aucun score n’est montré avant que le modèle d’analyse soit approuvé et verrouillé.\n"
                  "Le verrouillage se fait à l’écran Analyse.");
    if (!desk().analysis()) return tr("Calcul en cours…");
    return {};
}

void ChoiceScreen::activate()
{
    if (!desk().analysisIsCurrent()) desk().requestAnalysis();
    refresh();
}

void ChoiceScreen::refresh()
{
    const QString why = obstacle();
    showStage();
    for (QWidget* part : std::initializer_list<QWidget*>{m_whatIf, m_any, m_decision})
        part->setEnabled(why.isEmpty());
    showTools();
    if (!why.isEmpty()) {
        m_page->tell(why);
        m_any->show({});
        return m_decision->show({}, ActorBook());
    }
    const assessment::SelectionSetup setup = study().selectionSetup();
    m_regions =
        setup.priorityRegions.isEmpty() ? setup.regionCount : static_cast<int>(setup.priorityRegions.size());
    m_whatIf->setModelWeights(assessment::Weights::of(study().model()));
    const auto decision = workflow::trioDecision(study());
    m_kept = decision ? std::optional(decision->trio) : std::nullopt;
    showTrios();
    showDecision();
    fillIntro();
    draw();
}

void ChoiceScreen::proposeFirst()
{
    m_page->chooseFirst();
    m_examined.reset();
    showDecision();
    panel()->setCurrentWidget(m_decision);
    m_decision->startProposing();
}

void ChoiceScreen::proposeWeights(const QString& name)
{
    const bool reviewer = workflow::isReviewerDossier(study());
    desk().write(
        [name, weights = m_whatIf->tried()](workflow::Study& writing) {
            return workflow::proposeWeights(writing, name, weights);
        },
        this,
        [this, name, reviewer](const workflow::Outcome& outcome) {
            const QStringList lines = workflow::messages::sentencesOf(outcome.issues);
            const QString done =
                reviewer
                    ? tr("Poids proposés à la concertation ; votre retour les portera.")
                    : tr("Poids de %1 proposés à la concertation, et inscrits à côté des autres.").arg(name);
            m_whatIf->tellProposed(outcome.ok() ? done : lines.join(u'\n'), outcome.ok());
        },
        tr("poids proposés"));
}

void ChoiceScreen::showTrios()
{
    if (!obstacle().isEmpty()) return;
    const std::optional<Three> before = m_page->current();
    m_page->show(study(), {desk().analysis(), m_whatIf->tried(), m_whatIf->isTrying(), m_regions, m_kept});
    if (m_page->current() != before) showDecision();
    showTools();
    fillIntro();
    showDraws();
}

void ChoiceScreen::showDecision()
{
    m_decision->show(m_examined ? m_examined : m_page->current(), m_page->book());
}

void ChoiceScreen::fillIntro()
{
    int eligible = 0, judged = 0;
    for (const disclosure::ActorData& actor : desk().analysis()->actors) {
        if (actor.assessment.institution) continue;
        ++judged;
        if (assessment::allMet(actor.eligibility)) ++eligible;
    }
    const qint64 examined = desk().analysis()->trios.examined;
    const bool partial = m_whatIf->isTrying() && workflow::isReviewerDossier(study());
    m_intro->setText(partial ? tr("Essai sur les seules réponses qui vous sont remises : les provinces des "
                                  "abris n’y sont pas.")
                             : tr("%1 organisations éligibles sur %2 · %3 trios examinés")
                                   .arg(QLocale().toString(eligible), QLocale().toString(judged),
                                        QLocale().toString(examined)));
}

void ChoiceScreen::showDraws()
{
    m_page->showDraws(m_draws ? &*m_draws : nullptr, m_trouble);
    // Under weights that are tried, the numbers of the cards are not those the draws know.
    const auto numbered = m_whatIf->isTrying() ? std::vector<assessment::Trio>() : m_page->trios();
    if (!m_draws)
        m_whatIf->showTipping(m_trouble.isEmpty() ? tr("Tirages en cours…") : m_trouble, nullptr);
    else if (m_page->trios().empty())
        m_whatIf->showTipping(tr("Aucun trio : il n’y a pas de point de bascule."), nullptr);
    else
        m_whatIf->showTipping(tippingSentence(*m_draws, numbered, m_page->book()), &*m_draws);
    const auto& trios = m_page->trios();
    m_any->show({&study(), desk().analysis(), m_whatIf->tried(),
                 trios.empty() ? std::nullopt : std::optional(trios.front()), m_draws ? &*m_draws : nullptr});
}

void ChoiceScreen::draw()
{
    const auto slice = desk().analysis();
    if (!obstacle().isEmpty() || m_drawnFor == slice) return;
    m_drawnFor = slice;
    m_draws.reset();
    m_trouble.clear();
    showDraws();
    assessment::RobustnessSetup setup;
    setup.seed = static_cast<quint64>(m_whatIf->seed());
    const int number = ++m_drawn;
    desk().askLong<assessment::Robustness>(
        [slice, setup](workflow::Study& study, const base::Progress& progress) {
            return workflow::robustness(study, *slice, setup, progress);
        },
        this,
        [this, number](Result<assessment::Robustness> result) {
            if (number != m_drawn) return; // others were asked for since
            if (result.value)
                m_draws = std::move(*result.value);
            else
                m_trouble = result.error.cancelled ? tr("Tirages interrompus : « Tirer » les reprend.")
                                                   : result.error.text();
            if (obstacle().isEmpty()) showDraws();
        });
}

} // namespace ui
