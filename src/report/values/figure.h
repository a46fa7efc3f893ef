#pragma once
#include <QHash>
#include <QString>
#include <QStringList>

#include <array>
#include <optional>
#include <variant>
#include <vector>

namespace report {

/// Horizontal or vertical bars, one or several series, grouped or stacked. Second and later series are
/// also told apart by hatching, never by colour alone.
struct BarChart
{
    struct Series
    {
        QString name;
        std::vector<std::optional<double>> values; ///< one per category; empty = masked or unknown
    };
    QStringList categories;
    std::vector<Series> series;
    bool horizontal = true;
    bool stacked = false;
    QString unit;
    std::optional<double> maximum; ///< axis end; the largest value when empty
};

/// Spread per category: minimum, quartiles, maximum and mean, on a fixed axis.
struct RangeChart
{
    struct Range
    {
        QString category;
        double minimum, quartile1, median, quartile3, maximum, mean;
        int count;
    };
    std::vector<Range> ranges;
    double axisLow = 0, axisHigh = 100;
    std::optional<double> threshold; ///< dotted reference line
    QString unit;
};

/// Area map: a class per region or province, hatched classes allowed, never a point for a shelter.
struct AreaMap
{
    enum class Level { Regions1997, Regions2015, Provinces };
    struct Class
    {
        QString label;
        int shade = 0; ///< 0 lightest … 5 darkest
        bool hatched = false;
    };
    Level level = Level::Regions1997;
    std::vector<Class> classes;     ///< legend, in order
    QHash<QString, int> classOf;    ///< region or province code -> index in classes
    QHash<QString, QString> labels; ///< short text drawn on the area (a count)
    QString legendTitle;
    QString disclaimer;
    bool thumbnail = false; ///< no legend, no labels: the small map of a fiche
};

/// The four services of one actor: letter, pictogram and offer code (direct, convention, orientation,
/// possible, non, empty = unknown), legible in black and white.
struct ServiceStrip
{
    std::array<QString, 4> offers;
};

/// Score intervals: one line per item, whiskers from low to high and a mark at the central value.
struct IntervalChart
{
    struct Item
    {
        QString name;
        std::optional<double> central;
        double low, high;
    };
    std::vector<Item> items;
    std::optional<double> threshold;
};

/// A text to be read by a telephone or a scanner, with its white margin; black on white whatever the palette.
struct QrCode
{
    QString text;
};

using FigureSpec = std::variant<BarChart, RangeChart, AreaMap, ServiceStrip, IntervalChart, QrCode>;

} // namespace report
