#include "ui/analyse/analysis_screen.h"

#include "ui/analyse/dimensions_model.h"
#include "ui/analyse/dimensions_view.h"
#include "ui/analyse/lock_page.h"
#include "ui/analyse/page_frame.h"
#include "ui/analyse/ranking_legend.h"
#include "ui/analyse/ranking_model.h"
#include "ui/analyse/ranking_view.h"
#include "ui/analyse/robustness_page.h"
#include "ui/analyse/summary_card.h"
#include "ui/analyse/why_panel.h"
#include "ui/modele/model_link.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/copy_table.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/small.h"
#include "workflow/messages/messages.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTabWidget>
#include <QToolButton>

namespace ui {

AnalysisScreen::AnalysisScreen(Desk& desk, QWidget* parent)
    : Screen(desk, tr("Analyse"), parent), m_model(new RankingModel(this)), m_view(new RankingView(m_model)),
      m_why(new WhyPanel(desk)), m_pages(new QStackedWidget), m_dimensionsModel(new DimensionsModel(this)),
      m_dimensions(new DimensionsView(m_dimensionsModel)), m_claimsPage(new ClaimsPage),
      m_robustness(new RobustnessPage(desk)), m_summary(new SummaryCard),
      m_raw(new QCheckBox(tr("Score brut"))), m_intro(new ElidedLabel), m_lock(new QLabel),
      m_empty(text({}, QStringLiteral("muted"))), m_copy(button(tr("Copier"))),
      m_restore(link(tr("Remettre la règle")))
{
    buildHeader();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_pages);
    auto* lockArea = new QScrollArea;
    lockArea->setWidgetResizable(true);
    lockArea->setWidget(new LockPage(desk));
    m_pages->addWidget(lockArea);
    m_pages->addWidget(buildPage());
    for (QWidget* page : std::initializer_list<QWidget*>{m_robustness, m_dimensions, m_claimsPage})
        m_pages->addWidget(page);
    addPanelTab(m_why, tr("D’où vient ce chiffre ?"));
    connectPages();
    connect(&desk, &Desk::analysisReady, this, &AnalysisScreen::refresh);
    connect(&desk, &Desk::changed, this, [this](const dossier::ChangeSet& changes) {
        if (!isVisible()) return;
        if (changes.study)
            activate();
        else
            this->desk().requestAnalysis();
    });
}

void AnalysisScreen::connectPages()
{
    connect(m_dimensions->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex& now) {
                if (!now.isValid()) return;
                showActor(m_dimensionsModel->line(now.row()).id, m_dimensionsModel->nodeOf(now.column()));
            });
    connect(m_claimsPage, &ClaimsPage::chosen, this, &AnalysisScreen::showActor);
    connect(m_robustness, &RobustnessPage::chosen, this, &AnalysisScreen::showActor);
    connect(m_robustness, &RobustnessPage::changed, this, &AnalysisScreen::fillSummary);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &AnalysisScreen::showLine);
    connect(m_why, &WhyPanel::questionAsked, this, [this](const QString& record, const QString& question) {
        Q_EMIT goTo({QStringLiteral("saisie"), record, question});
    });
    connect(m_raw, &QCheckBox::toggled, this,
            [this](bool shown) { m_view->setColumnHidden(RankingModel::Raw, !shown); });
    connect(m_restore, &QPushButton::clicked, this, [this] { setAside({}, {}); });
    connect(m_summary, &SummaryCard::setAsideAsked, this, &AnalysisScreen::setAside);
    connect(m_why, &WhyPanel::setAsideAsked, this, [this](const QString& actor, const QString& rule) {
        showView(View::Ranking);
        setAside(actor, rule);
    });
    connect(m_summary, &SummaryCard::robustnessAsked, this, [this] { showView(View::Robustness); });
    const auto showClaims = [this](ClaimsPage::Part part) {
        m_claimsPage->showPart(part);
        showView(View::Claims);
    };
    connect(m_summary, &SummaryCard::claimsAsked, this,
            [showClaims] { showClaims(ClaimsPage::Part::Claims); });
    connect(m_summary, &SummaryCard::contradictionsAsked, this,
            [showClaims] { showClaims(ClaimsPage::Part::Contradictions); });
}

