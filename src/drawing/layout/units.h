#pragma once
#include <cmath>

/// Layout happens in one integer space, 1,200 units to the inch, whatever the output: the PDF and the image
/// of a page show the same lines.
namespace drawing {

inline constexpr int UnitsPerInch = 1200;
inline constexpr double UnitsPerMm = UnitsPerInch / 25.4;

inline int units(double value)
{
    return static_cast<int>(std::lround(value));
}

inline int mm(double millimetres)
{
    return units(millimetres * UnitsPerMm);
}

inline int pt(double points)
{
    return units(points * UnitsPerInch / 72);
}

} // namespace drawing
