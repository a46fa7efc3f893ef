#include "ui/historique/snapshots_screen.h"

#include "ui/historique/comparison_model.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/copy_table.h"
#include "ui/widgets/small.h"
#include "ui/widgets/words.h"
#include "workflow/messages/messages.h"

#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QPainter>
#include <QPushButton>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QTimeZone>
#include <QToolButton>

namespace ui {
namespace {

const QString present = QStringLiteral("maintenant");

QString stateLine(const dossier::Snapshot& snapshot)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(snapshot.time, QTimeZone("Africa/Casablanca"));
    const QString when = QLocale(QLocale::French).toString(time, QStringLiteral("d MMM yyyy, HH:mm"));
    return snapshot.author.isEmpty() ? when : when + QStringLiteral(" · ") + snapshot.author;
}

/// Cells as far from the edges as the headings, each written in the direction of its language.
class ComparisonDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& given, const QModelIndex& index) const override
    {
        QStyleOptionViewItem option = given;
        initStyleOption(&option, index);
        const QString words = std::exchange(option.text, {});
        option.widget->style()->drawControl(QStyle::CE_ItemViewItem, &option, painter, option.widget);
        painter->save();
        const bool selected = option.state & QStyle::State_Selected;
        painter->setPen(option.palette.color(selected ? QPalette::HighlightedText : QPalette::Text));
        drawWords(*painter, option.rect.adjusted(px(8), 0, -px(8), 0), words.simplified(), option.direction);
        painter->restore();
    }
};

void dress(QTableView& table)
{
    table.setItemDelegate(new ComparisonDelegate(&table));
    table.setAccessibleName(SnapshotsScreen::tr("Différences"));
    table.setSelectionBehavior(QAbstractItemView::SelectRows);
    table.setAlternatingRowColors(true);
    table.setShowGrid(false);
    table.setWordWrap(false);
    table.verticalHeader()->hide();
    table.verticalHeader()->setDefaultSectionSize(px(28));
    table.horizontalHeader()->setStretchLastSection(true);
    const std::array<int, 4> widths{104, 200, 220, 150};
    for (size_t i = 0; i < widths.size(); ++i)
        table.setColumnWidth(static_cast<int>(i), px(widths[i]));
}

} // namespace

SnapshotsScreen::SnapshotsScreen(Desk& desk, QWidget* parent)
    : Screen(desk, tr("États figés"), parent), m_model(new ComparisonModel(this)), m_list(new QListWidget),
      m_from(new QComboBox), m_to(new QComboBox), m_label(new QLineEdit),
      m_copy(button(tr("Copier le tableau"))), m_compare(button(tr("Comparer"))),
      m_problem(text({}, QStringLiteral("error"))), m_title(heading({}, 1.08)),
      m_hint(text({}, QStringLiteral("muted"))), m_table(new QTableView)
{
    buildHeader();
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(buildChoice());
    auto* edge = new QFrame;
    edge->setObjectName(QStringLiteral("sideLine"));
    row->addWidget(edge);
    row->addWidget(buildTable(), 1);
    connect(&desk, &Desk::changed, this, [this](const dossier::ChangeSet& changes) {
        if (changes.study) readStates();
    });
    readStates();
}

QString SnapshotsScreen::problem() const
{
    return m_problem->text();
}

void SnapshotsScreen::buildHeader()
{
    m_label->setPlaceholderText(tr("Nom de l’état : L2 v1, remis à l’OIM"));
    m_label->setAccessibleName(tr("Nom de l’état à figer"));
    m_label->setMaximumWidth(px(298));
    m_label->setMaxLength(80);
    QPushButton* go = button(tr("Figer l’état"), QStringLiteral("primary"));
    headerLayout()->addWidget(m_label, 1);
    headerLayout()->addWidget(go);
    m_problem->setWordWrap(false);
    headerLayout()->addWidget(m_problem);
    headerLayout()->addStretch(1);
    headerLayout()->addWidget(m_copy);
    const auto freezeTyped = [this] { freeze(m_label->text()); };
    connect(go, &QPushButton::clicked, this, freezeTyped);
    connect(m_label, &QLineEdit::returnPressed, this, freezeTyped);
    connect(m_label, &QLineEdit::textEdited, m_problem, &QLabel::clear);
    connect(m_copy, &QPushButton::clicked, this, [this] { copyTable(*m_table, false); });
}

