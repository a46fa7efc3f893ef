#include "ui/analyse/analysis_screen.h"

#include "ui/analyse/claims_page.h"
#include "ui/analyse/dimensions_model.h"
#include "ui/analyse/dimensions_view.h"
#include "ui/analyse/lock_page.h"
#include "ui/analyse/ranking_model.h"
#include "ui/analyse/ranking_view.h"
#include "ui/analyse/why_panel.h"
#include "ui/modele/model_link.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/copy_table.h"
#include "ui/widgets/small.h"
#include "workflow/messages/messages.h"

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
      m_dimensions(new DimensionsView(m_dimensionsModel)), m_claimsPage(new ClaimsPage), m_intro(new QLabel),
      m_lock(new QLabel), m_empty(text({}, QStringLiteral("muted"))), m_copy(button(tr("Copier le tableau")))
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
    m_pages->addWidget(m_dimensions);
    m_pages->addWidget(m_claimsPage);
    connect(m_dimensions->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex& now) {
                if (!now.isValid()) return;
                showActor(m_dimensionsModel->line(now.row()).id, m_dimensionsModel->nodeOf(now.column()));
            });
    connect(m_claimsPage, &ClaimsPage::chosen, this, &AnalysisScreen::showActor);
    addPanelTab(m_why, tr("D’où vient ce chiffre ?"));
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &AnalysisScreen::showLine);
    connect(m_why, &WhyPanel::questionAsked, this, [this](const QString& record, const QString& question) {
        Q_EMIT goTo({QStringLiteral("saisie"), record, question});
    });
    connect(&desk, &Desk::analysisReady, this, &AnalysisScreen::refresh);
    connect(&desk, &Desk::changed, this, [this](const dossier::ChangeSet& changes) {
        if (!isVisible()) return;
        if (changes.study)
            activate();
        else
            this->desk().requestAnalysis();
    });
}

void AnalysisScreen::buildHeader()
{
    m_services << segment(tr("Score global"));
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
    m_views << segment(tr("Classement")) << segment(tr("Dimensions")) << segment(tr("Pièces"));
    m_views.back()->setToolTip(tr("Pièces à réclamer"));
    m_views.back()->setAccessibleName(m_views.back()->toolTip());
    for (int i = 0; i < m_views.size(); ++i)
        connect(m_views[i], &QToolButton::clicked, this, [this, i] { showView(static_cast<View>(i)); });
    m_views.front()->setChecked(true);
    m_viewChoices = segments(m_views);
    m_lock->setProperty("tone", QStringLiteral("tag"));
    headerLayout()->addWidget(m_choices);
    headerLayout()->addWidget(m_viewChoices);
    headerLayout()->addStretch(1);
    headerLayout()->addWidget(m_lock, 0, Qt::AlignVCenter);
    headerLayout()->addWidget(modelLink(this));
    headerLayout()->addWidget(m_copy);
    connect(m_copy, &QPushButton::clicked, this, &AnalysisScreen::copyShown);
}

QWidget* AnalysisScreen::buildLegend()
{
    auto* legend = new QWidget;
    auto* row = new QHBoxLayout(legend);
    row->setContentsMargins(px(16), px(6), px(16), px(6));
    row->setSpacing(px(6));
    row->addWidget(new Sign(
        [](QPainter& p, const QRectF& r, const Colors& c) {
            paintInterval(p, r, {0, 100}, 5, 50, 95, c.accent);
        },
        {30, 16}, {}));
    const auto word = [row](const QString& content) {
        QLabel* label = small(content);
        label->setWordWrap(false);
        row->addWidget(label);
        row->addSpacing(px(10));
    };
    word(tr("valeur centrale, borne basse, borne haute"));
    word(tr("⁞ seuil d’éligibilité 50"));
    row->addWidget(Sign::rule(Rule::Liftable));
    word(tr("condition à lever"));
    row->addWidget(Sign::rule(Rule::Blocking));
    word(tr("hors sélection"));
    row->addStretch();
    return legend;
}

