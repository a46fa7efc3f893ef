#include "ui/saisie/entry_session.h"

/// What the entry form does when something else writes in the record it shows.
namespace ui {

using questionnaire::Answer;
using questionnaire::FieldPath;
using questionnaire::Question;

/// What the form shows of a record at one moment, to be compared with what it shows later.
class EntrySession::Face
{
public:
    Face(const EntrySession& session)
    {
        const questionnaire::Form& form = session.form().form();
        for (size_t i = 0; i < form.questions.size(); ++i) {
            const Question& question = form.questions[i];
            const bool isRepeat = question.type == questionnaire::QuestionType::Repeat;
            if (!isRepeat && form.repeatOf(static_cast<int>(i)) >= 0) continue;
            const FieldPath path = session.pathOf(question);
            const auto status = session.form().status(path);
            m_fields.push_back({path, session.form().answer(path), status.relevant, status.problem});
            if (isRepeat) m_rows.insert(question.name, rowsOf(session, question));
        }
        for (const questionnaire::Passage& passage : session.form().record().passages)
            m_passages << passage.uid << passage.answers.at(QStringLiteral("ent_date")).value;
    }

    std::vector<FieldPath> changedFrom(const Face& before) const
    {
        std::vector<FieldPath> changed;
        for (size_t i = 0; i < m_fields.size() && i < before.m_fields.size(); ++i)
            if (!(m_fields[i] == before.m_fields[i])) changed.push_back(m_fields[i].path);
        return changed;
    }
    QStringList repeatsChangedFrom(const Face& before) const
    {
        QStringList changed;
        for (auto rows = m_rows.cbegin(); rows != m_rows.cend(); ++rows)
            if (before.m_rows.value(rows.key()) != rows.value()) changed << rows.key();
        return changed;
    }
    bool samePassages(const Face& before) const { return m_passages == before.m_passages; }

private:
    struct Field
    {
        FieldPath path;
        Answer answer;
        bool relevant;
        questionnaire::FieldStatus::Problem problem;
        bool operator==(const Field&) const = default;
    };

    /// Rows of a repeat with all their cells, as text.
    static QStringList rowsOf(const EntrySession& session, const Question& repeat)
    {
        const questionnaire::RecordAnswers& record = session.form().record();
        const std::vector<questionnaire::Row>* rows = record.actor.rows(repeat.name);
        if (repeat.scope == questionnaire::Scope::Passage)
            for (const questionnaire::Passage& passage : record.passages)
                if (passage.uid == session.passage()) rows = passage.answers.rows(repeat.name);
        QStringList cells;
        if (!rows) return cells;
        for (const questionnaire::Row& row : *rows) {
            cells << row.uid;
            for (const Question* column : session.form().form().columnsOf(repeat.name)) {
                const Answer& answer = row.answers.at(column->name);
                cells << questionnaire::stateCode(answer.state) + answer.value;
            }
        }
        return cells;
    }

    std::vector<Field> m_fields;
    QHash<QString, QStringList> m_rows;
    QStringList m_passages;
};

void EntrySession::hearChange(const dossier::ChangeSet& changes)
{
    if (!changes.records.contains(m_record) || changes.deleted.contains(m_record)) return;
    m_foreign.insert(changes.sequence);
    // The form's own writes are taken out of the set before this runs.
    QTimer::singleShot(0, this, [this] {
        if (!m_foreign.isEmpty()) m_desk.afterWrites(this, [this] { reload(); });
    });
}

void EntrySession::reload()
{
    if (m_foreign.isEmpty()) return;
    if (m_desk.isSaving()) return m_desk.afterWrites(this, [this] { reload(); });
    m_foreign.clear();
    if (!study().dossier().record(m_record)) return;
    const Face before(*this);
    const QString passage = m_session->currentPassage();
    m_session = workflow::openSession(study(), m_record);
    const auto& passages = m_session->record().passages;
    if (std::any_of(passages.begin(), passages.end(), [&](const auto& each) { return each.uid == passage; }))
        m_session->setCurrentPassage(passage);
    const Face after(*this);
    if (!after.samePassages(before)) Q_EMIT passagesChanged();
    for (const QString& repeat : after.repeatsChangedFrom(before))
        Q_EMIT rowsChanged(repeat);
    const std::vector<FieldPath> fields = after.changedFrom(before);
    if (!fields.empty()) Q_EMIT fieldsChanged(fields);
    Q_EMIT stored();
}

} // namespace ui
