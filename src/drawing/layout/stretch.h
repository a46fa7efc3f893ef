#pragma once
#include "drawing/layout/inline_setter.h"

#include <optional>

namespace drawing {

/// A run ready to be set: its text, its font, where it leads.
struct InlineSetter::Stretch
{
    QString text;
    FontId font = 0;
    FontKey key;
    QRgb color = 0;
    int raise = 0;
    QString link;
    QString noteText; ///< of the note called by this stretch
    QString noteLabel;
};

/// True when the text may hold letters that run from right to left or need more than left-to-right shaping.
bool needsBidirectional(QStringView text);
/// Family for a text whose language is not told: Arabic letters get the Arabic font.
bool hasArabic(QStringView text);

} // namespace drawing
