#pragma once
#include "drawing/layout/flow.h"
#include "drawing/layout/page_breaker.h"
#include "drawing/pdf_writer.h"

#include <deque>

namespace drawing {

struct PageLabel
{
    report::Numbering numbering = report::Numbering::None;
    int number = 0;
    QString text() const;
};

/// One page ready to be painted; lengths in layout units.
struct Page
{
    int width = 0, height = 0;
    int left = 0, top = 0; ///< of the text area
    int textWidth = 0;
    PageLabel label;
    int section = 0;
    PageBody body;
    Strip furniture; ///< running head and foot, line numbers; from the corner of the page
};

struct Pages::Data
{
    Shaper shaper;
    Figures figures;
    std::deque<Strips> strips; ///< of each section; pages point into them
    std::vector<Page> pages;
    QString watermark;
    report::PageMap map;
};

} // namespace drawing
