#include "ui/acteurs/actors_screen.h"

#include "ui/acteurs/actor_card.h"
#include "ui/acteurs/actors_model.h"
#include "ui/acteurs/actors_table.h"
#include "ui/acteurs/facet_list.h"
#include "ui/acteurs/import_panel.h"
#include "ui/acteurs/submissions_page.h"
#include "ui/conflits/conflict_watch.h"
#include "ui/historique/history_panel.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/copy_table.h"
#include "ui/widgets/small.h"
#include "workflow/messages/messages.h"

#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QTabWidget>

namespace ui {

ActorsScreen::ActorsScreen(Desk& desk, QWidget* parent)
    : Screen(desk, tr("Acteurs"), parent), m_model(new ActorsModel(desk.study(), this)),
      m_facets(new FacetList(desk.study())), m_table(new ActorsTable(m_model, desk.settings())),
      m_height(link({})), m_search(new QLineEdit), m_newName(new QLineEdit), m_count(new QLabel),
      m_foot(new QLabel), m_problem(text({}, QStringLiteral("error"))), m_card(new ActorCard(desk)),
      m_history(new HistoryPanel(desk)), m_import(new ImportPanel(desk)),
      m_submissions(new SubmissionsPage(desk)), m_grid(new QWidget), m_previewTimer(new QTimer(this))
{
    buildHeader();
    connectTable();
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_facets);
    auto* column = new QVBoxLayout(m_grid);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_addRow = buildAdd();
    m_empty = buildEmpty();
    column->addWidget(m_addRow);
    column->addWidget(m_table, 1);
    column->addWidget(m_empty, 1);
    column->addWidget(buildFoot());
    layout->addWidget(m_grid, 1);
    layout->addWidget(m_submissions, 1);
    m_submissions->hide();
    addPanelTab(m_card, tr("Fiche"));
    addPanelTab(m_history, tr("Historique"));

    m_previewTimer->setSingleShot(true);
    m_previewTimer->setInterval(60);
    connect(m_previewTimer, &QTimer::timeout, this, &ActorsScreen::showCurrent);
    connect(m_facets, &FacetList::changed, this, &ActorsScreen::applyFilter);
    connect(m_model, &ActorsModel::countsChanged, this, &ActorsScreen::showCounts);
    connect(&desk, &Desk::changed, this, &ActorsScreen::follow);
    connect(m_card, &ActorCard::openAsked, this, [this](const QString& id) {
        Q_EMIT goTo({QStringLiteral("saisie"), id, {}});
    });
    connect(m_history, &HistoryPanel::questionAsked, this,
            [this](const QString& record, const QString& question) {
                Q_EMIT goTo({QStringLiteral("saisie"), record, question});
            });
    connect(m_card, &ActorCard::conflictAsked, this, [this](const QString& id) {
        Q_EMIT goTo({QStringLiteral("conflits"), id, {}});
    });
    connect(&desk.conflicts(), &ConflictWatch::changed, this,
            [this] { m_model->setConflicts(this->desk().conflicts().waiting().perRecord); });
    m_model->setConflicts(desk.conflicts().waiting().perRecord);
    connectImport();
    showCounts();
}

void ActorsScreen::connectImport()
{
    connect(m_import, &ImportPanel::closed, this, [this] { panel()->removeTab(panel()->indexOf(m_import)); });
    connect(m_submissions, &SubmissionsPage::closed, this, [this] { showSubmissions(false); });
    m_import->setParent(this);
    m_import->hide();
}

void ActorsScreen::buildHeader()
{
    m_search->setPlaceholderText(tr("Nom, sigle, nom arabe"));
    m_search->setAccessibleName(tr("Chercher un acteur"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(icon(QStringLiteral("edit-find")), QLineEdit::LeadingPosition);
    m_search->setMaximumWidth(px(298));
    headerLayout()->addWidget(m_search, 1);
    m_count->setProperty("tone", QStringLiteral("muted"));
    headerLayout()->addWidget(m_count);
    headerLayout()->addStretch(1);
    QPushButton* add = button(tr("Ajouter"), {}, QStringLiteral("list-add"));
    QPushButton* import = button(tr("Importer…"));
    QPushButton* copy = button(tr("Copier le tableau"));
    for (QPushButton* item : {add, import, copy})
        headerLayout()->addWidget(item);
    connect(m_search, &QLineEdit::textChanged, this, &ActorsScreen::applyFilter);
    connect(add, &QPushButton::clicked, this, &ActorsScreen::askForName);
    connect(import, &QPushButton::clicked, this, &ActorsScreen::askForList);
    connect(copy, &QPushButton::clicked, this, [this] { copyTable(*m_table, false); });
    auto* down = new QShortcut(QKeySequence(Qt::Key_Down), m_search);
    down->setContext(Qt::WidgetShortcut);
    connect(down, &QShortcut::activated, m_table, qOverload<>(&QWidget::setFocus));
    connect(m_search, &QLineEdit::returnPressed, this, [this] {
        m_table->setFocus();
        if (!m_table->currentIndex().isValid() && m_model->rowCount() > 0)
            m_table->setCurrentIndex(m_model->index(0, ActorsModel::Name));
    });
}

void ActorsScreen::connectTable()
{
    connect(m_table, &QTableView::activated, this, &ActorsScreen::openCurrent);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        m_previewTimer->start();
        showCounts();
    });
}

