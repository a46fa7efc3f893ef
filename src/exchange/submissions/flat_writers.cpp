// Layouts of one table per repeat: KoboToolbox workbook and ODK Central's ZIP of CSV.
#include "exchange/submissions/matching.h"
#include "exchange/submissions/outgoing.h"
#include "report/xlsx_writer.h"
#include "tabular/csv.h"
#include "tabular/zip.h"

#include <QRegularExpression>

namespace exchange {
namespace {

using questionnaire::Answers;
using questionnaire::Question;
using questionnaire::QuestionType;

constexpr std::array KoboParts{"latitude", "longitude", "altitude", "precision"};
constexpr std::array OdkParts{"Latitude", "Longitude", "Altitude", "Accuracy"};
constexpr qsizetype LongestCell = 32'700; ///< of a workbook
/// Beyond, a workbook has the summary column of a select_multiple only, as KoboToolbox offers too: thousands
/// of rows of zeros would take more room than the answers.
constexpr size_t MostSplitCells = 300'000;

size_t splitCells(const SubmissionBook& book)
{
    size_t columns = 0;
    for (const Question& question : book.form->questions)
        if (question.type == QuestionType::SelectMultiple)
            if (const auto* list = book.form->listOf(question)) columns += list->choices.size();
    return columns * book.submissions.size();
}

QString part(const QString& point, size_t index)
{
    return point.split(u' ').value(static_cast<qsizetype>(index));
}

/// Where a row stands in what is written.
struct Position
{
    QString key;   ///< ODK
    QString table; ///< Kobo: of the parent
    int parent = 0;
};

/// One table being filled, row by row.
struct Table
{
    QString name;
    QStringList headers;
    tabular::Rows rows;
};

class FlatWriter
{
public:
    FlatWriter(const SubmissionBook& book, bool kobo)
        : m_out(book), m_kobo(kobo), m_split(kobo && splitCells(book) <= MostSplitCells)
    {
        addTable(-1, book.form->id);
        for (const Submission& submission : book.submissions)
            writeSubmission(submission);
    }

    const std::vector<Table>& tables() const { return m_tables; }

private:
    void addTable(int repeat, const QString& rootName)
    {
        const questionnaire::Form& form = m_out.form();
        Table table;
        table.name = repeat < 0 ? rootName : form.questions[size_t(repeat)].name;
        if (m_kobo)
            table.name = table.name.left(31);
        else if (repeat >= 0)
            table.name = rootName + u'-' + table.name;
        if (repeat < 0 && !m_kobo) table.headers << u"SubmissionDate"_qs;
        for (const int q : m_out.questionsIn(repeat))
            addHeaders(table, q, repeat);
        for (const int q : m_out.repeatsIn(repeat))
            if (!m_kobo) table.headers << u"SET-OF-"_qs + form.questions[size_t(q)].name;
        table.headers << own::States;
        addServerHeaders(table, repeat);
        m_placeOf.insert(repeat, m_tables.size());
        m_tables.push_back(std::move(table));
        for (const int q : m_out.repeatsIn(repeat))
            addTable(q, rootName);
    }

    void addHeaders(Table& table, int q, int repeat) const
    {
        const Question& question = m_out.form().questions[size_t(q)];
        const QString path = m_kobo ? question.name : pathOf(m_out.form(), q, u'-', repeat);
        const bool point = question.type == QuestionType::Geopoint;
        if (m_kobo || !point) table.headers << path;
        for (size_t i = 0; point && i < 4; ++i)
            table.headers << (m_kobo ? QStringLiteral("_%1_%2").arg(path, QString::fromLatin1(KoboParts[i]))
                                     : path + u'-' + QString::fromLatin1(OdkParts[i]));
        if (const auto* list = splitList(question))
            for (const questionnaire::Choice& choice : list->choices)
                table.headers << path + u'/' + choice.name;
    }

    const questionnaire::ChoiceList* splitList(const Question& question) const
    {
        return m_split && question.type == QuestionType::SelectMultiple ? m_out.form().listOf(question)
                                                                        : nullptr;
    }

    void addServerHeaders(Table& table, int repeat) const
    {
        static const QStringList koboRoot{u"_fiche"_qs,
                                          u"_id"_qs,
                                          u"_uuid"_qs,
                                          u"_submission_time"_qs,
                                          u"_validation_status"_qs,
                                          u"_notes"_qs,
                                          u"_status"_qs,
                                          u"_submitted_by"_qs,
                                          u"__version__"_qs,
                                          u"_tags"_qs,
                                          u"_index"_qs};
        static const QStringList koboRow{u"_ligne"_qs, u"_index"_qs, u"_parent_table_name"_qs,
                                         u"_parent_index"_qs, u"_submission__uuid"_qs};
        static const QStringList odkRoot{u"_fiche"_qs, u"meta-instanceID"_qs, u"KEY"_qs, u"SubmitterName"_qs,
                                         u"FormVersion"_qs};
        static const QStringList odkRow{u"_ligne"_qs, u"PARENT_KEY"_qs, u"KEY"_qs};
        table.headers << (m_kobo ? (repeat < 0 ? koboRoot : koboRow) : (repeat < 0 ? odkRoot : odkRow));
        if (repeat >= 0 && !m_kobo)
            table.headers << u"SET-OF-"_qs + m_out.form().questions[size_t(repeat)].name;
    }

