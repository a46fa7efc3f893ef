#include "ui/livrables/plan.h"

#include "drawing/pdf_writer.h"
#include "report/values/document.h"
#include "report/values/page_map.h"
#include "workflow/deliver.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>

namespace ui {
namespace {

/// A heading where it fell.
struct Mark
{
    int level;
    QString number, title, anchor, part;
    int page;
};

bool isBounded(const QString& code)
{
    return code == u"l2" || code == u"l3";
}

std::optional<PageBounds> chapterBounds(const QString& number)
{
    static const QHash<QString, PageBounds> bounds{{QStringLiteral("1"), {3, 5}},
                                                   {QStringLiteral("2"), {4, 6}},
                                                   {QStringLiteral("3"), {7, 10}},
                                                   {QStringLiteral("4"), {28, 37}},
                                                   {QStringLiteral("5"), {8, 12}}};
    const auto found = bounds.constFind(number);
    return found == bounds.cend() ? std::nullopt : std::optional(*found);
}

std::vector<Mark> marksOf(const workflow::Preview& preview)
{
    const report::PageMap& map = preview.pages->map();
    std::vector<Mark> marks;
    for (const report::Section& section : preview.document->sections)
        for (const report::Block& block : section.blocks) {
            const auto* heading = std::get_if<report::Heading>(&block.content);
            if (!heading || !heading->inContents || heading->level > 2) continue;
            const auto page = map.pageOf.constFind(heading->anchor);
            if (page == map.pageOf.cend()) continue;
            marks.push_back(
                {heading->level, heading->number, heading->text, heading->anchor, section.part, *page});
        }
    return marks;
}

QString groupTitle(const QString& part)
{
    return part == u"annex" ? QCoreApplication::translate("Plan", "Annexes")
                            : QCoreApplication::translate("Plan", "Pages liminaires");
}

/// Pages from a mark to the next one of its level or above; a page they share counts for the first.
int pagesFrom(const std::vector<Mark>& marks, size_t at, const report::PageMap& map)
{
    if (const int chapter = map.chapterPages.value(marks[at].anchor); marks[at].level == 1 && chapter > 0)
        return chapter;
    for (size_t next = at + 1; next < marks.size(); ++next)
        if (marks[next].level <= marks[at].level) return qMax(1, marks[next].page - marks[at].page);
    return qMax(1, map.pages - marks[at].page);
}

} // namespace

std::optional<PageBounds> bodyBounds(const QString& code)
{
    return isBounded(code) ? std::optional(PageBounds{50, 70}) : std::nullopt;
}

int textsToWrite(const workflow::Preview& preview)
{
    int count = 0;
    for (const report::Section& section : preview.document->sections)
        count += static_cast<int>(
            std::count_if(section.blocks.begin(), section.blocks.end(), [](const report::Block& block) {
                return std::holds_alternative<report::Placeholder>(block.content);
            }));
    return count;
}

std::vector<PlanLine> planOf(const workflow::Preview& preview, const QString& code)
{
    const report::PageMap& map = preview.pages->map();
    const std::vector<Mark> marks = marksOf(preview);
    std::vector<PlanLine> plan;
    QString group;
    for (size_t at = 0; at < marks.size(); ++at) {
        const Mark& mark = marks[at];
        PlanLine line{mark.number, mark.title, mark.page, pagesFrom(marks, at, map), std::nullopt, {}};
        if (isBounded(code) && mark.part != u"body") {
            // What stands around the body is one line, which opens.
            if (group != mark.part || plan.empty()) {
                plan.push_back({{}, groupTitle(mark.part), mark.page, 0, std::nullopt, {}});
                group = mark.part;
            }
            plan.back().pages = mark.page + line.pages - plan.back().page;
            plan.back().inside.push_back(std::move(line));
        } else if (mark.level == 1 || plan.empty()) {
            group.clear();
            if (isBounded(code)) line.bounds = chapterBounds(mark.number);
            plan.push_back(std::move(line));
        } else {
            plan.back().inside.push_back(std::move(line));
        }
    }
    return plan;
}

} // namespace ui
