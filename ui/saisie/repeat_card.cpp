#include "ui/saisie/repeat_card.h"

#include "ui/saisie/entry_editor.h"
#include "ui/saisie/paste_report.h"
#include "ui/saisie/repeat_model.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/fitted_header.h"
#include "ui/widgets/small.h"
#include "workflow/row_paste.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPushButton>
#include <QShortcut>
#include <QStyledItemDelegate>
#include <QTableView>

#include <set>

namespace ui {
namespace {

using questionnaire::Answer;

/// Opens the editor of the column's question in the cell.
class CellDelegate final : public QStyledItemDelegate
{
public:
    CellDelegate(EntrySession& session, RepeatModel* model, QWidget* card, std::function<void()> leave,
                 QObject* parent)
        : QStyledItemDelegate(parent), m_session(session), m_model(model), m_card(card),
          m_leave(std::move(leave))
    {
    }

    QWidget* createEditor(QWidget* viewport, const QStyleOptionViewItem&,
                          const QModelIndex& index) const override
    {
        const questionnaire::Question& question = m_model->question(index.column());
        const bool tall = opensOver(question.type);
        const auto path = m_model->path(index);
        AnswerEditor* editor =
            makeEditor(m_session, question, path, tall ? m_card->parentWidget() : viewport);
        editor->setAutoFillBackground(true);
        if (tall) frameOver(editor);
        auto* self = const_cast<CellDelegate*>(this);
        auto* leave = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return), editor);
        leave->setContext(Qt::WidgetWithChildrenShortcut);
        connect(leave, &QShortcut::activated, editor, [self, editor] {
            Q_EMIT self->commitData(editor);
            Q_EMIT self->closeEditor(editor, NoHint);
            self->m_leave();
        });
        const auto close = [self, editor](EndEditHint hint) {
            Q_EMIT self->commitData(editor);
            self->m_card->setFocus(); // to the table: Qt only thinks of it for editors of one widget
            Q_EMIT self->closeEditor(editor, hint);
        };
        // After the last cell nothing is left to edit: the table keeps the keyboard.
        const bool last = index.row() + 1 == m_model->rowCount() && isLastEditable(index);
        connect(editor, &AnswerEditor::nextAsked, editor,
                [close, last] { close(last ? NoHint : EditNextItem); });
        connect(editor, &AnswerEditor::committed, editor,
                [self, editor] { Q_EMIT self->commitData(editor); });
        connect(editor, &AnswerEditor::previousAsked, editor,
                [close] { close(QAbstractItemDelegate::EditPreviousItem); });
        connect(editor, &AnswerEditor::revertAsked, editor, [self, editor, path] {
            self->m_session.revert(path);
            Q_EMIT self->closeEditor(editor, QAbstractItemDelegate::RevertModelCache);
        });
        return editor;
    }

    void setEditorData(QWidget* widget, const QModelIndex& index) const override
    {
        const QString stored = index.data(RepeatModel::StoredRole).toString();
        static_cast<AnswerEditor*>(widget)->show(stored.isEmpty() ? Answer{} : Answer::of(stored));
    }

    void setModelData(QWidget* widget, QAbstractItemModel* model, const QModelIndex& index) const override
    {
        model->setData(index, static_cast<AnswerEditor*>(widget)->answer().value, RepeatModel::StoredRole);
    }

    void updateEditorGeometry(QWidget* widget, const QStyleOptionViewItem& option,
                              const QModelIndex&) const override
    {
        QRect place = option.rect;
        const QWidget* port = widget->parentWidget();
        if (port == m_card->parentWidget()) place.moveTopLeft(option.widget->mapTo(port, place.topLeft()));
        const QSize wanted = widget->sizeHint();
        place.setSize(wanted.expandedTo(place.size()));
        if (place.right() > port->width()) place.moveRight(port->width() - px(8));
        if (place.bottom() > port->height()) place.moveBottom(port->height());
        place.moveTop(qMax(0, place.top()));
        widget->setGeometry(place.intersected(port->rect()));
    }

private:
    /// What is taller than a line of the table opens over the page.
    static bool opensOver(questionnaire::QuestionType type)
    {
        using questionnaire::QuestionType;
        static const std::set<QuestionType> tall{
            QuestionType::SelectMultiple, QuestionType::Rank,     QuestionType::Range,   QuestionType::Media,
            QuestionType::Geopoint,       QuestionType::Geotrace, QuestionType::Geoshape};
        return tall.contains(type);
    }

