#include "cartography/boundaries.h"

#include "base/resources.h"

#include <cmath>
#include <nlohmann/json.hpp>
#include <numbers>

namespace cartography {
namespace {

using nlohmann::json;

constexpr double EarthRadius = 6371007.0;
constexpr double Degree = std::numbers::pi / 180;
constexpr double CentreLatitude = 29 * Degree;
constexpr double CentreLongitude = -8 * Degree;

std::vector<QPointF> ring(const json& points)
{
    std::vector<QPointF> out;
    out.reserve(points.size());
    for (const json& p : points)
        out.push_back(project({p[0].get<double>(), p[1].get<double>()}));
    return out;
}

/// Appends every line of a geometry, however deeply its coordinates nest (LineString … MultiPolygon).
void appendRings(const json& coordinates, std::vector<std::vector<QPointF>>& rings)
{
    if (coordinates.empty()) return;
    if (coordinates[0][0].is_number()) {
        rings.push_back(ring(coordinates));
        return;
    }
    for (const json& part : coordinates)
        appendRings(part, rings);
}

QHash<QString, std::vector<Area>> load(const QStringList& files)
{
    QHash<QString, std::vector<Area>> byKind;
    for (const QString& file : files) {
        const QByteArray content = base::resource(QStringLiteral("geography/") + file);
        const json collection = json::parse(content.constData(), content.constData() + content.size());
        for (const json& feature : collection.at("features")) {
            Area area;
            area.code = QString::fromStdString(feature["properties"]["code"].get<std::string>());
            area.kind = QString::fromStdString(feature["properties"]["kind"].get<std::string>());
            appendRings(feature["geometry"]["coordinates"], area.rings);
            byKind[area.kind].push_back(std::move(area));
        }
    }
    return byKind;
}

} // namespace

QPointF project(const QPointF& lonLat)
{
    const double latitude = lonLat.y() * Degree;
    const double dLongitude = lonLat.x() * Degree - CentreLongitude;
    const double sinLat = std::sin(latitude), cosLat = std::cos(latitude);
    const double sin0 = std::sin(CentreLatitude), cos0 = std::cos(CentreLatitude);
    const double k = std::sqrt(2 / (1 + sin0 * sinLat + cos0 * cosLat * std::cos(dLongitude)));
    return QPointF(EarthRadius * k * cosLat * std::sin(dLongitude),
                   EarthRadius * k * (cos0 * sinLat - sin0 * cosLat * std::cos(dLongitude)));
}

const std::vector<Area>& areas(const QString& kind)
{
    static const auto byKind =
        load({QStringLiteral("provinces.geojson"), QStringLiteral("regions_1997.geojson"),
              QStringLiteral("regions_2015.geojson"), QStringLiteral("context.geojson")});
    static const std::vector<Area> none;
    const auto found = byKind.constFind(kind);
    return found == byKind.constEnd() ? none : *found;
}

} // namespace cartography
