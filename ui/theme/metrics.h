#pragma once
#include <QFont>

namespace ui {

/// A length given at scale 1 (text of 13 px), in pixels at the present text size.
int px(double atScaleOne);
/// The application's font, larger or smaller by a factor.
QFont sized(double factor, bool bold = false);

} // namespace ui
