#pragma once
#include "deliverables/pen.h"

/// Pages before and after the chapters, the same in every report.
namespace deliverables {

/// Disclaimer, contents, abbreviations, lists of tables, figures and maps.
report::Section frontSection(const Reader& reader, const QString& title, bool thanks);
/// Terms with their sense, and the acronyms of the actors the report names.
void writeAbbreviations(Pen& pen);
void writeDivisions(Pen& pen);

} // namespace deliverables
