#pragma once
#include "drawing/layout/fonts.h"
#include "report/values/document.h"

#include <QColor>

namespace drawing {

/// How a paragraph is set; lengths in layout units.
struct Look
{
    FontKey font;
    int leading = 0;
    QRgb color = 0;
    int before = 0;
    int indent = 0;
    bool justify = false;
};

/// `compact` is the smaller text of wide grids.
Look lookOf(report::Style style, bool compact = false);
Look lookOfHeading(int level);
Look lookOfCaption();
Look lookOfFootnote();
Look lookOfContents(int level);

} // namespace drawing
