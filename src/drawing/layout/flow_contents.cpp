#include "drawing/layout/flow.h"
#include "drawing/layout/units.h"
#include "drawing/palette.h"

#include <algorithm>

namespace drawing {

using namespace report;

namespace {

/// Calls `visit` on every block of the document in reading order, those inside tables and frames included.
void walk(const std::vector<Block>& blocks, const std::function<void(const Block&)>& visit)
{
    for (const Block& block : blocks) {
        visit(block);
        if (const auto* frame = std::get_if<Frame>(&block.content)) walk(frame->blocks, visit);
        if (const auto* table = std::get_if<Table>(&block.content))
            for (const auto& row : table->rows)
                for (const Cell& cell : row.cells)
                    walk(cell.blocks, visit);
    }
}

} // namespace

void Flow::appendEntry(Strips& out, const Look& look, const Entry& entry, const Context& context)
{
    const int labelRoom = pt(30);
    Strip numberStrip;
    int indent = look.indent;
    if (!entry.number.isEmpty()) {
        const int set = m_setter.line(numberStrip, entry.number, look, look.indent, 0);
        indent += std::max(set + pt(5), look.indent == 0 ? pt(14) : pt(18));
    }
    Look plain = look;
    plain.indent = 0;
    Strips lines = m_setter.set(entry.text, plain, Align::Start, context.width - indent - labelRoom);
    for (Strip& line : lines) {
        shift(line, indent, 0);
        line.more().links.push_back({QRect(0, 0, context.width, line.height), u'#' + entry.anchor});
    }
    std::move(lines.front().items.begin(), lines.front().items.end(), std::back_inserter(numberStrip.items));
    lines.front().items = std::move(numberStrip.items);
    Strip& last = lines.back();
    int end = indent;
    for (const Item& item : last.items)
        end = std::max(end, item.x + item.w);
    last.more().labels.push_back({entry.anchor, m_setter.shaper().fonts().id(look.font), look.color, end,
                                  context.width, m_setter.baseline(look.font, last.height)});
    append(out, std::move(lines), look.before, false);
}

void Flow::add(Strips& out, const Contents& block, const Context& context)
{
    for (const Section& section : m_document.sections)
        walk(section.blocks, [&](const Block& each) {
            const auto* heading = std::get_if<Heading>(&each.content);
            if (!heading || !heading->inContents || heading->level > block.depth) return;
            appendEntry(out, lookOfContents(heading->level),
                        {heading->number, heading->text, heading->anchor}, context);
            if (heading->level == 1) out.back().keepWithNext = block.depth > 1 && context.maxHeight > 0;
        });
    if (!out.empty()) out.back().keepWithNext = false;
}

void Flow::add(Strips& out, const ListOf& block, const Context& context)
{
    Look look = lookOfContents(2);
    look.indent = 0;
    for (const Section& section : m_document.sections)
        walk(section.blocks, [&](const Block& each) {
            const auto* caption = std::get_if<Caption>(&each.content);
            if (caption && caption->kind == block.kind)
                appendEntry(out, look, {{}, titleOf(*caption), anchorOf(*caption)}, context);
        });
}

} // namespace drawing
