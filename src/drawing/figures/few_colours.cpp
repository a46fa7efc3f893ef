#include "drawing/figures/few_colours.h"

#include <algorithm>
#include <unordered_map>

namespace drawing {
namespace {

constexpr size_t MostColours = 4096;
constexpr size_t PaletteSize = 256;

struct Colour
{
    QRgb rgb = 0;
    int count = 0;
};

int distance(QRgb a, QRgb b)
{
    const int r = qRed(a) - qRed(b), g = qGreen(a) - qGreen(b), blue = qBlue(a) - qBlue(b);
    return r * r + g * g + blue * blue;
}

const QRgb* row(const QImage& image, int y)
{
    return reinterpret_cast<const QRgb*>(image.constScanLine(y));
}

/// Number of each colour in the list, which holds it first seen first.
using Numbers = std::unordered_map<QRgb, size_t>;

std::vector<Colour> count(const QImage& image, Numbers& numbers)
{
    std::vector<Colour> colours;
    size_t last = 0;
    for (int y = 0; y < image.height() && colours.size() <= MostColours; ++y)
        for (const QRgb *at = row(image, y), *end = at + image.width(); at != end; ++at) {
            if (colours.empty() || colours[last].rgb != *at) {
                const auto [known, isNew] = numbers.try_emplace(*at, colours.size());
                if (isNew) colours.push_back({*at, 0});
                last = known->second;
            }
            ++colours[last].count;
        }
    return colours;
}

uchar nearest(QRgb colour, const QList<QRgb>& palette)
{
    const auto closer = [&](QRgb a, QRgb b) { return distance(a, colour) < distance(b, colour); };
    return static_cast<uchar>(std::min_element(palette.begin(), palette.end(), closer) - palette.begin());
}

QList<QRgb> commonest(std::vector<Colour> colours)
{
    std::stable_sort(colours.begin(), colours.end(),
                     [](const Colour& a, const Colour& b) { return a.count > b.count; });
    QList<QRgb> palette;
    for (size_t i = 0; i < std::min(colours.size(), PaletteSize); ++i)
        palette << colours[i].rgb;
    return palette;
}

} // namespace

QImage withFewColours(const QImage& image)
{
    const QImage source = image.convertToFormat(QImage::Format_RGB32);
    Numbers numbers;
    const std::vector<Colour> colours = count(source, numbers);
    if (colours.empty() || colours.size() > MostColours) return image;
    const QList<QRgb> palette = commonest(colours);
    std::vector<uchar> indexOf;
    for (const Colour& colour : colours)
        indexOf.push_back(nearest(colour.rgb, palette));
    QImage made(source.size(), QImage::Format_Indexed8);
    made.setColorTable(palette);
    made.setDotsPerMeterX(source.dotsPerMeterX());
    made.setDotsPerMeterY(source.dotsPerMeterY());
    size_t last = 0;
    for (int y = 0; y < source.height(); ++y) {
        uchar* to = made.scanLine(y);
        for (const QRgb *at = row(source, y), *end = at + source.width(); at != end; ++at, ++to) {
            if (colours[last].rgb != *at) last = numbers.find(*at)->second;
            *to = indexOf[last];
        }
    }
    return made;
}

} // namespace drawing