    bool isLastEditable(const QModelIndex& index) const
    {
        for (int column = index.column() + 1; column < m_model->columnCount(); ++column)
            if (m_model->flags(index.siblingAtColumn(column)) & Qt::ItemIsEditable) return false;
        return true;
    }

    static void frameOver(AnswerEditor* editor)
    {
        editor->setObjectName(QStringLiteral("cellChoices"));
        editor->setAttribute(Qt::WA_StyledBackground);
        const Colors& colors = colorsOf(editor->palette());
        editor->setStyleSheet(
            QStringLiteral("#cellChoices { background: %1; border: 2px solid %2; border-radius: %3px; }")
                .arg(colors.base.name(), colors.accent.name())
                .arg(px(3)));
        editor->layout()->setContentsMargins(px(8), px(6), px(8), px(6));
        editor->raise();
    }

    EntrySession& m_session;
    RepeatModel* m_model;
    QWidget* m_card;
    std::function<void()> m_leave;
};

} // namespace

RepeatCard::RepeatCard(EntrySession& entry, const questionnaire::Question& question, bool shortForm,
                       QWidget* parent)
    : QuestionCard(entry, question, parent), m_model(new RepeatModel(entry, question, shortForm, this)),
      m_table(new QTableView), m_add(button(tr("Ajouter une ligne"), {}, QStringLiteral("list-add"))),
      m_remove(button(tr("Retirer la ligne"))), m_count(small({})), m_report(new PasteReport)
{
    m_table->setHorizontalHeader(new FittedHeader);
    m_table->setModel(m_model);
    m_table->setItemDelegate(new CellDelegate(
        entry, m_model, this, [this] { leaveTable(); }, m_table));
    m_table->setProperty("framed", true);
    m_table->setAccessibleName(question.label);
    m_table->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::SelectedClicked |
                             QAbstractItemView::AnyKeyPressed | QAbstractItemView::EditKeyPressed);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->verticalHeader()->setDefaultSectionSize(px(28));
    m_table->horizontalHeader()->setDefaultSectionSize(px(150));
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    m_table->setWordWrap(false);
    // Questions are long: their headings take two lines.
    m_table->horizontalHeader()->setFixedHeight(2 * QFontMetrics(sized(1, true)).lineSpacing() + px(12));
    m_table->installEventFilter(this);
    setFocusProxy(m_table);
    answerColumn()->addWidget(m_table);
    auto* row = new QHBoxLayout;
    row->addWidget(m_add);
    row->addWidget(m_remove);
    row->addWidget(
        small(tr("Ctrl+Inser : ajouter. Ctrl+V : coller d’un tableur. Ctrl+Entrée : question suivante.")), 1);
    answerColumn()->addLayout(row);
    m_count->setObjectName(QStringLiteral("rowCount"));
    answerColumn()->addWidget(m_count);
    answerColumn()->addWidget(m_report);
    m_add->setToolTip(tr("Ctrl+Inser"));
    m_remove->setToolTip(tr("Ctrl+Suppr"));
    connect(m_add, &QPushButton::clicked, this, &RepeatCard::add);
    connect(m_remove, &QPushButton::clicked, this, &RepeatCard::remove);
    addKey(Qt::CTRL | Qt::Key_Insert, [this] { this->add(); });
    addKey(Qt::CTRL | Qt::Key_Delete, [this] { remove(); });
    connect(&entry, &EntrySession::rowsChanged, this, [this](const QString& repeat) {
        if (repeat == this->question().name) refresh();
    });
    fitHeight();
}

