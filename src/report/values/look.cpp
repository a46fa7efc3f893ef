#include "report/values/look.h"

namespace report {
namespace {

TextLook serif(double size, double line, double before, double after)
{
    TextLook made;
    made.serif = true;
    made.size = size;
    made.line = line;
    made.before = before;
    made.after = after;
    return made;
}

TextLook sans(double size, double line, double before, double after, bool bold = false)
{
    TextLook made = serif(size, line, before, after);
    made.serif = false;
    made.bold = bold;
    return made;
}

TextLook coloured(TextLook look, quint32 colour)
{
    look.colour = colour;
    return look;
}

TextLook justified(TextLook look)
{
    look.justified = true;
    return look;
}

TextLook keptWithNext(TextLook look)
{
    look.keepWithNext = true;
    return look;
}

TextLook quoteLook()
{
    TextLook made = justified(serif(10, 14.2, 1, 6));
    made.italic = true;
    made.indentMm = 6.3;
    return made;
}

} // namespace

TextLook look(Style style)
{
    switch (style) {
    case Style::Body:
        return justified(serif(10, 14.2, 0, 5));
    case Style::Lead:
        return coloured(sans(11, 16, 1, 6), mutedColour);
    case Style::Title:
        return coloured(sans(25, 34, 0, 8, true), accentColour);
    case Style::Subtitle:
        return coloured(sans(14, 19, 0, 6), mutedColour);
    case Style::CoverNote:
        return sans(9.5, 13.5, 0, 4);
    case Style::Small:
        return serif(8.5, 11.6, 0, 3);
    case Style::Source:
        return coloured(serif(8, 10.9, 3, 5), mutedColour);
    case Style::TableText:
        return sans(8, 10.9, 0, 0);
    case Style::TableHead:
        return sans(8, 10.9, 0, 0, true);
    case Style::Quote:
        return quoteLook();
    case Style::Box:
        return serif(9.5, 13.2, 0, 3);
    case Style::BoxHead:
        return keptWithNext(coloured(sans(8, 11, 0, 3, true), accentColour));
    case Style::Contents:
        return sans(9, 13.5, 0, 1);
    }
    return {};
}

TextLook compactLook(Style style)
{
    TextLook made = look(style);
    if (style == Style::TableText || style == Style::TableHead) {
        made.size = 6;
        made.line = 8.2;
    }
    return made;
}

TextLook headingLook(int level)
{
    switch (level) {
    case 1:
        return keptWithNext(coloured(sans(18, 24.5, 0, 12, true), accentColour));
    case 2:
        return keptWithNext(coloured(sans(13, 17.7, 10, 6, true), accentColour));
    case 3:
        return keptWithNext(coloured(sans(10.5, 14.3, 6, 5, true), accentColour));
    default:
        return keptWithNext(sans(9.5, 13, 4, 5, true));
    }
}

TextLook captionLook()
{
    return keptWithNext(sans(8.5, 11.6, 6, 6, true));
}

TextLook contentsLook(int level)
{
    switch (level) {
    case 1:
        return sans(9, 13, 5, 1, true);
    case 2:
        return sans(9, 13, 0, 0.5);
    default:
        return coloured(sans(9, 13, 0, 0.5), mutedColour);
    }
}

TextLook marginLook()
{
    return coloured(serif(8, 10.9, 0, 0), mutedColour);
}

TextLook footnoteLook()
{
    return serif(8, 10.9, 0, 1.5);
}

TextLook promptLook()
{
    return coloured(sans(8, 10.9, 6, 10), errorColour);
}

quint32 toneColour(const QString& tone)
{
    if (tone == u"muted") return mutedColour;
    if (tone == u"accent") return accentColour;
    if (tone == u"error") return errorColour;
    if (tone == u"warning") return 0x7A5200;
    if (tone == u"good") return 0x00664C;
    return textColour;
}

quint32 fillColour(const QString& fill)
{
    if (fill == u"head") return 0xE8EEF7;
    if (fill == u"alternate") return 0xF6F7F8;
    if (fill == u"accent") return 0xDCE6F3;
    if (fill == u"warning") return 0xFBF1D9;
    if (fill == u"good") return 0xDFF1EA;
    return 0xFFFFFF;
}

quint32 frameFill(const QString& tone)
{
    if (tone == u"accent") return 0xF2F6FB;
    if (tone == u"warning") return 0xFBF1D9;
    return 0xF6F7F8;
}

quint32 frameBar(const QString& tone)
{
    if (tone == u"accent") return accentColour;
    if (tone == u"warning") return 0x7A5200;
    return 0x9AA1A8;
}

} // namespace report
