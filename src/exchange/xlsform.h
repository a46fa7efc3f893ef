#pragma once
#include "questionnaire/values/form.h"

#include <QDate>

namespace exchange {

/// Writes a form as an XLSForm workbook, which form tools and readForm() read back unchanged. Throws
/// base::Error.
void writeXlsForm(const questionnaire::Form& form, const QDate& date, const QString& path);

} // namespace exchange
