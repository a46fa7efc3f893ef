#pragma once
#include "drawing/layout/shaper.h"

#include <QColor>
#include <QRect>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace drawing {

/// One thing to paint, placed from the top left of its strip.
struct Item
{
    enum class Kind : quint8 {
        Text,   ///< word `ref`, baseline at y
        Fill,   ///< rectangle
        Dashes, ///< dashed outline of a rectangle
        Dots,   ///< dotted leader of width w
        Figure  ///< figure `ref` in a rectangle
    };
    Kind kind = Kind::Text;
    QRgb color = 0;
    int x = 0, y = 0, w = 0, h = 0;
    quint32 ref = 0;
};

struct Link
{
    QRect area;
    QString target; ///< "#anchor" or an address
};

struct HeadingMark
{
    int level = 1;
    QString title; ///< with its number
    QString anchor;
};

/// A page label known only when all pages are made: set right-aligned at `right`.
struct LateLabel
{
    QString anchor;
    FontId font = 0;
    QRgb color = 0;
    int left = 0, right = 0, y = 0;
};

struct Strip;

/// What few strips have.
struct Extras
{
    std::vector<QString> anchors;
    std::vector<Link> links;
    std::vector<HeadingMark> headings;
    std::vector<Strip> notes;
    std::vector<LateLabel> labels;
};

/// A horizontal band that no page break cuts: a line of text, a table row, a figure.
struct Strip
{
    int height = 0;
    int before = 0; ///< white above, dropped at the top of a page
    bool keepWithNext = false;
    bool breakBefore = false;
    bool keepsTop = false; ///< its white above stays at the top of a section (covers)
    bool counted = false;  ///< a line of running text, for line numbers
    std::vector<Item> items;
    std::unique_ptr<Extras> extras;
    std::shared_ptr<const std::vector<Strip>>
        header; ///< rows set above the first row and repeated on each page

    Extras& more()
    {
        if (!extras) extras = std::make_unique<Extras>();
        return *extras;
    }
};

using Strips = std::vector<Strip>;

/// Moves everything a strip holds.
void shift(Strip& strip, int dx, int dy);
/// Adds the content of `part` to `whole`, moved by (dx, dy).
void merge(Strip& whole, Strip part, int dx, int dy);
/// Stacks strips, their white included, in one that does not break.
Strip stack(Strips strips);
int heightOf(const Strips& strips);
/// Cuts a strip too tall for any page between lines: it keeps what fits in `height`, the rest is returned;
/// empty when nothing fits.
std::optional<Strip> cut(Strip& strip, int height, const Shaper& shaper);

} // namespace drawing
