#pragma once
#include <QColor>
#include <QPalette>

#include <array>

namespace ui {

/// The named colours of one appearance. Meaning is never carried by colour alone: every painted sign also has
/// a shape or a word.
struct Colors
{
    QColor window, rail, base, alternate, button, border, rule, text, muted;
    QColor accent, accentPale, onAccent;
    QColor error, errorFill, warning, warningFill, good, goodFill;
    QColor found, subtle;
    std::array<QColor, 5> data;
    bool dark = false;
};

const Colors& lightColors();
const Colors& darkColors();
/// Colours of the appearance a palette belongs to: painted widgets follow a change of theme by themselves.
const Colors& colorsOf(const QPalette& palette);
QPalette paletteOf(const Colors& colors);

} // namespace ui
