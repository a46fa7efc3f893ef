#include "drawing/figures/map_shapes.h"

#include <cmath>
#include <map>
#include <mutex>

namespace drawing {
namespace {

using cartography::Area;
using Ring = std::vector<QPointF>;

Ring snapped(const Ring& ring, double grid)
{
    Ring out;
    for (const QPointF& p : ring) {
        const QPointF q(std::round(p.x() / grid) * grid, std::round(p.y() / grid) * grid);
        if (!out.empty() && out.back() == q) continue;
        if (out.size() >= 2 && out[out.size() - 2] == q)
            out.pop_back(); // there and back: a spike
        else
            out.push_back(q);
    }
    return out;
}

std::vector<Area> simplified(const std::vector<Area>& areas, double grid)
{
    std::vector<Area> out;
    for (const Area& area : areas) {
        Area light{area.code, area.kind, {}};
        const size_t least =
            area.kind == QStringLiteral("line") || area.kind == QStringLiteral("outline") ? 2 : 4;
        for (const Ring& ring : area.rings) {
            Ring points = snapped(ring, grid);
            if (points.size() >= least) light.rings.push_back(std::move(points));
        }
        out.push_back(std::move(light));
    }
    return out;
}

} // namespace

const std::vector<Area>& shapes(const QString& kind, double metres)
{
    static std::mutex mutex;
    static std::map<std::pair<QString, int>, std::vector<Area>> known;
    const int power = static_cast<int>(std::floor(std::log2(std::max(metres, 1.0))));
    const std::lock_guard lock(mutex);
    const auto [entry, isNew] = known.try_emplace({kind, power});
    if (isNew) entry->second = simplified(cartography::areas(kind), std::exp2(power));
    return entry->second;
}

} // namespace drawing
