#include "ui/choix/preselection_page.h"

#include "base/text.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/small.h"
#include "workflow/messages/messages.h"
#include "workflow/sharing.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTableWidget>

namespace ui {
namespace {

constexpr int criteriaCount = 6;
constexpr int HoldsRole = Qt::UserRole + 1;
enum Column { Name, FirstCriterion, Reason = FirstCriterion + criteriaCount, ColumnCount };

QTableWidgetItem* fixed(const QString& words)
{
    auto* item = new QTableWidgetItem(words);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
    return item;
}

QLineEdit* field(const char* name, const QString& words)
{
    auto* edit = new QLineEdit;
    edit->setObjectName(QString::fromLatin1(name));
    edit->setPlaceholderText(words);
    edit->setAccessibleName(words);
    return edit;
}

} // namespace

PreselectionPage::PreselectionPage(Desk& desk, QWidget* parent)
    : QWidget(parent), m_desk(desk), m_table(new QTableWidget), m_intro(small({})), m_count(text({})),
      m_approved(text({})), m_told(text({})), m_which(new QComboBox),
      m_find(field("findPreselection", tr("Chercher une organisation"))),
      m_author(field("preselectionAuthor", tr("Proposée par"))),
      m_name(field("approvalName", tr("Approuvée par"))), m_role(field("approvalRole", tr("Fonction"))),
      m_common(field("commonReason", tr("Motif commun de celles qui restent dehors"))),
      m_reason(field("approvalReason", tr("Motif de la réponse"))),
      m_save(button(tr("Enregistrer la proposition"), QStringLiteral("primary"))),
      m_approve(button(tr("Noter l’accord"))), m_fill(button(tr("Remplir les motifs vides"))),
      m_again(button(tr("Demander une révision")))
{
    m_count->setObjectName(QStringLiteral("preselectionCount"));
    m_approved->setObjectName(QStringLiteral("preselectionApproved"));
    m_told->setObjectName(QStringLiteral("preselectionTold"));
    m_save->setObjectName(QStringLiteral("savePreselection"));
    m_approve->setObjectName(QStringLiteral("approvePreselection"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(px(16), px(8), px(16), px(10));
    layout->setSpacing(px(6));
    layout->addWidget(m_intro);
    buildTable();
    layout->addWidget(buildFilter());
    layout->addWidget(m_table, 1);
    layout->addWidget(buildFoot());
    connect(m_table, &QTableWidget::itemChanged, this, [this] {
        m_dirty = true;
        count();
    });
    m_fill->setObjectName(QStringLiteral("fillReasons"));
    connect(m_fill, &QPushButton::clicked, this, &PreselectionPage::fillReasons);
    connect(m_save, &QPushButton::clicked, this, &PreselectionPage::save);
    m_again->setObjectName(QStringLiteral("revisePreselection"));
    connect(m_approve, &QPushButton::clicked, this, [this] { approve(true); });
    connect(m_again, &QPushButton::clicked, this, [this] { approve(false); });
}

void PreselectionPage::buildTable()
{
    m_table->setObjectName(QStringLiteral("preselectionTable"));
    m_table->setProperty("framed", true);
    m_table->setAccessibleName(tr("Présélection"));
    m_table->setColumnCount(ColumnCount);
    m_table->setHorizontalHeaderItem(Name, new QTableWidgetItem(tr("Organisation")));
    for (int i = 0; i < criteriaCount; ++i) {
        const QString code = QStringLiteral("S%1").arg(i + 1);
        auto* head = new QTableWidgetItem(code);
        head->setToolTip(workflow::messages::criterionWord(code));
        m_table->setHorizontalHeaderItem(FirstCriterion + i, head);
        m_table->setColumnWidth(FirstCriterion + i, px(38));
    }
    m_table->setHorizontalHeaderItem(Reason, new QTableWidgetItem(tr("Motif")));
    for (const int words : {int(Name), int(Reason)})
        m_table->horizontalHeaderItem(words)->setTextAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->setColumnWidth(Name, px(290));
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setMinimumSectionSize(px(30));
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(px(28));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
}

QWidget* PreselectionPage::buildFilter()
{
    m_which->setObjectName(QStringLiteral("whichPreselection"));
    m_which->setAccessibleName(tr("Organisations montrées"));
    m_which->addItems({tr("Toutes"), tr("Celles qui tiennent les six critères"),
                       tr("Celles à qui il reste à demander"), tr("Celles qui sont proposées")});
    m_find->setClearButtonEnabled(true);
    auto* line = new QWidget;
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_which);
    row->addWidget(m_find, 1);
    connect(m_which, &QComboBox::currentIndexChanged, this, &PreselectionPage::filter);
    connect(m_find, &QLineEdit::textChanged, this, &PreselectionPage::filter);
    return line;
}

void PreselectionPage::filter()
{
    const QString sought = base::fold(m_find->text().trimmed());
    const int which = m_which->currentIndex();
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const auto* name = m_table->item(row, Name);
        bool asks = false;
        for (int i = 0; i < criteriaCount; ++i)
            if (const auto* cell = m_table->item(row, FirstCriterion + i))
                asks = asks || cell->text() == u'?';
        const bool shown = which == 0   ? true
                           : which == 1 ? name->data(HoldsRole).toBool()
                           : which == 2 ? name->data(HoldsRole).toBool() && asks
                                        : name->checkState() == Qt::Checked;
        m_table->setRowHidden(row, !shown || !base::fold(name->text()).contains(sought));
    }
}

QWidget* PreselectionPage::buildFoot()
{
    auto* foot = new QWidget;
    auto* column = new QVBoxLayout(foot);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(6));
    auto* proposal = new QHBoxLayout;
    proposal->addWidget(m_count, 1);
    proposal->addWidget(m_author, 1);
    proposal->addWidget(m_save);
    auto* approval = new QHBoxLayout;
    approval->addWidget(m_name, 1);
    approval->addWidget(m_role, 1);
    approval->addWidget(m_reason, 2);
    approval->addWidget(m_again);
    approval->addWidget(m_approve);
    auto* reasons = new QHBoxLayout;
    reasons->addWidget(m_common, 1);
    reasons->addWidget(m_fill);
    column->addWidget(m_told);
    column->addLayout(reasons);
    column->addLayout(proposal);
    column->addWidget(m_approved);
    column->addLayout(approval);
    m_told->hide();
    return foot;
}

