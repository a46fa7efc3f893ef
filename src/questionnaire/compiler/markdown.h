#pragma once
#include "questionnaire/compiler.h"

namespace questionnaire {

/// Sheets of a form written as Markdown tables, the way XLSForm authors paste them in discussions: a first
/// cell that names the sheet, then rows whose first cell is empty.
std::vector<SheetTable> sheetsFromMarkdown(const QString& text);

} // namespace questionnaire
