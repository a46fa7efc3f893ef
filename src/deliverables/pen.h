#pragma once
#include "deliverables/reader.h"
#include "report/values/document.h"

namespace deliverables {

/// A table in plain texts, before it becomes blocks.
struct Grid
{
    QStringList header;
    std::vector<double> widths; ///< relative; equal when empty
    std::vector<QStringList> rows;
    int textColumns = 1; ///< columns from here on are numbers, set at the end
    bool compact = false;
    bool lastRowIsTotal = false;
};

/// What stands under a table, a figure or a map: how many, and whom it leaves out.
struct Under
{
    int n = 0;
    QString note;
    QString source = {}; ///< "fiches de l’étude" when empty
};

/// Writes blocks of a document tree in French: every text passes through typography.
class Pen
{
public:
    explicit Pen(const Reader& reader) : m_reader(reader) {}

    const Reader& reader() const { return m_reader; }
    const disclosure::View& view() const { return m_reader.view(); }
    std::vector<report::Block> take() { return std::move(m_blocks); }
    std::vector<report::Block>& blocks() { return m_blocks; }

    void add(report::Block block) { m_blocks.push_back(std::move(block)); }
    void heading(int level, const QString& number, const QString& text, const QString& anchor,
                 bool newPage = false);
    void text(const QString& text, report::Style style = report::Style::Body,
              report::Align align = report::Align::Start);
    /// A sentence that says what is missing.
    void muted(const QString& text);
    /// A text of the consultant, written or still to be written.
    void guided(const QString& id, const QString& prompt, int words);
    void list(const QStringList& items, bool ordered = false);
    void frame(std::vector<report::Block> blocks, const QString& tone);
    void space(double mm);

    void table(const QString& code, const QString& title, const Grid& grid, const Under& under);
    void figure(const QString& code, const QString& title, report::FigureSpec spec, double heightMm,
                const QString& alternative, const Under& under);
    void map(const QString& code, const QString& title, report::AreaMap map, const QString& alternative,
             const Under& under);
    /// An item of the specification that cannot be made from this view, and why.
    void missing(const QString& code, const QString& why);

private:
    void under(const Under& under);
    const Reader& m_reader;
    std::vector<report::Block> m_blocks;
};

report::Table makeTable(const Grid& grid);
/// A muted paragraph.
report::Block mutedBlock(const QString& text);

} // namespace deliverables
