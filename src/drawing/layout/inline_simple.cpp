#include "drawing/layout/stretch.h"
#include "drawing/layout/units.h"

#include <algorithm>

namespace drawing {

/// Text that does not break, with the space that may follow it.
struct InlineSetter::Segment
{
    WordId word = 0;
    int advance = 0; ///< with its space
    int ink = 0;
    int stretch = 0; ///< index of its stretch
    bool breakAfter = false;
    bool lineEnd = false; ///< a line break was asked for
};

struct InlineSetter::Line
{
    size_t first = 0, end = 0;
    int room = 0; ///< between its natural width, without the last space, and the width to fill
    bool last = false;
};

namespace {

bool isSpace(QChar c)
{
    return c == u' ' || c == QChar(0x2009) || c == QChar(0x3000);
}

/// May a line end after text[i] although no space follows?
bool breaksAfter(QStringView text, qsizetype i)
{
    const QChar c = text[i];
    if (c == QChar(0x200B) || c == u'—') return true;
    if (i == 0 || i + 1 >= text.size() || !text[i + 1].isLetter()) return false;
    return (c == u'-' || c == QChar(0x2010) || c == u'/') && text[i - 1].isLetterOrNumber();
}

/// End of the unbreakable text that starts at `from`, space excluded.
qsizetype segmentEnd(QStringView text, qsizetype from)
{
    qsizetype i = from;
    while (i < text.size() && !isSpace(text[i]) && text[i] != u'\n') {
        if (breaksAfter(text, i)) return i + 1;
        ++i;
    }
    return i;
}

} // namespace

/// A word wider than the line is cut where it must be.
void InlineSetter::addPieces(std::vector<Segment>& out, const Segment& whole, QStringView text, int width)
{
    QStringView rest = text;
    while (!rest.isEmpty()) {
        qsizetype take = 1;
        WordId word = m_shaper.word(FontId(whole.word), rest.left(1));
        while (take < rest.size()) {
            const WordId longer = m_shaper.word(FontId(whole.word), rest.left(take + 1));
            if (m_shaper[longer].ink > width) break;
            word = longer;
            ++take;
        }
        rest = rest.mid(take);
        Segment piece = whole;
        piece.word = word;
        piece.advance = m_shaper[word].advance;
        piece.ink = m_shaper[word].ink;
        piece.breakAfter = !rest.isEmpty() || whole.breakAfter;
        piece.lineEnd = rest.isEmpty() && whole.lineEnd;
        out.push_back(piece);
    }
}

void InlineSetter::addSegment(std::vector<Segment>& out, Segment made, QStringView text, int width)
{
    const auto font = FontId(made.word);
    const WordId word = m_shaper.word(font, text);
    if (m_shaper[word].ink > width && text.size() > 1) {
        addPieces(out, made, text, width);
        return;
    }
    made.word = word;
    made.advance = m_shaper[word].advance;
    made.ink = m_shaper[word].ink;
    out.push_back(made);
}

std::vector<InlineSetter::Segment> InlineSetter::segments(const std::vector<Stretch>& parts, int width)
{
    std::vector<Segment> out;
    QString spaced;
    for (size_t p = 0; p < parts.size(); ++p) {
        const QStringView text = parts[p].text;
        for (qsizetype at = 0; at < text.size();) {
            const qsizetype end = segmentEnd(text, at);
            qsizetype next = end;
            while (next < text.size() && isSpace(text[next]))
                ++next;
            Segment made;
            made.word = parts[p].font;
            made.stretch = static_cast<int>(p);
            made.lineEnd = next < text.size() && text[next] == u'\n';
            made.breakAfter = next > end || made.lineEnd || (end > at && breaksAfter(text, end - 1));
            if (next == end || made.lineEnd) {
                addSegment(out, made, text.mid(at, end - at), width);
            } else if (next == end + 1 && text[end] == u' ') {
                addSegment(out, made, text.mid(at, next - at), width);
            } else {
                spaced = text.mid(at, end - at).toString() + u' ';
                addSegment(out, made, spaced, width);
            }
            at = made.lineEnd ? next + 1 : next;
        }
    }
    return out;
}

namespace {

int spread(int extra, int index, int count)
{
    return count > 0 ? static_cast<int>(static_cast<long long>(extra) * index / count) : 0;
}

} // namespace

Strip InlineSetter::makeLine(const std::vector<Stretch>& parts, const std::vector<Segment>& all,
                             const Line& line, const Look& look, report::Align align)
{
    Strip strip;
    strip.height = look.leading;
    strip.items.reserve(line.end - line.first);
    const int base = baseline(look.font, look.leading);
    const int room = line.room;
    int gaps = 0;
    for (size_t i = line.first; i + 1 < line.end; ++i)
        gaps += all[i].advance > all[i].ink;
    const bool justified = align == report::Align::Justify && !line.last && gaps > 0 && room > 0;
    int x = align == report::Align::Center ? room / 2 : align == report::Align::End ? room : 0;
    for (size_t i = line.first, gap = 0; i < line.end; ++i) {
        const Segment& s = all[i];
        const Stretch& part = parts[size_t(s.stretch)];
        const int at = x + (justified ? spread(room, int(gap), gaps) : 0);
        strip.items.push_back({Item::Kind::Text, part.color, at, base - part.raise, s.ink, 0, s.word});
        if (!part.link.isEmpty())
            strip.more().links.push_back({QRect(at, 0, s.ink, look.leading), part.link});
        x += s.advance;
        gap += s.advance > s.ink;
    }
    return strip;
}

std::vector<InlineSetter::Line> InlineSetter::breakLines(const std::vector<Segment>& all, int width)
{
    std::vector<Line> lines;
    Line line;
    int x = 0;            // end of the line being filled, spaces included
    int ink = 0;          // the same without the last space
    size_t breakable = 0; // just after the last place where the line may end
    int breakableWidth = 0;
    const auto finish = [&](size_t end, int natural, bool last) {
        lines.push_back({line.first, end, width - natural, last});
        line.first = end;
        x = ink = 0;
    };
    for (size_t i = 0; i < all.size(); ++i) {
        if (x + all[i].ink > width && breakable > line.first) {
            finish(breakable, breakableWidth, false);
            i = breakable; // what was read since goes to the new line
        }
        ink = x + all[i].ink;
        x += all[i].advance;
        if (all[i].lineEnd) finish(i + 1, ink, true);
        if (!all[i].breakAfter) continue;
        breakable = i + 1;
        breakableWidth = ink;
    }
    if (line.first < all.size() || lines.empty()) finish(all.size(), ink, true);
    return lines;
}

Strips InlineSetter::setSimple(const std::vector<Stretch>& parts, const Look& look, report::Align align,
                               int width)
{
    const auto all = segments(parts, width);
    const auto lines = breakLines(all, width);
    Strips strips;
    strips.reserve(lines.size());
    int noted = -1;
    for (const Line& line : lines) {
        strips.push_back(makeLine(parts, all, line, look, align));
        for (size_t i = line.first; i < line.end; ++i) {
            if (all[i].stretch <= noted) continue;
            noted = all[i].stretch;
            attachNote(strips.back(), parts[size_t(noted)]);
        }
    }
    return strips;
}

} // namespace drawing
