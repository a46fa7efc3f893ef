#include "drawing/layout/strip.h"

#include <algorithm>
#include <climits>

namespace drawing {
namespace {

struct Extent
{
    int top, bottom;
};

Extent extentOf(const Item& item, const Shaper& shaper)
{
    if (item.kind != Item::Kind::Text) return {item.y, item.y + item.h};
    const Word& word = shaper[item.ref];
    const int size = word.pieceCount ? shaper.fonts().size(shaper.piece(word.firstPiece).font) : 0;
    return {item.y - size * 108 / 100, item.y + size * 30 / 100};
}

bool isBackground(const Item& item)
{
    return item.kind == Item::Kind::Fill || item.kind == Item::Kind::Dashes;
}

/// Part of a background on each side of the cut.
void divide(const Item& item, int height, int shift, std::vector<Item>& above, std::vector<Item>& below)
{
    if (item.y < height) {
        above.push_back(item);
        above.back().h = std::min(item.h, height - item.y);
    }
    if (item.y + item.h <= shift) return;
    Item rest = item;
    rest.y = std::max(0, item.y - shift);
    rest.h = item.y + item.h - shift - rest.y;
    below.push_back(rest);
}

} // namespace

std::optional<Strip> cut(Strip& strip, int height, const Shaper& shaper)
{
    int resume = INT_MAX; // top of the first thing that does not fit
    bool fits = false;
    for (const Item& item : strip.items) {
        if (isBackground(item)) continue;
        const Extent extent = extentOf(item, shaper);
        if (extent.bottom > height)
            resume = std::min(resume, extent.top);
        else
            fits = true;
    }
    if (!fits || resume == INT_MAX || resume <= 0) return std::nullopt;

    Strip rest;
    rest.header = strip.header;
    rest.keepWithNext = strip.keepWithNext;
    rest.height = strip.height - resume;
    std::vector<Item> kept;
    for (const Item& item : strip.items) {
        if (isBackground(item)) {
            divide(item, height, resume, kept, rest.items);
        } else if (extentOf(item, shaper).bottom <= height) {
            kept.push_back(item);
        } else {
            rest.items.push_back(item);
            rest.items.back().y -= resume;
        }
    }
    strip.items = std::move(kept);
    strip.height = height;
    strip.keepWithNext = false;
    if (!strip.extras) return rest;
    auto& links = strip.extras->links;
    const auto moved = std::stable_partition(links.begin(), links.end(),
                                             [&](const Link& l) { return l.area.center().y() <= height; });
    for (auto i = moved; i != links.end(); ++i)
        rest.more().links.push_back({i->area.translated(0, -resume), i->target});
    links.erase(moved, links.end());
    return rest;
}

} // namespace drawing