    void addAnswers(QStringList& cells, int repeat, const Answers& answers, const QString& key)
    {
        for (const int q : m_out.questionsIn(repeat)) {
            const Question& question = m_out.form().questions[size_t(q)];
            const QString text = m_out.text(question, answers);
            const bool point = question.type == QuestionType::Geopoint;
            if (m_kobo || !point) cells << text;
            for (size_t i = 0; point && i < 4; ++i)
                cells << part(text, i);
            if (const auto* list = splitList(question)) {
                const QStringList chosen = text.split(u' ', Qt::SkipEmptyParts);
                for (const questionnaire::Choice& choice : list->choices)
                    cells << (text.isEmpty() ? QString() : chosen.contains(choice.name) ? u"1"_qs : u"0"_qs);
            }
        }
        for (const int q : m_out.repeatsIn(repeat))
            if (!m_kobo) cells << key + u'/' + m_out.form().questions[size_t(q)].name;
        cells << m_out.states(repeat, answers);
    }

    void writeSubmission(const Submission& submission)
    {
        Table& root = m_tables.front();
        const QString index = QString::number(root.rows.size() + 1);
        m_uuid = bareInstance(submission.instanceId);
        QStringList cells;
        if (!m_kobo) cells << submission.submitted;
        addAnswers(cells, -1, submission.answers, submission.instanceId);
        if (m_kobo)
            cells << submission.actor << index << m_uuid << submission.submitted << QString() << QString()
                  << u"submitted_via_web"_qs << submission.submitter << submission.formVersion << QString()
                  << index;
        else
            cells << submission.actor << submission.instanceId << submission.instanceId
                  << submission.submitter << submission.formVersion;
        root.rows.push_back(std::move(cells));
        writeRepeats(-1, submission.answers, {submission.instanceId, root.name, index.toInt()});
    }

    void writeRepeats(int repeat, const Answers& answers, const Position& parent)
    {
        for (const int q : m_out.repeatsIn(repeat)) {
            const auto* rows = answers.rows(m_out.form().questions[size_t(q)].name);
            for (size_t r = 0; rows && r < rows->size(); ++r)
                writeRow(q, (*rows)[r], r, parent);
        }
    }

    void writeRow(int repeat, const questionnaire::Row& row, size_t rank, const Position& parent)
    {
        Table& table = m_tables[m_placeOf.value(repeat)];
        const QString& name = m_out.form().questions[size_t(repeat)].name;
        const QString key = QStringLiteral("%1/%2[%3]").arg(parent.key, name).arg(rank + 1);
        const int index = static_cast<int>(table.rows.size()) + 1;
        QStringList cells;
        addAnswers(cells, repeat, row.answers, key);
        cells << row.uid;
        if (m_kobo)
            cells << QString::number(index) << parent.table << QString::number(parent.parent) << m_uuid;
        else
            cells << parent.key << key << parent.key + u'/' + name;
        table.rows.push_back(std::move(cells));
        writeRepeats(repeat, row.answers, {key, table.name, index});
    }

    Outgoing m_out;
    bool m_kobo, m_split;
    std::vector<Table> m_tables;
    QHash<int, size_t> m_placeOf; ///< by repeat
    QString m_uuid;               ///< of the submission being written
};

/// Workbooks read "_x0041_" as the character of that number, and have no other place for a carriage return.
QString escaped(QString text)
{
    static const QRegularExpression escape(u"_(x[0-9A-Fa-f]{4}_)"_qs);
    if (text.contains(u"_x")) text.replace(escape, u"_x005F_\\1"_qs);
    return text.replace(u'\r', u"_x000D_"_qs);
}

/// A number where a workbook gives back the very same digits, else text.
report::Sheet::Value cellOf(const QString& text)
{
    static const QRegularExpression plain(u"^-?[0-9]{1,15}(\\.[0-9]{1,14})?$"_qs);
    if (text.isEmpty()) return {};
    if (plain.match(text).hasMatch()) {
        const double number = text.toDouble();
        if (QString::number(number, 'g', 15) == text) return number;
    }
    return escaped(text);
}

} // namespace

void writeKoboXlsx(const SubmissionBook& book, const QString& path, base::Issues& issues)
{
    const FlatWriter writer(book, true);
    report::Workbook workbook;
    workbook.title = book.form->title;
    workbook.date = book.date;
    for (const Table& table : writer.tables()) {
        report::Sheet sheet;
        sheet.name = table.name;
        for (const QString& header : table.headers) {
            report::Sheet::Column column;
            column.title = header;
            column.width = 16;
            sheet.columns.push_back(column);
        }
        for (size_t r = 0; r < table.rows.size(); ++r) {
            std::vector<report::Sheet::Value> cells;
            for (qsizetype c = 0; c < table.rows[r].size(); ++c) {
                const QString& text = table.rows[r][c];
                if (text.size() > LongestCell)
                    issues.push_back({base::Severity::Warning,
                                      u"submission.cell_cut"_qs,
                                      {table.name, static_cast<int>(r) + 2, table.headers[c]},
                                      {table.headers[c]}});
                cells.push_back(cellOf(text));
            }
            sheet.rows.push_back(std::move(cells));
        }
        workbook.sheets.push_back(std::move(sheet));
    }
    report::writeXlsx(workbook, path);
}

QByteArray odkZipOf(const SubmissionBook& book)
{
    const FlatWriter writer(book, false);
    tabular::ZipWriter zip;
    for (const Table& table : writer.tables()) {
        tabular::Rows rows{table.headers};
        rows.insert(rows.end(), table.rows.begin(), table.rows.end());
        zip.add(table.name + u".csv"_qs, tabular::writeCsv(rows));
    }
    return zip.finish();
}

} // namespace exchange
