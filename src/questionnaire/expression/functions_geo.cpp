#include "questionnaire/expression/functions.h"

#include <array>
#include <cmath>
#include <limits>
#include <numbers>

namespace questionnaire::ast {

namespace {

using Values = std::span<const TreeValue>;

constexpr double EarthRadius = 6378100.0; // metres, the value ODK clients share
constexpr double Radians = std::numbers::pi / 180.0;
constexpr double NaN = std::numeric_limits<double>::quiet_NaN();

struct Point
{
    double latitude, longitude;
};

std::optional<Point> pointOf(QStringView text)
{
    const auto parts = text.trimmed().split(u' ', Qt::SkipEmptyParts);
    if (parts.size() < 2) return std::nullopt;
    bool okLatitude = false, okLongitude = false;
    const Point point{parts[0].toDouble(&okLatitude), parts[1].toDouble(&okLongitude)};
    const bool inside = std::abs(point.latitude) <= 90 && std::abs(point.longitude) <= 180;
    return okLatitude && okLongitude && inside ? std::optional(point) : std::nullopt;
}

// Points of one trace, of a set of points, or of several arguments; nothing when one of them is not a point.
std::optional<std::vector<Point>> pointsOf(Values values)
{
    std::vector<Point> points;
    for (const TreeValue& value : values) {
        for (const QString& text : textsOf(value)) {
            for (const QStringView part : QStringView(text).split(u';', Qt::SkipEmptyParts)) {
                if (part.trimmed().isEmpty()) continue;
                const auto point = pointOf(part);
                if (!point) return std::nullopt;
                points.push_back(*point);
            }
        }
    }
    return points;
}

double haversine(const Point& a, const Point& b)
{
    const double phi1 = a.latitude * Radians, phi2 = b.latitude * Radians;
    const double sinPhi = std::sin((phi2 - phi1) / 2),
                 sinLambda = std::sin((b.longitude - a.longitude) * Radians / 2);
    const double h = sinPhi * sinPhi + std::cos(phi1) * std::cos(phi2) * sinLambda * sinLambda;
    return 2 * EarthRadius * std::asin(std::min(1.0, std::sqrt(h)));
}

double toCentimetres(double metres)
{
    return std::round(metres * 100) / 100;
}

TreeValue distance(const EvalContext&, Values a)
{
    const auto points = pointsOf(a);
    if (!points) return NaN;
    double total = 0;
    for (size_t i = 1; i < points->size(); ++i)
        total += haversine((*points)[i - 1], (*points)[i]);
    return toCentimetres(total);
}

// Spherical polygon by the trapezoid rule (Chamberlain & Duquette 2007).
TreeValue area(const EvalContext&, Values a)
{
    const auto points = pointsOf(a);
    if (!points) return NaN;
    if (points->size() < 3) return 0.0;
    double total = 0;
    for (size_t i = 0; i < points->size(); ++i) {
        const Point& p = (*points)[i];
        const Point& q = (*points)[(i + 1) % points->size()];
        total += (q.longitude - p.longitude) * Radians *
                 (2 + std::sin(p.latitude * Radians) + std::sin(q.latitude * Radians));
    }
    return toCentimetres(std::abs(total * EarthRadius * EarthRadius / 2));
}

// Ray casting on plain coordinates: fences are small.
TreeValue geofence(const EvalContext&, Values a)
{
    const auto inside = pointsOf(a.first(1));
    const auto fence = pointsOf(a.subspan(1, 1));
    if (!inside || !fence || inside->size() != 1 || fence->size() < 3) return false;
    const Point& point = inside->front();
    bool within = false;
    for (size_t i = 0, j = fence->size() - 1; i < fence->size(); j = i++) {
        const Point &p = (*fence)[i], &q = (*fence)[j];
        if ((p.latitude > point.latitude) == (q.latitude > point.latitude)) continue;
        const double crossing =
            (q.longitude - p.longitude) * (point.latitude - p.latitude) / (q.latitude - p.latitude);
        if (point.longitude < crossing + p.longitude) within = !within;
    }
    return within;
}

constexpr std::array<BuiltIn, 3> Functions{{
    {QLatin1String("distance"), 1, -1, distance},
    {QLatin1String("area"), 1, -1, area},
    {QLatin1String("geofence"), 2, 2, geofence},
}};

} // namespace

std::span<const BuiltIn> geoFunctions()
{
    return Functions;
}

} // namespace questionnaire::ast
