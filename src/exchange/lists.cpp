#include "exchange/lists.h"

#include "base/atomic_file.h"
#include "base/error.h"
#include "exchange/gathering.h"
#include "tabular/csv.h"
#include "tabular/text_encoding.h"
#include "tabular/xlsx.h"

#include <QFileInfo>

namespace exchange {
namespace {

constexpr qint64 MaxBytes = qint64(256) << 20;

bool hasContent(const QStringList& cells)
{
    return std::any_of(cells.begin(), cells.end(),
                       [](const QString& cell) { return !cell.trimmed().isEmpty(); });
}

/// A table has at least a header and a row; notes and empty sheets before it are passed over.
bool holdsTable(const tabular::XlsxSheet& sheet)
{
    int wide = 0;
    for (const QStringList& row : sheet.rows) {
        const auto filled = std::count_if(row.begin(), row.end(),
                                          [](const QString& cell) { return !cell.trimmed().isEmpty(); });
        if (filled >= 2 && ++wide == 2) return true;
    }
    return false;
}

RawTable fromWorkbook(tabular::XlsxWorkbook workbook)
{
    const auto pick = [&](auto&& wanted) {
        return std::find_if(workbook.sheets.begin(), workbook.sheets.end(), wanted);
    };
    auto sheet = pick([](const tabular::XlsxSheet& s) { return !s.hidden && holdsTable(s); });
    if (sheet == workbook.sheets.end())
        sheet = pick([](const tabular::XlsxSheet& s) { return !s.rows.empty(); });
    if (sheet == workbook.sheets.end()) return {};
    return {sheet->name, std::move(sheet->rows), 1};
}

bool isWorkbook(const QString& path, const QByteArray& bytes)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    return bytes.startsWith("PK\x03\x04") || bytes.startsWith("\xD0\xCF\x11\xE0") || suffix == u"xlsx" ||
           suffix == u"xls" || suffix == u"xlsm";
}

RawTable fromText(const QByteArray& bytes)
{
    RawTable table;
    table.rows = tabular::parseCsv(bytes);
    const tabular::TextEncoding encoding = tabular::encodingOf(bytes);
    if (encoding == tabular::TextEncoding::Windows1252)
        table.encoding = QStringLiteral("Windows-1252");
    else if (encoding != tabular::TextEncoding::Utf8)
        table.encoding = QStringLiteral("UTF-16");
    return table;
}

ListReading readList(const RawTable& table, const Mapping& mapping, bool requireTags,
                     const base::Progress& progress)
{
    ListReading reading;
    if (!table.encoding.isEmpty())
        reading.warnings.push_back(
            {base::Severity::Warning, QStringLiteral("list.encoding_assumed"), {}, {table.encoding}});
    base::Issues issues;
    const Layout layout = readLayout(table, mapping, requireTags, issues);
    for (base::Issue& issue : issues)
        (issue.severity == base::Severity::Error ? reading.rejected : reading.warnings)
            .push_back(std::move(issue));
    if (base::hasErrors(reading.rejected)) return reading;
    gather(table, layout, mapping, reading, progress);
    locate(reading, cartography::Divisions::load());
    return reading;
}

} // namespace

RawTable readTable(const QString& path)
{
    const QByteArray bytes = base::readFile(path, MaxBytes);
    try {
        RawTable table = isWorkbook(path, bytes) ? fromWorkbook(tabular::readXlsx(bytes)) : fromText(bytes);
        if (table.name.isEmpty()) table.name = QFileInfo(path).fileName();
        if (std::none_of(table.rows.begin(), table.rows.end(), hasContent))
            throw base::Error(base::ErrorCode::Malformed, QStringLiteral("an empty table"));
        return table;
    } catch (const base::Error& error) {
        throw base::Error(error.code(), error.detail(), path); // readers of bytes do not know the file
    }
}

ListReading readHxl(const RawTable& table, const Mapping& overrides, const base::Progress& progress)
{
    return readList(table, overrides, true, progress);
}

ListReading readMapped(const RawTable& table, const Mapping& mapping, const base::Progress& progress)
{
    return readList(table, mapping, false, progress);
}

} // namespace exchange
