#pragma once
#include "drawing/layout/strip.h"

namespace drawing {

struct PlacedStrip
{
    const Strip* strip = nullptr;
    int y = 0; ///< from the top of the text area
};

struct PageBody
{
    std::vector<PlacedStrip> strips; ///< repeated headers included
    std::vector<PlacedStrip> notes;  ///< at the foot of the page
    size_t first = 0, end = 0;       ///< strips of the section that start here
};

/// Divides strips into pages of a height, filling each page as far as the keeping rules allow. Strips taller
/// than a page are cut. The strips must then stay where they are: pages point at them.
std::vector<PageBody> breakPages(Strips& strips, int height, const Shaper& shaper);

} // namespace drawing
