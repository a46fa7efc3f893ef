#include "base/atomic_file.h"
#include "base/error.h"
#include "questionnaire/compiler.h"
#include "questionnaire/compiler/markdown.h"
#include "questionnaire/xform/to_form.h"
#include "tabular/csv.h"
#include "tabular/text_encoding.h"
#include "tabular/xlsx.h"

#include <QFileInfo>

namespace questionnaire {

namespace {

// Far above any form in use; a file beyond is refused before it fills the memory.
constexpr qint64 LargestForm = qint64(16) << 20;
constexpr qsizetype MostCells = 1'000'000;
constexpr qsizetype MostRows = 200'000;

tabular::CsvOptions csvOptions()
{
    tabular::CsvOptions options;
    options.columns = 1'000;
    options.rows = MostRows;
    options.cells = MostCells;
    options.bytes = LargestForm;
    return options;
}

tabular::XlsxLimits workbookLimits()
{
    tabular::XlsxLimits limits;
    limits.zip.entry = limits.zip.total = qint64(64) << 20;
    limits.cells = MostCells;
    limits.text = qint64(32) << 20;
    return limits;
}

// Blank rows above the header are decoration.
SheetTable fromFirstFilledRow(const QString& name, std::vector<QStringList> rows)
{
    const auto filled = std::find_if(rows.begin(), rows.end(), [](const QStringList& row) {
        return std::any_of(row.begin(), row.end(),
                           [](const QString& cell) { return !cell.trimmed().isEmpty(); });
    });
    const int skipped = int(filled - rows.begin());
    rows.erase(rows.begin(), filled);
    return {name, std::move(rows), skipped + 1};
}

CompileResult readWorkbook(const QByteArray& bytes)
{
    std::vector<SheetTable> sheets;
    for (tabular::XlsxSheet& sheet : tabular::readXlsx(bytes, workbookLimits()).sheets)
        sheets.push_back(fromFirstFilledRow(sheet.name, std::move(sheet.rows)));
    return compileForm(sheets);
}

CompileResult readFolder(const QString& folder)
{
    std::vector<SheetTable> sheets;
    for (const QString& name : {u"survey"_qs, u"choices"_qs, u"settings"_qs}) {
        const QString path = folder + u'/' + name + u".csv"_qs;
        if (!QFileInfo::exists(path)) continue;
        sheets.push_back(
            fromFirstFilledRow(name, tabular::parseCsv(base::readFile(path, LargestForm), csvOptions())));
    }
    return compileForm(sheets);
}

} // namespace

CompileResult readForm(const QString& path)
{
    if (QFileInfo(path).isDir()) return readFolder(path);
    const QByteArray bytes = base::readFile(path, LargestForm);
    try {
        // An old .xls is told from other binary files, whatever its name.
        if (bytes.startsWith("PK") || bytes.startsWith("\xD0\xCF\x11\xE0")) return readWorkbook(bytes);
        if (path.endsWith(u".xlsx", Qt::CaseInsensitive)) return readWorkbook(bytes);
        const QString text = tabular::decodeText(bytes);
        if (text.trimmed().startsWith(u'<')) return formOfXForm(bytes);
        return compileForm(sheetsFromMarkdown(text));
    } catch (const base::Error& error) {
        throw base::Error(error.code(), error.detail(), path);
    }
}

} // namespace questionnaire
