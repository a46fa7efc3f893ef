#include "drawing/layout/table_flow.h"

#include "drawing/layout/units.h"
#include "drawing/palette.h"
#include "report/column_widths.h"

#include <algorithm>

namespace drawing {

using namespace report;

namespace {

int columnCount(const report::Table& table)
{
    int count = static_cast<int>(table.widths.size());
    for (const auto& row : table.rows) {
        int columns = 0;
        for (const Cell& cell : row.cells)
            columns += std::max(1, cell.columnSpan);
        count = std::max(count, columns);
    }
    return count;
}

std::vector<int> edges(const report::Table& table, int width)
{
    std::vector<int> out{0};
    double x = 0;
    for (const double w : columnWidths(table, size_t(columnCount(table)), width / UnitsPerMm))
        out.push_back(std::min(mm(x += w), width));
    return out;
}

} // namespace

TableFlow::TableFlow(Flow& flow, const report::Table& table, const Flow::Context& context)
    : m_flow(flow), m_table(table), m_context(context), m_edges(edges(table, context.width))
{
    m_context.cell = true;
    m_context.compact = context.compact || table.compact;
    m_headerRows = isLayout() ? 0 : std::clamp(table.headerRows, 0, static_cast<int>(table.rows.size()));
}

void TableFlow::placeCells()
{
    const int columns = static_cast<int>(m_edges.size()) - 1;
    const int rows = static_cast<int>(m_table.rows.size());
    std::vector<int> busyUntil(size_t(columns), 0); // by column: first row not covered by a cell from above
    m_cells.reserve(size_t(rows) * size_t(columns));
    for (int r = 0; r < rows; ++r) {
        m_firstCell.push_back(m_cells.size());
        int c = 0;
        for (const Cell& cell : m_table.rows[size_t(r)].cells) {
            while (c < columns && busyUntil[size_t(c)] > r)
                ++c;
            if (c >= columns) break;
            Placed placed{&cell,
                          r,
                          c,
                          std::clamp(cell.rowSpan, 1, rows - r),
                          std::clamp(cell.columnSpan, 1, columns - c),
                          {}};
            for (int i = c; i < c + placed.columns; ++i)
                busyUntil[size_t(i)] = r + placed.rows;
            c += placed.columns;
            m_cells.push_back(std::move(placed));
        }
    }
    m_firstCell.push_back(m_cells.size());
}

int TableFlow::padX(const Placed& cell) const
{
    if (isLayout()) return cell.cell->fill.isEmpty() ? 0 : mm(2);
    return m_context.compact ? mm(0.8) : mm(1.5);
}

int TableFlow::padY(const Placed& cell) const
{
    if (isLayout()) return cell.cell->fill.isEmpty() ? 0 : mm(1.6);
    return m_context.compact ? mm(0.45) : mm(0.95);
}

int TableFlow::contentLeft(const Placed& cell) const
{
    const int gutter = isLayout() && cell.column > 0 && cell.cell->fill.isEmpty() ? mm(2.5) : 0;
    return left(cell.column) + padX(cell) + gutter;
}

int TableFlow::contentWidth(const Placed& cell) const
{
    const int last = static_cast<int>(m_edges.size()) - 1;
    const int right = cell.column + cell.columns;
    const int gutter = isLayout() && right < last && cell.cell->fill.isEmpty() ? mm(2.5) : 0;
    return std::max(left(right) - padX(cell) - gutter - contentLeft(cell), mm(1));
}

void TableFlow::setCells()
{
    for (Placed& cell : m_cells) {
        Flow::Context inside = m_context;
        inside.width = contentWidth(cell);
        Strips content;
        m_flow.add(content, cell.cell->blocks, inside);
        if (content.empty()) continue;
        if (!content.front().keepsTop) content.front().before = 0;
        cell.content = stack(std::move(content));
    }
}

void TableFlow::measureRows()
{
    m_heights.assign(m_table.rows.size(), 0);
    for (const Placed& cell : m_cells)
        if (cell.rows == 1)
            m_heights[size_t(cell.row)] =
                std::max(m_heights[size_t(cell.row)], cell.content.height + 2 * padY(cell));
    for (const Placed& cell : m_cells) {
        if (cell.rows == 1) continue;
        int have = 0;
        for (int r = cell.row; r < cell.row + cell.rows; ++r)
            have += m_heights[size_t(r)];
        const int need = cell.content.height + 2 * padY(cell);
        if (need > have) m_heights[size_t(cell.row + cell.rows - 1)] += need - have;
    }
}

void TableFlow::paintRules(Strip& strip, int row) const
{
    if (m_table.look != report::Table::Look::Grid && !isHeader(row)) return;
    if (isLayout()) return;
    const bool strong = row + 1 == m_headerRows || row + 1 == static_cast<int>(m_heights.size());
    const int thick = pt(strong ? 0.6 : 0.4);
    if (row == 0)
        strip.items.push_back({Item::Kind::Fill, palette::Border, 0, 0, m_edges.back(), pt(0.6), 0});
    for (const Placed& cell : m_cells) {
        if (row < cell.row || row >= cell.row + cell.rows) continue;
        const int x = left(cell.column), w = left(cell.column + cell.columns) - x;
        if (row == cell.row + cell.rows - 1)
            strip.items.push_back({Item::Kind::Fill, palette::Border, x, strip.height - thick, w, thick, 0});
        if (m_context.compact && cell.column > 0)
            strip.items.push_back({Item::Kind::Fill, palette::Hairline, x, 0, pt(0.4), strip.height, 0});
    }
}

Strip TableFlow::makeRow(int row)
{
    Strip strip;
    strip.height = m_heights[size_t(row)];
    const size_t first = m_firstCell[size_t(row)], end = m_firstCell[size_t(row) + 1];
    for (size_t i = first; i < end; ++i) {
        const Placed& cell = m_cells[i];
        QRgb fill = palette::fill(cell.cell->fill);
        if (!fill && isHeader(row) && m_table.look == report::Table::Look::Grid) fill = palette::Head;
        if (!fill) continue;
        int height = 0;
        for (int r = row; r < row + cell.rows; ++r)
            height += m_heights[size_t(r)];
        const int x = left(cell.column);
        strip.items.push_back(
            {Item::Kind::Fill, fill, x, 0, left(cell.column + cell.columns) - x, height, 0});
    }
    for (size_t i = first; i < end; ++i) {
        Placed& cell = m_cells[i];
        int top = padY(cell);
        if (isHeader(row)) { // heads of several lines stand on the rows they announce
            for (int r = row; r < row + cell.rows; ++r)
                top += m_heights[size_t(r)];
            top -= cell.content.height + 2 * padY(cell);
        }
        merge(strip, std::move(cell.content), contentLeft(cell), top);
    }
    return strip;
}

/// Rows joined by a cell stay together when they are few, and in any case as far as its text reaches.
void TableFlow::keepSpans(Strips& rows) const
{
    for (const Placed& cell : m_cells) {
        if (cell.rows == 1) continue;
        int total = 0;
        for (int r = cell.row; r < cell.row + cell.rows; ++r)
            total += m_heights[size_t(r)];
        const bool whole = total < m_context.maxHeight / 3;
        int below = 0;
        for (int r = cell.row; r + 1 < cell.row + cell.rows; ++r) {
            below += m_heights[size_t(r)];
            if (whole || below < cell.content.height + 2 * padY(cell)) rows[size_t(r)].keepWithNext = true;
        }
    }
}

/// The title of a group of rows, one cell across the table, never stays at the foot of a page.
void TableFlow::keepTitles(Strips& rows) const
{
    if (isLayout()) return;
    for (size_t r = 0; r + 1 < rows.size(); ++r) {
        const size_t first = m_firstCell[r];
        if (m_firstCell[r + 1] != first + 1) continue;
        const Placed& cell = m_cells[first];
        if (cell.columns > 1 && cell.columns + 1 == static_cast<int>(m_edges.size()))
            rows[r].keepWithNext = true;
    }
}

void TableFlow::appendTo(Strips& out)
{
    placeCells();
    setCells();
    measureRows();
    Strips rows;
    rows.reserve(m_heights.size());
    for (int r = 0; r < static_cast<int>(m_heights.size()); ++r) {
        rows.push_back(makeRow(r));
        paintRules(rows.back(), r);
    }
    keepSpans(rows);
    keepTitles(rows);
    if (rows.empty()) return;
    if (m_headerRows == static_cast<int>(rows.size())) m_headerRows = 0;
    auto header = std::make_shared<Strips>();
    for (int r = 0; r < m_headerRows; ++r)
        header->push_back(std::move(rows[size_t(r)]));
    rows.erase(rows.begin(), rows.begin() + m_headerRows);
    if (!header->empty())
        for (Strip& row : rows)
            row.header = header;
    // A row never stands alone at the foot or at the top of a page.
    const int low = m_context.maxHeight / 6;
    if (rows.size() > 1 && !isLayout() && rows.front().height < low && rows.back().height < low)
        rows.front().keepWithNext = rows[rows.size() - 2].keepWithNext = true;
    rows.front().before = isLayout() ? pt(5) : pt(3);
    std::move(rows.begin(), rows.end(), std::back_inserter(out));
}

void Flow::add(Strips& out, const report::Table& block, const Context& context)
{
    TableFlow(*this, block, context).appendTo(out);
}

} // namespace drawing
