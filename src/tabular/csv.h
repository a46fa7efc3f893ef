#pragma once
#include <QByteArray>
#include <QChar>
#include <QStringList>

#include <vector>

namespace tabular {

using Rows = std::vector<QStringList>;

struct CsvOptions
{
    QChar delimiter;          ///< null: found by sniffDelimiter()
    qsizetype cell = 100'000; ///< characters in one cell
    qsizetype columns = 4'096;
    qsizetype rows = 2'000'000;
    qsizetype cells = 20'000'000;
    qsizetype bytes = qsizetype(256) << 20;
};

/// Rows of a CSV file (RFC 4180 and what spreadsheets really write): encoding detected, delimiter found,
/// quoted cells with doubled quotes and line ends inside, any line end, a leading "sep=;" line obeyed. An
/// empty line is an empty row, so that row numbers stay those a spreadsheet shows. Throws base::Error:
/// LimitExceeded or Malformed, with the row in the detail.
Rows parseCsv(const QByteArray& bytes, const CsvOptions& options = {});

/// The one of , ; tab | that splits the first rows most evenly; comma when none splits.
QChar sniffDelimiter(QStringView text);

struct CsvStyle
{
    QChar delimiter = u',';
    bool byteOrderMark = false; ///< spreadsheets need it to see UTF-8
    bool guardFormulas = false; ///< an apostrophe before cells a spreadsheet would run as a formula
};

/// UTF-8, CRLF line ends, quotes only where needed.
QByteArray writeCsv(const Rows& rows, const CsvStyle& style = {});

} // namespace tabular
