#pragma once
#include "report/values/document.h"

namespace report {

/// Typography of the DOCX, so that it falls on nearly the same pages as its PDF. Sizes and spacings in
/// points, indents in millimetres, colours 0xRRGGBB. Lines are at least `line` high and grow where a taller
/// script stands. White stands before a block, as in the PDF, but for headings and captions that hold to what
/// follows; the larger of two spacings that meet is kept.
struct TextLook
{
    bool serif = false;
    double size = 10;
    double line = 14;
    double before = 0;
    double after = 0;
    bool bold = false;
    bool italic = false;
    quint32 colour = 0x1F2428;
    double indentMm = 0;
    bool justified = false;
    bool keepWithNext = false;
};

TextLook look(Style style);
/// Smaller text for the cells of a compact table.
TextLook compactLook(Style style);
TextLook headingLook(int level);
TextLook captionLook();
/// Line of a contents table, by level from 1; lists of tables and figures use level 2 without indent.
TextLook contentsLook(int level);
/// Running head and foot.
TextLook marginLook();
TextLook footnoteLook();
/// Small label above a text of the consultant.
TextLook consultantLabelLook();
/// A text still to be written.
TextLook promptLook();

/// Names of the fonts: headings and tables, body, Arabic.
inline constexpr char16_t sansFamily[] = u"Noto Sans";
inline constexpr char16_t serifFamily[] = u"Noto Serif";
inline constexpr char16_t arabicFamily[] = u"Noto Sans Arabic";

/// Scale of `Run::small` and of superscripts.
inline constexpr double smallScale = 0.85;

/// Colour of a tone of text ("muted", "accent", "error", "warning", "good"); the text colour otherwise.
quint32 toneColour(const QString& tone);
/// Background of a cell fill ("head", "alternate", "accent", "warning", "good"); white otherwise.
quint32 fillColour(const QString& fill);
/// Background and left bar of a frame.
quint32 frameFill(const QString& tone);
quint32 frameBar(const QString& tone);

inline constexpr quint32 textColour = 0x1F2428;
inline constexpr quint32 mutedColour = 0x565F68;
inline constexpr quint32 accentColour = 0x1F4E8C;
inline constexpr quint32 errorColour = 0xA83200;
inline constexpr quint32 borderColour = 0xC3C8CD;
inline constexpr quint32 hairlineColour = 0xDFE2E5;

/// Space between cells' edges and their text, in millimetres.
inline constexpr double cellPaddingMm = 1.5;
inline constexpr double compactPaddingMm = 0.7;
/// Vertical space above and below the text of a cell; the rule between rows takes the rest of what the PDF
/// has.
inline constexpr double cellLeadMm = 0.85;
inline constexpr double compactLeadMm = 0.32;
/// Space above a table, above blocks placed side by side and above a frame, in points.
inline constexpr double tableGap = 3;
inline constexpr double layoutGap = 5;
inline constexpr double frameGap = 7;

} // namespace report
