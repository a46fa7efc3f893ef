#pragma once
#include <QStringView>

#include <optional>
#include <vector>

namespace questionnaire {

/// A point of the globe, in degrees.
struct GeoPoint
{
    double latitude = 0, longitude = 0;
};

/// The point of a stored geopoint ("lat lon alt acc"); nothing when it is not on the globe.
std::optional<GeoPoint> geoPoint(QStringView stored);
/// Length of a line, in metres.
double geoLength(const std::vector<GeoPoint>& line);
/// Area of a polygon, closed or not, in square metres; 0 below three points.
double geoArea(const std::vector<GeoPoint>& ring);

} // namespace questionnaire
