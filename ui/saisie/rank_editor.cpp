#include "ui/saisie/rank_editor.h"

#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/small.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QToolButton>

namespace ui {
namespace {

using questionnaire::Answer;
using questionnaire::Choice;

constexpr int codeRole = Qt::UserRole;
constexpr int labelRole = Qt::UserRole + 1;
constexpr int mostRows = 10;

} // namespace

RankEditor::RankEditor(const questionnaire::Question& question, const std::vector<Choice>& choices,
                       QWidget* parent)
    : TypedEditor(parent), m_choices(choices), m_list(new QListWidget)
{
    buildList(question.label);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(4));
    auto* row = new QHBoxLayout;
    row->setSpacing(px(6));
    row->addWidget(m_list);
    row->addWidget(buildButtons(), 0, Qt::AlignTop);
    row->addStretch();
    column->addLayout(row);
    auto* foot = new QHBoxLayout;
    foot->setSpacing(px(16));
    m_confirm = link(tr("Confirmer cet ordre"));
    m_clear = link(tr("Effacer le classement"));
    m_note = small(tr("Alt+flèches ou un chiffre : déplacer la ligne"));
    foot->addWidget(m_confirm);
    foot->addWidget(m_clear);
    foot->addWidget(m_note, 1);
    column->addLayout(foot);
    for (QPushButton* item : {m_confirm, m_clear})
        item->installEventFilter(this);
    connect(m_confirm, &QPushButton::clicked, this, [this] {
        rankAll();
        m_list->setFocus(Qt::OtherFocusReason);
        commit();
    });
    connect(m_clear, &QPushButton::clicked, this, [this] {
        clearRanks();
        m_list->setFocus(Qt::OtherFocusReason);
        commit();
    });
    setFocusProxy(m_list);
    show(Answer{});
}

void RankEditor::buildList(const QString& name)
{
    m_list->setObjectName(QStringLiteral("ranking"));
    m_list->setAccessibleName(name);
    m_list->setDragDropMode(QAbstractItemView::InternalMove);
    m_list->setDefaultDropAction(Qt::MoveAction);
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->setFixedWidth(px(360));
    m_list->installEventFilter(this);
    connect(m_list->model(), &QAbstractItemModel::rowsMoved, this, [this] { rankAll(); });
    connect(m_list, &QListWidget::currentRowChanged, this, [this] { number(); });
}

QWidget* RankEditor::buildButtons()
{
    auto* group = new QWidget;
    auto* column = new QVBoxLayout(group);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(2));
    const auto arrow = [&](const QString& name, const QString& words, const QString& keys, int by) {
        auto* item = new QToolButton;
        item->setProperty("role", QStringLiteral("flat"));
        item->setIcon(icon(name));
        item->setIconSize({px(16), px(16)});
        item->setAccessibleName(words);
        item->setToolTip(QStringLiteral("%1 (%2)").arg(words, keys));
        item->setFocusPolicy(Qt::NoFocus); // the keys of the list do the same
        connect(item, &QToolButton::clicked, this, [this, by] {
            m_list->setFocus(Qt::OtherFocusReason);
            moveTo(m_list->currentRow(), m_list->currentRow() + by);
        });
        column->addWidget(item);
        return item;
    };
    m_up = arrow(QStringLiteral("go-up"), tr("Monter d’un rang"), tr("Alt+Haut"), -1);
    m_down = arrow(QStringLiteral("go-down"), tr("Descendre d’un rang"), tr("Alt+Bas"), +1);
    return group;
}

void RankEditor::fill(const QStringList& order)
{
    const QSignalBlocker quiet(m_list);
    const QString current =
        m_list->currentItem() ? m_list->currentItem()->data(codeRole).toString() : QString();
    m_list->clear();
    for (const QString& code : order) {
        const auto choice = std::find_if(m_choices.begin(), m_choices.end(),
                                         [&](const Choice& each) { return each.name == code; });
        auto* item = new QListWidgetItem(m_list);
        item->setData(codeRole, code);
        item->setData(labelRole, choice == m_choices.end() ? code : choice->label);
        item->setFlags(item->flags() & ~Qt::ItemIsDropEnabled);
        item->setSizeHint({0, px(26)});
        if (code == current) m_list->setCurrentItem(item);
    }
    if (m_list->currentRow() < 0) m_list->setCurrentRow(0);
    const int rows = qBound(2, m_list->count(), mostRows);
    m_list->setFixedHeight(rows * px(26) + 2 * m_list->frameWidth() + px(2));
    number();
}

