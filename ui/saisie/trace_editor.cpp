#include "ui/saisie/trace_editor.h"

#include "ui/theme/colors.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/small.h"
#include "workflow/coordinates.h"

#include <QApplication>
#include <QBoxLayout>
#include <QClipboard>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QRegularExpression>
#include <QScopedValueRollback>
#include <QTableWidget>

namespace ui {
namespace {

using questionnaire::Answer;

constexpr int restRole = Qt::UserRole; ///< altitude and accuracy, kept beside the latitude
constexpr int mostRows = 8;

QString french(QString number)
{
    return number.replace(u'.', u',');
}

bool isPoint(const QString& text)
{
    return !workflow::pointCalled(text).isEmpty();
}

} // namespace

TraceEditor::TraceEditor(const questionnaire::Question& question, QWidget* parent)
    : TypedEditor(parent), m_polygon(question.type == questionnaire::QuestionType::Geoshape),
      m_table(new QTableWidget(1, 2)), m_paste(button(tr("Coller des points"))),
      m_remove(button(tr("Retirer le point"))), m_note(small({}))
{
    buildTable(question.label);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(4));
    column->addWidget(m_table, 0, Qt::AlignLeading);
    column->addWidget(m_note);
    auto* row = new QHBoxLayout;
    row->addWidget(m_paste);
    row->addWidget(m_remove);
    row->addWidget(small(tr("Ctrl+V : coller. Suppr : retirer. Ctrl+Entrée : question suivante.")), 1);
    column->addLayout(row);
    for (QPushButton* item : {m_paste, m_remove})
        item->installEventFilter(this);
    connect(m_paste, &QPushButton::clicked, this, [this] {
        m_table->setFocus(Qt::OtherFocusReason);
        paste(QApplication::clipboard()->text());
    });
    connect(m_remove, &QPushButton::clicked, this, [this] {
        m_table->setFocus(Qt::OtherFocusReason);
        removePoints();
    });
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget* before, QWidget* now) {
        if (before && isAncestorOf(before) && !(now && isAncestorOf(now))) commit();
    });
    setFocusProxy(m_table);
    tell();
}

void TraceEditor::buildTable(const QString& name)
{
    m_table->setHorizontalHeaderLabels({tr("Latitude"), tr("Longitude")});
    m_table->setObjectName(QStringLiteral("trace"));
    m_table->setAccessibleName(name);
    m_table->setProperty("framed", true);
    m_table->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::SelectedClicked |
                             QAbstractItemView::AnyKeyPressed | QAbstractItemView::EditKeyPressed);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->verticalHeader()->setDefaultSectionSize(px(26));
    m_table->setFixedWidth(px(360));
    goTo(0, 0);
    m_table->installEventFilter(this);
    connect(m_table, &QTableWidget::cellChanged, this, &TraceEditor::takeEdit);
    // Enter in a cell goes to the next one; Tab does so by itself.
    connect(
        m_table->itemDelegate(), &QAbstractItemDelegate::closeEditor, this,
        [this](QWidget*, QAbstractItemDelegate::EndEditHint hint) {
            if (hint == QAbstractItemDelegate::SubmitModelCache) goOn();
        },
        Qt::QueuedConnection);
    keepBlankRow();
}

QString TraceEditor::pointAt(int row) const
{
    const QTableWidgetItem *latitude = m_table->item(row, 0), *longitude = m_table->item(row, 1);
    const QString first = latitude ? latitude->text().trimmed() : QString();
    const QString second = longitude ? longitude->text().trimmed() : QString();
    const QString both = (first + u' ' + second).trimmed();
    const QString point = workflow::pointCalled(both);
    if (point.isEmpty()) return both;
    const QString rest = latitude ? latitude->data(restRole).toString() : QString();
    return rest.isEmpty() ? point : point + u' ' + rest;
}

QStringList TraceEditor::points() const
{
    QStringList all;
    for (int row = 0; row < m_table->rowCount(); ++row)
        if (const QString point = pointAt(row); !point.isEmpty()) all << point;
    return all;
}

