#include "workflow/word_export.h"

#include "base/atomic_file.h"
#include "drawing/figure_painter.h"
#include "drawing/pdf_writer.h"
#include "report/docx_writer.h"

#include <QFileInfo>

namespace workflow {

WordExport writeWord(const report::Document& document, const disclosure::View& view, const QString& path,
                     const base::Progress& progress)
{
    const drawing::Pages laidOut = drawing::paginate(document, progress);
    const drawing::FigurePainter figures;
    base::writeFileAtomically(path, report::writeDocx(document, laidOut.map(), figures, progress));
    return {path, QFileInfo(path).size(), laidOut.map().pages, view.account()};
}

} // namespace workflow
