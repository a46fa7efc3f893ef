#include "workflow/row_paste.h"

#include "base/text.h"
#include "dossier/transaction.h"
#include "tabular/csv.h"
#include "workflow/columns.h"
#include "workflow/form_effects.h"
#include "workflow/study.h"
#include "workflow/typed_values.h"

#include <QRegularExpression>

namespace workflow {
namespace {

using questionnaire::Answer;
using questionnaire::AnswerState;
using questionnaire::FieldPath;
using questionnaire::FieldStatus;
using questionnaire::Question;
using questionnaire::QuestionType;

/// What spreadsheets write where nothing was answered.
std::optional<AnswerState> stateWritten(const QString& cell)
{
    static const QHash<QString, AnswerState> words{
        {QStringLiteral("nsp"), AnswerState::DontKnow},
        {QStringLiteral("ne sait pas"), AnswerState::DontKnow},
        {QStringLiteral("refus"), AnswerState::Refused},
        {QStringLiteral("na"), AnswerState::NotApplicable},
        {QStringLiteral("sans objet"), AnswerState::NotApplicable}};
    const auto found = words.find(base::fold(cell));
    return found == words.end() ? std::nullopt : std::optional(*found);
}

QString codesOf(const std::vector<questionnaire::Choice>& choices, const QString& cell)
{
    static const QRegularExpression between(QStringLiteral("[;\n|]"));
    const QString whole = choiceCalled(choices, cell);
    if (!whole.isEmpty()) return whole;
    QStringList parts = cell.split(between, Qt::SkipEmptyParts);
    if (parts.size() == 1) // a comma parts labels, a space parts codes
        parts = cell.split(cell.contains(u',') ? u',' : u' ', Qt::SkipEmptyParts);
    QStringList codes;
    for (const QString& part : parts) {
        const QString code = choiceCalled(choices, part);
        if (code.isEmpty()) return cell.trimmed();
        if (!codes.contains(code)) codes << code;
    }
    return codes.join(u' ');
}

Answer answerOf(const Question& question, const std::vector<questionnaire::Choice>& choices,
                const QString& cell)
{
    const bool one = question.type == QuestionType::SelectOne;
    const bool several = question.type == QuestionType::SelectMultiple || question.type == QuestionType::Rank;
    if (one || several) {
        const QString code = several ? codesOf(choices, cell) : choiceCalled(choices, cell);
        if (!code.isEmpty() && code != cell.trimmed()) return Answer::of(code);
    }
    if (const auto state = stateWritten(cell)) return Answer::inState(*state);
    return Answer::of(one || several ? cell.trimmed() : storedText(question.type, cell));
}

struct NewRow
{
    std::vector<std::pair<QString, Answer>> cells;
};

/// Reads the pasted text against a copy of the record, which never reaches the file.
class Reader
{
public:
    Reader(const Study& study, const QString& record, const PastedRows& pasted)
        : m_form(*study.formOf(record)), m_pasted(pasted), m_session(openSession(study, record))
    {
        if (!pasted.passage.isEmpty()) m_session->setCurrentPassage(pasted.passage);
        for (const QString& name : pasted.columns)
            m_columns.push_back(m_form.question(name));
    }

    void read()
    {
        tabular::CsvOptions options;
        options.delimiter = u'\t';
        const tabular::Rows lines = tabular::parseCsv(m_pasted.text.toUtf8(), options);
        for (size_t i = 0; i < lines.size(); ++i) {
            const bool blank = std::all_of(lines[i].begin(), lines[i].end(),
                                           [](const QString& cell) { return cell.trimmed().isEmpty(); });
            if (blank || (i == 0 && takeHeadings(lines[i]))) continue;
            readLine(static_cast<int>(i) + 1, lines[i]);
        }
    }

    const questionnaire::Session& session() const { return *m_session; }
    const std::vector<NewRow>& rows() const { return m_rows; }
    const base::Issues& issues() const { return m_issues; }

private:
    const Question* columnCalled(const QString& heading) const
    {
        const QString wanted = base::fold(heading);
        for (const Question* column : m_form.columnsOf(m_pasted.repeat))
            if (isAsked(*column) &&
                (column->name == heading.trimmed() || base::fold(column->label) == wanted))
                return column;
        return nullptr;
    }

    /// The first line names the columns when one of its cells is the name of one.
    bool takeHeadings(const QStringList& line)
    {
        std::vector<const Question*> columns;
        for (const QString& cell : line)
            columns.push_back(columnCalled(cell));
        if (std::all_of(columns.begin(), columns.end(), [](const Question* each) { return !each; }))
            return false;
        m_columns = columns;
        for (qsizetype i = 0; i < line.size(); ++i)
            if (!columns[static_cast<size_t>(i)] && !line[i].trimmed().isEmpty())
                refuse(QStringLiteral("paste.unknown_column"), 1, line[i].trimmed(), {});
        return true;
    }

