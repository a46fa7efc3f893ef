#include "report/xlsx_writer.h"

#include "base/error.h"
#include "base/platform/files.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <cerrno>
#include <utility>
#include <vector>
#include <xlsxwriter.h>

namespace report {
namespace {

constexpr size_t ConstantMemoryRows = 5000;

QByteArray utf8(const QString& text)
{
    return text.toUtf8();
}

/// One workbook being written to a sibling of its final place.
class Writer
{
public:
    Writer(const Workbook& workbook, const QString& path) : m_workbook(workbook), m_path(path)
    {
        QByteArray folder = QFile::encodeName(QFileInfo(path).absolutePath());
        lxw_workbook_options options{};
        options.constant_memory = largest() > ConstantMemoryRows ? LXW_TRUE : LXW_FALSE;
        // The parts of the package are written beside the result: never in a shared temporary folder.
        options.tmpdir = folder.data();
        m_file = workbook_new_opt(QFile::encodeName(path).constData(), &options);
        if (!m_file) throw base::Error(base::ErrorCode::Internal, QStringLiteral("workbook_new"), path);
        properties();
        formats();
    }

    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;
    ~Writer() { lxw_workbook_free(m_file); }

    void write()
    {
        for (const Sheet& sheet : m_workbook.sheets)
            writeSheet(sheet);
        for (const Sheet& sheet : m_workbook.sheets)
            writeNotes(sheet);
        errno = 0;
        const lxw_error result = workbook_close(std::exchange(m_file, nullptr));
        if (result == LXW_NO_ERROR) return;
        if (errno != 0) throw base::errorFromErrno(errno, QStringLiteral("write workbook"), m_path);
        throw base::Error(base::ErrorCode::Io, QString::fromUtf8(lxw_strerror(result)), m_path);
    }

private:
    size_t largest() const
    {
        size_t rows = 0;
        for (const Sheet& sheet : m_workbook.sheets)
            rows = std::max(rows, sheet.rows.size());
        return rows;
    }

    void properties()
    {
        QByteArray title = utf8(m_workbook.title), author = utf8(m_workbook.author),
                   subject = utf8(m_workbook.subject);
        lxw_doc_properties properties{};
        properties.title = title.data();
        properties.author = author.data();
        properties.subject = subject.data();
        if (m_workbook.date.isValid())
            properties.created = m_workbook.date.startOfDay(Qt::UTC).toSecsSinceEpoch();
        workbook_set_properties(m_file, &properties);
    }

    lxw_format* format() { return workbook_add_format(m_file); }

    void formats()
    {
        m_head = format();
        format_set_bold(m_head);
        format_set_font_color(m_head, 0xFFFFFF);
        format_set_bg_color(m_head, 0x1F4E8C);
        format_set_text_wrap(m_head);
        format_set_align(m_head, LXW_ALIGN_VERTICAL_CENTER);
        format_set_border(m_head, LXW_BORDER_THIN);
        format_set_border_color(m_head, 0xC3C8CD);
        m_tag = format();
        format_set_italic(m_tag);
        format_set_font_color(m_tag, 0x565F68);
        m_text = format();
        format_set_align(m_text, LXW_ALIGN_VERTICAL_TOP);
        format_set_text_wrap(m_text);
        m_rightToLeft = format();
        format_set_align(m_rightToLeft, LXW_ALIGN_RIGHT);
        format_set_align(m_rightToLeft, LXW_ALIGN_VERTICAL_TOP);
        format_set_reading_order(m_rightToLeft, 2);
        m_number = format();
        format_set_align(m_number, LXW_ALIGN_VERTICAL_TOP);
        m_date = format();
        format_set_num_format(m_date, "dd/mm/yyyy");
        format_set_align(m_date, LXW_ALIGN_VERTICAL_TOP);
    }

    void writeSheet(const Sheet& sheet)
    {
        lxw_worksheet* target = workbook_add_worksheet(m_file, utf8(sheet.name).constData());
        if (!target)
            throw base::Error(base::ErrorCode::Internal, QStringLiteral("sheet name refused: ") + sheet.name,
                              m_path);
        const auto columns = static_cast<lxw_col_t>(sheet.columns.size());
        for (lxw_col_t c = 0; c < columns; ++c) {
            const Sheet::Column& column = sheet.columns[c];
            worksheet_set_column(target, c, c, column.width, nullptr);
            worksheet_write_string(target, 0, c, utf8(column.title).constData(), m_head);
        }
        worksheet_set_row(target, 0, 42, nullptr);
        const lxw_row_t first = m_workbook.hxlRow ? 2 : 1;
        if (m_workbook.hxlRow)
            for (lxw_col_t c = 0; c < columns; ++c)
                if (!sheet.columns[c].hxl.isEmpty())
                    worksheet_write_string(target, 1, c, utf8(sheet.columns[c].hxl).constData(), m_tag);
        for (size_t r = 0; r < sheet.rows.size(); ++r)
            writeRow(target, sheet, first + static_cast<lxw_row_t>(r), sheet.rows[r]);
        finishSheet(target, sheet, first);
    }

