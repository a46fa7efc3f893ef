#pragma once
#include "deliverables/reader.h"
#include "report/values/document.h"
#include "report/xlsx_writer.h"

namespace deliverables {

/// Sections of the grille, ready to stand alone or in L1.
std::vector<report::Section> grilleSections(const Reader& reader);
report::Document grilleDocument(const Reader& reader);

} // namespace deliverables
