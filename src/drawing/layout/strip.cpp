#include "drawing/layout/strip.h"

#include <iterator>

namespace drawing {
namespace {

template <class T> void moveInto(std::vector<T>& to, std::vector<T>& from)
{
    to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

} // namespace

void shift(Strip& strip, int dx, int dy)
{
    for (Item& item : strip.items) {
        item.x += dx;
        item.y += dy;
    }
    if (!strip.extras) return;
    for (Link& link : strip.extras->links)
        link.area.translate(dx, dy);
    for (LateLabel& label : strip.extras->labels) {
        label.left += dx;
        label.right += dx;
        label.y += dy;
    }
}

void merge(Strip& whole, Strip part, int dx, int dy)
{
    shift(part, dx, dy);
    moveInto(whole.items, part.items);
    if (!part.extras) return;
    Extras& to = whole.more();
    moveInto(to.anchors, part.extras->anchors);
    moveInto(to.links, part.extras->links);
    moveInto(to.headings, part.extras->headings);
    moveInto(to.notes, part.extras->notes);
    moveInto(to.labels, part.extras->labels);
}

Strip stack(Strips strips)
{
    Strip whole;
    for (Strip& part : strips) {
        whole.height += part.before;
        const int y = whole.height;
        whole.height += part.height;
        merge(whole, std::move(part), 0, y);
    }
    return whole;
}

int heightOf(const Strips& strips)
{
    int height = 0;
    for (const Strip& s : strips)
        height += s.before + s.height;
    return height;
}

} // namespace drawing
