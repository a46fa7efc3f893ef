#include "deliverables/pen.h"

#include "deliverables/words.h"
#include "report/typography.h"

namespace deliverables {

using namespace report;

namespace {

Paragraph set(const QString& text, Style style, Align align = Align::Start)
{
    Paragraph made;
    made.runs = runs(french(text));
    made.style = style;
    made.align = align;
    return made;
}

Cell textCell(const QString& text, bool header, Align align, const QString& fill)
{
    Cell made = cell(french(text), header, align);
    made.fill = fill;
    return made;
}

QString kindWord(const QString& code)
{
    if (code.startsWith(u"T-")) return u"Tableau"_qs;
    if (code.startsWith(u"C-")) return u"Carte"_qs;
    return code.startsWith(u"P-") ? u"Phrase"_qs : u"Figure"_qs;
}

} // namespace

Block mutedBlock(const QString& text)
{
    Paragraph made = set(text, Style::Small);
    for (Run& run : made.runs) {
        run.tone = QStringLiteral("muted");
        run.italic = true;
    }
    return {std::move(made)};
}

Table makeTable(const Grid& grid)
{
    Table table;
    table.compact = grid.compact;
    table.widths = grid.widths;
    if (table.widths.empty()) table.widths.assign(static_cast<size_t>(grid.header.size()), 1.0);
    const auto alignOf = [&](qsizetype column) {
        return column < grid.textColumns ? Align::Start : Align::End;
    };
    Table::TableRow head;
    for (qsizetype c = 0; c < grid.header.size(); ++c)
        head.cells.push_back(textCell(grid.header[c], true, alignOf(c), QStringLiteral("head")));
    table.rows.push_back(std::move(head));
    for (size_t r = 0; r < grid.rows.size(); ++r) {
        const bool total = grid.lastRowIsTotal && r + 1 == grid.rows.size();
        const QString fill = total        ? QStringLiteral("head")
                             : r % 2 == 1 ? QStringLiteral("alternate")
                                          : QString();
        Table::TableRow row;
        for (qsizetype c = 0; c < grid.rows[r].size(); ++c)
            row.cells.push_back(textCell(grid.rows[r][c], total, alignOf(c), fill));
        table.rows.push_back(std::move(row));
    }
    return table;
}

void Pen::heading(int level, const QString& number, const QString& text, const QString& anchor, bool newPage)
{
    add(report::heading(level, number, french(text), anchor, newPage));
}

void Pen::text(const QString& text, Style style, Align align)
{
    if (!text.isEmpty()) add({set(text, style, align)});
}

void Pen::muted(const QString& text)
{
    add(mutedBlock(text));
}

void Pen::guided(const QString& id, const QString& prompt, int words)
{
    Placeholder made{id, french(prompt), words, {}};
    for (const QString& each : view().guidedText(id).split(u'\n', Qt::SkipEmptyParts))
        if (!each.trimmed().isEmpty()) made.paragraphs.push_back(french(each.trimmed()));
    add({std::move(made)});
}

void Pen::list(const QStringList& items, bool ordered)
{
    List made;
    made.ordered = ordered;
    for (const QString& item : items)
        made.items.push_back(runs(french(item)));
    if (!made.items.empty()) add({std::move(made)});
}

void Pen::frame(std::vector<Block> blocks, const QString& tone)
{
    add({Frame{std::move(blocks), tone}});
}

void Pen::space(double mm)
{
    add({Space{mm}});
}

void Pen::under(const Under& under)
{
    QString line = u"Source : %1 ; n = %2"_qs.arg(
        under.source.isEmpty() ? u"fiches de l’étude"_qs : under.source, frenchNumber(under.n));
    const QString date = frenchDate(view().info().date);
    if (!date.isEmpty()) line += u" ; données au "_qs + date;
    line += u'.';
    if (!under.note.isEmpty()) line += u' ' + under.note;
    add({set(line, Style::Source)});
}

void Pen::table(const QString& code, const QString& title, const Grid& grid, const Under& under)
{
    if (grid.rows.empty()) {
        missing(code, u"%1 : aucune donnée à ce jour."_qs.arg(title));
        return;
    }
    add(caption(Caption::Kind::Table, code, french(title)));
    Table made = makeTable(grid);
    made.description = french(title);
    add({std::move(made)});
    this->under(under);
}

void Pen::figure(const QString& code, const QString& title, FigureSpec spec, double heightMm,
                 const QString& alternative, const Under& under)
{
    add(caption(Caption::Kind::Figure, code, french(title)));
    add({Figure{std::move(spec), 160, heightMm, french(alternative)}});
    this->under(under);
}

void Pen::map(const QString& code, const QString& title, AreaMap map, const QString& alternative,
              const Under& under)
{
    add(caption(Caption::Kind::Map, code, french(title)));
    map.disclaimer = view().info().disclaimer;
    add({Figure{std::move(map), 130, 98, french(alternative)}});
    this->under(under);
}

void Pen::missing(const QString& code, const QString& why)
{
    muted(u"%1 %2. %3"_qs.arg(kindWord(code), code, why));
}

} // namespace deliverables