    void readLine(int number, const QStringList& line)
    {
        NewRow row;
        const QString uid = QStringLiteral("pasted-%1").arg(number);
        m_session->addRow(m_pasted.repeat, m_pasted.passage, uid);
        const auto known = static_cast<qsizetype>(m_columns.size());
        for (qsizetype i = 0; i < line.size(); ++i) {
            if (line[i].trimmed().isEmpty()) continue;
            const Question* column = i < known ? m_columns[static_cast<size_t>(i)] : nullptr;
            if (column)
                readCell(number, uid, *column, line[i], row);
            else if (i >= known)
                refuse(QStringLiteral("paste.no_column"), number, QString::number(i + 1), line[i]);
        }
        m_rows.push_back(std::move(row));
    }

    void readCell(int number, const QString& uid, const Question& column, const QString& cell, NewRow& row)
    {
        const FieldPath path{column.name, m_pasted.passage, uid};
        const Answer answer = answerOf(column, m_session->choices(path), cell);
        const FieldStatus status = m_session->check(path, answer);
        static const QHash<FieldStatus::Problem, QString> codes{
            {FieldStatus::Problem::Type, QStringLiteral("entry.type")},
            {FieldStatus::Problem::Choice, QStringLiteral("entry.choice")},
            {FieldStatus::Problem::Constraint, QStringLiteral("entry.constraint")}};
        const QString code = status.relevant ? codes.value(status.problem) : QStringLiteral("paste.hidden");
        if (!code.isEmpty())
            return refuse(code, number, column.label, cell, {status.problemDetail, column.name});
        m_session->set(path, answer);
        row.cells.emplace_back(column.name, answer);
    }

    void refuse(const QString& code, int line, const QString& column, const QString& cell,
                const QStringList& more = {})
    {
        m_issues.push_back(
            {base::Severity::Warning, code, {{}, line, column}, QStringList{column, cell.trimmed()} + more});
    }

    const questionnaire::Form& m_form;
    const PastedRows& m_pasted;
    std::unique_ptr<questionnaire::Session> m_session;
    std::vector<const Question*> m_columns;
    std::vector<NewRow> m_rows;
    base::Issues m_issues;
};

Outcome refused(const QString& code, const QString& what)
{
    Outcome outcome;
    outcome.issues.push_back({base::Severity::Error, code, {}, {what}});
    return outcome;
}

} // namespace

Outcome pasteRows(Study& study, const QString& record, const PastedRows& pasted)
{
    if (!study.dossier().record(record)) return refused(QStringLiteral("entry.unknown_record"), record);
    const Question* repeat = study.formOf(record)->question(pasted.repeat);
    if (!repeat || repeat->type != QuestionType::Repeat)
        return refused(QStringLiteral("entry.unknown_repeat"), pasted.repeat);
    if (isNestedRepeat(*study.formOf(record), pasted.repeat))
        return refused(QStringLiteral("entry.nested_repeat"), repeat->label);
    Reader reader(study, record, pasted);
    reader.read();
    Outcome outcome;
    outcome.issues = reader.issues();
    outcome.id = QString::number(reader.rows().size());
    if (reader.rows().empty()) return outcome;
    const QString source = reader.session().currentPassage();
    const std::unique_ptr<questionnaire::Session> session = openSession(study, record);
    outcome.changes = study.dossier().transact(QStringLiteral("entry"), [&](dossier::Transaction& t) {
        FormEffects effects(*session, t, record, outcome);
        for (const NewRow& row : reader.rows()) {
            const QString owner = pasted.passage.isEmpty() ? record : pasted.passage;
            const QString uid = dossier::createRow(t, owner, pasted.repeat);
            session->addRow(pasted.repeat, pasted.passage, uid);
            effects.afterCreation(pasted.passage, pasted.repeat, uid);
            for (const auto& [question, answer] : row.cells) {
                const FieldPath path{question, pasted.passage, uid};
                dossier::setAnswer(t, dossier::entity::Row, uid, question, answer);
                if (!source.isEmpty()) dossier::setSource(t, dossier::entity::Row, uid, question, source);
                session->set(path, answer);
                effects.afterAnswer(path);
            }
        }
        storeColumns(study, t, record, columnsOf(study, record, *session));
    });
    return outcome;
}

} // namespace workflow