void AnalysisScreen::buildHeader()
{
    m_services << segment(tr("Global"));
    m_services.front()->setToolTip(tr("Score global"));
    m_services.front()->setAccessibleName(m_services.front()->toolTip());
    for (int s = 0; s < assessment::ServiceCount; ++s) {
        QToolButton* item = segment(assessment::serviceLetters()[static_cast<size_t>(s)]);
        item->setIcon(serviceIcon(s));
        item->setToolTip(workflow::messages::serviceWord(assessment::serviceCodes()[static_cast<size_t>(s)]));
        item->setAccessibleName(item->toolTip());
        m_services << item;
    }
    for (int i = 0; i < m_services.size(); ++i)
        connect(m_services[i], &QToolButton::clicked, this, [this, i] { showService(i - 1); });
    m_services.front()->setChecked(true);
    m_choices = segments(m_services);
    m_views << segment(tr("Classement")) << segment(tr("Robustesse")) << segment(tr("Dimensions"))
            << segment(tr("Pièces"));
    m_views.back()->setToolTip(tr("Pièces à réclamer"));
    m_views.back()->setAccessibleName(m_views.back()->toolTip());
    for (int i = 0; i < m_views.size(); ++i)
        connect(m_views[i], &QToolButton::clicked, this, [this, i] { showView(static_cast<View>(i)); });
    m_views.front()->setChecked(true);
    m_viewChoices = segments(m_views);
    m_copy->setToolTip(tr("Copier le tableau"));
    m_copy->setAccessibleName(m_copy->toolTip());
    m_copy->setObjectName(QStringLiteral("copyAnalysis"));
    m_lock->setProperty("tone", QStringLiteral("tag"));
    headerLayout()->addWidget(m_choices);
    headerLayout()->addWidget(m_viewChoices);
    headerLayout()->addStretch(1);
    headerLayout()->addWidget(m_lock, 0, Qt::AlignVCenter);
    headerLayout()->addWidget(modelLink(this));
    headerLayout()->addWidget(m_copy);
    connect(m_copy, &QPushButton::clicked, this, &AnalysisScreen::copyShown);
}

QWidget* AnalysisScreen::buildPage()
{
    auto* page = new QWidget;
    m_raw->setObjectName(QStringLiteral("rawColumn"));
    m_raw->setToolTip(tr("Montre aussi le score sans plafond de preuve"));
    m_restore->setObjectName(QStringLiteral("restoreRule"));
    m_restore->hide();
    QVBoxLayout* layout = framePage(page, m_intro, {m_restore, m_raw});
    layout->addWidget(m_view, 1);
    m_empty->setAlignment(Qt::AlignCenter);
    layout->addWidget(m_empty, 1);
    layout->addWidget(rankingLegend());
    auto* around = new QVBoxLayout;
    around->setContentsMargins(px(16), 0, px(16), px(16));
    around->addWidget(m_summary);
    layout->addLayout(around);
    return page;
}

bool AnalysisScreen::showsScores() const
{
    return m_pages->currentIndex() > 0;
}

void AnalysisScreen::activate()
{
    const disclosure::StudyInfo info = study().info();
    m_pages->setCurrentIndex(info.modelLocked ? 1 + static_cast<int>(m_shown) : 0);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_choices, m_viewChoices, m_copy})
        widget->setVisible(info.modelLocked);
    m_lock->setText((info.modelLocked ? tr("Modèle %1 verrouillé") : tr("Modèle %1 non verrouillé"))
                        .arg(info.modelVersion));
    m_lock->setToolTip(
        info.modelLocked
            ? tr("Approuvé le %1")
                  .arg(QLocale(QLocale::French).toString(info.approvedOn, QStringLiteral("d MMMM yyyy")))
            : QString());
    if (!info.modelLocked) {
        m_model->show(nullptr, -1);
        m_dimensionsModel->show(nullptr);
        m_robustness->show(nullptr);
        m_why->show(nullptr, nullptr, -1);
        return;
    }
    if (desk().analysisIsCurrent())
        refresh();
    else
        desk().requestAnalysis();
}

void AnalysisScreen::refresh()
{
    if (!showsScores()) return;
    m_dimensionsModel->show(desk().analysis());
    requestDetails();
    if (isVisible()) m_robustness->show(desk().analysis()); // else drawn when it comes to the front
    showService(m_service);
}

