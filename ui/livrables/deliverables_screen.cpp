#include "ui/livrables/deliverables_screen.h"

#include "report/values/page_map.h"
#include "ui/livrables/generate_panel.h"
#include "ui/livrables/page_gauge.h"
#include "ui/livrables/page_view.h"
#include "ui/livrables/plan_tree.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/small.h"
#include "workflow/calendar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QToolButton>

namespace ui {
DeliverablesScreen::DeliverablesScreen(Desk& desk, QWidget* parent)
    : Screen(desk, tr("Livrables"), parent), m_due(new QLabel), m_pageName(new QLabel),
      m_gaugeTitle(heading({})), m_within(new QLabel), m_plan(new PlanTree), m_gauge(new PageGauge),
      m_pages(new PageView), m_generator(new GeneratePanel(desk)),
      m_begin(button(tr("Importer une liste…"), QStringLiteral("primary")))
{
    buildHeader();
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildPlan());
    layout->addWidget(buildPreview(), 1);
    addPanelTab(m_generator, tr("Ce qui sera retiré"));
    connect(m_generator, &GeneratePanel::audienceChanged, this, &DeliverablesScreen::makePreview);
    connect(m_pages, &PageView::pageChanged, this, &DeliverablesScreen::followPage);
    connect(&desk, &Desk::changed, this, [this] { m_stale = true; });
}

void DeliverablesScreen::buildHeader()
{
    const QList<std::pair<QString, QString>> documents{{QStringLiteral("l1"), tr("L1 Cartographie")},
                                                       {QStringLiteral("l2"), tr("L2 Préliminaire")},
                                                       {QStringLiteral("l3"), tr("L3 Final")},
                                                       {QStringLiteral("grille"), tr("Grille")},
                                                       {QStringLiteral("fiches"), tr("Fiches")}};
    QList<QToolButton*> buttons;
    for (const auto& [code, word] : documents) {
        QToolButton* item = segment(word);
        m_documents.insert(code, item);
        buttons << item;
        connect(item, &QToolButton::clicked, this, [this, chosen = code] { choose(chosen); });
    }
    m_due->setProperty("tone", QStringLiteral("muted"));
    headerLayout()->addWidget(segments(buttons));
    headerLayout()->addStretch(1);
    headerLayout()->addWidget(m_due);
}

QWidget* DeliverablesScreen::buildPlan()
{
    auto* side = new QFrame;
    side->setObjectName(QStringLiteral("facets"));
    side->setFixedWidth(px(252));
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(0, px(8), 0, 0);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(px(12), 0, px(8), 0);
    head->addWidget(heading(tr("Plan")), 1);
    QLabel* pages = text(tr("pages"), QStringLiteral("muted"));
    pages->setAlignment(Qt::AlignTrailing);
    head->addWidget(pages);
    column->addLayout(head);
    column->addWidget(m_plan, 1);
    connect(m_plan, &PlanTree::pageAsked, m_pages, &PageView::goToPage);
    return side;
}

QWidget* DeliverablesScreen::buildPreview()
{
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* head = new QWidget;
    head->setFixedHeight(px(48));
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(px(16), 0, px(16), 0);
    row->setSpacing(px(12));
    m_gaugeTitle->setWordWrap(false);
    m_pageName->setProperty("tone", QStringLiteral("muted"));
    row->addWidget(m_gaugeTitle);
    row->addWidget(m_gauge, 1);
    row->addWidget(m_within, 0, Qt::AlignVCenter);
    row->addWidget(m_pageName);
    row->addWidget(m_begin);
    m_begin->hide();
    connect(m_begin, &QPushButton::clicked, this, [this] {
        Q_EMIT goTo({QStringLiteral("acteurs"), {}, QStringLiteral("importer")});
    });
    column->addWidget(head);
    column->addWidget(m_pages, 1);
    return page;
}

void DeliverablesScreen::activate()
{
    m_documents.value(m_code)->setChecked(true);
    if (m_stale) choose(m_code);
}

