#include "report/column_widths.h"
#include "report/docx/block_writer.h"
#include "report/docx/span_grid.h"

#include <numeric>

// Tables, frames, and blocks placed side by side.
namespace report::docx {
namespace {

constexpr double gutterMm = 2.5; // each side of the limit between two columns of a layout table

const char* tableStyle(const Table& table)
{
    switch (table.look) {
    case Table::Look::Grid:
        return table.compact ? "GridTableCompact" : "GridTable";
    case Table::Look::Plain:
        return "PlainTable";
    case Table::Look::Layout:
        return "LayoutTable";
    }
    return "GridTable";
}

double paddingMm(const Table& table)
{
    if (table.look == Table::Look::Layout) return 0;
    return table.compact && table.look == Table::Look::Grid ? compactPaddingMm : cellPaddingMm;
}

std::size_t headerRows(const Table& table)
{
    const auto wanted = static_cast<std::size_t>(std::max(table.headerRows, 0));
    return table.look == Table::Look::Layout ? 0 : std::min(wanted, table.rows.size());
}

struct Inset
{
    double left = 0, right = 0, lead = 0;
};

// A filled cell is a box with its own air; others keep apart from their neighbours.
Inset layoutInset(const PlacedCell& placed, std::size_t columns)
{
    if (placed.cell && !placed.cell->fill.isEmpty()) return {2, 2, 1.6};
    const bool first = placed.column == 0;
    const bool last = placed.column + placed.span >= columns;
    return {first ? 0 : gutterMm, last ? 0 : gutterMm, 0};
}

void writeInset(Xml& xml, const Inset& inset)
{
    const auto side = [&xml](const char* name, double mm) {
        if (mm > 0) xml.raw("<w:").raw(name).attribute("w:w", twips(mm)).raw(" w:type=\"dxa\"/>");
    };
    if (inset.left + inset.right + inset.lead <= 0) return;
    xml.raw("<w:tcMar>");
    side("top", inset.lead);
    side("left", inset.left);
    side("bottom", inset.lead);
    side("right", inset.right);
    xml.raw("</w:tcMar>");
}

// No row stands alone at the foot or at the top of a page, nor the title of a group of rows at the foot.
bool keepsWithNext(const Table& table, std::size_t index, const std::vector<PlacedCell>& cells, bool glued)
{
    if (index + 1 == table.rows.size()) return glued;
    if (table.look == Table::Look::Layout) return false;
    const bool title = cells.size() == 1 && cells.front().span > 1 && !cells.front().continued;
    return title || index == headerRows(table) || index + 2 == table.rows.size();
}

bool endsWithParagraph(const std::vector<Block>& blocks)
{
    if (blocks.empty()) return false;
    const auto& last = blocks.back().content;
    if (const auto* list = std::get_if<List>(&last)) return !list->items.empty();
    return std::holds_alternative<Paragraph>(last) || std::holds_alternative<Heading>(last) ||
           std::holds_alternative<Caption>(last) || std::holds_alternative<Rule>(last);
}

} // namespace

void BlockWriter::write(const Table& table, const Block* next)
{
    const auto* following = next ? std::get_if<Paragraph>(&next->content) : nullptr;
    const bool source = following && following->style == Style::Source;
    if (table.rows.empty()) return;
    SpanGrid grid(table);
    const std::vector<qint64> widths = twipWidths(columnWidths(table, grid.columns(), m_place.widthMm));
    tableHead(table, widths, headerRows(table) > 0);
    for (std::size_t i = 0; i < table.rows.size(); ++i)
        row(table, widths, i, grid, source);
    m_xml.raw("</w:tbl>");
    // Word joins tables that touch, and a cell must end with a paragraph; a section ends with one anyway.
    if (!source && (next || m_place.inCell)) spacer(std::max(gapAbove(next), 1.0));
}

void BlockWriter::tableHead(const Table& table, const std::vector<qint64>& widths, bool header)
{
    m_xml.raw("<w:tbl><w:tblPr><w:tblStyle w:val=\"").raw(tableStyle(table)).raw("\"/><w:tblW");
    m_xml.attribute("w:w", std::accumulate(widths.begin(), widths.end(), qint64(0)));
    m_xml.raw(" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/><w:tblLook w:val=\"")
        .raw(header ? "0020" : "0000");
    m_xml.raw("\" w:firstRow=\"").raw(header ? "1" : "0");
    m_xml.raw("\" w:lastRow=\"0\" w:firstColumn=\"0\" w:lastColumn=\"0\" w:noHBand=\"1\" w:noVBand=\"1\"/>");
    if (!table.description.isEmpty()) m_xml.value("w:tblDescription", table.description);
    m_xml.raw("</w:tblPr><w:tblGrid>");
    for (const qint64 width : widths)
        m_xml.raw("<w:gridCol").attribute("w:w", width).raw("/>");
    m_xml.raw("</w:tblGrid>");
}

void BlockWriter::row(const Table& table, const std::vector<qint64>& widths, std::size_t index,
                      SpanGrid& grid, bool glued)
{
    const std::size_t heads = headerRows(table);
    const bool head = index < heads;
    const bool repeated = head && heads < table.rows.size();
    const std::vector<PlacedCell> cells = grid.place(table.rows[index], table.rows.size() - index);
    m_xml.raw("<w:tr><w:trPr><w:cantSplit/>").raw(repeated ? "<w:tblHeader/>" : "").raw("</w:trPr>");
    const bool outer = m_place.keepWithNext;
    m_place.keepWithNext |= repeated || keepsWithNext(table, index, cells, glued);
    for (const PlacedCell& placed : cells)
        cell(table, widths, placed, head, head && index > 0);
    m_place.keepWithNext = outer;
    m_xml.raw("</w:tr>");
}

void BlockWriter::cell(const Table& table, const std::vector<qint64>& widths, const PlacedCell& placed,
                       bool headRow, bool shaded)
{
    const auto from = widths.begin() + static_cast<std::ptrdiff_t>(placed.column);
    const qint64 width = std::accumulate(from, from + static_cast<std::ptrdiff_t>(placed.span), qint64(0));
    const bool layout = table.look == Table::Look::Layout;
    const QString fill = placed.cell ? placed.cell->fill : QString();
    const Inset inset = layout ? layoutInset(placed, widths.size()) : Inset{};
    m_xml.raw("<w:tc><w:tcPr><w:tcW").attribute("w:w", width).raw(" w:type=\"dxa\"/>");
    if (placed.span > 1) m_xml.value("w:gridSpan", static_cast<qint64>(placed.span));
    if (placed.continued)
        m_xml.raw("<w:vMerge/>");
    else if (placed.begins)
        m_xml.raw("<w:vMerge w:val=\"restart\"/>");
    if (!fill.isEmpty() || (shaded && table.look == Table::Look::Grid)) {
        m_xml.raw("<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"");
        m_xml.colour(fillColour(fill.isEmpty() ? u"head"_qs : fill)).raw("\"/>");
    }
    if (layout) writeInset(m_xml, inset);
    m_xml.raw(headRow && !layout ? "<w:vAlign w:val=\"bottom\"/></w:tcPr>" : "</w:tcPr>");
    const Place outer = m_place;
    const double inner =
        static_cast<double>(width) * 25.4 / 1440.0 - 2 * paddingMm(table) - inset.left - inset.right;
    m_place.widthMm = std::max(inner, 1.0);
    m_place.inCell = true;
    m_place.framed = false;
    m_top = true;
    m_place.compact = table.compact || (outer.compact && layout);
    static const std::vector<Block> none;
    writeCellBlocks(placed.cell && !placed.continued ? placed.cell->blocks : none);
    m_place = outer;
    m_xml.raw("</w:tc>");
}

// The paragraph that must end a cell takes no room when the blocks do not end with one.
void BlockWriter::writeCellBlocks(const std::vector<Block>& blocks)
{
    write(blocks, 0, blocks.size());
    if (blocks.empty()) {
        openParagraph({.style = m_place.compact ? "TableTextCompact" : "TableText"});
        closeParagraph();
    } else if (!endsWithParagraph(blocks) && !std::holds_alternative<Table>(blocks.back().content)) {
        spacer(1);
    }
}

void BlockWriter::write(const Frame& frame, const Block* next)
{
    const qint64 width = twips(m_place.widthMm);
    m_xml.raw("<w:tbl><w:tblPr><w:tblStyle w:val=\"LayoutTable\"/><w:tblW").attribute("w:w", width);
    m_xml.raw(" w:type=\"dxa\"/><w:tblBorders><w:left w:val=\"single\" w:sz=\"24\" w:space=\"0\" w:color=\"");
    m_xml.colour(frameBar(frame.tone))
        .raw("\"/></w:tblBorders><w:tblLayout w:type=\"fixed\"/><w:tblCellMar>");
    m_xml
        .raw("<w:top w:w=\"113\" w:type=\"dxa\"/><w:left w:w=\"170\" w:type=\"dxa\"/>"
             "<w:bottom w:w=\"57\" w:type=\"dxa\"/><w:right w:w=\"170\" w:type=\"dxa\"/></w:tblCellMar>"
             "<w:tblLook w:val=\"0000\" w:firstRow=\"0\" w:lastRow=\"0\" w:firstColumn=\"0\" "
             "w:lastColumn=\"0\" "
             "w:noHBand=\"1\" w:noVBand=\"1\"/></w:tblPr><w:tblGrid><w:gridCol")
        .attribute("w:w", width);
    m_xml.raw("/></w:tblGrid><w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr><w:tcW")
        .attribute("w:w", width);
    m_xml.raw(" w:type=\"dxa\"/><w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"");
    m_xml.colour(frameFill(frame.tone)).raw("\"/></w:tcPr>");
    const Place outer = m_place;
    m_place.widthMm = std::max(m_place.widthMm - 6, 1.0);
    m_place.inCell = true;
    m_place.framed = true;
    writeCellBlocks(frame.blocks);
    m_place = outer;
    m_xml.raw("</w:tc></w:tr></w:tbl>");
    if (next || m_place.inCell) spacer(std::max(gapAbove(next), 1.0));
}

} // namespace report::docx