void TraceEditor::setPoint(int row, const QString& stored)
{
    const QScopedValueRollback filling(m_filling, true);
    const QStringList parts = stored.split(u' ', Qt::SkipEmptyParts);
    for (int column = 0; column < 2; ++column)
        m_table->setItem(row, column, new QTableWidgetItem(french(parts.value(column))));
    m_table->item(row, 0)->setData(restRole, QStringList(parts.mid(2)).join(u' '));
}

void TraceEditor::insertPoint(int row, const QString& stored)
{
    m_table->insertRow(row);
    setPoint(row, stored);
}

/// Whatever keys are held meanwhile: this one cell is chosen.
void TraceEditor::goTo(int row, int column)
{
    m_table->setCurrentCell(row, column, QItemSelectionModel::ClearAndSelect);
}

void TraceEditor::keepBlankRow()
{
    const QScopedValueRollback filling(m_filling, true);
    for (int row = m_table->rowCount() - 2; row >= 0; --row)
        if (pointAt(row).isEmpty()) m_table->removeRow(row);
    if (m_table->rowCount() == 0 || !pointAt(m_table->rowCount() - 1).isEmpty())
        m_table->insertRow(m_table->rowCount());
    QStringList numbers;
    for (int row = 0; row + 1 < m_table->rowCount(); ++row)
        numbers << QString::number(row + 1);
    m_table->setVerticalHeaderLabels(numbers << QStringLiteral("+"));
    const int rows = qBound(3, m_table->rowCount(), mostRows);
    m_table->setFixedHeight(m_table->horizontalHeader()->sizeHint().height() + rows * px(26) +
                            2 * m_table->frameWidth());
    m_remove->setEnabled(m_paste->isEnabled() && m_table->rowCount() > 1);
}

void TraceEditor::takeEdit(int row, int column)
{
    if (m_filling) return;
    // A whole point in one cell fills both.
    const QString typed = m_table->item(row, column)->text();
    if (const QString whole = workflow::pointCalled(typed); !whole.isEmpty()) {
        setPoint(row, whole);
    } else if (const QString point = pointAt(row); isPoint(point)) {
        setPoint(row, point);
    }
    tell();
    Q_EMIT edited();
}

void TraceEditor::goOn()
{
    const int row = m_table->currentRow();
    const bool complete = isPoint(pointAt(row));
    const bool nextCell = m_table->currentColumn() == 0 && !complete;
    keepBlankRow();
    goTo(nextCell ? row : qMin(row + 1, m_table->rowCount() - 1), nextCell ? 1 : 0);
    m_table->setFocus(Qt::OtherFocusReason);
}

void TraceEditor::paste(const QString& lines)
{
    static const QRegularExpression breaks(QStringLiteral("[\\r\\n]+"));
    QStringList found, unread;
    for (const QString& line : lines.split(breaks, Qt::SkipEmptyParts)) {
        // "33,57 ; -7,59" is one point, "33.57 -7.59 0 0;33.58 -7.60 0 0" is two.
        const QStringList parts = isPoint(line) ? QStringList{line} : line.split(u';', Qt::SkipEmptyParts);
        for (const QString& part : parts)
            if (!part.trimmed().isEmpty())
                (isPoint(part) ? found : unread)
                    << (isPoint(part) ? workflow::pointCalled(part) : part.trimmed());
    }
    if (m_polygon && found.size() > 3 && found.front() == found.back()) found.removeLast();
    int row = qMax(0, m_table->currentRow());
    for (const QString& point : found)
        insertPoint(row++, point);
    keepBlankRow();
    goTo(qMin(row, m_table->rowCount() - 1), 0);
    QString about;
    if (!unread.isEmpty())
        about = unread.size() == 1
                    ? tr("« %1 » n’est pas un point : ligne laissée.").arg(unread.front().left(40))
                    : tr("%1 lignes laissées, qui ne sont pas des points : « %2 »…")
                          .arg(unread.size())
                          .arg(unread.front().left(40));
    tell(about);
    Q_EMIT edited();
}

