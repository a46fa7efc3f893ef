#include "exchange/xlsform.h"

#include "questionnaire/tables.h"
#include "report/xlsx_writer.h"

namespace exchange {

namespace {

double widthOf(const QString& column)
{
    const bool isText = column.startsWith(u"label") || column.startsWith(u"hint");
    return isText ? 40 : column == u"type" || column == u"relevant" || column == u"constraint" ? 28 : 16;
}

report::Sheet sheetOf(const questionnaire::SheetTable& table)
{
    report::Sheet sheet;
    sheet.name = table.name;
    for (const QString& column : table.rows.front()) {
        report::Sheet::Column header;
        header.title = column;
        header.width = widthOf(column);
        header.rightToLeft = column.endsWith(u"(ar)");
        sheet.columns.push_back(header);
    }
    for (size_t row = 1; row < table.rows.size(); ++row) {
        std::vector<report::Sheet::Value> cells;
        for (const QString& cell : table.rows[row])
            cells.push_back(cell.isEmpty() ? report::Sheet::Value() : report::Sheet::Value(cell));
        sheet.rows.push_back(std::move(cells));
    }
    return sheet;
}

} // namespace

void writeXlsForm(const questionnaire::Form& form, const QDate& date, const QString& path)
{
    report::Workbook workbook;
    workbook.title = form.title;
    workbook.date = date;
    for (const questionnaire::SheetTable& table : questionnaire::sheetsOf(form))
        workbook.sheets.push_back(sheetOf(table));
    report::writeXlsx(workbook, path);
}

} // namespace exchange
