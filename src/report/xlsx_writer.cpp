#include "report/xlsx_writer.h"

#include "base/error.h"
#include "base/platform/files.h"
#include "base/text.h"
#include "report/xlsx_check.h"

#include <QFile>
#include <QFileInfo>
#include <QSet>

#include <cerrno>
#include <cmath>
#include <memory>
#include <vector>
#include <xlsxwriter.h>

namespace report {
namespace {

constexpr size_t constantMemoryRows = 5000;
constexpr size_t rowLimit = 1'048'570; // of the format, less our own rows
constexpr qsizetype cellLimit = 32'700;

// XML has no place for control characters nor for U+FFFE and U+FFFF.
bool isForbidden(QChar c)
{
    return (c < u' ' && c != u'\n' && c != u'\t') || c.unicode() >= 0xFFFE;
}

QByteArray utf8(const QString& text)
{
    if (std::none_of(text.begin(), text.end(), isForbidden)) return text.toUtf8();
    QString clean;
    std::remove_copy_if(text.begin(), text.end(), std::back_inserter(clean), isForbidden);
    return clean.toUtf8();
}

// A sheet name as the format takes it: no []:*?/\, 31 characters, never twice whatever the case.
class SheetNames
{
public:
    QByteArray take(const QString& wanted)
    {
        QString name;
        for (const QChar c : wanted)
            name += u"[]:*?/\\'"_qs.contains(c) || c < u' ' ? QChar(u' ') : c;
        name = name.simplified().left(31).trimmed();
        if (name.isEmpty()) name = QStringLiteral("Feuille");
        QString unique = name;
        for (int n = 2; m_taken.contains(unique.toLower()); ++n) {
            const QString suffix = u' ' + QString::number(n);
            unique = name.left(31 - suffix.size()) + suffix;
        }
        m_taken.insert(unique.toLower());
        return utf8(unique);
    }

private:
    QSet<QString> m_taken;
};

struct Formats
{
    explicit Formats(lxw_workbook* file);

    lxw_format *head, *tag, *text, *rightToLeft, *number, *date;
};

lxw_format* topAligned(lxw_workbook* file)
{
    lxw_format* made = workbook_add_format(file);
    format_set_align(made, LXW_ALIGN_VERTICAL_TOP);
    return made;
}

Formats::Formats(lxw_workbook* file)
    : head(workbook_add_format(file)), tag(workbook_add_format(file)), text(topAligned(file)),
      rightToLeft(topAligned(file)), number(topAligned(file)), date(topAligned(file))
{
    format_set_bold(head);
    format_set_font_color(head, 0xFFFFFF);
    format_set_bg_color(head, 0x1F4E8C);
    format_set_text_wrap(head);
    format_set_align(head, LXW_ALIGN_VERTICAL_CENTER);
    format_set_border(head, LXW_BORDER_THIN);
    format_set_border_color(head, 0xC3C8CD);
    format_set_italic(tag);
    format_set_font_color(tag, 0x565F68);
    format_set_text_wrap(text);
    format_set_text_wrap(rightToLeft);
    format_set_align(rightToLeft, LXW_ALIGN_RIGHT);
    format_set_reading_order(rightToLeft, 2);
    format_set_num_format(date, "dd/mm/yyyy");
}

/// One workbook being written to a sibling of its final place.
class Writer
{
public:
    Writer(const Workbook& workbook, const QString& path);
    void write();
    /// Rows that hold a cell, sheet by sheet.
    const std::vector<qsizetype>& rows() const { return m_rows; }

private:
    void count(lxw_row_t row);
    size_t largest() const;
    void properties();
    lxw_worksheet* addSheet(const QByteArray& name);
    void writeSheet(const Sheet& sheet);
    void writeHead(lxw_worksheet* target, const Sheet& sheet);
    void writeRow(lxw_worksheet* target, const Sheet& sheet, lxw_row_t row,
                  const std::vector<Sheet::Value>& values);
    void writeText(lxw_worksheet* target, bool rightToLeft, lxw_row_t row, lxw_col_t column,
                   const QString& text);
    void writeDate(lxw_worksheet* target, lxw_row_t row, lxw_col_t column, const QDate& date);
    void finishSheet(lxw_worksheet* target, const Sheet& sheet, lxw_row_t first);
    void addList(lxw_worksheet* target, const QStringList& list, lxw_row_t first, lxw_row_t last,
                 lxw_col_t column);
    void writeNotes(const Sheet& sheet);
    void writeLists();

