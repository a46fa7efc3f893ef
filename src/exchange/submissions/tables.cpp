// KoboToolbox workbooks and CSV, and the CSV files of ODK Central.
#include "base/error.h"
#include "exchange/submissions/flat.h"
#include "tabular/csv.h"
#include "tabular/xlsx.h"
#include "tabular/zip.h"

#include <QFileInfo>

namespace exchange {
namespace {

constexpr qint64 LargestEntry = qint64(40) << 20;

tabular::CsvOptions csvLimits()
{
    tabular::CsvOptions options;
    options.cells = 1'500'000;
    options.columns = 16'384;
    options.rows = 300'000;
    options.bytes = LargestEntry;
    return options;
}

[[noreturn]] void malformed(const char* detail)
{
    throw base::Error(base::ErrorCode::Malformed, QString::fromLatin1(detail));
}

bool isEmptyRow(const QStringList& row)
{
    return std::all_of(row.begin(), row.end(), [](const QString& cell) { return cell.isEmpty(); });
}

/// Rows without anything become rows of nothing, which are no submissions.
void emptyBlankRows(std::vector<QStringList>& rows)
{
    for (size_t r = 1; r < rows.size(); ++r)
        if (isEmptyRow(rows[r])) rows[r].clear();
}

FlatTable koboTable(const QString& name, std::vector<QStringList> rows)
{
    emptyBlankRows(rows);
    return {name,
            std::move(rows),
            QStringLiteral("_index"),
            QStringLiteral("_parent_index"),
            QStringLiteral("_parent_table_name"),
            true};
}

bool holds(const std::vector<QStringList>& rows, const QString& header)
{
    return !rows.empty() && rows.front().contains(header);
}

/// Some servers give the submissions the columns of a parent too, and leave them empty or at -1.
bool hasParents(const std::vector<QStringList>& rows)
{
    if (rows.empty()) return false;
    const qsizetype name = rows.front().indexOf(QStringLiteral("_parent_table_name")),
                    index = rows.front().indexOf(QStringLiteral("_parent_index"));
    if (index < 0) return false;
    return std::any_of(rows.begin() + 1, rows.end(), [&](const QStringList& row) {
        const QString parent = row.value(index);
        return !parent.isEmpty() && parent != u"-1" && (name < 0 || !row.value(name).isEmpty());
    });
}

/// Tables of a package, of a bounded size together; a file that somebody joined is no table.
QStringList tablesOf(const tabular::ZipReader& zip)
{
    QStringList names;
    for (const QString& name : zip.names()) {
        const bool joined = name.startsWith(u"media/") || name.contains(u"/media/");
        if (!joined && name.endsWith(u".csv", Qt::CaseInsensitive)) names << name;
    }
    checkSizes(zip, names);
    return names;
}

bool startsNotes(const tabular::XlsxSheet& sheet)
{
    return sheet.hidden || sheet.name.startsWith(u"Notes");
}

} // namespace

SubmissionSource readKoboXlsx(const QByteArray& bytes)
{
    tabular::XlsxLimits limits;
    limits.zip.entry = LargestEntry;
    limits.zip.total = 2 * LargestEntry;
    limits.cells = 1'500'000;
    limits.text = 40'000'000;
    tabular::XlsxWorkbook workbook = tabular::readXlsx(bytes, limits);
    std::vector<FlatTable> tables;
    bool found = false; // the sheet of the submissions; others without parents are somebody's own
    for (tabular::XlsxSheet& sheet : workbook.sheets) {
        if (sheet.rows.empty() || startsNotes(sheet)) continue;
        const bool child =
            hasParents(sheet.rows) || (found && holds(sheet.rows, QStringLiteral("_parent_index")));
        if (!child && found) continue;
        tables.insert(child ? tables.end() : tables.begin(), koboTable(sheet.name, std::move(sheet.rows)));
        found = found || !child;
    }
    if (!found) malformed("a workbook without submissions");
    SubmissionSource source;
    source.layout = SubmissionLayout::KoboXlsx;
    assemble(std::move(tables), source);
    return source;
}

SubmissionSource readKoboCsv(const QByteArray& bytes, const QString& name)
{
    std::vector<QStringList> rows = tabular::parseCsv(bytes, csvLimits());
    if (rows.empty() || isEmptyRow(rows.front())) malformed("an empty table");
    SubmissionSource source;
    source.layout = SubmissionLayout::KoboCsv;
    std::vector<FlatTable> tables;
    tables.push_back(koboTable(name, std::move(rows)));
    assemble(std::move(tables), source);
    return source;
}

SubmissionSource readOdkZip(const tabular::ZipReader& zip)
{
    SubmissionSource source;
    source.layout = SubmissionLayout::OdkZip;
    std::vector<FlatTable> tables, roots;
    qsizetype cells = 0;
    for (const QString& name : tablesOf(zip)) {
        tabular::CsvOptions options = csvLimits();
        options.cells -= cells;
        std::vector<QStringList> rows = tabular::parseCsv(zip.read(name), options);
        for (const QStringList& row : rows)
            cells += row.size();
        if (rows.empty()) continue;
        emptyBlankRows(rows);
        const bool repeat = holds(rows, QStringLiteral("PARENT_KEY"));
        FlatTable table{QFileInfo(name).completeBaseName(),
                        std::move(rows),
                        QStringLiteral("KEY"),
                        QStringLiteral("PARENT_KEY"),
                        {},
                        false};
        if (repeat)
            tables.push_back(std::move(table));
        else
            roots.push_back(std::move(table));
    }
    // Other tables without parents are somebody's own: the form's is the one whose name the others lengthen.
    const auto shortest = std::min_element(roots.begin(), roots.end(), [](const auto& a, const auto& b) {
        return a.name.size() < b.name.size();
    });
    if (shortest != roots.end()) tables.insert(tables.begin(), std::move(*shortest));
    if (tables.empty() || holds(tables.front().rows, QStringLiteral("PARENT_KEY")))
        malformed("a package without submissions");
    source.formId = tables.front().name;
    assemble(std::move(tables), source);
    return source;
}

} // namespace exchange
