#include "exchange/submissions/decoding.h"

#include "base/uuid.h"
#include "exchange/submissions/answer_text.h"

#include <QCryptographicHash>

#include <array>

namespace exchange {
namespace {

using questionnaire::Answer;
using questionnaire::Answers;
using questionnaire::AnswerState;
using questionnaire::Form;
using questionnaire::Question;

constexpr size_t MostIssues = 5000;

/// Columns that bring one question.
struct Plan
{
    const Question* question = nullptr;
    std::vector<int> answers; ///< several when a group was moved between two versions of a form
    std::vector<std::pair<int, QString>> choices;
    std::array<int, 4> point{-1, -1, -1, -1};
};

struct TablePlan
{
    std::vector<Plan> plans;
    int states = -1, row = -1;
};

bool isTicked(const QString& cell)
{
    const QString text = cell.trimmed().toLower();
    return !text.isEmpty() && text != u"0" && text != u"false" && text != u"non" && text != u"no";
}

/// Instances named in several ways: the one that stays when a submission is edited comes first.
int rankOfInstance(const QString& header)
{
    static const QStringList order{u"meta/rootuuid"_qs,   u"key"_qs,        u"meta/instanceid"_qs,
                                   u"meta-instanceid"_qs, u"instanceid"_qs, u"_uuid"_qs};
    const qsizetype rank = order.indexOf(header.toLower());
    return static_cast<int>(rank < 0 ? order.size() : rank);
}

class Decoder
{
public:
    Decoder(const SubmissionSource& source, const SubmissionMapping& mapping, const Form& form,
            base::Issues& issues)
        : m_source(source), m_mapping(mapping), m_form(form), m_issues(issues), m_texts(form)
    {
        for (const auto& columns : mapping.tables)
            m_plans.push_back(planOf(columns));
    }

    std::vector<Submission> run()
    {
        std::vector<Submission> all;
        all.reserve(m_source.rows.size());
        for (const SourceRow& row : m_source.rows)
            all.push_back(submission(row));
        return all;
    }

private:
    TablePlan planOf(const std::vector<SubmissionColumn>& columns) const
    {
        TablePlan table;
        QHash<QString, size_t> places;
        for (int c = 0; c < static_cast<int>(columns.size()); ++c) {
            const SubmissionColumn& column = columns[static_cast<size_t>(c)];
            if (column.use == ColumnUse::States) table.states = c;
            if (column.use == ColumnUse::RowId) table.row = c;
            if (column.use < ColumnUse::Answer || column.use > ColumnUse::Accuracy) continue;
            if (!places.contains(column.question)) {
                places.insert(column.question, table.plans.size());
                table.plans.push_back({m_form.question(column.question), {}, {}, {-1, -1, -1, -1}});
            }
            Plan& plan = table.plans[places.value(column.question)];
            if (column.use == ColumnUse::Answer)
                plan.answers.push_back(c);
            else if (column.use == ColumnUse::Choice)
                plan.choices.emplace_back(c, column.choice);
            else
                plan.point[static_cast<size_t>(column.use) - static_cast<size_t>(ColumnUse::Latitude)] = c;
        }
        return table;
    }

    Submission submission(const SourceRow& row)
    {
        Submission made;
        made.place = {m_source.tables.front().name, row.number, {}};
        made.attachments = row.attachments;
        int best = 100;
        for (const SourceCell& cell : row.cells) {
            const SubmissionColumn& column = m_mapping.tables.front()[static_cast<size_t>(cell.column)];
            if (column.use == ColumnUse::Instance && rankOfInstance(column.header) < best) {
                best = rankOfInstance(column.header);
                made.instanceId = cell.text.trimmed();
            }
            if (column.use == ColumnUse::Submitted) made.submitted = cell.text;
            if (column.use == ColumnUse::Submitter) made.submitter = cell.text;
            if (column.use == ColumnUse::Version) made.formVersion = cell.text;
            if (column.use == ColumnUse::ActorId) made.actor = cell.text;
        }
        if (made.instanceId.isEmpty()) made.instanceId = contentId(row);
        if (base::isUuid(made.instanceId)) made.instanceId.prepend(u"uuid:");
        m_submission = row.number;
        made.answers = answers(row, 0);
        return made;
    }

    static QString contentId(const SourceRow& row)
    {
        QCryptographicHash hash(QCryptographicHash::Sha256);
        for (const SourceCell& cell : row.cells)
            hash.addData((QString::number(cell.column) + u'\x1f' + cell.text + u'\x1e').toUtf8());
        return u"sha256:"_qs + QString::fromLatin1(hash.result().toHex());
    }

    Answers answers(const SourceRow& row, int table)
    {
        Answers made;
        const TablePlan& plan = m_plans[static_cast<size_t>(table)];
        const QHash<QString, AnswerState> states = statesOf(row, plan);
        for (const Plan& one : plan.plans)
            if (one.question) answer(made, one, states, row, table);
        for (auto it = states.cbegin(); it != states.cend(); ++it) {
            const Question* question = m_form.question(it.key());
            if (!question) continue;
            if (question->type == questionnaire::QuestionType::Repeat)
                made.rowsOf(it.key());
            else if (!made.contains(it.key()))
                made.set(it.key(), Answer::inState(*it));
        }
        for (const auto& [child, rows] : row.children)
            addRows(made, table, child, rows);
        return made;
    }