QWidget* AnalysisScreen::buildPage()
{
    auto* page = new QWidget;
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_intro->setProperty("tone", QStringLiteral("muted"));
    m_intro->setFixedHeight(px(40));
    m_intro->setContentsMargins(px(16), 0, px(16), 0);
    layout->addWidget(m_intro);
    layout->addWidget(m_view, 1);
    m_empty->setAlignment(Qt::AlignCenter);
    layout->addWidget(m_empty, 1);
    layout->addWidget(buildLegend());
    auto* card = new QFrame;
    card->setObjectName(QStringLiteral("card"));
    m_summary = new QVBoxLayout(card);
    m_summary->setContentsMargins(px(16), px(10), px(16), px(12));
    auto* around = new QVBoxLayout;
    around->setContentsMargins(px(16), 0, px(16), px(16));
    around->addWidget(card);
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
    requestClaims();
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
    m_intro->setText(tr("%1 organisations   ·   « coude à coude » : moins de 3 points d’écart ou intervalles "
                        "qui se recouvrent, donc pas de rang entre elles")
                         .arg(QLocale().toString(m_model->rowCount())));
    const int back = m_model->rowOf(id);
    if (m_model->rowCount() > 0) m_view->setCurrentIndex(m_model->index(qMax(0, back), RankingModel::Name));
    fillSummary();
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

void AnalysisScreen::requestClaims()
{
    const auto slice = desk().analysis();
    if (!slice || slice == m_claimed) return;
    m_claimed = slice;
    m_claims.reset();
    m_claimsPage->show(m_claims, study().form());
    using Claims = std::vector<workflow::Claim>;
    desk().jobs().start<Claims>(
        [this, slice, of = &study()](const base::Progress& progress) {
            return workflow::evidenceToClaim(*of, *slice, progress);
        },
        this,
        [this, slice](Result<Claims> result) {
            if (slice != m_claimed) return;
            if (!result.value) {
                m_claimed.reset(); // stopped: asked again at the next visit
                return;
            }
            m_claims = std::move(*result.value);
            m_claimsPage->show(m_claims, study().form());
            fillSummary();
        });
}

void AnalysisScreen::fillSummary()
{
    clear(m_summary);
    const auto found = desk().analysis();
    if (!found) return;
    m_summary->addWidget(heading(tr("À retenir")));
    addTrio(*found);
    addOutOfSelection();
    addClaims();
}

/// The best ranked organisation that a blocking rule keeps out, its rank (which no rule changes), and how
/// many others are.
void AnalysisScreen::addOutOfSelection()
{
    QString first;
    int others = -1;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const assessment::RankLine& line = m_model->line(row);
        const disclosure::ActorData* actor = line.rank ? m_model->actor(line.id) : nullptr;
        if (!actor) continue;
        const auto& vetoes = actor->assessment.vetoes;
        const auto blocking = std::find_if(vetoes.begin(), vetoes.end(), [](const assessment::Veto& veto) {
            return veto.effect == assessment::VetoEffect::Blocking;
        });
        if (blocking == vetoes.end() || ++others > 0) continue;
        first = tr("%1 est hors sélection : %2 (%3). Rang sans cette règle : %4.")
                    .arg(actor->inScope.at(QStringLiteral("id_nom_fr")).value,
                         workflow::messages::vetoReason(blocking->reason), blocking->code)
                    .arg(*line.rank);
    }
    if (first.isEmpty()) return;
    if (others == 1) first += tr(" Une autre aussi est hors sélection.");
    if (others > 1) first += tr(" Hors sélection aussi : %1 autres.").arg(QLocale().toString(others));
    m_summary->addWidget(text(first));
}

void AnalysisScreen::addClaims()
{
    if (!m_claims) return;
    auto* row = new QHBoxLayout;
    const int gaining = workflow::actorsGaining(*m_claims, 2);
    QLabel* words = text(tr("Pièces à réclamer : %1 organisations peuvent gagner plus de 2 points.")
                             .arg(QLocale().toString(gaining)));
    words->setWordWrap(false);
    row->addWidget(words);
    QPushButton* all = link(tr("Ouvrir la liste"));
    connect(all, &QPushButton::clicked, this, [this] { showView(View::Claims); });
    row->addWidget(all);
    row->addStretch();
    m_summary->addLayout(row);
}

void AnalysisScreen::addTrio(const disclosure::StudyData& found)
{
    const int ranked = m_model->rankedCount();
    m_summary->addWidget(
        text(tr("%1 organisations classées, %2 au classement non communiqué ; %3 groupes au coude à coude.")
                 .arg(ranked)
                 .arg(m_model->rowCount() - ranked)
                 .arg(m_model->groups().size())));
    if (found.trios.trios.empty()) {
        m_summary->addWidget(text(tr("Moins de trois organisations éligibles : aucun trio à proposer.")));
        return;
    }
    const assessment::Trio& trio = found.trios.trios.front();
    QStringList names;
    for (const QString& id : trio.actors)
        if (const auto* actor = m_model->actor(id))
            names << actor->inScope.at(QStringLiteral("id_nom_fr")).value;
    QStringList failing;
    for (const assessment::Constraint& constraint : trio.constraints)
        if (!constraint.met) failing << workflow::messages::criterionWord(constraint.code);
    m_summary->addWidget(
        text(tr("Trio proposé (note %1) : %2.").arg(scoreText(trio.note), names.join(tr(", ")))));
    if (!found.trios.anyMeetsConstraints)
        m_summary->addWidget(text(tr("Aucun trio ne tient toutes les contraintes ; à celui-ci manque : %1.")
                                      .arg(failing.join(tr(", "))),
                                  QStringLiteral("warning")));
}

} // namespace ui
