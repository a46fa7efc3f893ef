#include "ui/saisie/entry_session.h"

/// What the form does by itself in the record being entered.
namespace ui {

using questionnaire::FieldPath;
using questionnaire::Question;

void EntrySession::follow(const workflow::Outcome& outcome)
{
    QStringList repeats;
    for (const workflow::CountedRow& row : outcome.rows) {
        if (row.added)
            m_session->addRow(row.repeat, row.passage, row.uid);
        else
            m_session->removeRow(row.repeat, row.passage, row.uid);
        if (!repeats.contains(row.repeat)) repeats << row.repeat;
    }
    std::vector<FieldPath> touched;
    for (const questionnaire::Assignment& each : outcome.assigned) {
        // Answered again since: what was typed last is what the file will hold.
        if (m_writing.contains(each.path)) continue;
        const std::vector<FieldPath> changed = m_session->set(each.path, each.answer);
        touched.insert(touched.end(), changed.begin(), changed.end());
    }
    for (const QString& repeat : repeats)
        Q_EMIT rowsChanged(repeat);
    if (!touched.empty()) Q_EMIT fieldsChanged(touched);
}

QString EntrySession::calculatedText(const FieldPath& path) const
{
    const Question* question = m_session->form().question(path.question);
    return question ? m_session->form().display(*question, m_session->calculated(path)) : QString();
}

std::optional<int> EntrySession::wantedRows(const Question& repeat) const
{
    return m_session->wantedRows(repeat.name, pathOf(repeat).passage);
}

} // namespace ui
