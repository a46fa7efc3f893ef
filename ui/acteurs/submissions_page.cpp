#include "ui/acteurs/submissions_page.h"

#include "ui/acteurs/submission_columns_model.h"
#include "ui/acteurs/submission_lines_model.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/small.h"
#include "workflow/messages/messages.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QTableView>
#include <QTabWidget>
#include <QTimer>
#include <QVBoxLayout>

namespace ui {
namespace {

using Action = workflow::SubmissionLine::Action;

constexpr size_t mostTold = 40;

QString layoutWords(exchange::SubmissionLayout layout)
{
    using exchange::SubmissionLayout;
    switch (layout) {
    case SubmissionLayout::KoboXlsx:
        return SubmissionsPage::tr("classeur KoboToolbox");
    case SubmissionLayout::KoboCsv:
        return SubmissionsPage::tr("CSV");
    case SubmissionLayout::KoboJson:
        return SubmissionsPage::tr("JSON de KoboToolbox");
    case SubmissionLayout::OdkZip:
        return SubmissionsPage::tr("export CSV d’ODK Central");
    case SubmissionLayout::OdkXml:
        return SubmissionsPage::tr("envois XML d’ODK");
    }
    return {};
}

void dress(QTableView* table, const QString& name, const QList<int>& widths, int stretched)
{
    table->setAccessibleName(name);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setAlternatingRowColors(true);
    table->setShowGrid(false);
    table->setWordWrap(false);
    table->setTabKeyNavigation(false);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(px(28));
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    for (int i = 0; i < widths.size(); ++i)
        table->setColumnWidth(i, px(widths[i]));
    table->horizontalHeader()->setSectionResizeMode(stretched, QHeaderView::Stretch);
}

QString sentences(const base::Issues& issues)
{
    return typeset(workflow::messages::sentencesOf(issues, mostTold).join(u'\n'));
}

} // namespace

SubmissionsPage::SubmissionsPage(Desk& desk, QWidget* parent)
    : QWidget(parent), m_desk(desk), m_columns(new SubmissionColumnsModel(desk.study().form(), this)),
      m_lines(new SubmissionLinesModel(this)), m_title(heading({}, 1.08)),
      m_summary(text({}, QStringLiteral("muted"))), m_problems(text({})),
      m_foot(text({}, QStringLiteral("muted"))), m_tabs(new QTabWidget), m_columnTable(new QTableView),
      m_lineTable(new QTableView), m_import(button(tr("Importer"), QStringLiteral("primary"))),
      m_close(button(tr("Abandonner"))), m_files(button({}, {}, QStringLiteral("view-preview"))),
      m_again(new QTimer(this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildHead());
    m_tabs->addTab(buildLines(), tr("Envois"));
    m_tabs->addTab(buildColumns(), tr("Correspondance"));
    m_tabs->setDocumentMode(true);
    column->addWidget(m_tabs, 1);
    column->addWidget(buildFoot());
    m_again->setSingleShot(true);
    m_again->setInterval(250);
    connect(m_again, &QTimer::timeout, this, [this] { run(true); });
    connect(m_columns, &SubmissionColumnsModel::chosen, this, &SubmissionsPage::choose);
    connect(m_import, &QPushButton::clicked, this, [this] { run(false); });
    connect(m_close, &QPushButton::clicked, this, &SubmissionsPage::closed);
}

QWidget* SubmissionsPage::buildHead()
{
    auto* head = new QWidget;
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(px(16), px(12), px(16), px(8));
    auto* layout = new QVBoxLayout;
    layout->addWidget(m_title);
    layout->addWidget(m_summary);
    row->addLayout(layout, 1);
    row->addWidget(m_files, 0, Qt::AlignTop);
    buildFilesMenu();
    return head;
}

void SubmissionsPage::buildFilesMenu()
{
    auto* menu = new QMenu(m_files);
    connect(menu->addAction(tr("Un ZIP…")), &QAction::triggered, this, [this] {
        const QString path = QFileDialog::getOpenFileName(this, tr("Photos et sons joints aux envois"), {},
                                                          tr("ZIP (*.zip);;Tous les fichiers (*)"));
        if (!path.isEmpty()) takeFilesFrom(path);
    });
    connect(menu->addAction(tr("Un dossier…")), &QAction::triggered, this, [this] {
        const QString path =
            QFileDialog::getExistingDirectory(this, tr("Dossier des photos et sons joints aux envois"));
        if (!path.isEmpty()) takeFilesFrom(path);
    });
    connect(menu->addAction(tr("Aucun")), &QAction::triggered, this, [this] { takeFilesFrom({}); });
    m_files->setMenu(menu);
    m_files->setToolTip(tr("Les photos, sons et documents que les réponses nomment sont joints aux fiches, "
                           "sans leurs métadonnées."));
}

void SubmissionsPage::takeFilesFrom(const QString& path)
{
    nameFiles(path);
    run(true);
}

void SubmissionsPage::nameFiles(const QString& path)
{
    m_mediaPath = path;
    const QString name = QFileInfo(path).fileName();
    m_files->setText(path.isEmpty() ? tr("Fichiers joints")
                                    : m_files->fontMetrics().elidedText(name, Qt::ElideMiddle, px(220)));
    m_files->setAccessibleName(path.isEmpty() ? tr("Indiquer les fichiers joints aux envois")
                                              : tr("Fichiers joints pris dans %1").arg(path));
}

QWidget* SubmissionsPage::buildColumns()
{
    m_columnTable->setModel(m_columns);
    m_columnTable->setItemDelegateForColumn(SubmissionColumnsModel::Question,
                                            new QuestionDelegate(m_columnTable));
    m_columnTable->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed |
                                   QAbstractItemView::AnyKeyPressed | QAbstractItemView::SelectedClicked);
    dress(m_columnTable, tr("Colonnes du fichier"), {230, 320, 200, 110}, SubmissionColumnsModel::Question);
    auto* page = new QWidget;
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    QLabel* hint = small(tr("Double-cliquez sur une question pour en choisir une autre. Ce choix est retenu "
                            "pour les prochains fichiers qui ont les mêmes colonnes."));
    hint->setContentsMargins(px(16), px(8), px(16), px(4));
    layout->addWidget(hint);
    layout->addWidget(m_columnTable, 1);
    return page;
}

