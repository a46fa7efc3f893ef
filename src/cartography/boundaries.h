#pragma once
#include "cartography/values/divisions.h"

#include <QPointF>

namespace cartography {

/// Spherical Lambert azimuthal equal-area centred on 29°N 8°W (Snyder 1987, eqs 24-2 to 24-4), radius
/// 6 371 007 m. Longitude and latitude in degrees to metres east and north of the centre.
QPointF project(const QPointF& lonLat);

/// One area in projected metres: outer and inner rings, even-odd.
struct Area
{
    QString code; ///< province or region code; empty for context (neighbours)
    QString kind; ///< province, region1997, region2015, neighbour, outline, line (27°40′N, dashed), south
    std::vector<std::vector<QPointF>> rings;
};

/// Shapes shipped with the program, projected, loaded once and shared (thread-safe).
const std::vector<Area>& areas(const QString& kind);

} // namespace cartography