void RankEditor::number()
{
    const QSignalBlocker quiet(m_list);
    for (int row = 0; row < m_list->count(); ++row) {
        QListWidgetItem* item = m_list->item(row);
        const QString rank = row < m_ranked ? QString::number(row + 1) : QStringLiteral("–");
        const QString label = item->data(labelRole).toString();
        item->setText(QStringLiteral("%1   %2").arg(rank, label));
        item->setToolTip(label);
        item->setData(Qt::AccessibleTextRole, row < m_ranked ? tr("rang %1 : %2").arg(rank, label)
                                                             : tr("pas de rang : %1").arg(label));
    }
    const bool writable = !isReadOnly();
    m_up->setEnabled(writable && m_list->currentRow() > 0);
    m_down->setEnabled(writable && m_list->currentRow() + 1 < m_list->count());
    m_confirm->setVisible(writable && m_ranked < m_list->count());
    m_clear->setVisible(writable && m_ranked > 0);
}

QStringList RankEditor::order() const
{
    QStringList codes;
    for (int row = 0; row < m_list->count(); ++row)
        codes << m_list->item(row)->data(codeRole).toString();
    return codes;
}

void RankEditor::show(const Answer& answer)
{
    keepShown(answer);
    m_touched = false;
    QStringList codes = answer.isKnown() ? answer.codes() : QStringList();
    m_ranked = static_cast<int>(codes.size());
    for (const Choice& choice : m_choices)
        if (!codes.contains(choice.name)) codes << choice.name;
    fill(codes);
}

Answer RankEditor::answer() const
{
    if (!m_touched) return shownAnswer();
    return m_ranked == 0 ? Answer{} : Answer::of(order().join(u' '));
}

void RankEditor::setReadOnly(bool readOnly)
{
    m_list->setDragDropMode(readOnly ? QAbstractItemView::NoDragDrop : QAbstractItemView::InternalMove);
    number();
}

bool RankEditor::isReadOnly() const
{
    return m_list->dragDropMode() == QAbstractItemView::NoDragDrop;
}

QWidget* RankEditor::focusTarget()
{
    return m_list;
}

void RankEditor::rankAll()
{
    m_touched = true;
    m_ranked = m_list->count();
    number();
    Q_EMIT edited();
}

void RankEditor::clearRanks()
{
    m_touched = true;
    m_ranked = 0;
    number();
    Q_EMIT edited();
}

void RankEditor::moveTo(int from, int to)
{
    if (from < 0 || isReadOnly()) return;
    to = qBound(0, to, m_list->count() - 1);
    {
        const QSignalBlocker quiet(m_list);
        QListWidgetItem* item = m_list->takeItem(from);
        m_list->insertItem(to, item);
        m_list->setCurrentItem(item);
    }
    rankAll();
}

bool RankEditor::hearMoves(const QKeyEvent& key)
{
    if (isReadOnly()) return false;
    const int row = m_list->currentRow();
    if (key.modifiers() & Qt::AltModifier) {
        if (key.key() != Qt::Key_Up && key.key() != Qt::Key_Down) return false;
        moveTo(row, key.key() == Qt::Key_Up ? row - 1 : row + 1);
        return true;
    }
    if (key.modifiers() & Qt::ControlModifier) return false;
    if (key.key() == Qt::Key_Delete || key.key() == Qt::Key_Backspace) {
        clearRanks();
        return true;
    }
    if (key.key() == Qt::Key_Space) {
        rankAll();
        return true;
    }
    bool isRank = false;
    const int rank = key.text().toInt(&isRank);
    if (!isRank || rank < 1 || rank > m_list->count()) return false;
    moveTo(row, rank - 1);
    return true;
}

bool RankEditor::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto& key = *static_cast<QKeyEvent*>(event);
        // On a link Enter presses it.
        if (watched == m_list && (hearLeaving(key) || hearMoves(key))) return true;
        if (watched != m_list && key.key() == Qt::Key_Escape && hearLeaving(key)) return true;
    }
    if (watched == m_list && event->type() == QEvent::FocusOut) commit();
    return AnswerEditor::eventFilter(watched, event);
}

} // namespace ui
