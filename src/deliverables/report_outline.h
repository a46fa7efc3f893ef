#pragma once
#include "deliverables/pen.h"

#include <functional>

namespace deliverables {

/// One heading of a report with what stands under it: the specification's outline as data.
struct Chapter
{
    int level = 1;
    QString number, title;
    QString prompt;                      ///< what the consultant is asked to write; empty: nothing
    int words = 0;                       ///< target length
    std::function<void(Pen&)> automatic; ///< items computed from the study, before the guided text
};

using Chapters = std::vector<Chapter>;

/// Writes the chapters; anchors are "prefix.number". Level-1 chapters start a page.
void writeChapters(Pen& pen, const Chapters& chapters, const QString& prefix);

/// Cover, disclaimer, contents, abbreviations and lists: the preliminary pages of a report.
void addFrontPages(report::Document& document, const Reader& reader, const QString& title,
                   const QString& version, const QString& thanksId);

const Chapters& mappingChapters();
const Chapters& finalChapters();
const Chapters& annexes();

} // namespace deliverables