QWidget* ActorsScreen::buildFoot()
{
    auto* foot = new QFrame;
    foot->setFixedHeight(px(28));
    auto* row = new QHBoxLayout(foot);
    row->setContentsMargins(px(8), 0, px(8), 0);
    for (QWidget* item : std::initializer_list<QWidget*>{m_foot, m_height})
        item->setFont(sized(0.88));
    m_foot->setProperty("tone", QStringLiteral("muted"));
    row->addWidget(m_foot, 1);
    row->addWidget(m_height);
    m_height->setToolTip(tr("Change la hauteur des lignes"));
    connect(m_height, &QPushButton::clicked, this, [this] {
        m_table->setComfortable(!m_table->isComfortable());
        showHeight();
    });
    showHeight();
    return foot;
}

void ActorsScreen::showHeight()
{
    m_height->setText(
        typeset(m_table->isComfortable() ? tr("Hauteur : confortable") : tr("Hauteur : compacte")));
}

QWidget* ActorsScreen::buildAdd()
{
    auto* row = new QWidget;
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(px(8), px(8), px(8), px(8));
    m_newName->setPlaceholderText(tr("Nom complet en français"));
    m_newName->setAccessibleName(tr("Nom du nouvel acteur"));
    QPushButton* create = button(tr("Créer la fiche"), QStringLiteral("primary"));
    QPushButton* cancel = button(tr("Abandonner"));
    layout->addWidget(m_newName, 1);
    layout->addWidget(create);
    layout->addWidget(cancel);
    layout->addWidget(m_problem);
    connect(create, &QPushButton::clicked, this, &ActorsScreen::add);
    connect(m_newName, &QLineEdit::returnPressed, this, &ActorsScreen::add);
    connect(cancel, &QPushButton::clicked, row, &QWidget::hide);
    row->hide();
    return row;
}

QWidget* ActorsScreen::buildEmpty()
{
    auto* page = new QWidget;
    auto* layout = new QVBoxLayout(page);
    layout->addStretch();
    QLabel* words = text(
        tr("Ici viennent les organisations et institutions de l’étude. Commencez par les listes reçues."),
        QStringLiteral("muted"));
    words->setAlignment(Qt::AlignCenter);
    QPushButton* import = button(tr("Importer une liste…"), QStringLiteral("primary"));
    layout->addWidget(words);
    layout->addWidget(import, 0, Qt::AlignCenter);
    layout->addStretch();
    connect(import, &QPushButton::clicked, this, &ActorsScreen::askForList);
    return page;
}

void ActorsScreen::activate()
{
    catchUp();
    if (m_model->rowCount() > 0 && !m_table->currentIndex().isValid())
        m_table->setCurrentIndex(m_model->index(0, ActorsModel::Name));
    m_search->setFocus();
}

void ActorsScreen::open(const Target& target)
{
    if (target.question == u"importer") return askForList();
    if (target.question == u"ajouter") return askForName();
    if (const qsizetype cut = target.question.indexOf(u'='); cut > 0) {
        m_search->clear();
        return m_facets->tickOnly(target.question.left(cut), target.question.mid(cut + 1));
    }
    const int row = m_model->rowOf(target.record);
    if (row >= 0 && !m_submissions->isHidden()) showSubmissions(false);
    if (row >= 0) m_table->setCurrentIndex(m_model->index(row, ActorsModel::Name));
}

