#include "tabular/csv.h"

#include "base/error.h"
#include "tabular/text_encoding.h"

#include <QHash>

#include <array>

namespace tabular {
namespace {

using base::Error;
using base::ErrorCode;

/// Reads one record after another, so that sniffing and parsing share one reading of quotes.
class Reader
{
public:
    Reader(QStringView text, const CsvOptions& options) : m_text(text), m_options(options) {}

    bool atEnd() const { return m_at >= m_text.size(); }

    QStringList next()
    {
        ++m_row;
        QStringList cells;
        if (skipLineEnd()) return cells;
        for (;;) {
            cells << cell();
            if (cells.size() > m_options.columns) refuse("more than %1 columns", m_options.columns);
            if (atEnd() || m_text[m_at] != m_options.delimiter) break;
            ++m_at;
        }
        skipLineEnd();
        return cells;
    }

    qsizetype row() const { return m_row; }
    /// A quote was never closed: the record swallowed the rest of the text.
    bool unterminated() const { return m_unterminated; }

private:
    [[noreturn]] void refuse(const char* what, qsizetype limit) const
    {
        throw Error(ErrorCode::LimitExceeded,
                    QStringLiteral("row %1: ").arg(m_row) + QString::fromLatin1(what).arg(limit));
    }

    QString cell()
    {
        if (!atEnd() && m_text[m_at] == u'"') return quoted();
        const qsizetype start = m_at;
        while (!atEnd() && m_text[m_at] != m_options.delimiter && !atLineEnd())
            ++m_at;
        return checked(m_text.sliced(start, m_at - start).toString());
    }

    QString quoted()
    {
        QString value;
        ++m_at;
        for (;;) {
            const qsizetype close = m_text.indexOf(u'"', m_at);
            if (close < 0) {
                m_unterminated = true;
                m_at = m_text.size();
                return value;
            }
            value += m_text.sliced(m_at, close - m_at);
            m_at = close + 1;
            checkLength(value.size());
            if (atEnd() || m_text[m_at] != u'"') break;
            value += u'"';
            ++m_at;
        }
        // Text after the closing quote is kept, as spreadsheets do.
        while (!atEnd() && m_text[m_at] != m_options.delimiter && !atLineEnd())
            value += m_text[m_at++];
        return checked(value);
    }

    QString checked(QString value) const
    {
        checkLength(value.size());
        return value;
    }

    void checkLength(qsizetype length) const
    {
        if (length > m_options.cell) refuse("a cell of more than %1 characters", m_options.cell);
    }

    bool atLineEnd() const { return m_text[m_at] == u'\n' || m_text[m_at] == u'\r'; }

    bool skipLineEnd()
    {
        if (atEnd() || !atLineEnd()) return false;
        if (m_text[m_at++] == u'\r' && !atEnd() && m_text[m_at] == u'\n') ++m_at;
        return true;
    }

    QStringView m_text;
    const CsvOptions& m_options;
    qsizetype m_at = 0;
    qsizetype m_row = 0;
    bool m_unterminated = false;
};

/// "sep=;" on the first line, as spreadsheets write it: gives the delimiter and where the table begins.
qsizetype separatorLine(QStringView text, QChar& delimiter)
{
    if (text.size() < 5 || !text.startsWith(u"sep=", Qt::CaseInsensitive)) return 0;
    qsizetype end = 5;
    if (end < text.size() && text[end] == u'\r') ++end;
    if (end < text.size() && text[end] == u'\n') ++end;
    if (end == 5 && end < text.size()) return 0;
    delimiter = text[4];
    return end;
}

/// How well a delimiter splits the sample: columns of the commonest width times the share of rows that have
/// it.
double splitQuality(QStringView sample, QChar delimiter)
{
    CsvOptions options;
    options.delimiter = delimiter;
    options.cell = options.columns = sample.size() + 1;
    Reader reader(sample, options);
    QHash<qsizetype, int> widths;
    int rows = 0;
    while (!reader.atEnd() && rows < 50) {
        const QStringList cells = reader.next();
        // The last record of the sample may be cut.
        if (reader.unterminated() || (reader.atEnd() && rows > 0)) break;
        if (cells.isEmpty()) continue;
        ++widths[cells.size()];
        ++rows;
    }
    double best = 0;
    for (auto it = widths.cbegin(); it != widths.cend(); ++it)
        if (it.key() > 1) best = std::max(best, static_cast<double>(it.key()) * it.value() / rows);
    return best;
}

bool runsAsFormula(const QString& cell)
{
    return !cell.isEmpty() && QStringView(u"=+-@\t\r").contains(cell.front());
}

QString written(QString cell, const CsvStyle& style)
{
    if (style.guardFormulas && runsAsFormula(cell)) cell.prepend(u'\'');
    const bool quotes = cell.contains(style.delimiter) || cell.contains(u'"') || cell.contains(u'\n') ||
                        cell.contains(u'\r') || cell.startsWith(u' ') || cell.endsWith(u' ');
    if (!quotes) return cell;
    return u'"' + cell.replace(u'"', QStringLiteral("\"\"")) + u'"';
}

} // namespace

QChar sniffDelimiter(QStringView text)
{
    const QStringView sample = text.first(std::min<qsizetype>(text.size(), 65'536));
    QChar best = u',';
    double bestQuality = 0;
    for (const QChar candidate : {u',', u';', u'\t', u'|'}) {
        const double quality = splitQuality(sample, candidate);
        if (quality <= bestQuality) continue;
        best = candidate;
        bestQuality = quality;
    }
    return best;
}

Rows parseCsv(const QByteArray& bytes, const CsvOptions& options)
{
    if (bytes.size() > options.bytes)
        throw Error(ErrorCode::LimitExceeded, QStringLiteral("more than %1 bytes").arg(options.bytes));
    const QString decoded = decodeText(bytes);
    QStringView text = decoded;
    CsvOptions known = options;
    if (known.delimiter.isNull()) text = text.sliced(separatorLine(text, known.delimiter));
    if (known.delimiter.isNull()) known.delimiter = sniffDelimiter(text);

    Rows rows;
    Reader reader(text, known);
    qsizetype cells = 0;
    while (!reader.atEnd()) {
        rows.push_back(reader.next());
        cells += rows.back().size();
        if (reader.unterminated())
            throw Error(ErrorCode::Malformed,
                        QStringLiteral("row %1: a quote is never closed").arg(reader.row()));
        if (reader.row() > options.rows || cells > options.cells)
            throw Error(ErrorCode::LimitExceeded,
                        QStringLiteral("row %1: too many rows or cells").arg(reader.row()));
    }
    return rows;
}

QByteArray writeCsv(const Rows& rows, const CsvStyle& style)
{
    QString text;
    if (style.byteOrderMark) text += QChar(QChar::ByteOrderMark);
    for (const QStringList& row : rows) {
        for (qsizetype column = 0; column < row.size(); ++column) {
            if (column > 0) text += style.delimiter;
            text += written(row[column], style);
        }
        // A row of one empty cell would otherwise read back as an empty row.
        if (row.size() == 1 && row.front().isEmpty()) text += QStringLiteral("\"\"");
        text += QStringLiteral("\r\n");
    }
    return text.toUtf8();
}

} // namespace tabular