void DeliverablesScreen::choose(const QString& code)
{
    m_code = code;
    m_generator->setDocument(code);
    m_due->clear();
    for (const workflow::Milestone& milestone : workflow::missionCalendar(study()).milestones)
        if (milestone.code == code)
            m_due->setText(
                tr("à remettre le %1")
                    .arg(QLocale(QLocale::French).toString(milestone.due, QStringLiteral("d MMMM yyyy"))));
    makePreview();
}

void DeliverablesScreen::makePreview()
{
    m_stale = false;
    m_plan->clear();
    showGauge(nullptr);
    m_generator->showWarnings({});
    m_generator->showWaiting();
    const bool empty = study().dossier().recordCount() == 0;
    m_begin->setVisible(empty);
    m_generator->setGeneratable(!empty);
    if (empty) {
        m_pages->show(
            nullptr, tr("Les livrables se font à partir des acteurs : importez une liste ou ajoutez-en un."));
        m_generator->showWithheld({});
        return;
    }
    m_pages->show(nullptr, tr("Mise en page en cours…"));
    const int asked = ++m_asked;
    const auto audience = m_generator->audience();
    desk().jobs().start<workflow::Preview>(
        [&shared = study(), code = m_code, audience](const base::Progress& progress) {
            return workflow::preview(shared, code, audience, progress);
        },
        this,
        [this, asked](Result<workflow::Preview> result) {
            if (asked != m_asked) return;
            if (result.value) return showPreview(*result.value);
            m_stale = true;
            m_pages->show(nullptr, result.error.text());
        });
}

void DeliverablesScreen::showPreview(const workflow::Preview& preview)
{
    m_pages->show(preview.pages, {});
    m_generator->showWithheld(preview.withheld);
    const std::vector<PlanLine> plan = planOf(preview, m_code);
    m_plan->show(plan);
    m_generator->showWarnings(warningsOf(plan, preview));
    showGauge(&preview);
    followPage(0);
}

void DeliverablesScreen::showGauge(const workflow::Preview* preview)
{
    const auto bounds = preview ? bodyBounds(m_code) : std::nullopt;
    m_gauge->setVisible(bounds.has_value());
    m_within->setVisible(bounds.has_value());
    m_gaugeTitle->setText(!preview ? QString()
                          : bounds ? tr("Corps du rapport")
                                   : tr("%1 pages").arg(QLocale().toString(preview->pages->count())));
    if (!bounds) return;
    const int body = preview->pages->map().bodyPages;
    m_gauge->show(body, bounds->low, bounds->high);
    m_within->setText(m_gauge->isWithin()  ? tr("✓ dans les bornes")
                      : body < bounds->low ? tr("⚠ sous %1 pages").arg(bounds->low)
                                           : tr("⚠ plus de %1 pages").arg(bounds->high));
    restyle(m_within, "tone", m_gauge->isWithin() ? QStringLiteral("success") : QStringLiteral("caution"));
    m_within->setMinimumWidth(m_within->sizeHint().width());
}

/// What the panel says before generating: chapters out of bounds, texts still to write.
QStringList DeliverablesScreen::warningsOf(const std::vector<PlanLine>& plan,
                                           const workflow::Preview& preview) const
{
    QStringList words, numbers;
    for (const PlanLine& line : plan) {
        if (!line.bounds || line.bounds->hold(line.pages)) continue;
        const bool below = line.pages < line.bounds->low;
        numbers << line.number;
        words << (below ? tr("Chapitre %1 : %2 pages, sous la borne de %3.")
                        : tr("Chapitre %1 : %2 pages, au-dessus de la borne de %3."))
                     .arg(line.number)
                     .arg(line.pages)
                     .arg(below ? line.bounds->low : line.bounds->high);
    }
    if (words.size() > 2)
        words = QStringList{tr("Chapitres %1 et %2 hors de leurs bornes.")
                                .arg(numbers.first(numbers.size() - 1).join(tr(", ")), numbers.back())};
    if (const int texts = textsToWrite(preview); texts > 0)
        words << tr("%1 textes guidés restent à écrire.").arg(texts);
    return words;
}

void DeliverablesScreen::followPage(int page)
{
    m_pageName->setText(page < 0 ? QString() : tr("page %1").arg(page + 1));
    m_plan->follow(page);
}

} // namespace ui
