#include "workflow/submissions_reading.h"

#include "base/atomic_file.h"
#include "exchange/submissions/decoding.h"
#include "exchange/submissions/matching.h"
#include "workflow/entry.h"
#include "workflow/kept_forms.h"
#include "workflow/study.h"
#include "workflow/submissions_plan.h"

#include <QSet>

namespace workflow {
namespace {

using exchange::ColumnUse;
using exchange::Submission;
using questionnaire::Form;

/// Some submissions of a file, read with one form.
struct Part
{
    const Form* form = nullptr;
    std::vector<size_t> places; ///< of its submissions in the file
    exchange::SubmissionSource source;
    exchange::SubmissionMapping mapping;
    std::vector<Submission> submissions;
    base::Issues cells;
};

/// What each question of its form finds in the rows it has.
void decode(Part& part, const exchange::ColumnChoices& columns)
{
    part.cells.clear();
    part.mapping = exchange::matchColumns(part.source, *part.form, columns);
    part.submissions = exchange::decodeSubmissions(part.source, part.mapping, *part.form, part.cells);
}

void keepOnly(Part& part, std::vector<size_t> places)
{
    std::vector<exchange::SourceRow> kept;
    for (const size_t place : places)
        kept.push_back(std::move(part.source.rows[place]));
    part.source.rows = std::move(kept);
    part.places = std::move(places);
}

bool bringsAnswers(const Part& part)
{
    for (const auto& table : part.mapping.tables)
        for (const exchange::SubmissionColumn& column : table)
            if (!column.question.isEmpty() && column.use != ColumnUse::Ignored) return true;
    return false;
}

base::Issue issue(base::Severity severity, const char* code, const base::Place& place,
                  const QStringList& args)
{
    return {severity, QString::fromLatin1(code), place, args};
}

QString columnCode(const QString& why)
{
    if (why == u"ambiguous") return QStringLiteral("submission.column_ambiguous");
    if (why == u"elsewhere") return QStringLiteral("submission.column_elsewhere");
    if (why == u"repeated") return QStringLiteral("submission.column_repeated");
    if (why == u"unknown_table") return QStringLiteral("submission.column_of_unknown_sheet");
    return QStringLiteral("submission.column_unknown");
}

class Reader
{
public:
    Reader(const Study& study, const SubmissionRequest& request, const SubmissionPlanner& planner,
           SubmissionReport& report)
        : m_study(study), m_request(request), m_planner(planner), m_report(report)
    {
    }

    SubmissionReading run()
    {
        SubmissionReading reading;
        if (!readChoices()) return reading;
        reading.asked = m_asked;
        readParts();
        tellOfFile();
        reading.submissions.resize(m_count);
        for (Part& part : m_parts) {
            for (size_t i = 0; i < part.places.size(); ++i)
                reading.submissions[part.places[i]] = std::move(part.submissions[i]);
            reading.cells.insert(reading.cells.end(), part.cells.begin(), part.cells.end());
        }
        return reading;
    }

private:
    bool readChoices()
    {
        if (!m_request.columnsPath.isEmpty())
            m_asked = readColumnChoices(base::readFile(m_request.columnsPath), m_report.issues);
        if (base::hasErrors(m_report.issues)) return false;
        for (auto it = m_request.columns.cbegin(); it != m_request.columns.cend(); ++it)
            m_asked.insert(it.key(), *it);
        for (auto it = m_asked.cbegin(); it != m_asked.cend(); ++it)
            if (!it->isEmpty() && !formHolding(m_study, *it).question(*it))
                m_report.issues.push_back(issue(base::Severity::Error, "mapping.unknown_target",
                                                {{}, 0, it.key()}, {it.key(), *it}));
        return !base::hasErrors(m_report.issues);
    }

    /// With the form in force first, which says whose submissions they are.
    void readParts()
    {
        Part current;
        current.form = &m_study.form();
        current.source = exchange::readSubmissions(m_request.path, *current.form);
        m_count = current.source.rows.size();
        chooseColumns(current.source);
        decode(current, m_report.columns);
        const auto groups = byForm(current.submissions);
        keepOnly(current, groups.front().second);
        if (groups.size() > 1) decode(current, m_report.columns);
        m_parts.push_back(std::move(current));
        for (size_t g = 1; g < groups.size(); ++g)
            m_parts.push_back(readWith(groups[g].first, groups[g].second));
        m_report.mapping = m_parts.front().mapping;
        for (size_t t = 0; t < m_report.mapping.tables.size(); ++t)
            m_report.questions.push_back(exchange::questionsFor(m_report.mapping, t, m_study.form()));
    }

