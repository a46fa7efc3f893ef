#include "questionnaire/expression/geometry.h"

#include <QList>

#include <cmath>
#include <numbers>

namespace questionnaire {

namespace {

constexpr double EarthRadius = 6378100.0; // metres, the value ODK clients share
constexpr double Radians = std::numbers::pi / 180.0;

double haversine(const GeoPoint& a, const GeoPoint& b)
{
    const double phi1 = a.latitude * Radians, phi2 = b.latitude * Radians;
    const double sinPhi = std::sin((phi2 - phi1) / 2),
                 sinLambda = std::sin((b.longitude - a.longitude) * Radians / 2);
    const double h = sinPhi * sinPhi + std::cos(phi1) * std::cos(phi2) * sinLambda * sinLambda;
    return 2 * EarthRadius * std::asin(std::min(1.0, std::sqrt(h)));
}

} // namespace

std::optional<GeoPoint> geoPoint(QStringView stored)
{
    const auto parts = stored.trimmed().split(u' ', Qt::SkipEmptyParts);
    if (parts.size() < 2) return std::nullopt;
    bool okLatitude = false, okLongitude = false;
    const GeoPoint point{parts[0].toDouble(&okLatitude), parts[1].toDouble(&okLongitude)};
    const bool inside = std::abs(point.latitude) <= 90 && std::abs(point.longitude) <= 180;
    return okLatitude && okLongitude && inside ? std::optional(point) : std::nullopt;
}

double geoLength(const std::vector<GeoPoint>& line)
{
    double total = 0;
    for (size_t i = 1; i < line.size(); ++i)
        total += haversine(line[i - 1], line[i]);
    return total;
}

// Spherical polygon by the trapezoid rule (Chamberlain & Duquette 2007).
double geoArea(const std::vector<GeoPoint>& ring)
{
    if (ring.size() < 3) return 0;
    double total = 0;
    for (size_t i = 0; i < ring.size(); ++i) {
        const GeoPoint& p = ring[i];
        const GeoPoint& q = ring[(i + 1) % ring.size()];
        total += (q.longitude - p.longitude) * Radians *
                 (2 + std::sin(p.latitude * Radians) + std::sin(q.latitude * Radians));
    }
    return std::abs(total * EarthRadius * EarthRadius / 2);
}

} // namespace questionnaire