QWidget* SubmissionsPage::buildLines()
{
    m_lineTable->setModel(m_lines);
    m_lineTable->setEditTriggers(QAbstractItemView::NoEditTriggers);
    dress(m_lineTable, tr("Envois du fichier"), {56, 300, 150, 84, 118, 70, 78, 66},
          SubmissionLinesModel::Name);
    connect(m_lineTable->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &SubmissionsPage::showProblems);
    auto* page = new QWidget;
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_lineTable, 1);
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFixedHeight(px(132));
    m_problems->setWordWrap(true);
    m_problems->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    m_problems->setContentsMargins(px(16), px(8), px(16), px(8));
    m_problems->setTextInteractionFlags(Qt::TextSelectableByMouse);
    scroll->setWidget(m_problems);
    layout->addWidget(ruleLine());
    layout->addWidget(scroll);
    return page;
}

QWidget* SubmissionsPage::buildFoot()
{
    auto* foot = new QWidget;
    auto* layout = new QHBoxLayout(foot);
    layout->setContentsMargins(px(16), px(8), px(16), px(10));
    layout->addWidget(m_import);
    layout->addWidget(m_close);
    layout->addSpacing(px(12));
    layout->addWidget(m_foot, 1);
    return foot;
}

void SubmissionsPage::preview(const QString& path)
{
    m_path = path;
    m_choices.clear();
    nameFiles({});
    m_files->show();
    m_columns->show({}, {});
    m_lines->show({});
    m_tabs->setCurrentIndex(0);
    m_close->setText(tr("Abandonner"));
    m_import->show();
    run(true);
}

void SubmissionsPage::choose(const QString& column, const QString& question)
{
    m_choices.insert(column, question);
    m_import->setEnabled(false); // what is shown is no longer what would be done
    m_again->start();
}

