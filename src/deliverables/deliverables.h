#pragma once
#include "disclosure/gate.h"
#include "report/values/document.h"
#include "report/xlsx_writer.h"

namespace deliverables {

/// The documents this version produces, by code: grille, fiches, l1, l2, l3.
QStringList documentCodes();

/// Document tree of one deliverable for the audience of the view. `version` is printed on the cover.
report::Document build(const QString& code, const disclosure::View& view);

/// The grille as a typed sheet (46 columns).
report::Workbook grilleWorkbook(const disclosure::View& view);

/// Safe file name without extension ("L1-cartographie"); never holds a name of an actor.
QString fileStem(const QString& code);

} // namespace deliverables
