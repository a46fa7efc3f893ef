#pragma once
#include "base/progress.h"
#include "report/docx/inline_writer.h"

#include <string_view>

namespace report::docx {

class SpanGrid;
struct PlacedCell;

/// White above a table, a frame, or blocks placed side by side, in points. They have none of their own: the
/// block before them gives it.
double gapAbove(const Block* block);

/// Writes blocks as paragraphs, tables and content controls, at the width that the page or the cell gives.
class BlockWriter
{
public:
    BlockWriter(Xml& xml, Parts& parts, const Outline& outline, const Document& document,
                const base::Progress& progress);

    /// Blocks [first, last) of a section on pages of that text width.
    void writePage(const std::vector<Block>& blocks, std::size_t first, std::size_t last, double widthMm);

private:
    /// How one paragraph differs from its style.
    struct Shape
    {
        std::string_view style;
        Align align = Align::Start;
        bool rightToLeft = false;
        bool keepWithNext = false;
        int list = 0; // numId
        double hangingMm = 0;
        double exactLine = 0; // points
        double after = 0;     // points; the style's own when 0
    };
    /// Where blocks are being written.
    struct Place
    {
        double widthMm = 0;
        bool inCell = false;
        bool framed = false;
        bool compact = false;
        bool keepWithNext = false;
    };

    void write(const std::vector<Block>& blocks, std::size_t first, std::size_t last);
    void writeCellBlocks(const std::vector<Block>& blocks);
    void write(const Heading& heading, bool first);
    void write(const Paragraph& paragraph);
    void write(const List& list);
    void write(const Table& table, const Block* next);
    void write(const Figure& figure);
    void write(const Caption& caption);
    void write(const Placeholder& placeholder, const Block* next);
    void write(const Contents& contents);
    void write(const ListOf& list);
    void write(const Frame& frame, const Block* next);
    void contentsLine(std::string_view style, const QString& anchor, const QString& number,
                      const QString& text, QStringView openField);
    void openParagraph(const Shape& shape);
    void paragraphProperties(const Shape& shape);
    void spacing(const Shape& shape);
    void justification(const Shape& shape);
    void closeParagraph() { m_xml.raw("</w:p>"); }
    void spacer(double points);
    void breakBefore(const Block& block);
    void tableHead(const Table& table, const std::vector<qint64>& widths, bool glued);
    void row(const Table& table, const std::vector<qint64>& widths, std::size_t index, SpanGrid& grid,
             bool glued);
    void cell(const Table& table, const std::vector<qint64>& widths, const PlacedCell& placed, bool headRow,
              bool shaded);
    void picture(const Figure& figure, const QString& relation, double widthMm, double heightMm);

    Xml& m_xml;
    Parts& m_parts;
    const Outline& m_outline;
    const Document& m_document;
    const base::Progress& m_progress;
    InlineWriter m_inline;
    Place m_place;
    bool m_breakPending = false;
    bool m_top = false;    // the next paragraph begins a page or a cell: no white above it
    double m_gapBelow = 0; // white that the block being written owes to what follows, in points
    int m_controls = 0;
    int m_written = 0; // top-level blocks, for progress
};

} // namespace report::docx
