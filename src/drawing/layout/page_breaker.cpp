#include "drawing/layout/page_breaker.h"

#include "drawing/layout/units.h"

#include <algorithm>

namespace drawing {
namespace {

const int NoteGap = pt(9); ///< white and rule above the notes

class Breaker
{
public:
    Breaker(Strips& strips, int height, const Shaper& shaper)
        : m_strips(strips), m_height(height), m_shaper(shaper)
    {
    }

    /// End of the page that starts with strip `first`.
    size_t endOf(size_t first)
    {
        int y = 0, notes = 0;
        for (size_t i = first; i < m_strips.size(); ++i) {
            if (i > first && m_strips[i].breakBefore) return i;
            const int top = y + gap(i, first) + headerHeight(i, first);
            const int withNotes = notes + notesHeight(i, notes > 0);
            if (top + m_strips[i].height + withNotes > m_height) {
                if (!cutTall(i, first, m_height - top - withNotes)) return lastBreak(i, first);
            }
            y = top + m_strips[i].height;
            notes = withNotes;
        }
        return m_strips.size();
    }

    PageBody place(size_t first, size_t end) const
    {
        PageBody page;
        page.first = first;
        page.end = end;
        int y = 0, notes = 0;
        for (size_t i = first; i < end; ++i) {
            y += gap(i, first);
            if (headerHeight(i, first))
                for (const Strip& row : *m_strips[i].header) {
                    page.strips.push_back({&row, y});
                    y += row.height;
                }
            page.strips.push_back({&m_strips[i], y});
            y += m_strips[i].height;
            notes += notesHeight(i, notes > 0);
        }
        placeNotes(page, notes);
        return page;
    }

private:
    bool startsTable(size_t i) const { return i == 0 || m_strips[i - 1].header != m_strips[i].header; }

    int gap(size_t i, size_t first) const
    {
        const Strip& s = m_strips[i];
        if (i > first) return s.before;
        return s.keepsTop && (i == 0 || s.breakBefore) ? s.before : 0;
    }

    int headerHeight(size_t i, size_t first) const
    {
        if (!m_strips[i].header || (i != first && !startsTable(i))) return 0;
        return heightOf(*m_strips[i].header);
    }

    int notesHeight(size_t i, bool others) const
    {
        if (!m_strips[i].extras || m_strips[i].extras->notes.empty()) return 0;
        return heightOf(m_strips[i].extras->notes) + (others ? 0 : NoteGap);
    }

    bool cutTall(size_t i, size_t first, int room)
    {
        Strip& strip = m_strips[i];
        if (strip.height + headerHeight(i, i) <= m_height) return false;
        if (i > first && room < m_height / 4) return false;
        std::optional<Strip> rest = cut(strip, std::max(room, 1), m_shaper);
        if (!rest) return i == first;
        rest->breakBefore = true;
        m_strips.insert(m_strips.begin() + static_cast<std::ptrdiff_t>(i) + 1, std::move(*rest));
        return true;
    }

    size_t lastBreak(size_t overflow, size_t first) const
    {
        if (overflow == first) return first + 1;
        size_t at = overflow;
        while (at > first && m_strips[at - 1].keepWithNext)
            --at;
        return at > first ? at : overflow;
    }

    void placeNotes(PageBody& page, int height) const
    {
        int y = m_height - height + NoteGap;
        for (size_t i = page.first; i < page.end; ++i) {
            if (!m_strips[i].extras) continue;
            for (const Strip& note : m_strips[i].extras->notes) {
                page.notes.push_back({&note, y + note.before});
                y += note.before + note.height;
            }
        }
    }

    Strips& m_strips;
    int m_height;
    const Shaper& m_shaper;
};

} // namespace

std::vector<PageBody> breakPages(Strips& strips, int height, const Shaper& shaper)
{
    Breaker breaker(strips, height, shaper);
    std::vector<std::pair<size_t, size_t>> spans;
    for (size_t first = 0; first < strips.size();) {
        const size_t end = breaker.endOf(first);
        spans.emplace_back(first, end);
        first = end;
    }
    std::vector<PageBody> pages;
    pages.reserve(spans.size());
    for (const auto& [first, end] : spans)
        pages.push_back(breaker.place(first, end));
    return pages;
}

} // namespace drawing
