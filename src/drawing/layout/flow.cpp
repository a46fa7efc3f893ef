#include "drawing/layout/flow.h"

#include "drawing/layout/units.h"
#include "drawing/palette.h"

#include <algorithm>
#include <utility>

namespace drawing {

using namespace report;

namespace {

/// Orphans and widows: the first two and the last two lines of a paragraph stay together.
void keepLines(Strips& lines, bool keepWithNext)
{
    const size_t n = lines.size();
    if (n >= 2) lines.front().keepWithNext = lines[n - 2].keepWithNext = true;
    if (n && keepWithNext)
        for (Strip& line : lines)
            line.keepWithNext = true;
}

bool isSource(const Block& block)
{
    const auto* p = std::get_if<report::Paragraph>(&block.content);
    return p && p->style == Style::Source;
}

bool isFloat(const Block& block)
{
    return std::holds_alternative<report::Table>(block.content) ||
           std::holds_alternative<report::Figure>(block.content);
}

QString kindName(Caption::Kind kind)
{
    switch (kind) {
    case Caption::Kind::Table:
        return QStringLiteral("Tableau");
    case Caption::Kind::Figure:
        return QStringLiteral("Figure");
    case Caption::Kind::Map:
        return QStringLiteral("Carte");
    }
    return {};
}

} // namespace

QString anchorOf(const Caption& caption)
{
    if (!caption.code.isEmpty()) return caption.code;
    return kindName(caption.kind).toLower() + u'-' + QString::number(caption.number);
}

QString titleOf(const Caption& caption)
{
    const QString number =
        caption.number > 0 ? QChar(QChar::Nbsp) + QString::number(caption.number) : QString();
    return kindName(caption.kind) + number + QStringLiteral(" – ") + caption.text;
}

QString titleOf(const Heading& heading)
{
    return heading.number.isEmpty() ? heading.text : heading.number + u' ' + heading.text;
}

void Flow::add(Strips& out, const std::vector<Block>& blocks, const Context& context,
               const base::Progress& progress)
{
    const int total = static_cast<int>(blocks.size());
    for (size_t i = 0; i < blocks.size(); ++i) {
        if (!context.cell) base::advance(progress, QStringLiteral("layout"), static_cast<int>(i), total);
        const size_t before = out.size();
        // Taken here: blocks within a table or a frame must not use it up.
        const bool breaks = std::exchange(m_breakBefore, false);
        std::visit([&](const auto& content) { add(out, content, context); }, blocks[i].content);
        if (out.size() == before) {
            m_breakBefore = (m_breakBefore || breaks) && !context.cell;
            continue;
        }
        if (breaks) out[before].breakBefore = true;
        const bool sourceFollows = i + 1 < blocks.size() && isFloat(blocks[i]) && isSource(blocks[i + 1]);
        if (sourceFollows) out.back().keepWithNext = true;
    }
}

void Flow::append(Strips& out, Strips lines, int before, bool keepWithNext)
{
    if (lines.empty()) return;
    lines.front().before = before;
    keepLines(lines, keepWithNext);
    std::move(lines.begin(), lines.end(), std::back_inserter(out));
}

void Flow::add(Strips& out, const Paragraph& block, const Context& context)
{
    const Look look = lookOf(block.style, context.compact);
    const bool justify = look.justify && !context.cell && block.align == Align::Start;
    Strips lines = m_setter.set(block.runs, look, justify ? Align::Justify : block.align, context.width);
    if (!context.cell)
        for (Strip& line : lines)
            line.counted = true;
    append(out, std::move(lines), look.before, block.keepWithNext || block.style == Style::BoxHead);
}

void Flow::add(Strips& out, const Heading& block, const Context& context)
{
    const Look look = lookOfHeading(block.level);
    const int numberWidth = block.number.isEmpty() ? 0 : look.font.size * (block.level == 1 ? 14 : 22) / 10;
    Strips lines;
    if (numberWidth) {
        Strip number;
        const int set = m_setter.line(number, block.number, look, 0, 0);
        const int indent = set + look.font.size * 45 / 100;
        lines = m_setter.set(block.text, look, Align::Start, context.width - indent);
        for (Strip& line : lines)
            shift(line, indent, 0);
        std::vector<Item> items = std::move(lines.front().items);
        lines.front().items = std::move(number.items);
        lines.front().items.insert(lines.front().items.end(), items.begin(), items.end());
    } else {
        lines = m_setter.set(block.text, look, Align::Start, context.width);
    }
    Extras& extras = lines.front().more();
    extras.headings.push_back({block.level, titleOf(block), block.anchor});
    extras.anchors.push_back(block.anchor);
    if (block.newPage) lines.front().breakBefore = true;
    lines.back().height += pt(block.level == 1 ? 7 : 1);
    append(out, std::move(lines), look.before, true);
}

void Flow::add(Strips& out, const List& block, const Context& context)
{
    Look look = lookOf(context.cell ? Style::TableText : Style::Body, context.compact);
    const int indent = look.font.size * (block.ordered ? 18 : 13) / 10;
    const bool justify = look.justify && !context.cell;
    for (size_t i = 0; i < block.items.size(); ++i) {
        Strips lines = m_setter.set(block.items[i], look, justify ? Align::Justify : Align::Start,
                                    context.width - indent);
        for (Strip& line : lines) {
            shift(line, indent, 0);
            line.counted = !context.cell;
        }
        Strip mark;
        m_setter.line(mark, block.ordered ? QString::number(i + 1) + u'.' : QStringLiteral("•"), look,
                      block.ordered ? 0 : indent * 3 / 10, 0);
        mark.height = 0;
        lines.front().items.insert(lines.front().items.begin(), mark.items.begin(), mark.items.end());
        append(out, std::move(lines), i == 0 ? look.before : look.before / 2, false);
    }
}

void Flow::add(Strips& out, const Caption& block, const Context& context)
{
    const Look look = lookOfCaption();
    Strips lines = m_setter.set(titleOf(block), look, Align::Start, context.width);
    lines.front().more().anchors.push_back(anchorOf(block));
    lines.back().height += pt(3);
    append(out, std::move(lines), context.cell ? pt(4) : look.before, true);
}

void Flow::add(Strips& out, const report::Figure& block, const Context& context)
{
    const double width = std::max(block.widthMm, 1.0), height = std::max(block.heightMm, 1.0);
    double scale = std::min(1.0, context.width / (width * UnitsPerMm));
    if (context.maxHeight > 0) scale = std::min(scale, (context.maxHeight - mm(6)) / (height * UnitsPerMm));
    Strip strip;
    strip.before = pt(5);
    strip.height = mm(height * scale);
    m_figures.push_back(std::make_shared<const FigureSpec>(block.spec));
    strip.items.push_back({Item::Kind::Figure, 0, 0, 0, mm(width * scale), strip.height,
                           static_cast<quint32>(m_figures.size() - 1)});
    out.push_back(std::move(strip));
}

void Flow::add(Strips&, const report::PageBreak&, const Context&)
{
    m_breakBefore = true;
}

void Flow::add(Strips& out, const Rule&, const Context& context)
{
    Strip strip;
    strip.before = pt(5);
    strip.height = pt(1);
    strip.items.push_back({Item::Kind::Fill, palette::Border, 0, 0, context.width, pt(0.6), 0});
    out.push_back(std::move(strip));
}

void Flow::add(Strips& out, const Space& block, const Context&)
{
    Strip strip;
    strip.before = mm(std::max(0.0, block.mm));
    strip.keepsTop = true;
    out.push_back(std::move(strip));
}

} // namespace drawing
