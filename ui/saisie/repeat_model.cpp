#include "ui/saisie/repeat_model.h"

#include "ui/saisie/problem_words.h"
#include "ui/theme/colors.h"
#include "workflow/messages/messages.h"

#include <QApplication>

namespace ui {

using questionnaire::Answer;
using questionnaire::AnswerState;

RepeatModel::RepeatModel(EntrySession& session, const questionnaire::Question& repeat, bool shortForm,
                         QObject* parent)
    : QAbstractTableModel(parent), m_session(session), m_repeat(repeat)
{
    for (const questionnaire::Question* column : session.form().form().columnsOf(repeat.name))
        if (isShown(*column) && (column->shortForm || !shortForm)) m_columns.push_back(column);
    reload();
}

void RepeatModel::reload()
{
    QStringList now;
    const questionnaire::RecordAnswers& record = m_session.form().record();
    const std::vector<questionnaire::Row>* rows = nullptr;
    if (m_repeat.scope == questionnaire::Scope::Passage) {
        for (const questionnaire::Passage& passage : record.passages)
            if (passage.uid == m_session.passage()) rows = passage.answers.rows(m_repeat.name);
    } else {
        rows = record.actor.rows(m_repeat.name);
    }
    if (rows)
        for (const questionnaire::Row& row : *rows)
            now << row.uid;
    // A cell being typed in stays open when another answer changes what the table shows.
    if (now == m_rows) {
        if (!m_rows.isEmpty()) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        return;
    }
    beginResetModel();
    m_rows = now;
    endResetModel();
}

int RepeatModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int RepeatModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

const questionnaire::Question& RepeatModel::question(int column) const
{
    return *m_columns[static_cast<size_t>(column)];
}

questionnaire::FieldPath RepeatModel::path(const QModelIndex& index) const
{
    return m_session.pathOf(question(index.column()), uid(index.row()));
}

QVariant RepeatModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid()) return {};
    const questionnaire::FieldPath at = path(index);
    const questionnaire::FieldStatus status = m_session.status(at);
    const Answer& answer = m_session.shown(at);
    if (role == StoredRole) return answer.isKnown() ? answer.value : QString();
    const QString problem = problemSentence(m_session, at, status, answer);
    if (role == ProblemRole || role == Qt::ToolTipRole) return problem;
    if (role == Qt::ForegroundRole && !problem.isEmpty()) return colorsOf(QApplication::palette()).error;
    if (role == Qt::ForegroundRole && !answer.isKnown()) return colorsOf(QApplication::palette()).muted;
    if (role != Qt::DisplayRole && role != Qt::EditRole && role != Qt::AccessibleTextRole) return {};
    if (!status.relevant) return QStringLiteral("–");
    if (isCalculated(question(index.column()))) return m_session.calculatedText(at);
    if (!answer.isKnown())
        return answer.state == AnswerState::NotAsked
                   ? QString()
                   : workflow::messages::stateWord(questionnaire::stateCode(answer.state));
    return m_session.form().form().display(question(index.column()), answer.value);
}

QVariant RepeatModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical) return role == Qt::DisplayRole ? QVariant(section + 1) : QVariant();
    if (role == Qt::DisplayRole) return question(section).label;
    if (role == Qt::ToolTipRole) return question(section).label + u'\n' + question(section).hint;
    return {};
}

Qt::ItemFlags RepeatModel::flags(const QModelIndex& index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (!index.isValid()) return flags;
    const questionnaire::FieldStatus status = m_session.form().status(path(index));
    return status.relevant && !status.readOnly ? flags | Qt::ItemIsEditable : flags;
}

bool RepeatModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (role != StoredRole || !index.isValid()) return false;
    const QString text = value.toString();
    const Answer answer = text.isEmpty() ? Answer{} : Answer::of(text);
    const bool storable = !isRefusal(m_session.form().check(path(index), answer).problem);
    m_session.commit(path(index), answer);
    Q_EMIT dataChanged(this->index(index.row(), 0), this->index(index.row(), columnCount() - 1));
    return storable;
}

} // namespace ui
