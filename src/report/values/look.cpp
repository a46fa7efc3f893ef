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
    TextLook made = justified(serif(10, 14.2, 6, 0));
    made.italic = true;
    made.indentMm = 6.3;
    return made;
}

} // namespace

TextLook look(Style style)
{
    switch (style) {
    case Style::Body:
        return justified(serif(10, 14.2, 5, 0));
    case Style::Lead:
        return coloured(sans(11, 16, 6, 0), mutedColour);
    case Style::Title:
        return coloured(sans(25, 34, 7, 0, true), accentColour);
    case Style::Subtitle:
        return coloured(sans(14, 19, 6, 0), mutedColour);
    case Style::CoverNote:
        return sans(9.5, 13.5, 4, 0);
    case Style::Small:
        return serif(8.5, 11.6, 3, 0);
    case Style::Source:
        return coloured(serif(8, 10.9, 3, 0), mutedColour);
    case Style::TableText:
        return sans(8, 10.9, 0, 0);
    case Style::TableHead:
        return sans(8, 10.9, 0, 0, true);
    case Style::Quote:
        return quoteLook();
    case Style::Box:
        return serif(9.5, 13.2, 3, 0);
    case Style::BoxHead:
        return keptWithNext(coloured(sans(8, 11, 5, 1.5, true), accentColour));
    case Style::Contents:
        return sans(9, 13.5, 1, 0);
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
        return keptWithNext(coloured(sans(18, 24.5, 20, 12, true), accentColour));
    case 2:
        return keptWithNext(coloured(sans(13, 17.7, 14, 6, true), accentColour));
    case 3:
        return keptWithNext(coloured(sans(10.5, 14.3, 10.5, 6, true), accentColour));
    default:
        return keptWithNext(sans(9.5, 13, 9, 6, true));
    }
}

TextLook captionLook()
{
    return keptWithNext(sans(8.5, 11.6, 11, 6, true));
}

TextLook contentsLook(int level)
{
    switch (level) {
    case 1:
        return sans(9, 13, 6, 0, true);
    case 2:
        return sans(9, 13, 0.5, 0);
    default:
        return coloured(sans(9, 13, 0.5, 0), mutedColour);
    }
}

TextLook marginLook()
{
    return coloured(serif(8, 10.9, 0, 0), mutedColour);
}

TextLook footnoteLook()
{
    return serif(8, 10.9, 1.5, 0);
}

TextLook consultantLabelLook()
{
    return keptWithNext(coloured(sans(7, 9.5, 7, 1, true), accentColour));
}

TextLook promptLook()
{
    return coloured(sans(8, 10.9, 7, 0), errorColour);
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
