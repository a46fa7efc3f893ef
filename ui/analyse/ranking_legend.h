#pragma once

class QWidget;

namespace ui {

/// What the signs of the ranking mean: interval, threshold, rules.
QWidget* rankingLegend();

} // namespace ui
