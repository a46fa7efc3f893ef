#pragma once
#include <QColor>
#include <QString>

/// The colours of printed documents; the window's light palette, so that preview and screen agree.
namespace drawing::palette {

inline constexpr QRgb Text = 0xFF1F2428;
inline constexpr QRgb Muted = 0xFF565F68;
inline constexpr QRgb Accent = 0xFF1F4E8C;
inline constexpr QRgb AccentPale = 0xFFDCE6F3;
inline constexpr QRgb Head = 0xFFE8EDF5;
inline constexpr QRgb Alternate = 0xFFF6F7F8;
inline constexpr QRgb TextBlock = 0xFFF2F5FA;
inline constexpr QRgb Border = 0xFFC3C8CD;
inline constexpr QRgb Hairline = 0xFFDFE2E5;
inline constexpr QRgb Marker = 0xFF9AA1A8;
inline constexpr QRgb Error = 0xFFA83200;
inline constexpr QRgb Warning = 0xFF7A5200;
inline constexpr QRgb WarningPale = 0xFFFBF1D9;
inline constexpr QRgb Good = 0xFF00664C;
inline constexpr QRgb GoodPale = 0xFFDFF1EA;
inline constexpr QRgb Watermark = 0xFFF0F2F4;
inline constexpr QRgb White = 0xFFFFFFFF;
inline constexpr QRgb Series[5] = {0xFF1F4E8C, 0xFFD55E00, 0xFF009E73, 0xFF9A5B8F, 0xFFB8860B};

/// Text colour of a run's tone.
QRgb tone(const QString& name);
/// Background of a cell or frame; fully transparent when there is none.
QRgb fill(const QString& name);

} // namespace drawing::palette
