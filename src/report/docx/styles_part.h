#pragma once
#include "report/values/look.h"

#include <QByteArray>

#include <string_view>

namespace report::docx {

/// Identifier of the paragraph style of each named style. `framed` is for blocks inside a frame, which has
/// its own background; `compact` for cells of a compact table.
std::string_view styleId(Style style, bool framed = false, bool compact = false);

/// styles.xml: paragraph, character and table styles in the shared look.
QByteArray stylesPart(const QString& language);

} // namespace report::docx