void TraceEditor::removePoints()
{
    QSet<int> rows{m_table->currentRow()};
    for (const QModelIndex& index : m_table->selectionModel()->selectedIndexes())
        rows.insert(index.row());
    QList<int> downwards(rows.begin(), rows.end());
    std::sort(downwards.begin(), downwards.end(), std::greater<>());
    for (const int row : downwards)
        if (row >= 0) m_table->removeRow(row);
    keepBlankRow();
    tell();
    Q_EMIT edited();
}

void TraceEditor::tell(const QString& about)
{
    const QStringList all = points();
    const auto wrong =
        std::find_if(all.begin(), all.end(), [](const QString& point) { return !isPoint(point); });
    const int fewest = m_polygon ? 3 : 2;
    QString words = all.size() == 1 ? tr("1 point") : tr("%1 points").arg(all.size());
    const bool few = !all.isEmpty() && all.size() < fewest;
    if (all.isEmpty())
        words = tr("Tapez ou collez les points, un par ligne : latitude, puis longitude.");
    else if (few)
        words += m_polygon ? tr(" : il en faut au moins trois") : tr(" : il en faut au moins deux");
    else if (const QString size = workflow::traceSize(all, m_polygon); wrong == all.end())
        words += m_polygon ? tr(" · polygone fermé · %1").arg(size) : tr(" · %1").arg(size);
    if (wrong != all.end()) words = tr("« %1 » n’est pas un point : latitude, puis longitude.").arg(*wrong);
    if (!about.isEmpty()) words += QStringLiteral(" — ") + about;
    const bool warns = few || wrong != all.end() || !about.isEmpty();
    m_note->setText(typeset(words));
    restyle(m_note, "tone", warns ? QStringLiteral("warning") : QStringLiteral("muted"));
}

void TraceEditor::show(const Answer& answer)
{
    const QString stored = answer.isKnown() ? answer.value : QString();
    const bool same = stored == this->answer().value;
    m_shown = stored;
    if (same) return;
    const QScopedValueRollback filling(m_filling, true);
    m_table->setRowCount(0);
    for (const QString& point : workflow::pointsOfTrace(stored, m_polygon))
        insertPoint(m_table->rowCount(), point);
    keepBlankRow();
    goTo(0, 0);
    tell();
}

Answer TraceEditor::answer() const
{
    const QStringList now = points();
    // What was not retyped stays as another device wrote it.
    if (now == workflow::pointsOfTrace(m_shown, m_polygon)) return shownAnswer();
    return now.isEmpty() ? Answer{} : Answer::of(workflow::traceOf(now, m_polygon));
}

void TraceEditor::setReadOnly(bool readOnly)
{
    m_paste->setEnabled(!readOnly);
    m_table->setEditTriggers(readOnly
                                 ? QAbstractItemView::EditTriggers(QAbstractItemView::NoEditTriggers)
                                 : QAbstractItemView::DoubleClicked | QAbstractItemView::SelectedClicked |
                                       QAbstractItemView::AnyKeyPressed | QAbstractItemView::EditKeyPressed);
    keepBlankRow();
}

QWidget* TraceEditor::focusTarget()
{
    return m_table;
}

bool TraceEditor::hearTable(const QKeyEvent& key)
{
    const bool writable = m_paste->isEnabled();
    if (key.matches(QKeySequence::Paste) && writable) {
        paste(QApplication::clipboard()->text());
        return true;
    }
    if (key.key() == Qt::Key_Delete && writable) {
        removePoints();
        return true;
    }
    if (key.key() != Qt::Key_Return && key.key() != Qt::Key_Enter) return hearLeaving(key);
    const bool onBlank = m_table->currentRow() + 1 >= m_table->rowCount();
    const bool leaves = key.modifiers() & (Qt::ControlModifier | Qt::ShiftModifier);
    if (leaves || onBlank || !writable) return hearLeaving(key);
    m_table->editItem(m_table->currentItem());
    return true;
}

bool TraceEditor::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto& key = *static_cast<QKeyEvent*>(event);
        // A cell being typed in has its own keys, which come up here once it has heard them.
        if (watched == m_table && !m_table->hasFocus()) return false;
        if (watched == m_table ? hearTable(key) : hearLeaving(key)) return true;
    }
    return AnswerEditor::eventFilter(watched, event);
}

} // namespace ui