    void chooseColumns(const exchange::SubmissionSource& source)
    {
        m_report.layout = source.layout;
        m_report.formId = source.formId;
        m_report.columns = rememberedColumns(m_study, exchange::signatureOf(source));
        for (auto it = m_asked.cbegin(); it != m_asked.cend(); ++it)
            m_report.columns.insert(it.key(), *it);
    }

    /// The form in force first, whether or not it has any.
    std::vector<std::pair<const Form*, std::vector<size_t>>>
    byForm(const std::vector<Submission>& submissions) const
    {
        std::vector<std::pair<const Form*, std::vector<size_t>>> groups{{&m_study.form(), {}}};
        for (size_t i = 0; i < submissions.size(); ++i) {
            const Form* form = m_study.formOf(m_planner.knownRecord(submissions[i])).get();
            auto group = std::find_if(groups.begin(), groups.end(),
                                      [&](const auto& one) { return one.first == form; });
            if (group == groups.end()) group = groups.insert(groups.end(), {form, {}});
            group->second.push_back(i);
        }
        return groups;
    }

    Part readWith(const Form* form, const std::vector<size_t>& places) const
    {
        Part part;
        part.form = form;
        part.source = exchange::readSubmissions(m_request.path, *form);
        keepOnly(part, places);
        decode(part, m_report.columns);
        return part;
    }

    /// What of the file as a whole people should know.
    void tellOfFile()
    {
        using base::Severity;
        const Form& form = m_study.form();
        const exchange::SubmissionSource& source = m_parts.front().source;
        std::copy_if(source.issues.begin(), source.issues.end(), std::back_inserter(m_report.issues),
                     [&](const base::Issue& one) {
                         return one.code != u"submission.header_twice" || isLeftOut(one.place);
                     });
        if (!m_report.formId.isEmpty() && m_report.formId != form.id)
            m_report.issues.push_back(
                issue(Severity::Warning, "submission.other_form", {}, {m_report.formId, form.id}));
        if (m_count == 0)
            m_report.issues.push_back(issue(Severity::Error, "submission.none", {}, {}));
        else if (std::none_of(m_parts.begin(), m_parts.end(), bringsAnswers))
            m_report.issues.push_back(issue(Severity::Error, "submission.no_question", {}, {form.title}));
        const bool repeats = std::any_of(form.questions.begin(), form.questions.end(), [](const auto& q) {
            return q.type == questionnaire::QuestionType::Repeat;
        });
        if (m_report.layout == exchange::SubmissionLayout::KoboCsv && repeats)
            m_report.issues.push_back(issue(Severity::Warning, "submission.csv_without_repeats", {}, {}));
        tellOfColumns();
        for (const Part& part : m_parts)
            refuseNested(part);
    }

    /// Rows in rows have no place in a study: left out, they would be lost without a word.
    void refuseNested(const Part& part)
    {
        for (size_t t = 0; t < part.mapping.tables.size(); ++t) {
            const QString repeat = part.mapping.repeats.value(static_cast<qsizetype>(t));
            const auto& table = part.mapping.tables[t];
            if (repeat.isEmpty() || !isNestedRepeat(*part.form, repeat)) continue;
            if (std::any_of(table.begin(), table.end(), [](const auto& column) { return column.filled; }))
                m_report.issues.push_back(issue(base::Severity::Error, "submission.nested_repeat", {},
                                                {part.form->question(repeat)->label}));
        }
    }

    /// Some column of that header brings nothing, although it was not asked to.
    bool isLeftOut(const base::Place& place) const
    {
        for (const auto& table : m_report.mapping.tables)
            for (const exchange::SubmissionColumn& column : table)
                if (column.table == place.sheet && column.header == place.column &&
                    column.use == ColumnUse::Unknown)
                    return true;
        return false;
    }

    void tellOfColumns()
    {
        QSet<std::pair<QString, QString>> told;
        for (const Part& part : m_parts)
            for (const auto& table : part.mapping.tables)
                for (const exchange::SubmissionColumn& column : table) {
                    const auto key = std::pair(column.table, column.header);
                    if (column.use != ColumnUse::Unknown || !column.filled || told.contains(key)) continue;
                    told.insert(key);
                    m_report.issues.push_back({base::Severity::Warning,
                                               columnCode(column.why),
                                               {column.table, 1, column.header},
                                               {column.header}});
                }
    }

    const Study& m_study;
    const SubmissionRequest& m_request;
    const SubmissionPlanner& m_planner;
    SubmissionReport& m_report;
    exchange::ColumnChoices m_asked;
    std::vector<Part> m_parts; ///< the form in force first
    size_t m_count = 0;        ///< submissions of the file
};

} // namespace

SubmissionReading readRequested(const Study& study, const SubmissionRequest& request,
                                const SubmissionPlanner& planner, SubmissionReport& report)
{
    return Reader(study, request, planner, report).run();
}

} // namespace workflow
