#include "drawing/layout/furniture.h"

#include "drawing/layout/units.h"
#include "drawing/palette.h"

#include <algorithm>

namespace drawing {
namespace {

Look runningLook()
{
    Look look = lookOf(report::Style::Source);
    look.leading = pt(10);
    return look;
}

/// First and last level-1 heading that start on a page.
struct Chapters
{
    QString first, last;
};

Chapters chaptersOf(const Page& page)
{
    Chapters found;
    for (const PlacedStrip& placed : page.body.strips) {
        if (!placed.strip->extras) continue;
        for (const HeadingMark& mark : placed.strip->extras->headings) {
            if (mark.level != 1) continue;
            if (found.first.isEmpty()) found.first = mark.title;
            found.last = mark.title;
        }
    }
    return found;
}

} // namespace

void Furnisher::furnish(const report::Document& document)
{
    if (document.sections.empty()) return; // one blank page
    QString chapter;
    int section = -1;
    for (Page& page : m_data.pages) {
        if (page.section != section && document.sections[size_t(page.section)].restartNumbering)
            chapter.clear();
        section = page.section;
        const Chapters here = chaptersOf(page);
        const bool opens =
            !here.first.isEmpty() && (chapter.isEmpty() || page.body.strips.front().strip->breakBefore);
        furnish(page, document.sections[size_t(page.section)], opens ? here.first : chapter);
        if (!here.last.isEmpty()) chapter = here.last;
    }
}

int Furnisher::width(const QString& text, const Look& look)
{
    Strip probe;
    return m_setter.line(probe, text, look, 0, 0);
}

QString Furnisher::shortened(const QString& text, const Look& look, int room)
{
    if (width(text, look) <= room) return text;
    QStringList words = text.split(u' ');
    while (words.size() > 1 && width(words.join(u' ') + u'…', look) > room)
        words.removeLast();
    return words.join(u' ') + u'…';
}

void Furnisher::put(Page& page, const QString& text, const Look& look, QPoint at)
{
    if (!text.isEmpty()) m_setter.line(page.furniture, text, look, at.x(), at.y());
}

void Furnisher::putEnding(Page& page, const QString& text, const Look& look, QPoint end)
{
    put(page, text, look, end - QPoint(width(text, look), 0));
}

void Furnisher::furnish(Page& page, const report::Section& section, const QString& chapter)
{
    const Look look = runningLook();
    const int right = page.left + page.textWidth;
    if (section.showHeader && !(section.header.isEmpty() && chapter.isEmpty())) {
        const int y = page.top - mm(8.5);
        const QString left = shortened(section.header, look, page.textWidth * 58 / 100);
        put(page, left, look, {page.left, y});
        putEnding(page, shortened(chapter, look, page.textWidth - width(left, look) - mm(6)), look,
                  {right, y});
        page.furniture.items.push_back({Item::Kind::Fill, palette::Marker, page.left,
                                        y + look.leading + pt(2), page.textWidth, pt(0.5), 0});
    }
    const int foot = page.height - page.top + mm(5);
    put(page, shortened(section.footer, look, page.textWidth - mm(20)), look, {page.left, foot});
    putEnding(page, page.label.text(), look, {right, foot});
    if (!page.body.notes.empty()) {
        const int y = page.top + page.body.notes.front().y - pt(4);
        page.furniture.items.push_back({Item::Kind::Fill, palette::Marker, page.left, y, mm(40), pt(0.4), 0});
    }
    if (section.lineNumbers) lineNumbers(page);
}

void Furnisher::lineNumbers(Page& page)
{
    Look look = runningLook();
    look.font.size = pt(6.5);
    int line = 0;
    for (const PlacedStrip& placed : page.body.strips) {
        if (!placed.strip->counted || ++line % 5 != 0) continue;
        const int y = page.top + placed.y + (placed.strip->height - look.leading) / 2;
        putEnding(page, QString::number(line), look, {page.left - mm(4), y});
    }
}

void Furnisher::fillLabels(const Labels& labels)
{
    for (Strips& strips : m_data.strips)
        for (Strip& strip : strips) {
            if (!strip.extras) continue;
            const auto waiting = std::move(strip.extras->labels);
            for (const LateLabel& label : waiting)
                fill(strip, label, labels);
        }
}

void Furnisher::fill(Strip& strip, const LateLabel& label, const Labels& labels)
{
    const QString text = labels.value(label.anchor);
    Shaper& shaper = m_setter.shaper();
    const WordId word = shaper.word(label.font, text);
    const int ink = text.isEmpty() ? 0 : shaper[word].ink;
    const int dotsLeft = label.left + pt(4), dotsRight = label.right - std::max(ink, pt(12)) - pt(4);
    if (dotsRight > dotsLeft)
        strip.items.push_back(
            {Item::Kind::Dots, palette::Marker, dotsLeft, label.y, dotsRight - dotsLeft, 0, 0});
    if (ink) strip.items.push_back({Item::Kind::Text, label.color, label.right - ink, label.y, ink, 0, word});
}

} // namespace drawing
