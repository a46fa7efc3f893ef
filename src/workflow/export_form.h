#pragma once
#include <QString>

namespace workflow {

class Study;

/// Writes the questionnaire of a study as an XLSForm workbook, which holds no answer. Gives its size in
/// bytes; throws base::Error.
qint64 exportForm(const Study& study, const QString& path);

} // namespace workflow
