#pragma once
#include <QDate>
#include <QString>

namespace report {

/// French typography of a sentence: no-break spaces before « : ; ! ? » and inside « », straight quotation
/// marks in pairs to « », apostrophe ’. Addresses, times ("14:03") and Arabic are left alone. Idempotent.
QString french(const QString& text);

/// "1 234,5" with no-break separators and at most `decimals` decimals, trailing zeros dropped when
/// `fixed` is false. A value that is not finite gives "–".
QString frenchNumber(double value, int decimals = 0, bool fixed = false);

/// "12 %", from a ratio between 0 and 1.
QString frenchPercent(double ratio, int decimals = 0);

/// "13 janvier 2015", "1er février 2015"; empty for an invalid date.
QString frenchDate(const QDate& date);

} // namespace report
