#include "drawing/layout/flow.h"
#include "drawing/layout/units.h"
#include "drawing/palette.h"
#include "report/words.h"

#include <algorithm>

namespace drawing {

using namespace report;

namespace {

Strip padding(int height)
{
    Strip strip;
    strip.height = height;
    return strip;
}

/// Backgrounds overlap a little, so that no viewer shows a seam between two of them.
constexpr int Overlap = 8;

void paintBehind(Strip& strip, bool first, int width, QRgb fill, QRgb bar)
{
    const int top = first ? 0 : -Overlap;
    std::vector<Item> behind = {{Item::Kind::Fill, fill, 0, top, width, strip.height - top, 0}};
    if (bar) behind.push_back({Item::Kind::Fill, bar, 0, top, pt(2), strip.height - top, 0});
    strip.items.insert(strip.items.begin(), behind.begin(), behind.end());
}

Look capital(QRgb color)
{
    Look look = lookOf(Style::BoxHead);
    look.font.size = pt(6.8);
    look.leading = pt(9.5);
    look.color = color;
    return look;
}

QString promptOf(const Placeholder& block)
{
    QString text = QStringLiteral("À écrire : ") + block.prompt.trimmed();
    text.replace(QStringLiteral(" : "), QString(QChar(QChar::Nbsp)) + QStringLiteral(": "));
    while (text.endsWith(u'.'))
        text.chop(1);
    if (block.words > 0)
        text += QStringLiteral(" (%1").arg(block.words) + QChar(QChar::Nbsp) + QStringLiteral("mots)");
    return text + u'.';
}

} // namespace

/// A coloured block of strips: white between lines becomes part of them, so that the background has no hole.
void Flow::appendBox(Strips& out, Strips content, const Context& context, QRgb fill, QRgb bar)
{
    const int inset = bar ? pt(9) : pt(7);
    const int above = content.empty() ? 0 : pt(7);
    if (content.empty()) return;
    content.front().before = 0;
    content.insert(content.begin(), padding(pt(5)));
    content.push_back(padding(pt(6)));
    const bool fits = heightOf(content) < context.maxHeight;
    for (size_t i = 0; i < content.size(); ++i) {
        Strip& strip = content[i];
        const int gap = strip.before;
        shift(strip, inset, gap);
        strip.height += gap;
        strip.before = 0;
        paintBehind(strip, i == 0, context.width, fill, bar);
        const bool edge = i == 0 || i + 2 == content.size();
        if (i + 1 < content.size() && (fits || edge)) strip.keepWithNext = true;
    }
    content.back().keepWithNext = false;
    content.front().before = above;
    std::move(content.begin(), content.end(), std::back_inserter(out));
}

void Flow::add(Strips& out, const Frame& block, const Context& context)
{
    Context inside = context;
    inside.width = context.width - pt(18);
    Strips content;
    add(content, block.blocks, inside);
    const bool warning = block.tone == QStringLiteral("warning");
    appendBox(out, std::move(content), context, warning ? palette::WarningPale : palette::TextBlock,
              warning ? palette::Warning : palette::Accent);
}

void Flow::add(Strips& out, const Placeholder& block, const Context& context)
{
    if (block.paragraphs.empty()) {
        appendUnwritten(out, block, context);
        return;
    }
    const int inner = context.width - pt(18);
    Strips content;
    append(content,
           m_setter.set(consultantLabel(m_document.language), capital(palette::Accent), Align::Start, inner),
           0, true);
    Look look = lookOf(Style::Body, context.compact);
    for (size_t i = 0; i < block.paragraphs.size(); ++i) {
        Strips lines =
            m_setter.set(block.paragraphs[i], look, context.cell ? Align::Start : Align::Justify, inner);
        for (Strip& line : lines)
            line.counted = !context.cell;
        append(content, std::move(lines), i == 0 ? pt(1) : look.before, false);
    }
    content.front().more().anchors.push_back(block.id);
    Context free = context;
    free.maxHeight = 0; // running text: it may break over pages like any other
    appendBox(out, std::move(content), free, palette::TextBlock, palette::Accent);
}

void Flow::appendUnwritten(Strips& out, const Placeholder& block, const Context& context)
{
    Look look = lookOf(Style::TableText, context.compact);
    look.color = palette::Error;
    const int pad = pt(6);
    Strips lines = m_setter.set(promptOf(block), look, Align::Start, context.width - 2 * pad);
    Strip box;
    for (Strip& line : lines) {
        const int y = box.height;
        box.height += line.height;
        merge(box, std::move(line), pad, y + pad);
    }
    box.height += 2 * pad;
    box.before = pt(7);
    box.items.push_back({Item::Kind::Dashes, palette::Error, 0, 0, context.width, box.height, 0});
    box.more().anchors.push_back(block.id);
    out.push_back(std::move(box));
}

} // namespace drawing
