#include "drawing/layout/look.h"

#include "drawing/layout/units.h"
#include "drawing/palette.h"

namespace drawing {
namespace {

struct Points
{
    Family family;
    double size, leading, before;
    bool bold = false, italic = false, justify = false;
    QRgb color = palette::Text;
    double indent = 0;
};

Look scaled(const Points& p, double scale = 1)
{
    Look look;
    look.font = {p.family, p.bold, p.italic, pt(p.size * scale)};
    look.leading = pt(p.leading * scale);
    look.before = pt(p.before * scale);
    look.indent = pt(p.indent);
    look.color = p.color;
    look.justify = p.justify;
    return look;
}

Points pointsOf(report::Style style)
{
    using report::Style;
    using enum Family;
    switch (style) {
    case Style::Body:
        return {.family = Serif, .size = 10, .leading = 14.2, .before = 5, .justify = true};
    case Style::Lead:
        return {.family = Sans, .size = 11, .leading = 16, .before = 6, .color = palette::Muted};
    case Style::Title:
        return {
            .family = Sans, .size = 25, .leading = 31, .before = 10, .bold = true, .color = palette::Accent};
    case Style::Subtitle:
        return {.family = Sans, .size = 14, .leading = 19, .before = 6, .color = palette::Muted};
    case Style::CoverNote:
        return {.family = Sans, .size = 9.5, .leading = 13.5, .before = 4};
    case Style::Small:
        return {.family = Serif, .size = 8.5, .leading = 11.6, .before = 3};
    case Style::Source:
        return {.family = Serif, .size = 8, .leading = 10.8, .before = 3, .color = palette::Muted};
    case Style::TableText:
        return {.family = Sans, .size = 8, .leading = 10.8, .before = 1.5};
    case Style::TableHead:
        return {.family = Sans, .size = 8, .leading = 10.8, .before = 1.5, .bold = true};
    case Style::Quote:
        return {.family = Serif,
                .size = 10,
                .leading = 14.2,
                .before = 6,
                .italic = true,
                .justify = true,
                .indent = 18};
    case Style::Box:
        return {.family = Serif, .size = 9.5, .leading = 13.2, .before = 3};
    case Style::BoxHead:
        return {
            .family = Sans, .size = 8, .leading = 11, .before = 5, .bold = true, .color = palette::Accent};
    case Style::Contents:
        return {.family = Sans, .size = 9, .leading = 13.5, .before = 1};
    }
    return {.family = Serif, .size = 10, .leading = 14.2, .before = 5};
}

} // namespace

Look lookOf(report::Style style, bool compact)
{
    return scaled(pointsOf(style), compact ? 0.75 : 1);
}

Look lookOfHeading(int level)
{
    switch (level) {
    case 1:
        return scaled({.family = Family::Sans,
                       .size = 18,
                       .leading = 23,
                       .before = 22,
                       .bold = true,
                       .color = palette::Accent});
    case 2:
        return scaled({.family = Family::Sans,
                       .size = 13,
                       .leading = 17,
                       .before = 15,
                       .bold = true,
                       .color = palette::Accent});
    case 3:
        return scaled({.family = Family::Sans,
                       .size = 10.5,
                       .leading = 14,
                       .before = 11,
                       .bold = true,
                       .color = palette::Accent});
    default:
        return scaled({.family = Family::Sans, .size = 9.5, .leading = 13, .before = 9, .bold = true});
    }
}

Look lookOfCaption()
{
    return scaled({.family = Family::Sans, .size = 8.5, .leading = 11.5, .before = 11, .bold = true});
}

Look lookOfFootnote()
{
    return scaled({.family = Family::Serif, .size = 8, .leading = 10.6, .before = 1.5});
}

Look lookOfContents(int level)
{
    Points p{.family = Family::Sans,
             .size = 9,
             .leading = 13,
             .before = level == 1 ? 6.0 : 0.5,
             .bold = level == 1};
    p.indent = level <= 1 ? 0 : level == 2 ? 14 : 32;
    return scaled(p);
}

} // namespace drawing
