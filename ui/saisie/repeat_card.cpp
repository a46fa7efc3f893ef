#include "ui/saisie/repeat_card.h"

#include "base/text.h"
#include "ui/saisie/answer_editor.h"
#include "ui/saisie/repeat_model.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/small.h"
#include "workflow/typed_values.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPushButton>
#include <QStyledItemDelegate>
#include <QTableView>

namespace ui {
namespace {

using questionnaire::Answer;

/// Opens the editor of the column's question in the cell.
class CellDelegate final : public QStyledItemDelegate
{
public:
    CellDelegate(EntrySession& session, RepeatModel* model, QObject* parent)
        : QStyledItemDelegate(parent), m_session(session), m_model(model)
    {
    }

    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem&,
                          const QModelIndex& index) const override
    {
        const auto path = m_model->path(index);
        AnswerEditor* editor =
            makeEditor(m_model->question(index.column()), m_session.form().choices(path), parent);
        editor->setAutoFillBackground(true);
        auto* self = const_cast<CellDelegate*>(this);
        const auto close = [self, editor](EndEditHint hint) {
            Q_EMIT self->commitData(editor);
            Q_EMIT self->closeEditor(editor, hint);
        };
        connect(editor, &AnswerEditor::nextAsked, editor,
                [close] { close(QAbstractItemDelegate::EditNextItem); });
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
        const QSize wanted = widget->sizeHint();
        place.setSize(wanted.expandedTo(place.size()));
        const QWidget* port = widget->parentWidget();
        if (place.right() > port->width()) place.moveRight(port->width());
        if (place.bottom() > port->height()) place.moveBottom(port->height());
        place.moveTop(qMax(0, place.top()));
        widget->setGeometry(place.intersected(port->rect()));
    }

private:
    EntrySession& m_session;
    RepeatModel* m_model;
};

/// Code of a pasted word: a code or a label of the list.
QString codeFor(const std::vector<questionnaire::Choice>& choices, const QString& word)
{
    for (const questionnaire::Choice& choice : choices)
        if (choice.name == word || base::fold(choice.label) == base::fold(word)) return choice.name;
    return word;
}

} // namespace

RepeatCard::RepeatCard(EntrySession& entry, const questionnaire::Question& question, QWidget* parent)
    : QuestionCard(entry, question, parent), m_model(new RepeatModel(entry, question, this)),
      m_table(new QTableView), m_remove(button(tr("Retirer la ligne")))
{
    m_table->setModel(m_model);
    m_table->setItemDelegate(new CellDelegate(entry, m_model, m_table));
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
    m_table->installEventFilter(this);
    setFocusProxy(m_table);
    answerColumn()->addWidget(m_table);
    auto* row = new QHBoxLayout;
    QPushButton* add = button(tr("Ajouter une ligne"), {}, QStringLiteral("list-add"));
    row->addWidget(add);
    row->addWidget(m_remove);
    row->addWidget(small(tr("Ctrl+V colle des lignes d’un tableur.")), 1);
    answerColumn()->addLayout(row);
    connect(add, &QPushButton::clicked, this, [this] {
        session().addRow(this->question().name, [this](const QString&) {
            m_table->setCurrentIndex(m_model->index(m_model->rowCount() - 1, 0));
            m_table->setFocus();
        });
    });
    connect(m_remove, &QPushButton::clicked, this, [this] {
        const QString uid = m_model->uid(m_table->currentIndex().row());
        if (!uid.isEmpty()) session().removeRow(this->question().name, uid);
    });
    connect(&entry, &EntrySession::rowsChanged, this, [this](const QString& repeat) {
        if (repeat == this->question().name) refresh();
    });
    fitHeight();
}

void RepeatCard::refresh()
{
    QuestionCard::refresh();
    m_model->reload();
    m_remove->setEnabled(m_model->rowCount() > 0);
    fitHeight();
}

void RepeatCard::fitHeight()
{
    const int rows = qBound(2, m_model->rowCount(), 8);
    m_table->setFixedHeight(m_table->horizontalHeader()->sizeHint().height() + rows * px(28) + px(56));
}

bool RepeatCard::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        auto* key = static_cast<QKeyEvent*>(event);
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
    const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n', Qt::SkipEmptyParts);
    for (const QString& line : lines) {
        const QStringList cells = line.trimmed().split(u'\t');
        session().addRow(question().name, [this, cells](const QString& uid) {
            for (int c = 0; c < qMin(static_cast<int>(cells.size()), m_model->columnCount()); ++c) {
                const questionnaire::Question& column = m_model->question(c);
                const auto path = session().pathOf(column, uid);
                const QString stored = column.list.isEmpty()
                                           ? workflow::storedText(column.type, cells[c])
                                           : codeFor(session().form().choices(path), cells[c].trimmed());
                if (!stored.isEmpty()) session().commit(path, Answer::of(stored));
            }
            refresh();
        });
    }
}

} // namespace ui
