#pragma once
#include <QString>

#include <optional>
#include <vector>

namespace workflow {
struct Preview;
}

namespace ui {

/// Pages a chapter must keep to.
struct PageBounds
{
    int low = 0, high = 0;
    bool hold(int pages) const { return pages >= low && pages <= high; }
};

/// One line of the plan of a document: a chapter, a section, or a group of pages outside the body.
struct PlanLine
{
    QString number, title;
    int page = 0;  ///< where it begins, from 0
    int pages = 0; ///< how long it is; at least 1
    std::optional<PageBounds> bounds;
    std::vector<PlanLine> inside;
};

/// The plan of a laid-out document; the bounds of chapters are those of the final and preliminary reports.
std::vector<PlanLine> planOf(const workflow::Preview& preview, const QString& code);

/// Bounds of the body of a report; empty when the document has none.
std::optional<PageBounds> bodyBounds(const QString& code);

/// Places of the document that still ask for a text.
int textsToWrite(const workflow::Preview& preview);

} // namespace ui