void PreselectionPage::refresh()
{
    const auto slice = m_desk.analysis();
    if (!slice) return m_count->setText(tr("Calcul en cours…"));
    if (!m_dirty) fill(workflow::preselectionOf(m_desk.study(), *slice));
    count();
    showRole();
    const auto approval = workflow::preselectionApproval(m_desk.study());
    m_approved->setText(typeset(approvalWords()));
    restyle(m_approved, "tone",
            !approval                               ? QString()
            : approval->current && approval->agrees ? QStringLiteral("good")
                                                    : QStringLiteral("warning"));
}

QString PreselectionPage::approvalWords() const
{
    const auto all = workflow::preselectionApprovals(m_desk.study());
    if (all.empty()) return tr("Pas encore de réponse de l’OIM.");
    const workflow::PreselectionApproval& last = all.back();
    const QString date = QLocale(QLocale::French).toString(last.date, QLocale::ShortFormat);
    const QString who = last.role.isEmpty() ? last.name : last.name + tr(", ") + last.role;
    QString words =
        (last.agrees ? tr("Accord de %1, le %2") : tr("Révision demandée par %1, le %2")).arg(who, date);
    if (!last.current) words += tr(", sur une proposition qui a changé depuis");
    words += last.reason.isEmpty() ? tr(".") : tr(" : %1").arg(last.reason);
    if (all.size() > 1) words += tr(" (réponses antérieures gardées : %1)").arg(all.size() - 1);
    return words;
}

void PreselectionPage::showRole()
{
    const bool reviewer = workflow::isReviewerDossier(m_desk.study());
    // One reads first what is proposed; the others are a choice away.
    if (reviewer && !m_readsProposal) m_which->setCurrentIndex(m_which->count() - 1);
    m_readsProposal = reviewer;
    for (QWidget* own : std::initializer_list<QWidget*>{m_common, m_fill, m_author, m_save})
        own->setVisible(!reviewer);
    m_table->setEditTriggers(reviewer
                                 ? QAbstractItemView::NoEditTriggers
                                 : QAbstractItemView::AllEditTriggers ^ QAbstractItemView::CurrentChanged);
    m_intro->setText(typeset(
        reviewer
            ? tr("La proposition du consultant, sur la fiche courte et sans score, avec ses motifs. Donnez "
                 "l’accord de l’OIM ou demandez une révision ; votre retour portera la réponse.")
            : tr("Six à neuf organisations, sur la fiche courte et sans score. Un motif est demandé pour "
                 "celle qui manque un critère et pour celle qui les tient tous et reste dehors.")));
}

void PreselectionPage::fill(const std::vector<workflow::PreselectionLine>& lines)
{
    const QSignalBlocker quiet(m_table);
    m_table->setRowCount(static_cast<int>(lines.size()));
    for (size_t i = 0; i < lines.size(); ++i)
        fillRow(static_cast<int>(i), lines[i]);
    filter();
}

