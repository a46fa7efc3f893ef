#include "questionnaire/expression/functions.h"
#include "questionnaire/expression/geometry.h"

#include <array>
#include <cmath>
#include <limits>

namespace questionnaire::ast {

namespace {

using Values = std::span<const TreeValue>;

constexpr double NaN = std::numeric_limits<double>::quiet_NaN();

// Points of one trace, of a set of points, or of several arguments; nothing when one of them is not a point.
std::optional<std::vector<GeoPoint>> pointsOf(Values values)
{
    std::vector<GeoPoint> points;
    for (const TreeValue& value : values) {
        for (const QString& text : textsOf(value)) {
            for (const QStringView part : QStringView(text).split(u';', Qt::SkipEmptyParts)) {
                if (part.trimmed().isEmpty()) continue;
                const auto point = geoPoint(part);
                if (!point) return std::nullopt;
                points.push_back(*point);
            }
        }
    }
    return points;
}

double toCentimetres(double metres)
{
    return std::round(metres * 100) / 100;
}

TreeValue distance(const EvalContext&, Values a)
{
    const auto points = pointsOf(a);
    if (!points) return NaN;
    return toCentimetres(geoLength(*points));
}

TreeValue area(const EvalContext&, Values a)
{
    const auto points = pointsOf(a);
    if (!points) return NaN;
    return toCentimetres(geoArea(*points));
}

// Ray casting on plain coordinates: fences are small.
TreeValue geofence(const EvalContext&, Values a)
{
    const auto inside = pointsOf(a.first(1));
    const auto fence = pointsOf(a.subspan(1, 1));
    if (!inside || !fence || inside->size() != 1 || fence->size() < 3) return false;
    const GeoPoint& point = inside->front();
    bool within = false;
    for (size_t i = 0, j = fence->size() - 1; i < fence->size(); j = i++) {
        const GeoPoint &p = (*fence)[i], &q = (*fence)[j];
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
