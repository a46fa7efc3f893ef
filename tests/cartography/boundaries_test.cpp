#include "cartography/boundaries.h"
#include "cartography/divisions.h"

#include <cmath>
#include <gtest/gtest.h>
#include <numbers>
#include <thread>

using namespace cartography;

namespace {

double signedArea(const std::vector<QPointF>& ring)
{
    double twice = 0;
    for (size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++)
        twice += ring[j].x() * ring[i].y() - ring[i].x() * ring[j].y();
    return twice / 2;
}

/// Even-odd area: holes are told from outer rings by being inside one.
bool contains(const Area& area, const QPointF& p)
{
    bool inside = false;
    for (const auto& ring : area.rings)
        for (size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
            const bool crosses = (ring[i].y() > p.y()) != (ring[j].y() > p.y());
            if (crosses &&
                p.x() < (ring[j].x() - ring[i].x()) * (p.y() - ring[i].y()) / (ring[j].y() - ring[i].y()) +
                            ring[i].x())
                inside = !inside;
        }
    return inside;
}

const Area* find(const QString& kind, const QString& code)
{
    for (const Area& a : areas(kind))
        if (a.code == code) return &a;
    return nullptr;
}

} // namespace

TEST(Projection, KeepsTheCentreAndTheMeridian)
{
    EXPECT_NEAR(project({-8, 29}).x(), 0, 1e-6);
    EXPECT_NEAR(project({-8, 29}).y(), 0, 1e-6);
    // On the central meridian the distance to the centre is the chord 2 R sin(Δφ/2).
    const double chord = 2 * 6371007.0 * std::sin(5 * std::numbers::pi / 180 / 2);
    EXPECT_NEAR(project({-8, 34}).y(), chord, 1e-3);
    EXPECT_NEAR(project({-8, 24}).y(), -chord, 1e-3);
    EXPECT_NEAR(project({-8, 34}).x(), 0, 1e-6);
}

TEST(Projection, DistanceToTheCentreIsTheChordInEveryDirection)
{
    const auto unit = [](double lon, double lat) {
        const double d = std::numbers::pi / 180;
        return std::array{std::cos(lat * d) * std::cos(lon * d), std::cos(lat * d) * std::sin(lon * d),
                          std::sin(lat * d)};
    };
    const auto c = unit(-8, 29);
    for (const auto& [lon, lat] : {std::pair{-1.0, 35.0}, {-17.0, 21.0}, {-6.84, 34.02}, {-13.2, 27.15}}) {
        const auto v = unit(lon, lat);
        const double chord = 6371007.0 * std::hypot(v[0] - c[0], v[1] - c[1], v[2] - c[2]);
        const QPointF p = project({lon, lat});
        EXPECT_NEAR(std::hypot(p.x(), p.y()), chord, 1e-3) << lon << ' ' << lat;
        EXPECT_EQ(p.x() > 0, lon > -8);
    }
}

TEST(Projection, KeepsAreas)
{
    // A cell of the graticule has the area R² Δλ (sin φ2 − sin φ1) on the sphere.
    std::vector<QPointF> ring;
    const auto edge = [&](double lon1, double lat1, double lon2, double lat2) {
        for (int i = 0; i < 200; ++i)
            ring.push_back(project({lon1 + (lon2 - lon1) * i / 200, lat1 + (lat2 - lat1) * i / 200}));
    };
    edge(-17, 21, -15, 21), edge(-15, 21, -15, 24), edge(-15, 24, -17, 24), edge(-17, 24, -17, 21);
    const double d = std::numbers::pi / 180;
    const double expected = 6371007.0 * 6371007.0 * 2 * d * (std::sin(24 * d) - std::sin(21 * d));
    EXPECT_NEAR(signedArea(ring) / expected, 1, 1e-5);
}

TEST(Boundaries, EveryProvinceHasAPolygonAroundItsLabelAndLiesInItsRegions)
{
    const Divisions divisions = Divisions::load();
    EXPECT_EQ(areas(QStringLiteral("province")).size(), 75U);
    for (const Province& p : divisions.provinces()) {
        const QPointF label = project(p.label);
        const Area* shape = find(QStringLiteral("province"), p.code);
        ASSERT_NE(shape, nullptr) << p.code.toStdString();
        EXPECT_TRUE(contains(*shape, label)) << p.code.toStdString();
        const Area* region1997 = find(QStringLiteral("region1997"), p.region1997);
        const Area* region2015 = find(QStringLiteral("region2015"), p.region2015);
        ASSERT_TRUE(region1997 && region2015) << p.code.toStdString();
        EXPECT_TRUE(contains(*region1997, label)) << p.code.toStdString();
        EXPECT_TRUE(contains(*region2015, label)) << p.code.toStdString();
    }
}

TEST(Boundaries, ThreeLayersCoverTheSameGround)
{
    const auto total = [](const char16_t* kind) {
        double sum = 0;
        for (const Area& a : areas(QString::fromUtf16(kind)))
            for (const auto& ring : a.rings)
                sum += signedArea(ring);
        return std::abs(sum) / 1e6;
    };
    const double provinces = total(u"province");
    EXPECT_NEAR(provinces, 682961, 5000);
    EXPECT_NEAR(total(u"region1997") / provinces, 1, 1e-3);
    EXPECT_NEAR(total(u"region2015") / provinces, 1, 1e-3);
}

TEST(Boundaries, ContextIsThere)
{
    EXPECT_EQ(areas(QStringLiteral("neighbour")).size(), 6U);
    EXPECT_EQ(areas(QStringLiteral("outline")).size(), 1U);
    EXPECT_EQ(areas(QStringLiteral("south")).size(), 1U);
    ASSERT_EQ(areas(QStringLiteral("line")).size(), 1U);
    EXPECT_EQ(areas(QStringLiteral("region1997")).size(), 16U);
    EXPECT_EQ(areas(QStringLiteral("region2015")).size(), 12U);
    EXPECT_TRUE(areas(QStringLiteral("nothing")).empty());
}

TEST(Boundaries, AreSharedBetweenThreads)
{
    const std::vector<Area>* seen[4] = {};
    std::vector<std::thread> threads;
    for (auto*& slot : seen)
        threads.emplace_back([&slot] { slot = &areas(QStringLiteral("province")); });
    for (auto& t : threads)
        t.join();
    for (const auto* s : seen)
        EXPECT_EQ(s, seen[0]);
}
