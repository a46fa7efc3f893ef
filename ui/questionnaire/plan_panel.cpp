#include "ui/questionnaire/plan_panel.h"

#include "ui/questionnaire/affected_model.h"
#include "ui/questionnaire/difference_tree.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/small.h"
#include "workflow/messages/form_words.h"
#include "workflow/messages/messages.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QTableView>
#include <QTableWidget>

namespace ui {
namespace {

using workflow::AnswerFate;

constexpr std::array Fates{AnswerFate::SetAside, AnswerFate::ToReview,   AnswerFate::Unfit,
                           AnswerFate::Broken,   AnswerFate::OutOfScope, AnswerFate::InScope,
                           AnswerFate::Kept};
constexpr int RowsSeen = 7;

void dress(QTableView& table, const QString& name)
{
    table.setAccessibleName(name);
    table.setProperty("framed", true);
    table.setSelectionBehavior(QAbstractItemView::SelectRows);
    table.setEditTriggers(QAbstractItemView::NoEditTriggers);
    table.setTabKeyNavigation(false);
    table.setShowGrid(false);
    table.setWordWrap(false);
    table.verticalHeader()->hide();
    table.verticalHeader()->setDefaultSectionSize(px(28));
    table.horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    table.horizontalHeader()->setHighlightSections(false);
    table.horizontalHeader()->setStretchLastSection(true);
}

void fit(QTableView& table)
{
    const int rows = std::clamp(table.model()->rowCount(), 1, RowsSeen);
    table.setFixedHeight(table.horizontalHeader()->sizeHint().height() + rows * px(28) + px(4));
}

QString number(qint64 value)
{
    return QLocale(QLocale::French).toString(value);
}

} // namespace

PlanPanel::PlanPanel(QWidget* parent)
    : QWidget(parent), m_title(heading({}, 1.08)), m_problems(text({}, QStringLiteral("error"))),
      m_counts(text({})), m_difference(new DifferenceTree), m_affected(new AffectedModel(this))
{
    setObjectName(QStringLiteral("formPlan"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, px(8), 0, 0);
    column->setSpacing(px(8));
    m_problems->setObjectName(QStringLiteral("formProblems"));
    m_counts->setObjectName(QStringLiteral("formCounts"));
    column->addWidget(m_title);
    column->addWidget(m_problems);
    column->addWidget(m_counts);
    column->addWidget(groupTitle(tr("Ce qui change, section par section")));
    column->addWidget(m_difference);
    m_answersPart = buildAnswers();
    m_recordsPart = buildRecords();
    m_end = buildEnd();
    for (QWidget* part : {m_answersPart, m_recordsPart, m_end})
        column->addWidget(part);
}

QWidget* PlanPanel::buildAnswers()
{
    auto* part = new QWidget;
    auto* column = new QVBoxLayout(part);
    column->setContentsMargins(0, px(8), 0, 0);
    column->setSpacing(px(8));
    m_fates = new QComboBox;
    m_fates->setObjectName(QStringLiteral("formFates"));
    m_fates->setAccessibleName(tr("Réponses montrées"));
    auto* row = new QHBoxLayout;
    row->addWidget(groupTitle(tr("Réponses touchées")));
    row->addStretch();
    row->addWidget(m_fates);
    column->addLayout(row);
    m_answers = new QTableView;
    m_answers->setObjectName(QStringLiteral("formAnswers"));
    m_answers->setModel(m_affected);
    dress(*m_answers, tr("Réponses touchées"));
    const std::array<int, 3> widths{190, 220, 170};
    for (size_t i = 0; i < widths.size(); ++i)
        m_answers->setColumnWidth(static_cast<int>(i), px(widths[i]));
    column->addWidget(m_answers);
    connect(m_fates, &QComboBox::currentIndexChanged, this, [this](int at) {
        const QVariant fate = m_fates->itemData(at);
        m_affected->reduceTo(fate.isValid() ? std::optional(static_cast<AnswerFate>(fate.toInt()))
                                            : std::nullopt);
        fit(*m_answers);
    });
    return part;
}

QWidget* PlanPanel::buildRecords()
{
    auto* part = new QWidget;
    auto* column = new QVBoxLayout(part);
    column->setContentsMargins(0, px(8), 0, 0);
    column->setSpacing(px(8));
    auto* row = new QHBoxLayout;
    QLabel* title = groupTitle(tr("Fiches qui restent sur leur version"));
    title->setWordWrap(false);
    row->addWidget(title);
    row->addStretch();
    QPushButton* touched = link(tr("Celles dont une réponse n’est pas gardée"));
    touched->setObjectName(QStringLiteral("keepTouched"));
    QPushButton* none = link(tr("Aucune"));
    row->addWidget(touched);
    row->addWidget(none);
    column->addLayout(row);
    m_records = new QTableWidget(0, 4);
    m_records->setObjectName(QStringLiteral("formRecords"));
    m_records->setHorizontalHeaderLabels(
        {tr("Fiche, cochée si elle reste"), tr("Version"), tr("Réponses touchées"), tr("dont non gardées")});
    dress(*m_records, tr("Fiches qui restent sur leur version"));
    const std::array<int, 3> widths{350, 90, 150};
    for (size_t i = 0; i < widths.size(); ++i)
        m_records->setColumnWidth(static_cast<int>(i), px(widths[i]));
    column->addWidget(m_records);
    connect(touched, &QPushButton::clicked, this, [this] { keepTouched(true); });
    connect(none, &QPushButton::clicked, this, [this] { keepTouched(false); });
    return part;
}

QWidget* PlanPanel::buildEnd()
{
    auto* part = new QWidget;
    auto* column = new QVBoxLayout(part);
    column->setContentsMargins(0, px(8), 0, 0);
    column->setSpacing(px(8));
    m_renames = new QVBoxLayout;
    m_renames->setSpacing(px(4));
    column->addLayout(m_renames);
    m_reason = new QLineEdit;
    m_reason->setObjectName(QStringLiteral("formReason"));
    m_reason->setPlaceholderText(tr("Motif du changement, gardé avec la version"));
    m_reason->setAccessibleName(tr("Motif du changement"));
    column->addWidget(m_reason);
    m_adopt = button(tr("Adopter cette version"), QStringLiteral("primary"));
    m_adopt->setObjectName(QStringLiteral("adoptForm"));
    QPushButton* drop = button(tr("Ne rien changer"));
    drop->setObjectName(QStringLiteral("dropForm"));
    auto* row = new QHBoxLayout;
    row->addWidget(m_adopt);
    row->addWidget(drop);
    row->addStretch();
    column->addLayout(row);
    column->addWidget(small(tr("Un seul pas, que « Annuler » défait. Aucune réponse n’est effacée.")));
    connect(m_adopt, &QPushButton::clicked, this, &PlanPanel::confirmed);
    connect(drop, &QPushButton::clicked, this, &PlanPanel::dropped);
    return part;
}

void PlanPanel::show(std::shared_ptr<const workflow::FormPlan> plan, const questionnaire::Form& before,
                     const QHash<QString, QString>& names)
{
    m_plan = std::move(plan);
    const QStringList problems = workflow::messages::sentencesOf(m_plan->issues);
    m_problems->setText(typeset(problems.join(u'\n')));
    m_problems->setVisible(!problems.isEmpty());
    m_title->setText(typeset(m_plan->form ? tr("Examen de la version %1").arg(m_plan->form->version)
                                          : tr("Ce fichier ne peut pas servir de questionnaire")));
    m_difference->setVisible(m_plan->form && !m_plan->changes.empty());
    if (m_plan->form) m_difference->show(m_plan->changes, before, *m_plan->form);
    m_affected->show(m_plan);
    m_reason->clear();
    showFates();
    showRecords(names);
    showRenames();
    m_adopt->setEnabled(m_plan->form && problems.isEmpty());
    QWidget::show();
}

void PlanPanel::showFates()
{
    const QSignalBlocker quiet(m_fates);
    m_fates->clear();
    m_fates->addItem(tr("Toutes (%1)").arg(number(static_cast<qint64>(m_plan->answers.size()))));
    QStringList counts;
    for (const AnswerFate fate : Fates) {
        const int count = m_plan->count(fate);
        if (count == 0) continue;
        const QString word = workflow::messages::fateWord(fate);
        m_fates->addItem(QStringLiteral("%1 (%2)").arg(word, number(count)), static_cast<int>(fate));
        counts << workflow::messages::countedFates(count, fate);
    }
    m_counts->setText(
        typeset(m_plan->answers.empty()
                    ? tr("Aucune réponse n’est touchée ; fiches concernées : %1.").arg(m_plan->records.size())
                    : tr("Réponses touchées : %1, dans %2 fiches.")
                          .arg(counts.join(QStringLiteral(", ")))
                          .arg(std::count_if(m_plan->records.begin(), m_plan->records.end(),
                                             [](const auto& record) { return record.affected > 0; }))));
    m_counts->setVisible(m_plan->form != nullptr);
    m_answersPart->setVisible(!m_plan->answers.empty());
    fit(*m_answers);
}

void PlanPanel::showRecords(const QHash<QString, QString>& names)
{
    m_records->setRowCount(static_cast<int>(m_plan->records.size()));
    for (int r = 0; r < m_records->rowCount(); ++r) {
        const workflow::PlannedRecord& record = m_plan->records[static_cast<size_t>(r)];
        auto* name = new QTableWidgetItem(record.name);
        name->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        name->setCheckState(Qt::Unchecked);
        name->setToolTip(record.name);
        m_records->setItem(r, 0, name);
        m_records->setItem(r, 1, new QTableWidgetItem(names.value(record.version)));
        m_records->setItem(r, 2, new QTableWidgetItem(number(record.affected)));
        m_records->setItem(r, 3, new QTableWidgetItem(number(record.notKept)));
    }
    m_recordsPart->setVisible(!m_plan->records.empty() && !base::hasErrors(m_plan->issues));
    fit(*m_records);
}

void PlanPanel::showRenames()
{
    clear(m_renames);
    m_renameBoxes.clear();
    if (base::hasErrors(m_plan->issues)) return;
    for (const workflow::FormRename& rename : workflow::proposedRenames(*m_plan)) {
        auto* box = new QCheckBox(
            typeset(tr("« %1 » est devenue « %2 » : reporter ses réponses").arg(rename.from, rename.to)));
        box->setObjectName(QStringLiteral("rename_") + rename.to);
        m_renames->addWidget(box);
        m_renameBoxes.emplace_back(box, rename);
    }
}

void PlanPanel::keepTouched(bool keep)
{
    for (int r = 0; r < m_records->rowCount(); ++r) {
        const bool stays = keep && m_plan->records[static_cast<size_t>(r)].notKept > 0;
        m_records->item(r, 0)->setCheckState(stays ? Qt::Checked : Qt::Unchecked);
    }
}

workflow::FormChoices PlanPanel::choices() const
{
    workflow::FormChoices choices;
    for (int r = 0; r < m_records->rowCount(); ++r)
        if (m_records->item(r, 0)->checkState() == Qt::Checked)
            choices.keepOld << m_plan->records[static_cast<size_t>(r)].id;
    for (const auto& [box, rename] : m_renameBoxes)
        if (box->isChecked()) choices.renames.push_back(rename);
    choices.reason = m_reason->text();
    return choices;
}

} // namespace ui
