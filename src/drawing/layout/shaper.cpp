#include "drawing/layout/shaper.h"

#include <QTextLayout>

#include <cassert>

namespace drawing {
namespace {

std::u16string_view view(QStringView text)
{
    return {text.utf16(), static_cast<size_t>(text.size())};
}

} // namespace

WordId Shaper::word(FontId font, QStringView text)
{
    if (m_known.size() <= font) m_known.resize(size_t(font) + 1);
    auto& known = m_known[font];
    if (const auto found = known.find(view(text)); found != known.end()) return found->second;
    const WordId made = shape(font, text);
    m_texts.emplace_back(view(text));
    known.emplace(m_texts.back(), made);
    return made;
}

WordId Shaper::shape(FontId font, QStringView text)
{
    QTextOption option;
    option.setWrapMode(QTextOption::NoWrap);
    option.setFlags(QTextOption::IncludeTrailingSpaces);
    option.setTextDirection(Qt::LeftToRight);
    QTextLayout layout(text.toString(), m_fonts.font(font));
    layout.setTextOption(option);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    layout.endLayout();
    const WordId id = runs(line.isValid() ? line.glyphRuns() : QList<QGlyphRun>(),
                           QPointF(0, line.isValid() ? line.ascent() : 0));
    Word& made = m_words[id];
    made.advance = qRound(line.isValid() ? line.horizontalAdvance() : 0);
    const bool spaced = text.endsWith(u' ');
    made.ink = spaced ? qRound(line.cursorToX(static_cast<int>(text.size()) - 1)) : made.advance;
    return id;
}

WordId Shaper::runs(const QList<QGlyphRun>& glyphRuns, const QPointF& origin)
{
    Word made;
    made.firstPiece = static_cast<quint32>(m_pieces.size());
    for (const QGlyphRun& run : glyphRuns)
        append(run, origin);
    made.pieceCount = static_cast<quint32>(m_pieces.size()) - made.firstPiece;
    m_words.push_back(made);
    return static_cast<WordId>(m_words.size() - 1);
}

void Shaper::append(const QGlyphRun& run, const QPointF& origin)
{
    const QList<quint32> indexes = run.glyphIndexes();
    const QList<QPointF> positions = run.positions();
    assert(indexes.size() == positions.size());
    if (indexes.isEmpty()) return;
    m_pieces.push_back({static_cast<quint32>(m_glyphs.size()), static_cast<quint32>(indexes.size()),
                        m_fonts.id(run.rawFont())});
    m_glyphs.insert(m_glyphs.end(), indexes.begin(), indexes.end());
    for (const QPointF& p : positions)
        m_positions.push_back((p - origin).toPoint());
}

} // namespace drawing
