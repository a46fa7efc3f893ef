#include "ui/questionnaire/form_page.h"

#include "ui/questionnaire/difference_tree.h"
#include "ui/questionnaire/plan_panel.h"
#include "ui/shell/desk.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/small.h"
#include "workflow/messages/messages.h"

#include <QBoxLayout>
#include <QFileDialog>
#include <QFileInfo>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTableWidget>

namespace ui {
namespace {

constexpr int ShownDigest = 12;

QString day(const QDateTime& time)
{
    return time.isValid() ? QLocale(QLocale::French).toString(time, QStringLiteral("d MMMM yyyy, HH:mm"))
                          : QStringLiteral("–");
}

} // namespace

FormPage::FormPage(Desk& desk, QWidget* parent)
    : QWidget(parent), m_desk(desk), m_state(text({}, QStringLiteral("note"))), m_told(text({})),
      m_about(text({}, QStringLiteral("muted"))), m_list(new QTableWidget(0, 6)),
      m_compare(button(tr("Comparer…"))), m_change(button(tr("Changer de version…"))),
      m_return(button(tr("Revenir à cette version…"))), m_difference(new DifferenceTree),
      m_panel(new PlanPanel)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(8));
    column->addWidget(heading(tr("Questionnaire"), 1.1));
    m_state->setObjectName(QStringLiteral("formState"));
    column->addWidget(m_state);
    m_told->setObjectName(QStringLiteral("formTold"));
    m_told->hide();
    column->addWidget(m_told);
    buildVersions(column);
    m_about->setObjectName(QStringLiteral("formAbout"));
    column->addWidget(m_about);
    column->addWidget(m_difference);
    m_panel->hide();
    column->addWidget(m_panel);
    column->addStretch();
    connect(m_panel, &PlanPanel::confirmed, this, &FormPage::adopt);
    connect(m_panel, &PlanPanel::dropped, this, &FormPage::drop);
    connect(&desk, &Desk::failed, m_panel, [this] { m_panel->setEnabled(true); });
    connect(&desk, &Desk::changed, this, [this](const dossier::ChangeSet& changes) {
        if (changes.study && isVisible()) refresh();
    });
}

void FormPage::buildVersions(QBoxLayout* column)
{
    m_list->setObjectName(QStringLiteral("formVersions"));
    frameList(*m_list,
              {tr("Version"), tr("Empreinte"), tr("Adoptée le"), tr("Par"), tr("Fiches"), tr("Motif")},
              tr("Versions du questionnaire"));
    m_list->setWordWrap(false);
    column->addWidget(m_list);
    m_compare->setObjectName(QStringLiteral("compareForm"));
    m_change->setObjectName(QStringLiteral("changeForm"));
    m_return->setObjectName(QStringLiteral("returnToForm"));
    auto* row = new QHBoxLayout;
    for (QPushButton* action : {m_change, m_compare, m_return})
        row->addWidget(action);
    row->addStretch();
    column->addLayout(row);
    connect(m_list, &QTableWidget::itemSelectionChanged, this, &FormPage::showChosen);
    connect(m_compare, &QPushButton::clicked, this, [this] { chooseFile(true); });
    connect(m_change, &QPushButton::clicked, this, [this] { chooseFile(false); });
    connect(m_return, &QPushButton::clicked, this, [this] {
        if (const auto* version = chosen())
            plan([digest = version->digest](const workflow::Study& study, const base::Progress& progress) {
                return workflow::planFormReturn(study, digest, progress);
            });
    });
}

void FormPage::showEvent(QShowEvent* event)
{
    refresh();
    QWidget::showEvent(event);
}

void FormPage::refresh()
{
    m_versions = workflow::formVersions(m_desk.study());
    const QSignalBlocker quiet(m_list);
    m_list->setRowCount(static_cast<int>(m_versions.size()));
    for (int r = 0; r < m_list->rowCount(); ++r) {
        const workflow::FormVersion& version = m_versions[static_cast<size_t>(r)];
        const QStringList cells{version.current ? tr("%1, en vigueur").arg(version.version) : version.version,
                                version.digest.left(ShownDigest),
                                day(version.made),
                                version.author.isEmpty() ? QStringLiteral("–") : version.author,
                                QLocale(QLocale::French).toString(version.records),
                                version.reason.isEmpty() && r == 0 ? tr("Fournie avec CartOSC")
                                                                   : version.reason};
        for (int c = 0; c < cells.size(); ++c) {
            auto* item = new QTableWidgetItem(cells[c]);
            item->setToolTip(c == 1 ? version.digest : cells[c]);
            m_list->setItem(r, c, item);
        }
        if (version.current) m_list->selectRow(r);
    }
    for (int c = 0; c + 1 < m_list->columnCount(); ++c)
        m_list->resizeColumnToContents(c); // the last one takes what is left
    int height = m_list->horizontalHeader()->sizeHint().height() + 4;
    for (int r = 0; r < m_list->rowCount(); ++r)
        height += m_list->rowHeight(r);
    m_list->setFixedHeight(height);
    showState();
    showChosen();
}

void FormPage::showState()
{
    const auto current = std::find_if(m_versions.begin(), m_versions.end(),
                                      [](const workflow::FormVersion& version) { return version.current; });
    if (current == m_versions.end()) return m_state->clear();
    int behind = 0;
    for (const workflow::FormVersion& version : m_versions)
        if (!version.current) behind += version.records;
    QString words =
        tr("%1, version %2 : %3 questions.").arg(current->title, current->version).arg(current->questions);
    if (behind == 1) words += tr(" Une fiche reste sur une autre version.");
    if (behind > 1) words += tr(" %1 fiches restent sur une autre version.").arg(behind);
    m_state->setText(typeset(words));
}