void RepeatCard::addKey(QKeyCombination keys, std::function<void()> action)
{
    auto* shortcut = new QShortcut(QKeySequence(keys), this);
    shortcut->setContext(Qt::WidgetWithChildrenShortcut);
    connect(shortcut, &QShortcut::activated, this, std::move(action));
}

void RepeatCard::leaveTable()
{
    m_table->setFocus(); // a cell being typed in is left, so stored
    Q_EMIT nextAsked();
}

void RepeatCard::add()
{
    if (!m_add->isEnabled()) return;
    m_adding = true;
    session().addRow(question().name, [this](const QString&) {
        m_adding = false;
        const QModelIndex first = m_model->index(m_model->rowCount() - 1, 0);
        m_table->setCurrentIndex(first);
        m_table->setFocus();
        m_table->edit(first);
        replayHeld();
    });
}

void RepeatCard::replayHeld()
{
    const auto held = std::exchange(m_held, {});
    for (const auto& key : held)
        if (QWidget* target = QApplication::focusWidget()) QApplication::sendEvent(target, key.get());
}

void RepeatCard::remove()
{
    if (!m_remove->isEnabled()) return;
    const QString uid = m_model->uid(m_table->currentIndex().row());
    if (!uid.isEmpty()) session().removeRow(question().name, uid);
}

void RepeatCard::refresh()
{
    QuestionCard::refresh();
    m_model->reload();
    m_remove->setEnabled(m_model->rowCount() > 0);
    showCount();
    fitHeight();
}

void RepeatCard::showCount()
{
    const std::optional<int> wanted = session().wantedRows(question());
    m_count->setVisible(wanted.has_value());
    if (!wanted) return m_add->setEnabled(true);
    const int excess = m_model->rowCount() - *wanted;
    m_add->setEnabled(excess < 0);
    m_remove->setEnabled(excess > 0);
    restyle(m_count, "tone", excess > 0 ? QStringLiteral("warning") : QStringLiteral("muted"));
    const QString kept =
        excess == 1 ? tr("Une ligne de trop : elle porte des réponses et reste gardée.")
                    : tr("%1 lignes de trop : elles portent des réponses et restent gardées.").arg(excess);
    m_count->setText(typeset(
        excess > 0 ? kept + tr(" Retirez ce qui est de trop, ou corrigez la réponse qui fixe leur nombre.")
                   : tr("Le nombre de lignes est fixé par une autre réponse.")));
}

void RepeatCard::fitHeight()
{
    const int rows = qBound(2, m_model->rowCount(), 8);
    m_table->setFixedHeight(m_table->horizontalHeader()->height() + rows * px(28) + px(56));
}

bool RepeatCard::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        auto* key = static_cast<QKeyEvent*>(event);
        if (m_adding) {
            // The row is on its way to the disk: what is typed meanwhile is for its first cell.
            m_held.emplace_back(key->clone());
            return true;
        }
        if (key->matches(QKeySequence::Paste)) {
            paste();
            return true;
        }
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            if (m_model->rowCount() > 0 && !(key->modifiers() & Qt::ControlModifier))
                m_table->edit(m_table->currentIndex());
            else
                Q_EMIT nextAsked();
            return true;
        }
    }
    return QuestionCard::eventFilter(watched, event);
}

void RepeatCard::paste()
{
    workflow::PastedRows rows{QApplication::clipboard()->text(), question().name, path().passage, {}};
    if (rows.text.trimmed().isEmpty()) return;
    for (int column = 0; column < m_model->columnCount(); ++column)
        rows.columns << m_model->question(column).name;
    const auto refused = std::make_shared<base::Issues>();
    session().desk().write(
        [rows, refused, record = session().record()](workflow::Study& study) {
            workflow::Outcome outcome = workflow::pasteRows(study, record, rows);
            *refused = std::exchange(outcome.issues, {});
            return outcome;
        },
        this,
        [this, refused](const workflow::Outcome& outcome) { m_report->tell(outcome.id.toInt(), *refused); },
        tr("collage"));
}

} // namespace ui
