#include "report/docx/span_grid.h"

#include "report/docx/xml.h"

#include <algorithm>

namespace report::docx {
namespace {

std::size_t atLeastOne(int span)
{
    return static_cast<std::size_t>(std::max(span, 1));
}

// Columns that a row and what hangs over it need.
std::size_t neededColumns(const Table& table)
{
    std::size_t most = table.widths.size();
    std::vector<std::pair<std::size_t, std::size_t>> hanging; // rows left, span
    for (const Table::TableRow& row : table.rows) {
        std::size_t wide = 0;
        for (auto& [rows, span] : hanging) {
            wide += span;
            --rows;
        }
        for (const Cell& cell : row.cells) {
            wide += atLeastOne(cell.columnSpan);
            if (cell.rowSpan > 1)
                hanging.emplace_back(atLeastOne(cell.rowSpan) - 1, atLeastOne(cell.columnSpan));
        }
        std::erase_if(hanging, [](const auto& each) { return each.first == 0; });
        most = std::max(most, wide);
    }
    return std::max<std::size_t>(most, 1);
}

} // namespace

SpanGrid::SpanGrid(const Table& table) : m_columns(neededColumns(table)), m_pending(m_columns) {}

std::size_t SpanGrid::freeFrom(std::size_t column, std::size_t wanted) const
{
    std::size_t span = 0;
    while (span < wanted && column + span < m_columns && m_pending[column + span].rows == 0)
        ++span;
    return span;
}

std::vector<PlacedCell> SpanGrid::place(const Table::TableRow& row, std::size_t rowsLeft)
{
    std::vector<PlacedCell> made;
    made.reserve(row.cells.size());
    std::size_t next = 0;
    for (std::size_t column = 0; column < m_columns;) {
        Pending& above = m_pending[column];
        if (above.rows > 0) {
            --above.rows;
            made.push_back({above.cell, column, above.span, true, above.rows > 0});
            column += above.span;
        } else if (next < row.cells.size()) {
            const Cell& cell = row.cells[next++];
            const std::size_t span = freeFrom(column, atLeastOne(cell.columnSpan));
            const std::size_t below = std::min(atLeastOne(cell.rowSpan), rowsLeft) - 1;
            above = {&cell, span, below};
            made.push_back({&cell, column, span, false, below > 0});
            column += span;
        } else {
            made.push_back({nullptr, column, 1, false, false});
            ++column;
        }
    }
    return made;
}

std::vector<qint64> twipWidths(const std::vector<double>& millimetres)
{
    std::vector<qint64> made;
    made.reserve(millimetres.size());
    double reached = 0;
    qint64 before = 0;
    for (const double width : millimetres) {
        const qint64 edge = twips(reached += width);
        made.push_back(std::max<qint64>(edge - before, 1));
        before = edge;
    }
    return made;
}

} // namespace report::docx
