#include "ui/theme/colors.h"

namespace ui {
namespace {

QColor rgb(QRgb value)
{
    return QColor(QRgb(0xff000000u | value));
}

} // namespace

const Colors& lightColors()
{
    static const Colors colors{
        .window = rgb(0xEFF0F1),
        .rail = rgb(0xE4E6E8),
        .base = rgb(0xFFFFFF),
        .alternate = rgb(0xF6F7F8),
        .button = rgb(0xF8F9FA),
        .border = rgb(0xC3C8CD),
        .rule = rgb(0xDFE2E5),
        .text = rgb(0x1F2428),
        .muted = rgb(0x565F68),
        .accent = rgb(0x1F4E8C),
        .accentPale = rgb(0xDCE6F3),
        .onAccent = rgb(0xFFFFFF),
        .error = rgb(0xA83200),
        .errorFill = rgb(0xFDEEE6),
        .warning = rgb(0x7A5200),
        .warningFill = rgb(0xFBF1D9),
        .good = rgb(0x00664C),
        .goodFill = rgb(0xDFF1EA),
        .found = rgb(0xFFE9A8),
        .subtle = rgb(0x9AA1A8),
        .data = {rgb(0x0072B2), rgb(0xD55E00), rgb(0x009E73), rgb(0x9A5B8F), rgb(0xB8860B)},
        .dark = false};
    return colors;
}

const Colors& darkColors()
{
    static const Colors colors{
        .window = rgb(0x26292D),
        .rail = rgb(0x202327),
        .base = rgb(0x1C1F22),
        .alternate = rgb(0x212428),
        .button = rgb(0x30343A),
        .border = rgb(0x4A5058),
        .rule = rgb(0x363B41),
        .text = rgb(0xE8EAEC),
        .muted = rgb(0xA9B1B9),
        .accent = rgb(0x8AB8F0),
        .accentPale = rgb(0x253B55),
        .onAccent = rgb(0x10202F),
        .error = rgb(0xFF9D70),
        .errorFill = rgb(0x3B251B),
        .warning = rgb(0xECC063),
        .warningFill = rgb(0x37301C),
        .good = rgb(0x66D0A8),
        .goodFill = rgb(0x1B352C),
        .found = rgb(0x5B4A12),
        .subtle = rgb(0x7B838B),
        .data = {rgb(0x56B4E9), rgb(0xF08A48), rgb(0x3EC49B), rgb(0xD79AC2), rgb(0xE0B84C)},
        .dark = true};
    return colors;
}

const Colors& colorsOf(const QPalette& palette)
{
    // A style sheet rewrites the usual roles of the widgets it styles; this one it leaves alone.
    return palette.color(QPalette::Midlight).lightness() < 128 ? darkColors() : lightColors();
}

QPalette paletteOf(const Colors& c)
{
    QPalette palette;
    palette.setColor(QPalette::Window, c.window);
    palette.setColor(QPalette::WindowText, c.text);
    palette.setColor(QPalette::Base, c.base);
    palette.setColor(QPalette::AlternateBase, c.alternate);
    palette.setColor(QPalette::Text, c.text);
    palette.setColor(QPalette::Button, c.button);
    palette.setColor(QPalette::ButtonText, c.text);
    palette.setColor(QPalette::BrightText, c.error);
    palette.setColor(QPalette::Highlight, c.accent);
    palette.setColor(QPalette::HighlightedText, c.onAccent);
    palette.setColor(QPalette::Link, c.accent);
    palette.setColor(QPalette::LinkVisited, c.accent);
    palette.setColor(QPalette::ToolTipBase, c.base);
    palette.setColor(QPalette::ToolTipText, c.text);
    palette.setColor(QPalette::PlaceholderText, c.muted);
    palette.setColor(QPalette::Light, c.dark ? c.border : c.base);
    palette.setColor(QPalette::Midlight, c.rule);
    palette.setColor(QPalette::Mid, c.border);
    palette.setColor(QPalette::Dark, c.subtle);
    palette.setColor(QPalette::Shadow, c.border);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, c.subtle);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, c.rule);
    return palette;
}

} // namespace ui
