#include "drawing/figure_painter.h"
#include "drawing/sample_document.h"

#include <QImage>

#include <gtest/gtest.h>
#include <set>

using namespace test;

namespace {

QImage painted(const FigureSpec& spec, double width = 160, double height = 60, int dpi = 150)
{
    return QImage::fromData(drawing::FigurePainter().png(spec, width, height, dpi), "PNG");
}

int inkOf(const QImage& image)
{
    int ink = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            ink += qGray(image.pixel(x, y)) < 250;
    return ink;
}

/// Longest run of one dark colour on each row of pixels: the bars, from top to bottom.
std::vector<int> barLengths(const QImage& image)
{
    std::vector<int> lengths;
    int previous = 0;
    for (int y = 0; y < image.height(); ++y) {
        int longest = 0, run = 0;
        for (int x = 1; x < image.width(); ++x) {
            const QRgb c = image.pixel(x, y);
            run = c == image.pixel(x - 1, y) && qGray(c) < 160 ? run + 1 : 0;
            longest = std::max(longest, run);
        }
        if (longest > 20 && previous <= 20)
            lengths.push_back(longest);
        else if (longest > 20)
            lengths.back() = std::max(lengths.back(), longest);
        previous = longest;
    }
    return lengths;
}

BarChart bars(std::vector<std::optional<double>> values)
{
    BarChart chart;
    for (size_t i = 0; i < values.size(); ++i)
        chart.categories << QStringLiteral("Catégorie %1").arg(i);
    chart.series = {{QStringLiteral("Série"), std::move(values)}};
    return chart;
}

} // namespace

TEST(Figures, HaveTheAskedSize)
{
    const QImage image = painted(bars({1, 2}), 100, 50, 254);
    EXPECT_EQ(image.size(), QSize(1000, 500));
    EXPECT_NEAR(image.dotsPerMeterX(), 10000, 1);
}

TEST(Figures, BarsAreAsLongAsTheirValues)
{
    const auto lengths = barLengths(painted(bars({10, 20, 40}), 160, 60, 200));
    ASSERT_EQ(lengths.size(), 3U);
    EXPECT_NEAR(lengths[1] / double(lengths[0]), 2, 0.05);
    EXPECT_NEAR(lengths[2] / double(lengths[0]), 4, 0.08);
}

TEST(Figures, UnknownValuesDrawNoBar)
{
    EXPECT_EQ(barLengths(painted(bars({10, std::nullopt, 40}), 160, 60, 200)).size(), 2U);
}

TEST(Figures, EmptyOnesAreBlankAndDoNotCrash)
{
    EXPECT_GE(inkOf(painted(BarChart{})), 0);
    EXPECT_GE(inkOf(painted(RangeChart{})), 0);
    EXPECT_GE(inkOf(painted(IntervalChart{})), 0);
    EXPECT_GT(inkOf(painted(AreaMap{})), 0);
    BarChart ragged = bars({1});
    ragged.categories << QStringLiteral("sans valeur");
    ragged.series.push_back({QStringLiteral("vide"), {}});
    for (const bool horizontal : {true, false}) {
        ragged.horizontal = horizontal;
        EXPECT_GT(inkOf(painted(ragged)), 0);
    }
}

TEST(Figures, SeriesDifferWithoutColour)
{
    BarChart chart = bars({40});
    chart.stacked = true;
    const QImage one = painted(chart).convertToFormat(QImage::Format_Grayscale8);
    chart.series.insert(chart.series.begin(), {QStringLiteral("autre"), {0}});
    const QImage second = painted(chart).convertToFormat(QImage::Format_Grayscale8);
    // The second series is hatched: its bar shows both light and dark grey, the first only one.
    const auto extremes = [](const QImage& image) {
        std::set<bool> seen;
        for (int x = image.width() / 2; x < image.width() / 2 + 40; ++x)
            seen.insert(qGray(image.pixel(x, image.height() / 2 + 8)) > 200);
        return seen.size();
    };
    EXPECT_EQ(extremes(one), 1U);
    EXPECT_EQ(extremes(second), 2U);
}

TEST(Figures, OffersDifferWithoutColour)
{
    std::set<QByteArray> seen;
    for (const char16_t* offer : {u"direct", u"convention", u"orientation", u"possible", u"non", u""}) {
        ServiceStrip strip;
        strip.offers.fill(QString::fromUtf16(offer));
        const QImage grey = painted(strip, 120, 12).convertToFormat(QImage::Format_Grayscale8);
        seen.insert(QByteArray(reinterpret_cast<const char*>(grey.constBits()), grey.sizeInBytes()));
    }
    EXPECT_EQ(seen.size(), 6U);
}

TEST(Figures, MapsShadeTheirClasses)
{
    AreaMap map = std::get<AreaMap>(regionalMap().spec);
    map.thumbnail = true;
    const auto darkness = [&](int shade) {
        map.classes = {{QStringLiteral("classe"), shade, false}};
        for (int& of : map.classOf)
            of = 0;
        const QImage image = painted(map, 60, 60);
        double sum = 0;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                sum += 255 - qGray(image.pixel(x, y));
        return sum;
    };
    for (int shade = 1; shade <= 5; ++shade)
        EXPECT_GT(darkness(shade), darkness(shade - 1) * 1.05) << shade;
}

TEST(Figures, MapsOfEveryLevelArePainted)
{
    AreaMap map = std::get<AreaMap>(regionalMap().spec);
    for (const auto level :
         {AreaMap::Level::Regions1997, AreaMap::Level::Regions2015, AreaMap::Level::Provinces}) {
        map.level = level;
        EXPECT_GT(inkOf(painted(map, 160, 120)), 20000);
    }
}

TEST(Figures, IntervalsSpanTheirBounds)
{
    IntervalChart chart;
    chart.items = {{QStringLiteral("Organisation fictive"), 50, 40, 60},
                   {QStringLiteral("Autre"), std::nullopt, 20, 95}};
    chart.threshold = 55;
    const auto lengths = barLengths(painted(chart, 160, 40, 200));
    ASSERT_EQ(lengths.size(), 2U);
    EXPECT_GT(lengths[1], lengths[0] * 2);
}
