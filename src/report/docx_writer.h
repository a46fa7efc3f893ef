#pragma once
#include "base/progress.h"
#include "report/figure_renderer.h"
#include "report/values/document.h"
#include "report/values/page_map.h"

namespace report {

/// The document as an Office Open XML package (ISO/IEC 29500 transitional): real styles, contents and lists
/// pre-filled from the page map, fields, footnotes, sections, alternative texts, right-to-left runs.
/// Deterministic for a given document. Throws base::Error(Cancelled).
QByteArray writeDocx(const Document& document, const PageMap& pages, const FigureRenderer& figures,
                     const base::Progress& progress = {});

} // namespace report