    void writeRow(lxw_worksheet* target, const Sheet& sheet, lxw_row_t row,
                  const std::vector<Sheet::Value>& values)
    {
        for (size_t c = 0; c < values.size() && c < sheet.columns.size(); ++c) {
            const auto column = static_cast<lxw_col_t>(c);
            if (const auto* text = std::get_if<QString>(&values[c]))
                writeText(target, sheet.columns[c], row, column, *text);
            else if (const auto* number = std::get_if<double>(&values[c]))
                worksheet_write_number(target, row, column, *number, m_number);
            else if (const auto* date = std::get_if<QDate>(&values[c]))
                writeDate(target, row, column, *date);
        }
    }

    void writeText(lxw_worksheet* target, const Sheet::Column& column, lxw_row_t row, lxw_col_t c,
                   const QString& text)
    {
        if (text.isEmpty()) return;
        // Excel's cell limit; what is beyond is said, never dropped in silence.
        QString shown = text.size() <= 32700 ? text : text.left(32700) + QStringLiteral(" […]");
        worksheet_write_string(target, row, c, utf8(shown).constData(),
                               column.rightToLeft ? m_rightToLeft : m_text);
    }

    void writeDate(lxw_worksheet* target, lxw_row_t row, lxw_col_t column, const QDate& date)
    {
        if (!date.isValid()) return;
        lxw_datetime value{date.year(), date.month(), date.day(), 0, 0, 0};
        worksheet_write_datetime(target, row, column, &value, m_date);
    }

    void finishSheet(lxw_worksheet* target, const Sheet& sheet, lxw_row_t first)
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
            addList(target, sheet.columns[c], first, lastRow, c);
    }

    static void addList(lxw_worksheet* target, const Sheet::Column& column, lxw_row_t first, lxw_row_t last,
                        lxw_col_t c)
    {
        // The format holds a list of 255 characters at most, parted by commas: one that does not fit is left
        // out rather than cut.
        const auto parted = [](const QString& item) { return item.contains(u','); };
        if (column.list.isEmpty() || column.list.join(u',').size() > 255) return;
        if (std::any_of(column.list.begin(), column.list.end(), parted)) return;
        std::vector<QByteArray> texts;
        std::vector<char*> pointers;
        for (const QString& item : column.list)
            texts.push_back(utf8(item));
        for (QByteArray& text : texts)
            pointers.push_back(text.data());
        pointers.push_back(nullptr);
        lxw_data_validation validation{};
        validation.validate = LXW_VALIDATION_TYPE_LIST;
        validation.value_list = pointers.data();
        validation.error_type = LXW_VALIDATION_ERROR_TYPE_WARNING;
        worksheet_data_validation_range(target, first, c, last, c, &validation);
    }

    void writeNotes(const Sheet& sheet)
    {
        if (sheet.notes.isEmpty()) return;
        const QString name = m_workbook.sheets.size() == 1 ? QStringLiteral("Notes")
                                                           : (QStringLiteral("Notes ") + sheet.name).left(31);
        lxw_worksheet* target = workbook_add_worksheet(m_file, utf8(name).constData());
        if (!target)
            throw base::Error(base::ErrorCode::Internal, QStringLiteral("sheet name refused"), m_path);
        worksheet_set_column(target, 0, 0, 110, nullptr);
        for (qsizetype i = 0; i < sheet.notes.size(); ++i)
            if (!sheet.notes[i].isEmpty())
                worksheet_write_string(target, static_cast<lxw_row_t>(i), 0, utf8(sheet.notes[i]).constData(),
                                       m_text);
    }

    const Workbook& m_workbook;
    QString m_path;
    lxw_workbook* m_file = nullptr;
    lxw_format *m_head = nullptr, *m_tag = nullptr, *m_text = nullptr, *m_rightToLeft = nullptr,
               *m_number = nullptr, *m_date = nullptr;
};

} // namespace

void writeXlsx(const Workbook& workbook, const QString& path)
{
    const QString temporary = path + QStringLiteral(".tmp.xlsx");
    try {
        // libxlsxwriter says little of why it cannot write: opening the file first gives the true cause.
        base::platform::removeQuietly(temporary);
        base::platform::File::create(temporary).close();
        Writer(workbook, temporary).write();
        base::platform::File::openForUpdate(temporary).sync();
        base::platform::renameOver(temporary, path);
    } catch (...) {
        base::platform::removeQuietly(temporary);
        throw;
    }
    base::platform::syncFolder(QFileInfo(path).absolutePath());
}

} // namespace report