    void addRows(Answers& made, int table, int child, const std::vector<SourceRow>& rows)
    {
        const QString repeat = m_mapping.repeats.value(child);
        if (repeat.isEmpty()) return;
        const int within = m_form.repeatOf(m_form.index.value(repeat));
        if ((within < 0 ? QString() : m_form.questions[size_t(within)].name) !=
            m_mapping.repeats.value(table))
            return misplaced(child, rows.front().number);
        const int uid = m_plans[static_cast<size_t>(child)].row;
        for (const SourceRow& row : rows) {
            const QString* named = uid < 0 ? nullptr : row.at(uid);
            Answers its = answers(row, child);
            std::vector<questionnaire::Row>& to = made.rowsOf(repeat);
            const QString place = QStringLiteral("%1[%2]").arg(repeat).arg(to.size() + 1);
            to.push_back({named ? *named : place, std::move(its)});
        }
    }

    /// Rows under a parent that their repeat does not have in the form.
    void misplaced(int table, int row)
    {
        const QString& name = m_source.tables[static_cast<size_t>(table)].name;
        if (m_issues.size() < MostIssues)
            m_issues.push_back(
                {base::Severity::Warning, u"submission.orphan_row"_qs, {name, row, {}}, {name}});
    }

    static QHash<QString, AnswerState> statesOf(const SourceRow& row, const TablePlan& plan)
    {
        QHash<QString, AnswerState> states;
        const QString* text = plan.states < 0 ? nullptr : row.at(plan.states);
        if (!text) return states;
        for (const QString& one : text->split(u' ', Qt::SkipEmptyParts)) {
            const AnswerState state = questionnaire::stateFromCode(one.section(u'=', 1));
            if (state != AnswerState::NotAsked) states.insert(one.section(u'=', 0, 0), state);
        }
        return states;
    }

    void answer(Answers& made, const Plan& plan, const QHash<QString, AnswerState>& states,
                const SourceRow& row, int table)
    {
        const QString text = textOf(plan, row);
        const AnswerState state = states.value(plan.question->name, AnswerState::NotAsked);
        if (state != AnswerState::NotAsked && state != AnswerState::Value)
            return made.set(plan.question->name, Answer::inState(state));
        if (text.isEmpty()) return;
        const bool exact = state == AnswerState::Value;
        if (exact) {
            if (const auto value = m_texts.value(*plan.question, text))
                return made.set(plan.question->name, Answer::of(*value));
        } else if (const auto read = m_texts.read(*plan.question, text)) {
            return made.set(plan.question->name, *read);
        }
        refuse(plan, row, table, text);
    }

    QString textOf(const Plan& plan, const SourceRow& row) const
    {
        for (const int column : plan.answers)
            if (const QString* text = row.at(column)) return *text;
        // An empty summary next to filled parts of a point: some exports leave the whole point out.
        if (!plan.answers.empty() && plan.point[0] < 0) return {};
        if (plan.point[0] >= 0) return point(plan, row);
        QStringList ticked;
        for (const auto& [column, code] : plan.choices) {
            const QString* cell = row.at(column);
            if (cell && isTicked(*cell)) ticked << code;
        }
        return ticked.join(u' ');
    }

    static QString point(const Plan& plan, const SourceRow& row)
    {
        QStringList parts;
        for (const int column : plan.point) {
            const QString* cell = column < 0 ? nullptr : row.at(column);
            if (!cell) break;
            parts << cell->trimmed();
        }
        return parts.join(u' ');
    }

    void refuse(const Plan& plan, const SourceRow& row, int table, const QString& text)
    {
        if (m_issues.size() >= MostIssues) return;
        const bool choice = m_form.listOf(*plan.question);
        const auto& columns = m_mapping.tables[static_cast<size_t>(table)];
        QString header = plan.question->name;
        for (const int column : plan.answers)
            if (row.at(column)) header = columns[size_t(column)].header;
        // The last argument designates the submission, whatever the sheet of the row.
        m_issues.push_back(
            {base::Severity::Warning,
             choice ? QStringLiteral("submission.unknown_choice") : QStringLiteral("submission.wrong_type"),
             {m_source.tables[static_cast<size_t>(table)].name, row.number, header},
             {text.left(80), plan.question->label, QString::number(m_submission)}});
    }

    const SubmissionSource& m_source;
    const SubmissionMapping& m_mapping;
    const Form& m_form;
    base::Issues& m_issues;
    AnswerText m_texts;
    std::vector<TablePlan> m_plans;
    int m_submission = 0;
};

} // namespace

std::vector<Submission> decodeSubmissions(const SubmissionSource& source, const SubmissionMapping& mapping,
                                          const Form& form, base::Issues& issues)
{
    return Decoder(source, mapping, form, issues).run();
}

} // namespace exchange
