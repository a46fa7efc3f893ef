#include "ui/livrables/deliverables_screen.h"

#include "report/values/document.h"
#include "report/values/page_map.h"
#include "ui/livrables/generate_panel.h"
#include "ui/livrables/page_gauge.h"
#include "ui/livrables/page_view.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/small.h"
#include "workflow/calendar.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QToolButton>
#include <QTreeWidget>

namespace ui {
namespace {

constexpr int lowestPages = 50, highestPages = 70;
enum Role { PageRole = Qt::UserRole };

} // namespace

DeliverablesScreen::DeliverablesScreen(Desk& desk, QWidget* parent)
    : Screen(desk, tr("Livrables"), parent), m_due(new QLabel), m_pageName(new QLabel),
      m_gaugeTitle(heading({})), m_within(new QLabel), m_plan(new QTreeWidget), m_gauge(new PageGauge),
      m_pages(new PageView), m_generator(new GeneratePanel(desk))
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
    column->setContentsMargins(0, px(8), px(8), 0);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(px(12), 0, px(4), 0);
    head->addWidget(heading(tr("Plan")), 1);
    QLabel* pages = text(tr("page"), QStringLiteral("muted"));
    pages->setAlignment(Qt::AlignTrailing);
    head->addWidget(pages);
    column->addLayout(head);
    m_plan->setHeaderHidden(true);
    m_plan->setColumnCount(2);
    m_plan->header()->setStretchLastSection(false);
    m_plan->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_plan->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_plan->setIndentation(px(14));
    m_plan->setStyleSheet(QStringLiteral("background: transparent;"));
    m_plan->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_plan->setTextElideMode(Qt::ElideRight);
    m_plan->setAccessibleName(tr("Plan du document"));
    column->addWidget(m_plan, 1);
    connect(m_plan, &QTreeWidget::currentItemChanged, this, [this](QTreeWidgetItem* item) {
        if (item && !m_following) m_pages->goToPage(item->data(0, PageRole).toInt());
    });
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
    m_gaugeTitle->setWordWrap(false);
    m_pageName->setProperty("tone", QStringLiteral("muted"));
    row->addWidget(m_gaugeTitle);
    row->addWidget(m_gauge, 1);
    row->addWidget(m_within, 0, Qt::AlignVCenter);
    row->addStretch();
    row->addWidget(m_pageName);
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
    m_generator->showWaiting();
    if (study().dossier().recordCount() == 0) {
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
    fillPlan(preview);
    showGauge(&preview);
    followPage(0);
}

void DeliverablesScreen::fillPlan(const workflow::Preview& preview)
{
    const report::PageMap& map = preview.pages->map();
    QTreeWidgetItem* chapter = nullptr;
    for (const report::Section& section : preview.document->sections)
        for (const report::Block& block : section.blocks) {
            const auto* heading = std::get_if<report::Heading>(&block.content);
            if (!heading || !heading->inContents || heading->level > 2 ||
                !map.pageOf.contains(heading->anchor))
                continue;
            const QString words = heading->number.isEmpty()
                                      ? heading->text
                                      : heading->number + QStringLiteral("  ") + heading->text;
            auto* item = new QTreeWidgetItem({words, map.labelOf.value(heading->anchor)});
            item->setSizeHint(0, QSize(0, px(24)));
            item->setData(0, PageRole, map.pageOf.value(heading->anchor));
            item->setToolTip(0, heading->text);
            item->setTextAlignment(1, Qt::AlignTrailing | Qt::AlignVCenter);
            if (heading->level == 1 || !chapter) {
                item->setFont(0, sized(1, true));
                m_plan->addTopLevelItem(item);
                chapter = item;
                if (const int pages = map.chapterPages.value(heading->anchor); pages > 0)
                    item->setToolTip(0, tr("%1, %2 pages").arg(heading->text).arg(pages));
            } else {
                chapter->addChild(item);
            }
        }
    if (m_plan->topLevelItemCount() <= 12) m_plan->expandAll();
}

void DeliverablesScreen::showGauge(const workflow::Preview* preview)
{
    const bool bounded = preview && (m_code == u"l2" || m_code == u"l3");
    m_gauge->setVisible(bounded);
    m_within->setVisible(bounded);
    m_gaugeTitle->setText(!preview  ? QString()
                          : bounded ? tr("Corps du rapport")
                                    : tr("%1 pages").arg(QLocale().toString(preview->pages->count())));
    if (!bounded) return;
    const int body = preview->pages->map().bodyPages;
    m_gauge->show(body, lowestPages, highestPages);
    restyle(m_within, "tone", m_gauge->isWithin() ? QStringLiteral("success") : QStringLiteral("warning"));
    m_within->setText(m_gauge->isWithin()  ? tr("✓ dans les bornes")
                      : body < lowestPages ? tr("⚠ sous %1 pages").arg(lowestPages)
                                           : tr("⚠ plus de %1 pages").arg(highestPages));
}

void DeliverablesScreen::followPage(int page)
{
    m_pageName->setText(page < 0 ? QString() : tr("page %1").arg(page + 1));
    QTreeWidgetItem* last = nullptr;
    for (QTreeWidgetItemIterator it(m_plan); *it; ++it)
        if ((*it)->data(0, PageRole).toInt() <= page) last = *it;
    if (!last || m_plan->hasFocus()) return;
    m_following = true;
    m_plan->setCurrentItem(last);
    m_following = false;
}

} // namespace ui
