#pragma once
#include "report/values/document.h"

#include <vector>

namespace report::docx {

/// A cell where it falls in the grid; null for the part of the grid that no cell fills.
struct PlacedCell
{
    const Cell* cell = nullptr;
    std::size_t column = 0;
    std::size_t span = 1;
    bool continued = false; // the cell began on a row above
    bool begins = false;    // the cell goes on below
};

/// Places the cells of a table row after row: cells are given without the places that a span from above
/// already fills, and the format wants every place written.
class SpanGrid
{
public:
    explicit SpanGrid(const Table& table);

    std::size_t columns() const { return m_columns; }
    std::vector<PlacedCell> place(const Table::TableRow& row, std::size_t rowsLeft);

private:
    struct Pending
    {
        const Cell* cell = nullptr;
        std::size_t span = 1;
        std::size_t rows = 0;
    };
    std::size_t freeFrom(std::size_t column, std::size_t wanted) const;

    std::size_t m_columns = 0;
    std::vector<Pending> m_pending; // by first column
};

/// Widths in twips whose sum is that of the millimetres.
std::vector<qint64> twipWidths(const std::vector<double>& millimetres);

} // namespace report::docx
