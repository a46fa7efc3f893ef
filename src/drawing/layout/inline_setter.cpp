#include "drawing/layout/inline_setter.h"

#include "drawing/layout/stretch.h"
#include "drawing/layout/units.h"
#include "drawing/palette.h"

#include <algorithm>

namespace drawing {
namespace {

/// Control characters would be drawn as boxes: white space instead, line ends kept.
QString clean(QString text)
{
    for (QChar& c : text) {
        if (c == u'\n' || c == QChar(QChar::LineSeparator) || c == QChar(QChar::ParagraphSeparator))
            c = u'\n';
        else if (c.unicode() < 0x20 || (c.unicode() >= 0x7F && c.unicode() < 0xA0))
            c = u' ';
    }
    return text;
}

FontKey keyOf(const report::Run& run, const Look& look)
{
    FontKey key = look.font;
    key.bold = key.bold || run.bold;
    key.italic = key.italic != run.italic;
    if (run.small) key.size = key.size * 85 / 100;
    if (run.superscript) key.size = key.size * 65 / 100;
    if (run.language == QStringLiteral("ar") || hasArabic(run.text)) key.family = Family::Arabic;
    return key;
}

} // namespace

bool needsBidirectional(QStringView text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) {
        const char16_t u = c.unicode();
        return (u >= 0x0590 && u < 0x1E00) || (u >= 0x200C && u <= 0x200F) || (u >= 0x202A && u <= 0x202E) ||
               (u >= 0x2066 && u <= 0x2069) || (u >= 0xD800 && u < 0xF900) || u >= 0xFB07;
    });
}

bool hasArabic(QStringView text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.direction() == QChar::DirAL; });
}

int InlineSetter::baseline(const FontKey& font, int leading)
{
    const FontId id = m_shaper.fonts().id(font);
    const quint32 key = quint32(id) << 16 | quint32(leading & 0xFFFF);
    if (const auto found = m_baselines.constFind(key); found != m_baselines.constEnd()) return *found;
    const QRawFont raw = QRawFont::fromFont(m_shaper.fonts().font(id));
    const int result = units((leading - raw.ascent() - raw.descent()) / 2 + raw.ascent());
    m_baselines.insert(key, result);
    return result;
}

QString InlineSetter::textOf(const report::Run& run)
{
    if (run.pageOf.isEmpty()) return clean(run.text);
    m_refers = true;
    return m_labels.value(run.pageOf, m_settled ? QStringLiteral("–") : QStringLiteral("00"));
}

void InlineSetter::callNote(std::vector<Stretch>& out, const report::Run& run, const Look& look)
{
    Stretch call;
    call.text = QString::number(++m_noteNumber);
    call.key = look.font;
    call.key.size = look.font.size * 65 / 100;
    call.font = m_shaper.fonts().id(call.key);
    call.color = look.color;
    call.raise = look.font.size * 35 / 100;
    call.noteText = run.footnote;
    call.noteLabel = call.text;
    out.push_back(call);
}

void InlineSetter::attachNote(Strip& line, const Stretch& call)
{
    if (call.noteText.isEmpty()) return;
    report::Runs note = report::runs(call.noteText);
    report::Run label;
    label.text = call.noteLabel + QChar(QChar::Nbsp);
    note.insert(note.begin(), label);
    const Look look = lookOfFootnote();
    Strips set = this->set(note, look, report::Align::Start, m_noteWidth);
    if (!set.empty()) set.front().before = look.before;
    line.more().notes.push_back(stack(std::move(set)));
}

std::vector<InlineSetter::Stretch> InlineSetter::stretches(const report::Runs& runs, const Look& look)
{
    std::vector<Stretch> out;
    out.reserve(runs.size());
    for (const report::Run& run : runs) {
        Stretch part;
        part.text = textOf(run);
        part.key = keyOf(run, look);
        part.font = m_shaper.fonts().id(part.key);
        part.color = run.tone.isEmpty() ? look.color : palette::tone(run.tone);
        part.raise = run.superscript ? look.font.size * 35 / 100 : 0;
        part.link = run.pageOf.isEmpty() ? run.link : u'#' + run.pageOf;
        if (!part.link.isEmpty() && !part.link.startsWith(u'#') && run.tone.isEmpty())
            part.color = palette::Accent;
        if (!part.text.isEmpty()) out.push_back(std::move(part));
        if (!run.footnote.isEmpty()) callNote(out, run, look);
    }
    return out;
}

Strips InlineSetter::set(const report::Runs& runs, const Look& look, report::Align align, int width)
{
    const auto parts = stretches(runs, look);
    const bool bidirectional =
        std::any_of(parts.begin(), parts.end(), [](const Stretch& s) { return needsBidirectional(s.text); });
    const int inner = std::max(width - look.indent, look.font.size);
    Strips lines =
        bidirectional ? setBidirectional(parts, look, align, inner) : setSimple(parts, look, align, inner);
    if (look.indent)
        for (Strip& line : lines)
            shift(line, look.indent, 0);
    return lines;
}

Strips InlineSetter::set(const QString& text, const Look& look, report::Align align, int width)
{
    return set(report::runs(text), look, align, width);
}

int InlineSetter::line(Strip& strip, const QString& text, const Look& look, int x, int y)
{
    report::Runs runs = report::runs(text);
    Strips lines = set(runs, look, report::Align::Start, mm(5000));
    int width = 0;
    if (lines.empty()) return width;
    for (const Item& item : lines.front().items)
        width = std::max(width, item.x + item.w);
    const bool right = !runs.empty() && needsBidirectional(text) && lines.front().items.front().x > 0;
    int left = right ? width : 0;
    for (const Item& item : lines.front().items)
        left = std::min(left, item.x);
    merge(strip, std::move(lines.front()), x - left, y);
    return width - left;
}

} // namespace drawing