void AnalysisScreen::showService(int service)
{
    const int row = m_view->currentIndex().row();
    const QString id = row >= 0 ? m_model->line(row).id : QString();
    m_service = service;
    m_model->show(desk().analysis(), service);
    m_view->setVisible(m_model->rowCount() > 0);
    m_empty->setVisible(m_model->rowCount() == 0);
    m_empty->setText(desk().analysis()
                         ? tr("Ici se comparent les organisations. Aucune n’a encore assez de réponses.")
                         : tr("Calcul en cours…"));
    m_raw->setVisible(service < 0);
    m_view->setColumnHidden(RankingModel::Raw, service >= 0 || !m_raw->isChecked());
    fillIntro();
    const int back = m_model->rowOf(id);
    if (m_model->rowCount() > 0) m_view->setCurrentIndex(m_model->index(qMax(0, back), RankingModel::Name));
    fillSummary();
}

void AnalysisScreen::fillIntro()
{
    const QString& rule = m_model->asideRule();
    m_restore->setVisible(!rule.isEmpty());
    if (!rule.isEmpty())
        return m_intro->setText(tr("Lu sans la règle %1 (%2), qui ne change ni note ni rang.")
                                    .arg(rule, study().model().vetoLabel(rule)));
    m_intro->setText(tr("%1 organisations   ·   « coude à coude » : moins de 3 points ou intervalles qui se "
                        "recouvrent, donc pas de rang")
                         .arg(QLocale().toString(m_model->rowCount())));
}

/// Reads the ranking without a rule, at the organisation that it keeps out.
void AnalysisScreen::setAside(const QString& actor, const QString& rule)
{
    m_model->setAside(rule);
    fillIntro();
    const int row = m_model->rowOf(actor);
    if (row < 0) return;
    m_view->setCurrentIndex(m_model->index(row, RankingModel::Name));
    m_view->scrollTo(m_view->currentIndex(), QAbstractItemView::PositionAtCenter);
    m_view->setFocus();
}

void AnalysisScreen::showLine()
{
    const int row = m_view->currentIndex().row();
    if (row < 0 || row >= m_model->rowCount()) return m_why->show(nullptr, nullptr, m_service);
    const assessment::RankLine& line = m_model->line(row);
    m_why->show(m_model->actor(line.id), &line, m_service);
}

void AnalysisScreen::showView(View view)
{
    m_shown = view;
    m_views[static_cast<int>(view)]->setChecked(true);
    m_choices->setEnabled(view == View::Ranking); // the other views are about everything at once
    if (showsScores()) m_pages->setCurrentIndex(1 + static_cast<int>(view));
}

void AnalysisScreen::copyShown()
{
    if (m_shown == View::Robustness) return m_robustness->copy();
    if (m_shown == View::Dimensions) return copyTable(*m_dimensions, false);
    copyTable(m_shown == View::Claims ? *m_claimsPage->table() : static_cast<QTableView&>(*m_view), false);
}

/// The panel on the global score of one organisation, down to a node of the model.
void AnalysisScreen::showActor(const QString& id, const QString& node)
{
    const auto found = desk().analysis();
    if (!found) return;
    for (const assessment::RankLine& line : found->ranking) {
        if (line.id != id) continue;
        m_why->show(m_model->actor(id), &line, -1);
        if (line.rank) m_why->goDown(node);
    }
}

AnalysisScreen::Details AnalysisScreen::detailsOf(const workflow::Study& study,
                                                  const disclosure::StudyData& slice,
                                                  const base::Progress& progress)
{
    return {
        {workflow::evidenceToClaim(study, slice, progress), workflow::contradictions(study, slice, progress)},
        workflow::rawScores(slice)};
}

void AnalysisScreen::requestDetails()
{
    const auto slice = desk().analysis();
    if (!slice || slice == m_detailed) return;
    m_detailed = slice;
    m_details.reset();
    m_claimsPage->show(nullptr, study().form());
    m_model->setRaw({});
    desk().jobs().start<Details>(
        [slice, of = &study()](const base::Progress& progress) { return detailsOf(*of, *slice, progress); },
        this,
        [this, slice](Result<Details> result) {
            if (slice != m_detailed) return;
            if (!result.value) {
                m_detailed.reset(); // stopped: asked again at the next visit
                return;
            }
            m_details = std::move(*result.value);
            m_claimsPage->show(&m_details->evidence, study().form());
            m_model->setRaw(m_details->raw);
            fillSummary();
        });
}

void AnalysisScreen::fillSummary()
{
    m_summary->show(*m_model, {desk().analysis(), evidenceToClaim(),
                               m_details ? static_cast<int>(m_details->evidence.contradictions.size()) : 0,
                               m_robustness->sentence()});
}

} // namespace ui
