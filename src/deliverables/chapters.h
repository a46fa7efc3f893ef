#pragma once
#include "deliverables/items.h"

/// Chapters of the reports, one function each, in the order of the specification.
namespace deliverables {

/// Writes numbered headings with their anchors and keeps the prefix of guided texts.
class Chapter
{
public:
    Chapter(Pen& pen, QString report) : m_pen(pen), m_report(std::move(report)) {}

    Pen& pen() { return m_pen; }
    void title(const QString& number, const QString& text);   ///< "4", new page
    void section(const QString& number, const QString& text); ///< "4.1"
    /// Guided text of the current section; `part` tells several apart.
    void guided(const QString& prompt, int words, const QString& part = {});

private:
    Pen& m_pen;
    QString m_report, m_number;
};

// l1_overview.cpp, l1_content.cpp
void writeMappingOverview(Chapter& chapter);
void writeMappingContent(Chapter& chapter);

/// Whether the report is the preliminary version (L2).
struct Version
{
    bool preliminary = false;
};
void writeSummary(Chapter& chapter, Version version);                              // l3_summary.cpp
void writeProject(Chapter& chapter, Version version);                              // l3_project.cpp
void writeMethod(Chapter& chapter, Version version);                               // l3_method.cpp
void writeResults(Chapter& chapter, Version version);                              // l3_results.cpp
void writeConclusions(Chapter& chapter, Version version);                          // l3_conclusions.cpp
std::vector<report::Section> annexSections(const Reader& reader, Version version); // annexes.cpp

/// "Point à décider avec l’OIM": framed, in the preliminary report only.
void toDecide(Pen& pen, Version version, const QString& point);

} // namespace deliverables
