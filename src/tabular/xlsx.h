#pragma once
#include "tabular/zip.h"

#include <QStringList>

#include <vector>

namespace tabular {

struct XlsxLimits
{
    ZipLimits zip{.entry = qint64(96) << 20};
    qsizetype cell = 100'000;        ///< characters in one cell
    qsizetype cells = 2'500'000;     ///< in the whole workbook, counting the empty ones before a filled one
    qint64 text = qint64(256) << 20; ///< characters of all cells: shared strings repeat without being copied
};

struct XlsxSheet
{
    QString name;
    bool hidden = false;
    std::vector<QStringList> rows; ///< rows[0] is row 1; short rows are not padded
};

struct XlsxWorkbook
{
    std::vector<XlsxSheet> sheets; ///< worksheets in tab order
};

/// Cells as text: strings as they are, numbers in their shortest form, dates as ISO (a date, a time or both
/// according to the number format; 1900 and 1904 calendars), booleans TRUE and FALSE, formulas by their last
/// value, errors as written (#N/A). Merged cells keep their value in the first one only. Throws base::Error:
/// Malformed for an old .xls, an encrypted workbook, or anything that is not a workbook; LimitExceeded.
XlsxWorkbook readXlsx(const QByteArray& bytes, const XlsxLimits& limits = {});

} // namespace tabular
