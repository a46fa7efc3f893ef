#pragma once
#include "report/values/document.h"

#include <functional>

namespace test {

/// Visits every block of a document, those in cells and frames included, in reading order.
inline void visit(const std::vector<report::Block>& blocks,
                  const std::function<void(const report::Block&)>& each)
{
    for (const report::Block& block : blocks) {
        each(block);
        if (const auto* table = std::get_if<report::Table>(&block.content))
            for (const auto& row : table->rows)
                for (const report::Cell& cell : row.cells)
                    visit(cell.blocks, each);
        if (const auto* frame = std::get_if<report::Frame>(&block.content)) visit(frame->blocks, each);
    }
}

inline void visit(const report::Document& document, const std::function<void(const report::Block&)>& each)
{
    for (const report::Section& section : document.sections)
        visit(section.blocks, each);
}

inline QString textOf(const report::Paragraph& paragraph)
{
    QString text;
    for (const report::Run& run : paragraph.runs)
        text += run.text;
    return text;
}

/// All paragraphs, no-break spaces made plain, one per line.
inline QString textOf(const report::Document& document)
{
    QStringList lines;
    visit(document, [&](const report::Block& block) {
        if (const auto* paragraph = std::get_if<report::Paragraph>(&block.content))
            lines << textOf(*paragraph);
        if (const auto* heading = std::get_if<report::Heading>(&block.content))
            lines << heading->number + u' ' + heading->text;
        if (const auto* caption = std::get_if<report::Caption>(&block.content))
            lines << caption->code + u' ' + caption->text;
    });
    QString text = lines.join(u'\n');
    return text.replace(QChar(0x00A0), u' ').replace(QChar(0x202F), u' ');
}

} // namespace test
