#pragma once
#include "drawing/layout/flow.h"

namespace drawing {

/// Sets a table: one strip per row, the header rows shared by all of them.
class TableFlow
{
public:
    TableFlow(Flow& flow, const report::Table& table, const Flow::Context& context);
    void appendTo(Strips& out);

private:
    struct Placed
    {
        const report::Cell* cell = nullptr;
        int row = 0, column = 0, rows = 1, columns = 1;
        Strip content;
    };

    void placeCells();
    void setCells();
    void measureRows();
    Strip makeRow(int row);
    void paintRules(Strip& strip, int row) const;
    void keepSpans(Strips& rows) const;
    void keepTitles(Strips& rows) const;
    int padX(const Placed& cell) const;
    int padY(const Placed& cell) const;
    int left(int column) const { return m_edges[size_t(column)]; }
    int contentLeft(const Placed& cell) const;
    int contentWidth(const Placed& cell) const;
    bool isLayout() const { return m_table.look == report::Table::Look::Layout; }
    bool isHeader(int row) const { return row < m_headerRows; }

    Flow& m_flow;
    const report::Table& m_table;
    Flow::Context m_context;
    int m_headerRows = 0;
    std::vector<int> m_edges;        ///< left edge of each column, and the right edge of the last
    std::vector<Placed> m_cells;     ///< in row order
    std::vector<size_t> m_firstCell; ///< of each row, and the end
    std::vector<int> m_heights;
};

} // namespace drawing
