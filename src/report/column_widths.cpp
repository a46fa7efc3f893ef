#include "report/column_widths.h"

#include "report/values/look.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace report {
namespace {

constexpr double PaddingMm = 1.5, CompactPaddingMm = 0.8;
constexpr double SpareMm = 0.4;
/// Addresses and the like may be cut: a column is not made wide for them.
constexpr qsizetype LongestCellWord = 18, AnyLength = 1000;
/// No column takes more than its share because of one word.
constexpr double LargestShare = 0.4;

/// Advances of the letters from '!' to '~' in the bold face of the tables, in hundredths of their size.
constexpr std::array<quint8, 94> Advances = {
    29, 47, 65, 57, 90, 75, 27, 34, 34, 54, 57, 28, 32, 28, 41, 57, 57, 57, 57, 57, 57, 57, 57, 57,
    57, 28, 28, 57, 57, 57, 48, 90, 69, 67, 64, 74, 56, 55, 72, 76, 39, 33, 66, 56, 94, 81, 80, 63,
    80, 66, 55, 58, 76, 65, 97, 67, 62, 58, 33, 41, 33, 57, 41, 36, 60, 63, 51, 63, 59, 39, 63, 66,
    30, 30, 62, 30, 98, 66, 62, 63, 63, 45, 50, 43, 66, 57, 86, 58, 57, 49, 39, 55, 39, 57};
constexpr double RegularToBold = 0.95;

double advance(QChar c)
{
    char16_t code = c.unicode();
    if (code == u' ' || code == 0xA0 || code == 0x202F) return 0.26;
    if (c.isMark()) return 0;
    if (code > u'~')
        if (const QString parts = c.decomposition(); !parts.isEmpty()) code = parts[0].unicode();
    if (code > u' ' && code <= u'~') return Advances[size_t(code - u'!')] / 100.0;
    return 0.6;
}

bool breaksAfter(QChar c)
{
    return c == u' ' || c == u'\n' || c == u'-' || c == QChar(0x2010) || c == u'—' || c == QChar(0x200B);
}

/// Width of the longest word, in the size of the text.
double longestWord(const QString& text, qsizetype mostLetters)
{
    double longest = 0, width = 0;
    qsizetype letters = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool space = text[i] == u' ' || text[i] == u'\n';
        if (!space) {
            width += advance(text[i]);
            ++letters;
        }
        if (!breaksAfter(text[i]) && i + 1 < text.size()) continue;
        if (letters <= mostLetters) longest = std::max(longest, width);
        width = 0;
        letters = 0;
    }
    return longest;
}

double wordsMm(const Paragraph& paragraph, bool compact, qsizetype mostLetters)
{
    const TextLook base = compact ? compactLook(paragraph.style) : look(paragraph.style);
    double most = 0;
    for (const Run& run : paragraph.runs) {
        const double face = base.bold || run.bold ? 1 : RegularToBold;
        const double scale = run.small ? smallScale : 1;
        most = std::max(most, longestWord(run.text, mostLetters) * base.size * face * scale);
    }
    return most * 25.4 / 72;
}

struct Least
{
    std::vector<double> head, all; ///< by column
};

void widen(double& column, const Cell& cell, bool compact, qsizetype mostLetters)
{
    const double around = 2 * (compact ? CompactPaddingMm : PaddingMm) + SpareMm;
    for (const Block& block : cell.blocks)
        if (const auto* paragraph = std::get_if<Paragraph>(&block.content))
            if (const double words = wordsMm(*paragraph, compact, mostLetters); words > 0)
                column = std::max(column, words + around);
}

/// What each column needs so that no word breaks; cells over several columns are left out.
Least leastWidths(const Table& table, size_t columns)
{
    Least least{std::vector<double>(columns), std::vector<double>(columns)};
    std::vector<size_t> busyUntil(columns);
    for (size_t r = 0; r < table.rows.size(); ++r) {
        size_t c = 0;
        for (const Cell& cell : table.rows[r].cells) {
            while (c < columns && busyUntil[c] > r)
                ++c;
            const size_t end = std::min(columns, c + size_t(std::max(cell.columnSpan, 1)));
            const bool head = static_cast<int>(r) < table.headerRows;
            if (end == c + 1) {
                if (head) widen(least.head[c], cell, table.compact, AnyLength);
                widen(least.all[c], cell, table.compact, head ? AnyLength : LongestCellWord);
            }
            for (; c < end; ++c)
                busyUntil[c] = r + size_t(std::max(cell.rowSpan, 1));
        }
    }
    return least;
}

std::vector<double> asked(const Table& table, size_t columns, double totalMm)
{
    std::vector<double> widths(columns, 1.0);
    const double sum = std::accumulate(table.widths.begin(), table.widths.end(), 0.0);
    if (sum > 0) {
        const double mean = sum / static_cast<double>(table.widths.size());
        for (size_t i = 0; i < columns; ++i)
            widths[i] = i < table.widths.size() ? std::max(table.widths[i], 0.0) : mean;
    }
    const double all = std::max(std::accumulate(widths.begin(), widths.end(), 0.0), 1e-9);
    for (double& width : widths)
        width *= totalMm / all;
    return widths;
}

/// Takes from the columns that have room to spare, in proportion to it; false when they have too little.
bool give(std::vector<double>& widths, std::vector<double> least, double totalMm)
{
    double wanted = 0, spare = 0;
    for (size_t i = 0; i < widths.size(); ++i) {
        least[i] = std::min(least[i], totalMm * LargestShare);
        wanted += std::max(0.0, least[i] - widths[i]);
        spare += std::max(0.0, widths[i] - least[i]);
    }
    if (wanted > spare) return false;
    if (wanted <= 0) return true;
    for (size_t i = 0; i < widths.size(); ++i)
        widths[i] = widths[i] < least[i] ? least[i] : widths[i] - (widths[i] - least[i]) * wanted / spare;
    return true;
}

} // namespace

std::vector<double> columnWidths(const Table& table, size_t columns, double totalMm)
{
    std::vector<double> widths = asked(table, columns, totalMm);
    if (table.look == Table::Look::Layout || columns < 2) return widths;
    const Least least = leastWidths(table, columns);
    if (!give(widths, least.all, totalMm)) give(widths, least.head, totalMm);
    return widths;
}

} // namespace report
