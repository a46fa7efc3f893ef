#pragma once
#include <QFont>
#include <QHash>
#include <QRawFont>

#include <vector>

namespace drawing {

enum class Family : quint8 { Sans, Serif, Arabic };

/// What a stretch of text is set in; size in layout units.
struct FontKey
{
    Family family = Family::Sans;
    bool bold = false;
    bool italic = false;
    int size = 0;

    bool operator==(const FontKey&) const = default;
};

using FontId = quint16;

/// Fonts of one document. Text refers to them by number, so that a page can be painted in any thread: each
/// painter makes its own QRawFont from the QFont.
class FontTable
{
public:
    FontId id(const FontKey& key);
    /// Number of the font that actually drew some glyphs, which may be a fallback for missing letters.
    FontId id(const QRawFont& used);

    const QFont& font(FontId id) const { return m_fonts[id]; }
    int size(FontId id) const { return m_fonts[id].pixelSize(); }
    int count() const { return static_cast<int>(m_fonts.size()); }

private:
    std::vector<QFont> m_fonts;
    QHash<quint32, FontId> m_byKey;
    QHash<QString, FontId> m_byName;
};

/// A font of the documents, outside of any table (figures).
QFont makeFont(const FontKey& key);

} // namespace drawing
