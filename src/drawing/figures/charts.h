#pragma once
#include "drawing/figures/canvas.h"
#include "report/values/figure.h"

namespace drawing {

void paintBars(Canvas& canvas, const report::BarChart& chart);
void paintRanges(Canvas& canvas, const report::RangeChart& chart);
void paintIntervals(Canvas& canvas, const report::IntervalChart& chart);
void paintAreaMap(Canvas& canvas, const report::AreaMap& map);
void paintQrCode(Canvas& canvas, const report::QrCode& code);
void paintServices(Canvas& canvas, const report::ServiceStrip& strip);

} // namespace drawing