void PreselectionPage::fillRow(int row, const workflow::PreselectionLine& line)
{
    auto* name = fixed(line.name);
    // A proposal that is only read keeps its marks, and nothing is ticked in it.
    if (!workflow::isReviewerDossier(m_desk.study())) name->setFlags(name->flags() | Qt::ItemIsUserCheckable);
    name->setCheckState(line.proposed ? Qt::Checked : Qt::Unchecked);
    name->setData(Qt::UserRole, line.record);
    name->setData(HoldsRole, line.holds);
    name->setToolTip(line.author.isEmpty() ? line.name : tr("Décidé par %1").arg(line.author));
    m_table->setItem(row, Name, name);
    for (size_t i = 0; i < line.criteria.size() && i < criteriaCount; ++i) {
        const assessment::Criterion& criterion = line.criteria[i];
        auto* item = fixed(criterion.unknown ? QStringLiteral("?")
                           : criterion.met   ? QStringLiteral("✓")
                                             : QStringLiteral("✗"));
        item->setTextAlignment(Qt::AlignCenter);
        item->setToolTip(tr("%1 %2 : %3")
                             .arg(criterion.code, workflow::messages::criterionWord(criterion.code),
                                  criterion.unknown ? tr("à demander")
                                  : criterion.met   ? tr("tenu")
                                                    : tr("non tenu")));
        item->setData(Qt::AccessibleTextRole, item->toolTip());
        m_table->setItem(row, FirstCriterion + static_cast<int>(i), item);
    }
    m_table->setItem(row, Reason, new QTableWidgetItem(line.reason));
}

void PreselectionPage::fillReasons()
{
    const QString reason = m_common->text().trimmed();
    if (reason.isEmpty()) return m_common->setFocus();
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const auto* name = m_table->item(row, Name);
        const bool leftOut = name->data(HoldsRole).toBool() && name->checkState() != Qt::Checked;
        if (leftOut && m_table->item(row, Reason)->text().trimmed().isEmpty())
            m_table->item(row, Reason)->setText(reason);
    }
}

void PreselectionPage::count()
{
    int proposed = 0;
    for (int row = 0; row < m_table->rowCount(); ++row)
        proposed += m_table->item(row, Name)->checkState() == Qt::Checked;
    const QString number = proposed == 0   ? tr("Aucune proposée")
                           : proposed == 1 ? tr("Une proposée")
                                           : tr("%1 proposées").arg(proposed);
    m_count->setText(
        tr("%1 (il en faut six à neuf)%2").arg(number, m_dirty ? tr(" · à enregistrer") : QString()));
    restyle(m_count, "tone", proposed >= 6 && proposed <= 9 ? QStringLiteral("good") : QString());
    m_approve->setEnabled(!m_dirty);
    m_again->setEnabled(!m_dirty);
}

void PreselectionPage::save()
{
    std::vector<workflow::PreselectionChoice> choices;
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const auto* name = m_table->item(row, Name);
        choices.push_back({name->data(Qt::UserRole).toString(), name->checkState() == Qt::Checked,
                           m_table->item(row, Reason)->text()});
    }
    const auto slice = m_desk.analysis();
    if (!slice) return;
    m_desk.write(
        [slice, choices, author = m_author->text()](workflow::Study& study) {
            return workflow::savePreselection(study, *slice, choices, author);
        },
        this,
        [this](const workflow::Outcome& outcome) {
            if (outcome.ok()) m_dirty = false;
            told(outcome, tr("Proposition enregistrée."));
        },
        tr("présélection"));
}

void PreselectionPage::approve(bool agrees)
{
    m_desk.write(
        [name = m_name->text(), role = m_role->text(), reason = m_reason->text(),
         agrees](workflow::Study& study) {
            return workflow::approvePreselection(study, name, role, reason, agrees);
        },
        this,
        [this, agrees](const workflow::Outcome& outcome) {
            told(outcome, agrees ? tr("Accord noté.") : tr("Demande de révision notée."));
        },
        tr("réponse à la présélection"));
}

void PreselectionPage::told(const workflow::Outcome& outcome, const QString& done)
{
    constexpr qsizetype most = 4; // the others are said once these are settled
    const QStringList lines = workflow::messages::sentencesOf(outcome.issues, most);
    m_told->setText(typeset(outcome.ok() ? done : lines.join(u'\n')));
    restyle(m_told, "tone", outcome.ok() ? QStringLiteral("good") : QStringLiteral("error"));
    m_told->show();
    refresh();
}

} // namespace ui
