#pragma once
#include "base/clock.h"

#include <QString>

namespace base {

/// New UUID version 7 (RFC 9562): 48 bits of milliseconds then random bits; sorts by creation time.
/// Lower-case text with hyphens. Ids made in the same millisecond by one process keep their order.
QString newUuid(const Clock& clock);

/// True for a well-formed UUID in text form, of any version.
bool isUuid(const QString& text);

} // namespace base
