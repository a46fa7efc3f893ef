#include "report/values/document.h"

#include <array>

namespace report {
namespace {

class CaptionNumbers
{
public:
    void number(std::vector<Block>& blocks)
    {
        for (Block& block : blocks) {
            if (auto* caption = std::get_if<Caption>(&block.content)) {
                caption->number = ++m_last[static_cast<std::size_t>(caption->kind)];
            } else if (auto* table = std::get_if<Table>(&block.content)) {
                number(*table);
            } else if (auto* frame = std::get_if<Frame>(&block.content)) {
                number(frame->blocks);
            }
        }
    }

private:
    void number(Table& table)
    {
        for (Table::TableRow& row : table.rows) {
            for (Cell& each : row.cells)
                number(each.blocks);
        }
    }

    std::array<int, 3> m_last{};
};

bool isArabic(QChar c)
{
    return c.script() == QChar::Script_Arabic && c.direction() != QChar::DirAN;
}

bool isNeutral(QChar c)
{
    return !c.isLetter() && c.script() != QChar::Script_Arabic;
}

} // namespace

void numberCaptions(Document& document)
{
    CaptionNumbers numbers;
    for (Section& section : document.sections)
        numbers.number(section.blocks);
}

Block paragraph(const QString& text, Style style, Align align)
{
    Paragraph made;
    made.runs = runs(text);
    made.style = style;
    made.align = align;
    return {std::move(made)};
}

Block heading(int level, const QString& number, const QString& text, const QString& anchor, bool newPage)
{
    return {Heading{level, number, text, anchor, newPage, true}};
}

Block caption(Caption::Kind kind, const QString& code, const QString& text)
{
    return {Caption{kind, code, text, 0}};
}

Cell cell(const QString& text, bool header, Align align)
{
    Cell made;
    made.header = header;
    made.blocks.push_back(paragraph(text, header ? Style::TableHead : Style::TableText, align));
    return made;
}

Runs runs(const QString& text)
{
    Runs made;
    qsizetype start = 0;      // of the run being read
    qsizetype lastStrong = 0; // just after its last letter: neutral characters wait for what follows
    bool arabic = false;
    const auto close = [&](qsizetype end) {
        if (end == start) return;
        Run run;
        run.text = text.mid(start, end - start);
        if (arabic) run.language = QStringLiteral("ar");
        made.push_back(std::move(run));
        start = end;
    };
    for (qsizetype at = 0; at < text.size(); ++at) {
        const QChar c = text[at];
        if (isNeutral(c)) continue;
        if (isArabic(c) != arabic) {
            close(arabic ? lastStrong : at);
            arabic = !arabic;
        }
        lastStrong = at + 1;
    }
    if (arabic) close(lastStrong);
    arabic = false;
    close(text.size());
    return made;
}

} // namespace report