void ActorsScreen::applyFilter()
{
    const QString id = m_table->currentIndex().data(ActorsModel::IdRole).toString();
    m_model->setFilter({m_search->text(), m_facets->ticked()});
    const int row = m_model->rowOf(id);
    if (row >= 0)
        m_table->setCurrentIndex(m_model->index(row, ActorsModel::Name));
    else if (m_model->rowCount() > 0)
        m_table->setCurrentIndex(m_model->index(0, ActorsModel::Name));
}

void ActorsScreen::follow(const dossier::ChangeSet& changes)
{
    m_missed.records += changes.records;
    m_missed.created += changes.created;
    m_missed.deleted += changes.deleted;
    if (isVisible()) catchUp();
}

void ActorsScreen::catchUp()
{
    const dossier::ChangeSet changes = std::exchange(m_missed, {});
    // The list may be built anew: the current actor stays, or the one that took its place.
    const QModelIndex current = m_table->currentIndex();
    const QString id = current.data(ActorsModel::IdRole).toString();
    const int place = current.row();
    m_model->refresh(changes);
    if (m_table->currentIndex().isValid() || place < 0 || m_model->rowCount() == 0) return;
    const int found = m_model->rowOf(id);
    const int row = found >= 0 ? found : qMin(place, m_model->rowCount() - 1);
    m_table->setCurrentIndex(m_model->index(row, ActorsModel::Name));
}

void ActorsScreen::showCounts()
{
    m_facets->showCounts(m_model->counts());
    const QLocale locale;
    m_count->setText(m_model->rowCount() == m_model->total()
                         ? tr("%1 acteurs").arg(locale.toString(m_model->total()))
                         : tr("%1 acteurs sur %2")
                               .arg(locale.toString(m_model->rowCount()), locale.toString(m_model->total())));
    int selected = 0;
    for (const QItemSelectionRange& range : m_table->selectionModel()->selection())
        selected += range.height();
    m_foot->setText(QStringList{selected > 1 ? tr("%1 lignes sélectionnées").arg(selected)
                                             : tr("%1 ligne sélectionnée").arg(selected),
                                tr("° par convention"), tr("Entrée : ouvrir"), tr("Ctrl+C : copier")}
                        .join(QStringLiteral("   ·   ")));
    const bool any = m_model->total() > 0;
    m_empty->setVisible(!any);
    for (QWidget* item : std::initializer_list<QWidget*>{m_table, m_foot, m_height})
        item->setVisible(any);
    m_facets->setVisible(any && m_submissions->isHidden());
}

void ActorsScreen::showCurrent()
{
    const QString id = m_table->currentIndex().data(ActorsModel::IdRole).toString();
    m_card->show(id);
    m_history->show(id);
}

void ActorsScreen::openCurrent()
{
    const QString id = m_table->currentIndex().data(ActorsModel::IdRole).toString();
    if (!id.isEmpty()) Q_EMIT goTo({QStringLiteral("saisie"), id, {}});
}

void ActorsScreen::askForName()
{
    m_problem->clear();
    m_newName->clear();
    m_addRow->show();
    m_newName->setFocus();
}

void ActorsScreen::add()
{
    const QString name = m_newName->text();
    const QString author = study().info().consultant;
    desk().write([name, author](workflow::Study& target) { return workflow::addActor(target, name, author); },
                 this,
                 [this](const workflow::Outcome& outcome) {
                     if (!outcome.ok()) {
                         m_problem->setText(workflow::messages::forIssue(outcome.issues.front()).what);
                         return;
                     }
                     m_addRow->hide();
                     Q_EMIT goTo({QStringLiteral("saisie"), outcome.id, {}});
                 },
                 tr("ajout de %1").arg(name));
}

void ActorsScreen::askForList()
{
    const QString path = QFileDialog::getOpenFileName(
        this, tr("Importer une liste ou des envois"), QString(),
        tr("Listes et envois (*.csv *.xlsx *.json *.zip *.xml);;Tous les fichiers (*)"));
    if (!path.isEmpty()) import(path);
}

void ActorsScreen::import(const QString& path)
{
    if (workflow::looksLikeSubmissions(path)) {
        showSubmissions(true);
        return m_submissions->preview(path);
    }
    if (panel()->indexOf(m_import) < 0) addPanelTab(m_import, tr("Import"));
    panel()->setCurrentWidget(m_import);
    m_import->preview(path);
}

void ActorsScreen::showSubmissions(bool shown)
{
    m_submissions->setVisible(shown);
    m_grid->setVisible(!shown);
    showCounts();
    if (!shown) m_table->setFocus();
}

} // namespace ui
