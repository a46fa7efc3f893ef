#include "drawing/figures/few_colours.h"

#include <gtest/gtest.h>

using drawing::withFewColours;

namespace {

/// A third of each of three flat colours, and `rare` pixels each of its own colour.
QImage flats(int rare)
{
    QImage image(90, 90, QImage::Format_RGB32);
    for (int y = 0; y < 90; ++y)
        for (int x = 0; x < 90; ++x)
            image.setPixel(x, y, x < 30 ? 0xFFFFFFFF : x < 60 ? 0xFF1F4E8C : 0xFFD55E00);
    for (int i = 0; i < rare; ++i)
        image.setPixel(i % 90, i / 90, qRgb(i % 256, 100 + i / 256, 7));
    image.setDotsPerMeterX(4000);
    return image;
}

int largestDifference(const QImage& a, const QImage& b)
{
    int most = 0;
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x) {
            const QRgb p = a.pixel(x, y), q = b.pixel(x, y);
            most = std::max({most, std::abs(qRed(p) - qRed(q)), std::abs(qGreen(p) - qGreen(q)),
                             std::abs(qBlue(p) - qBlue(q))});
        }
    return most;
}

} // namespace

TEST(FewColours, AFewAreKeptExactly)
{
    for (const int rare : {0, 1, 253}) {
        const QImage made = withFewColours(flats(rare));
        EXPECT_EQ(made.format(), QImage::Format_Indexed8);
        EXPECT_EQ(made.dotsPerMeterX(), 4000);
        EXPECT_EQ(largestDifference(made, flats(rare)), 0) << rare;
    }
}

TEST(FewColours, RareOnesTakeTheNearest)
{
    const QImage before = flats(2000), made = withFewColours(before);
    EXPECT_EQ(made.format(), QImage::Format_Indexed8);
    EXPECT_GT(largestDifference(made, before), 0);
    EXPECT_LE(largestDifference(made, before), 8);
    EXPECT_EQ(made.pixel(80, 80), 0xFFD55E00);
    EXPECT_EQ(made.pixel(0, 80), 0xFFFFFFFF);
}

TEST(FewColours, ManyColoursAndNoneAreLeftAlone)
{
    const QImage many = flats(5000);
    EXPECT_EQ(withFewColours(many), many);
    EXPECT_TRUE(withFewColours(QImage()).isNull());
}
