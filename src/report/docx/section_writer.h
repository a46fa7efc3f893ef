#pragma once
#include "report/docx/parts.h"
#include "report/values/document.h"

namespace report::docx {

/// Pages under one running head: a section, cut where a chapter starts a page so that the head names the
/// chapter without a field that some readers do not know.
struct Slice
{
    const Section* section = nullptr;
    std::size_t first = 0, last = 0; ///< blocks
    QString chapter;
    bool restart = false;
};

std::vector<Slice> slices(const Document& document);

/// Width between the margins.
double textWidthMm(const Section& section);

/// <w:sectPr> of a slice; its head and foot become parts.
void writeSectionProperties(Xml& xml, Parts& parts, const Slice& slice, const Document& document);

} // namespace report::docx
