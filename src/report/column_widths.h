#pragma once
#include "report/values/document.h"

namespace report {

/// Widths of the columns of a table `totalMm` wide, in millimetres: those it asks for, but no column narrower
/// than the longest word of its head, nor of its cells, as long as the others can give the room. The same for
/// PDF and DOCX; words are measured from a table of letter widths, so that no font is needed. Columns it does
/// not mention get its mean width.
std::vector<double> columnWidths(const Table& table, size_t columns, double totalMm);

} // namespace report