void SubmissionsPage::run(bool dryRun)
{
    m_title->setText(QFileInfo(m_path).fileName());
    m_summary->setText(dryRun ? tr("Lecture des envois…") : tr("Import en cours…"));
    m_import->setEnabled(false);
    m_files->setEnabled(dryRun);
    workflow::SubmissionRequest request;
    request.path = m_path;
    request.mediaPath = m_mediaPath;
    request.columns = m_choices;
    request.dryRun = dryRun;
    auto report = std::make_shared<workflow::SubmissionReport>();
    m_desk.writeLong(
        [request, report](workflow::Study& study, const base::Progress& progress) {
            workflow::Outcome outcome;
            *report = workflow::importSubmissions(study, request, progress);
            outcome.changes = report->changes;
            return outcome;
        },
        this, [this, report, dryRun](const workflow::Outcome&) { showReport(*report, dryRun); },
        tr("import de %1").arg(QFileInfo(m_path).fileName()));
}

void SubmissionsPage::showReport(const workflow::SubmissionReport& report, bool dryRun)
{
    const int fresh = report.count(Action::New), updated = report.count(Action::Update);
    m_summary->setText(
        tr("%1 – %2 envois : %3 nouveaux, %4 modifiés, %5 identiques, %6 écartés")
            .arg(layoutWords(report.layout), QLocale().toString(qsizetype(report.lines.size())))
            .arg(fresh)
            .arg(updated)
            .arg(report.count(Action::Identical))
            .arg(report.count(Action::Rejected)));
    m_issues = report.issues;
    noteNearNames(report);
    m_columns->show(report.mapping, report.questions);
    m_lines->show(report.lines);
    showTabs();
    showProblems();
    m_lineTable->setColumnHidden(SubmissionLinesModel::Files, report.files() == 0);
    m_files->setEnabled(true);
    if (!dryRun) {
        m_import->hide();
        m_files->hide();
        m_close->setText(tr("Fermer"));
        const QString files = report.files() > 0 ? tr(", %1 fichiers joints").arg(report.files()) : QString();
        m_foot->setText(tr("Import terminé : %1 fiches créées%2. Ctrl+Z l’annule en entier.")
                            .arg(report.created.size())
                            .arg(files));
        return;
    }
    m_import->setText(fresh + updated > 1 ? tr("Importer %1 envois").arg(fresh + updated) : tr("Importer"));
    m_import->setEnabled(fresh + updated > 0 && !base::hasErrors(report.issues));
    m_foot->setText(tr("Rien n’est écrit avant votre accord. Une réponse corrigée dans l’étude y reste."));
}

void SubmissionsPage::showTabs()
{
    m_tabs->setTabText(0, tr("Envois (%1)").arg(m_lines->rowCount()));
    const int unknown = m_columns->unknown();
    m_tabs->setTabText(1, unknown > 1    ? tr("Correspondance (%1 colonnes à voir)").arg(unknown)
                          : unknown == 1 ? tr("Correspondance (1 colonne à voir)")
                                         : tr("Correspondance"));
}

/// Proposed, never merged: the first is the nearest.
void SubmissionsPage::noteNearNames(const workflow::SubmissionReport& report)
{
    m_near.clear();
    for (const auto& proposal : report.matched) {
        const auto actor = m_desk.study().dossier().record(proposal.actor);
        if (!actor || m_near.contains(proposal.row)) continue;
        m_near.insert(proposal.row,
                      tr("Ligne %1 : « %2 » ressemble à « %3 », déjà dans l’étude (%4 %) ; les deux "
                         "fiches restent distinctes.")
                          .arg(proposal.row)
                          .arg(proposal.listedName, actor->nameFr)
                          .arg(qRound(proposal.score * 100)));
    }
}

/// Of the submission selected; without one, of the file as a whole and of all the near names.
void SubmissionsPage::showProblems()
{
    const workflow::SubmissionLine* line = m_lines->line(m_lineTable->currentIndex().row());
    QStringList said;
    const base::Issues& issues = line ? line->problems : m_issues;
    if (!issues.empty()) said << sentences(issues);
    QList<int> rows = m_near.keys();
    std::sort(rows.begin(), rows.end());
    for (const int row : rows)
        if ((!line || line->place.row == row) && said.size() < qsizetype(mostTold))
            said << typeset(m_near.value(row));
    if (said.isEmpty())
        said << (line ? tr("Rien à signaler pour cet envoi.") : tr("Rien à signaler dans ce fichier."));
    m_problems->setText(said.join(u'\n'));
}

} // namespace ui