const workflow::FormVersion* FormPage::chosen() const
{
    const int row = m_list->currentRow();
    return row >= 0 && row < static_cast<int>(m_versions.size()) ? &m_versions[static_cast<size_t>(row)]
                                                                 : nullptr;
}

QHash<QString, QString> FormPage::names() const
{
    QHash<QString, QString> names;
    for (const workflow::FormVersion& version : m_versions)
        names.insert(version.digest, version.version);
    return names;
}

/// The version that is chosen beside the one in force; one with records to bring along can be returned to.
void FormPage::showChosen()
{
    const workflow::FormVersion* version = chosen();
    const int total = m_desk.study().dossier().recordCount();
    const bool leadsSomewhere = version && (!version->current || version->records < total);
    m_return->setEnabled(leadsSomewhere);
    m_return->setText(version && version->current ? tr("Y amener les autres fiches…")
                                                  : tr("Revenir à cette version…"));
    m_difference->hide();
    m_about->hide();
    if (!version || version->current || !m_panel->isHidden()) return;
    const auto form = m_desk.study().formVersion(version->digest);
    if (!form) return;
    const auto changes =
        workflow::formDifference(m_desk.study(), version->digest,
                                 std::find_if(m_versions.begin(), m_versions.end(), [](const auto& each) {
                                     return each.current;
                                 })->digest);
    m_about->setText(typeset(tr("De la version %1 à celle en vigueur, différences : %2")
                                 .arg(version->version)
                                 .arg(changes.size())));
    m_about->show();
    m_difference->show(changes, *form, m_desk.study().form());
    m_difference->setVisible(!changes.empty());
}

void FormPage::chooseFile(bool toCompare)
{
    const QString path = QFileDialog::getOpenFileName(
        this, toCompare ? tr("Comparer avec un questionnaire") : tr("Nouvelle version du questionnaire"), {},
        tr("Questionnaire (*.xlsx *.xml *.md)"));
    if (path.isEmpty()) return;
    toCompare ? compareWith(path) : planFrom(path);
}

void FormPage::compareWith(const QString& path)
{
    const workflow::FormVersion* version = chosen();
    if (!version) return;
    drop();
    m_desk.ask<workflow::FormsCompared>(
        [digest = version->digest, path](workflow::Study& study) {
            return workflow::compareWithVersion(study, digest, path);
        },
        this,
        [this, name = version->version, path](const Result<workflow::FormsCompared>& result) {
            if (!result.value) return tell(typeset(result.error.text()), QStringLiteral("error"));
            if (!result.value->issues.empty())
                return tell(typeset(workflow::messages::sentencesOf(result.value->issues).join(u'\n')),
                            QStringLiteral("error"));
            const auto& changes = result.value->changes;
            m_about->setText(typeset(tr("De la version %1 à « %2 », différences : %3")
                                         .arg(name, QFileInfo(path).fileName())
                                         .arg(changes.size())));
            m_about->show();
            m_difference->show(changes, *result.value->before, *result.value->after);
            m_difference->setVisible(!changes.empty());
        });
}

void FormPage::planFrom(const QString& path)
{
    plan([path](const workflow::Study& study, const base::Progress& progress) {
        return workflow::planFormChange(study, path, progress);
    });
}

void FormPage::plan(Planner work)
{
    drop();
    for (QPushButton* action : {m_change, m_compare, m_return})
        action->setEnabled(false);
    tell(tr("Examen des réponses…"), QStringLiteral("muted"));
    m_desk.afterWrites(this, [this, work = std::move(work)] {
        m_desk.askLong<Plan>(
            [work](workflow::Study& study, const base::Progress& progress) {
                return std::make_shared<const workflow::FormPlan>(work(study, progress));
            },
            this,
            [this](const Result<Plan>& result) {
                m_change->setEnabled(true);
                m_compare->setEnabled(true);
                tell({}, {});
                if (result.value) return showPlan(*result.value);
                showChosen();
                tell(typeset(result.error.text()), QStringLiteral("error"));
            });
    });
}

void FormPage::showPlan(Plan plan)
{
    m_plan = std::move(plan);
    m_panel->show(m_plan, m_desk.study().form(), names());
    showChosen();
}

void FormPage::drop()
{
    m_plan.reset();
    m_panel->hide();
    tell({}, {});
    showChosen();
}

void FormPage::adopt()
{
    if (!m_plan) return;
    workflow::FormChoices choices = m_panel->choices();
    choices.author = m_desk.access().author;
    m_panel->setEnabled(false);
    m_desk.write([plan = m_plan,
                  choices](workflow::Study& study) { return workflow::adoptForm(study, *plan, choices); },
                 this,
                 [this](const workflow::Outcome& outcome) {
                     m_panel->setEnabled(true);
                     if (!outcome.ok())
                         return tell(typeset(workflow::messages::sentencesOf(outcome.issues).join(u'\n')),
                                     QStringLiteral("error"));
                     drop();
                     refresh();
                     tell(tr("Le questionnaire est en vigueur. « Annuler » revient à l’état d’avant."),
                          QStringLiteral("good"));
                 },
                 tr("changement de questionnaire"));
}

void FormPage::tell(const QString& sentence, const QString& tone)
{
    restyle(m_told, "tone", tone);
    m_told->setText(typeset(sentence));
    m_told->setVisible(!sentence.isEmpty());
}

} // namespace ui