QWidget* SnapshotsScreen::buildChoice()
{
    auto* side = new QWidget;
    side->setFixedWidth(px(280));
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(px(16), px(16), px(16), px(16));
    column->setSpacing(px(8));
    column->addWidget(groupTitle(tr("Comparer")));
    const auto choice = [&](const QString& title, QComboBox* box) {
        auto* row = new QHBoxLayout;
        QLabel* name = small(title);
        name->setFixedWidth(px(24));
        row->addWidget(name);
        row->addWidget(box, 1);
        box->setAccessibleName(title);
        box->setMinimumContentsLength(8);
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        column->addLayout(row);
    };
    choice(tr("de"), m_from);
    choice(tr("à"), m_to);
    column->addWidget(m_compare, 0, Qt::AlignLeading);
    column->addWidget(ruleLine());
    column->addWidget(groupTitle(tr("États de l’étude")));
    m_list->setAccessibleName(tr("États figés"));
    m_list->setWordWrap(true);
    m_list->setSpacing(px(2));
    m_list->setObjectName(QStringLiteral("plain"));
    column->addWidget(m_list, 1);
    column->addWidget(
        small(tr("Un état figé marque l’étude telle qu’elle est : rien n’est copié, rien n’est empêché.")));
    connect(m_compare, &QPushButton::clicked, this, &SnapshotsScreen::compare);
    connect(m_list, &QListWidget::itemActivated, this,
            [this](QListWidgetItem* item) { compareLast(m_list->row(item)); });
    connect(m_list, &QListWidget::itemClicked, this,
            [this](QListWidgetItem* item) { compareLast(m_list->row(item)); });
    return side;
}

QWidget* SnapshotsScreen::buildTable()
{
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(px(16), px(12), px(16), 0);
    column->setSpacing(px(8));
    QList<QToolButton*> buttons;
    for (size_t i = 0; i < m_kindButtons.size(); ++i) {
        m_kindButtons[i] = segment({});
        buttons << m_kindButtons[i];
        connect(m_kindButtons[i], &QToolButton::clicked, this,
                [this, i] { m_model->reduceTo(static_cast<ComparisonModel::Kind>(i)); });
    }
    m_kindButtons[0]->setChecked(true);
    m_kinds = segments(buttons);
    column->addWidget(m_title);
    column->addWidget(m_kinds, 0, Qt::AlignLeading);
    column->addWidget(m_hint);
    m_table->setModel(m_model);
    dress(*m_table);
    column->addWidget(m_table, 1);
    column->addStretch();
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex& index) {
        const QString record = index.data(ComparisonModel::RecordRole).toString();
        if (!record.isEmpty())
            Q_EMIT goTo(
                {QStringLiteral("saisie"), record, index.data(ComparisonModel::QuestionRole).toString()});
    });
    for (QWidget* widget : std::initializer_list<QWidget*>{m_title, m_kinds, m_table, m_copy})
        widget->hide();
    return page;
}

void SnapshotsScreen::activate()
{
    readStates();
    m_label->setFocus();
}

