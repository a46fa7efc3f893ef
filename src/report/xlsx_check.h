#pragma once
#include <QString>

#include <vector>

namespace report {

/// Refuses a workbook whose parts are not whole. libxlsxwriter does not look at the results of its writes to
/// temporary files: on a full disk it packs what it could write and reports success. `rows` is the number of
/// rows of each sheet, in order. Throws base::Error(DiskFull).
void checkWorkbookIsWhole(const QString& path, const std::vector<qsizetype>& rows);

} // namespace report
