#pragma once
#include "drawing/layout/fonts.h"

#include <QGlyphRun>
#include <QString>

#include <deque>
#include <string>
#include <unordered_map>

namespace drawing {

using WordId = quint32;

/// Glyphs of one font within a word: a range of the shaper's arrays.
struct Piece
{
    quint32 first = 0;
    quint32 count = 0;
    FontId font = 0;
};

/// A shaped word, placed from its own left edge on its own baseline.
struct Word
{
    quint32 firstPiece = 0;
    quint32 pieceCount = 0;
    int advance = 0; ///< with the space that follows, if any
    int ink = 0;     ///< without it
};

/// Turns text into glyphs, once for each different word of a document.
class Shaper
{
public:
    /// A word with at most one trailing space, in one font; left-to-right.
    WordId word(FontId font, QStringView text);
    /// Glyph runs set by QTextLayout, taken from `origin` on.
    WordId runs(const QList<QGlyphRun>& glyphRuns, const QPointF& origin);

    FontTable& fonts() { return m_fonts; }
    const FontTable& fonts() const { return m_fonts; }
    const Word& operator[](WordId id) const { return m_words[id]; }
    const Piece& piece(quint32 index) const { return m_pieces[index]; }
    const quint32* glyphs(const Piece& p) const { return m_glyphs.data() + p.first; }
    const QPoint* positions(const Piece& p) const { return m_positions.data() + p.first; }

private:
    WordId shape(FontId font, QStringView text);
    void append(const QGlyphRun& run, const QPointF& origin);

    FontTable m_fonts;
    std::vector<Word> m_words;
    std::vector<Piece> m_pieces;
    std::vector<quint32> m_glyphs;
    std::vector<QPoint> m_positions;
    std::vector<std::unordered_map<std::u16string_view, WordId>> m_known; ///< by font
    std::deque<std::u16string> m_texts;                                   ///< what the keys above look at
};

} // namespace drawing