void SnapshotsScreen::readStates()
{
    const auto snapshots = study().dossier().snapshots();
    const QString from = m_from->currentText(), to = m_to->currentText();
    m_list->clear();
    m_from->clear();
    m_to->clear();
    for (auto snapshot = snapshots.rbegin(); snapshot != snapshots.rend(); ++snapshot) {
        auto* item = new QListWidgetItem(snapshot->label + u'\n' + stateLine(*snapshot), m_list);
        item->setToolTip(tr("Comparer « %1 » à maintenant").arg(snapshot->label));
        m_from->addItem(snapshot->label);
    }
    m_to->addItem(present);
    for (int i = 0; i < m_from->count(); ++i)
        m_to->addItem(m_from->itemText(i));
    if (m_from->findText(from) >= 0) m_from->setCurrentText(from);
    if (m_to->findText(to) >= 0) m_to->setCurrentText(to);
    const bool any = !snapshots.empty();
    for (QWidget* widget : std::initializer_list<QWidget*>{m_from, m_to, m_compare})
        widget->setEnabled(any);
    if (m_model->count(ComparisonModel::Kind::All) == 0 && m_title->text().isEmpty())
        m_hint->setText(typeset(
            any ? tr("Choisissez deux états, ou cliquez-en un pour le comparer à l’étude d’aujourd’hui.")
                : tr("Ici se compareront deux états de l’étude. Figez l’état quand un livrable part : vous "
                     "saurez ensuite tout ce qui a changé depuis.")));
}

void SnapshotsScreen::freeze(const QString& label)
{
    desk().write([label](workflow::Study& target) { return workflow::freeze(target, label); }, this,
                 [this](const workflow::Outcome& outcome) {
                     if (!outcome.ok()) {
                         m_problem->setText(
                             typeset(workflow::messages::forIssue(outcome.issues.front()).what));
                         return;
                     }
                     m_problem->clear();
                     m_label->clear();
                     readStates();
                     Q_EMIT desk().notice(tr("État figé : « %1 ».").arg(outcome.id));
                 });
}

void SnapshotsScreen::compareLast(int row)
{
    if (row < 0) return;
    m_from->setCurrentIndex(row);
    m_to->setCurrentText(present);
    compare();
}

void SnapshotsScreen::compare()
{
    if (m_from->count() == 0) return;
    m_hint->setText(tr("Comparaison en cours…"));
    m_hint->show();
    struct Found
    {
        std::optional<workflow::StateComparison> comparison;
        base::Issues issues;
    };
    desk().jobs().start<Found>(
        [this, a = m_from->currentText(), b = m_to->currentText()](const base::Progress& progress) {
            Found found;
            found.comparison = workflow::compareStates(study(), a, b, found.issues, progress);
            return found;
        },
        this,
        [this](Result<Found> result) {
            m_hint->hide();
            if (!result.value)
                Q_EMIT desk().failed(result.error);
            else if (result.value->comparison)
                showComparison(*result.value->comparison);
            else if (!result.value->issues.empty())
                m_problem->setText(typeset(workflow::messages::forIssue(result.value->issues.front()).what));
        });
}

void SnapshotsScreen::showComparison(const workflow::StateComparison& comparison)
{
    using Kind = ComparisonModel::Kind;
    m_model->show(comparison);
    m_title->setText(typeset(tr("De « %1 » à « %2 »").arg(comparison.a, comparison.b)));
    const auto counted = [this](Kind kind) { return QLocale().toString(m_model->count(kind)); };
    m_kindButtons[0]->setText(tr("Tout (%1)").arg(counted(Kind::All)));
    m_kindButtons[1]->setText(tr("Acteurs (%1)").arg(counted(Kind::Actors)));
    m_kindButtons[2]->setText(tr("Réponses (%1)").arg(counted(Kind::Answers)));
    m_kindButtons[3]->setText(tr("Notes et statuts (%1)").arg(counted(Kind::Scores)));
    const bool any = m_model->count(Kind::All) > 0;
    m_title->show();
    for (QWidget* widget : std::initializer_list<QWidget*>{m_kinds, m_table, m_copy})
        widget->setVisible(any);
    m_hint->setVisible(!any);
    m_hint->setText(tr("Rien ne diffère entre ces deux états."));
    Q_EMIT compared();
}

} // namespace ui
