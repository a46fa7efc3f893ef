#pragma once
#include "base/progress.h"
#include "drawing/layout/inline_setter.h"

namespace drawing {

/// Figures of a document, kept apart so that pages outlive the tree they were made from.
using Figures = std::vector<std::shared_ptr<const report::FigureSpec>>;

/// Turns blocks into strips of a given width.
class Flow
{
public:
    Flow(InlineSetter& setter, Figures& figures, const report::Document& document)
        : m_setter(setter), m_figures(figures), m_document(document)
    {
    }

    struct Context
    {
        int width = 0;
        bool cell = false;    ///< inside a table: ragged text, small spacing
        bool compact = false; ///< smaller text of wide grids
        int maxHeight = 0;    ///< of a page, to cut what is taller
    };

    void add(Strips& out, const std::vector<report::Block>& blocks, const Context& context,
             const base::Progress& progress = {});

private:
    friend class TableFlow;

    void add(Strips& out, const report::Paragraph& block, const Context& context);
    void add(Strips& out, const report::Heading& block, const Context& context);
    void add(Strips& out, const report::List& block, const Context& context);
    void add(Strips& out, const report::Table& block, const Context& context);
    void add(Strips& out, const report::Figure& block, const Context& context);
    void add(Strips& out, const report::Caption& block, const Context& context);
    void add(Strips& out, const report::Placeholder& block, const Context& context);
    void add(Strips& out, const report::Contents& block, const Context& context);
    void add(Strips& out, const report::ListOf& block, const Context& context);
    void add(Strips& out, const report::PageBreak& block, const Context& context);
    void add(Strips& out, const report::Rule& block, const Context& context);
    void add(Strips& out, const report::Space& block, const Context& context);
    void add(Strips& out, const report::Frame& block, const Context& context);

    void append(Strips& out, Strips lines, int before, bool keepWithNext);
    void appendBox(Strips& out, Strips content, const Context& context, QRgb fill, QRgb bar);
    void appendUnwritten(Strips& out, const report::Placeholder& block, const Context& context);
    /// A line of contents or of a list: leads to its anchor and prints its page.
    struct Entry
    {
        QString number, text, anchor;
    };
    void appendEntry(Strips& out, const Look& look, const Entry& entry, const Context& context);

    InlineSetter& m_setter;
    Figures& m_figures;
    const report::Document& m_document;
    bool m_breakBefore = false; ///< a page break waits for the next strip
};

/// Anchor of a caption: its code, or one made from its kind and number.
QString anchorOf(const report::Caption& caption);
/// "Tableau 34 – Titre".
QString titleOf(const report::Caption& caption);
QString titleOf(const report::Heading& heading);

} // namespace drawing