    const Workbook& m_workbook;
    QString m_path;
    std::unique_ptr<lxw_workbook, void (*)(lxw_workbook*)> m_file;
    std::unique_ptr<Formats> m_formats;
    SheetNames m_names;
    QByteArray m_listSheet;           // name of the hidden sheet that holds the lists
    std::vector<QStringList> m_lists; // one column each
    std::vector<qsizetype> m_rows;
    qint64 m_lastRow = -1; // of the sheet being written, row after row
};

Writer::Writer(const Workbook& workbook, const QString& path)
    : m_workbook(workbook), m_path(path), m_file(nullptr, &lxw_workbook_free)
{
    if (largest() > rowLimit)
        throw base::Error(base::ErrorCode::LimitExceeded, QStringLiteral("too many rows for a sheet"), path);
    QByteArray folder = QFile::encodeName(QFileInfo(path).absolutePath());
    lxw_workbook_options options{};
    options.constant_memory = largest() > constantMemoryRows ? LXW_TRUE : LXW_FALSE;
    // The parts of the package are written beside the result: never in a shared temporary folder.
    options.tmpdir = folder.data();
    m_file.reset(workbook_new_opt(QFile::encodeName(path).constData(), &options));
    if (!m_file) throw base::Error(base::ErrorCode::Internal, QStringLiteral("workbook_new"), path);
    m_formats = std::make_unique<Formats>(m_file.get());
    properties();
}

void Writer::write()
{
    for (const Sheet& sheet : m_workbook.sheets)
        m_names.take(sheet.name); // they have the first choice
    m_listSheet = m_names.take(QStringLiteral("Listes"));
    m_names = {};
    m_names.take(QString::fromUtf8(m_listSheet));
    for (const Sheet& sheet : m_workbook.sheets)
        writeSheet(sheet);
    for (const Sheet& sheet : m_workbook.sheets)
        writeNotes(sheet);
    writeLists();
    errno = 0;
    const lxw_error result = workbook_close(m_file.release());
    if (result == LXW_NO_ERROR) return;
    if (errno != 0) throw base::errorFromErrno(errno, QStringLiteral("write workbook"), m_path);
    throw base::Error(base::ErrorCode::Io, QString::fromUtf8(lxw_strerror(result)), m_path);
}

size_t Writer::largest() const
{
    size_t rows = 0;
    for (const Sheet& sheet : m_workbook.sheets)
        rows = std::max(rows, sheet.rows.size());
    return rows;
}

void Writer::properties()
{
    QByteArray title = utf8(m_workbook.title), author = utf8(m_workbook.author),
               subject = utf8(m_workbook.subject);
    lxw_doc_properties properties{};
    properties.title = title.data();
    properties.author = author.data();
    properties.subject = subject.data();
    if (m_workbook.date.isValid())
        properties.created = m_workbook.date.startOfDay(Qt::UTC).toSecsSinceEpoch();
    workbook_set_properties(m_file.get(), &properties);
}

lxw_worksheet* Writer::addSheet(const QByteArray& name)
{
    lxw_worksheet* made = workbook_add_worksheet(m_file.get(), name.constData());
    if (!made)
        throw base::Error(base::ErrorCode::Internal, u"sheet refused: "_qs + QString::fromUtf8(name), m_path);
    m_rows.push_back(0);
    m_lastRow = -1;
    return made;
}

void Writer::count(lxw_row_t row)
{
    if (row == m_lastRow) return;
    m_lastRow = row;
    ++m_rows.back();
}

void Writer::writeSheet(const Sheet& sheet)
{
    lxw_worksheet* target = addSheet(m_names.take(sheet.name));
    writeHead(target, sheet);
    const lxw_row_t first = m_workbook.hxlRow ? 2 : 1;
    for (size_t r = 0; r < sheet.rows.size(); ++r) {
        writeRow(target, sheet, first + static_cast<lxw_row_t>(r), sheet.rows[r]);
    }
    finishSheet(target, sheet, first);
}

void Writer::writeHead(lxw_worksheet* target, const Sheet& sheet)
{
    const auto columns = static_cast<lxw_col_t>(sheet.columns.size());
    for (lxw_col_t c = 0; c < columns; ++c) {
        worksheet_set_column(target, c, c, sheet.columns[c].width, nullptr);
        count(0);
        worksheet_write_string(target, 0, c, utf8(sheet.columns[c].title).constData(), m_formats->head);
    }
    worksheet_set_row(target, 0, 42, nullptr);
    if (!m_workbook.hxlRow) return;
    for (lxw_col_t c = 0; c < columns; ++c) {
        const QString& hxl = sheet.columns[c].hxl;
        if (hxl.isEmpty()) continue;
        count(1);
        worksheet_write_string(target, 1, c, utf8(hxl).constData(), m_formats->tag);
    }
}

void Writer::writeRow(lxw_worksheet* target, const Sheet& sheet, lxw_row_t row,
                      const std::vector<Sheet::Value>& values)
{
    for (size_t c = 0; c < values.size() && c < sheet.columns.size(); ++c) {
        const auto column = static_cast<lxw_col_t>(c);
        if (const auto* text = std::get_if<QString>(&values[c])) {
            writeText(target, sheet.columns[c].rightToLeft, row, column, *text);
        } else if (const auto* number = std::get_if<double>(&values[c])) {
            if (!std::isfinite(*number)) continue;
            count(row);
            worksheet_write_number(target, row, column, *number, m_formats->number);
        } else if (const auto* date = std::get_if<QDate>(&values[c])) {
            writeDate(target, row, column, *date);
        }
    }
}

void Writer::writeText(lxw_worksheet* target, bool rightToLeft, lxw_row_t row, lxw_col_t column,
                       const QString& text)
{
    if (text.isEmpty()) return;
    // What is beyond the format's limit is said, never dropped in silence.
    const QString shown = text.size() <= cellLimit ? text : text.left(cellLimit) + QStringLiteral(" […]");
    const bool turned = rightToLeft || base::isRightToLeft(shown);
    count(row);
    worksheet_write_string(target, row, column, utf8(shown).constData(),
                           turned ? m_formats->rightToLeft : m_formats->text);
}

// The format counts days from 1900: older dates are written as text.
void Writer::writeDate(lxw_worksheet* target, lxw_row_t row, lxw_col_t column, const QDate& date)
{
    if (!date.isValid()) return;
    if (date.year() < 1900 || date.year() > 9999) {
        writeText(target, false, row, column, date.toString(Qt::ISODate));
        return;
    }
    lxw_datetime value{date.year(), date.month(), date.day(), 0, 0, 0};
    count(row);
    worksheet_write_datetime(target, row, column, &value, m_formats->date);
}

void Writer::finishSheet(lxw_worksheet* target, const Sheet& sheet, lxw_row_t first)
{
    if (sheet.columns.empty()) return;
    const auto lastColumn = static_cast<lxw_col_t>(sheet.columns.size() - 1);
    const auto lastRow = first + static_cast<lxw_row_t>(std::max<size_t>(sheet.rows.size(), 1)) - 1;
    worksheet_autofilter(target, first - 1, 0, lastRow, lastColumn);
    worksheet_freeze_panes(target, first, std::min<lxw_col_t>(2, lastColumn));
    worksheet_set_landscape(target);
    worksheet_set_paper(target, 8); // A3
    worksheet_fit_to_pages(target, 1, 0);
    worksheet_repeat_rows(target, 0, first - 1);
    for (lxw_col_t c = 0; c <= lastColumn; ++c)
        addList(target, sheet.columns[c].list, first, lastRow, c);
}

// Through cells, because a list written in the rule itself is limited to 255 characters and cut at commas.
void Writer::addList(lxw_worksheet* target, const QStringList& list, lxw_row_t first, lxw_row_t last,
                     lxw_col_t column)
{
    if (list.isEmpty()) return;
    auto place = std::find(m_lists.begin(), m_lists.end(), list);
    if (place == m_lists.end()) place = m_lists.insert(m_lists.end(), list);
    char range[LXW_MAX_CELL_RANGE_LENGTH];
    const auto at = static_cast<lxw_col_t>(place - m_lists.begin());
    lxw_rowcol_to_range_abs(range, 0, at, static_cast<lxw_row_t>(list.size() - 1), at);
    QByteArray formula = "='" + m_listSheet + "'!" + range;
    lxw_data_validation validation{};
    validation.validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
    validation.value_formula = formula.data();
    validation.error_type = LXW_VALIDATION_ERROR_TYPE_WARNING;
    worksheet_data_validation_range(target, first, column, last, column, &validation);
}

void Writer::writeNotes(const Sheet& sheet)
{
    if (sheet.notes.isEmpty()) return;
    const bool alone = m_workbook.sheets.size() == 1;
    const QString name = alone ? QStringLiteral("Notes") : QStringLiteral("Notes ") + sheet.name;
    lxw_worksheet* target = addSheet(m_names.take(name));
    worksheet_set_column(target, 0, 0, 110, nullptr);
    for (qsizetype i = 0; i < sheet.notes.size(); ++i) {
        writeText(target, false, static_cast<lxw_row_t>(i), 0, sheet.notes[i]);
    }
}

void Writer::writeLists()
{
    if (m_lists.empty()) return;
    lxw_worksheet* target = addSheet(m_listSheet);
    // Row after row: in constant memory a row cannot be written to once the next one is begun.
    qsizetype longest = 0;
    for (const QStringList& list : m_lists)
        longest = std::max(longest, list.size());
    for (qsizetype r = 0; r < longest; ++r) {
        for (size_t c = 0; c < m_lists.size(); ++c) {
            if (r >= m_lists[c].size()) continue;
            writeText(target, false, static_cast<lxw_row_t>(r), static_cast<lxw_col_t>(c), m_lists[c][r]);
        }
    }
    worksheet_hide(target);
}

} // namespace

void writeXlsx(const Workbook& workbook, const QString& path)
{
    const QString temporary = path + QStringLiteral(".tmp.xlsx");
    try {
        // libxlsxwriter says little of why it cannot write: opening the file first gives the true cause.
        base::platform::removeQuietly(temporary);
        base::platform::File::create(temporary).close();
        Writer writer(workbook, temporary);
        writer.write();
        checkWorkbookIsWhole(temporary, writer.rows());
        base::platform::File::openForUpdate(temporary).sync();
        base::platform::renameOver(temporary, path);
    } catch (...) {
        base::platform::removeQuietly(temporary);
        throw;
    }
    base::platform::syncFolder(QFileInfo(path).absolutePath());
}

} // namespace report
