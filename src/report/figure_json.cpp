#include "report/figure_json.h"

#include <algorithm>

namespace report {
namespace {

using Json = nlohmann::ordered_json;

Json number(const std::optional<double>& value)
{
    return value ? Json(*value) : Json();
}

Json texts(const QStringList& list)
{
    Json made = Json::array();
    for (const QString& each : list)
        made.push_back(each.toStdString());
    return made;
}

template <class Value> Json sorted(const QHash<QString, Value>& table, Json (*write)(const Value&))
{
    QStringList keys = table.keys();
    std::sort(keys.begin(), keys.end());
    Json made = Json::object();
    for (const QString& key : keys)
        made[key.toStdString()] = write(table[key]);
    return made;
}

struct Writer
{
    Json operator()(const BarChart& chart) const
    {
        Json made{{"kind", "bars"},
                  {"categories", texts(chart.categories)},
                  {"horizontal", chart.horizontal},
                  {"stacked", chart.stacked},
                  {"unit", chart.unit.toStdString()},
                  {"maximum", number(chart.maximum)}};
        made["series"] = Json::array();
        for (const BarChart::Series& each : chart.series) {
            Json values = Json::array();
            for (const auto& value : each.values)
                values.push_back(number(value));
            made["series"].push_back({{"name", each.name.toStdString()}, {"values", values}});
        }
        return made;
    }

    Json operator()(const RangeChart& chart) const
    {
        Json made{{"kind", "ranges"},
                  {"axis", {chart.axisLow, chart.axisHigh}},
                  {"threshold", number(chart.threshold)},
                  {"unit", chart.unit.toStdString()}};
        made["ranges"] = Json::array();
        for (const RangeChart::Range& each : chart.ranges) {
            made["ranges"].push_back(
                {{"category", each.category.toStdString()},
                 {"spread", {each.minimum, each.quartile1, each.median, each.quartile3, each.maximum}},
                 {"mean", each.mean},
                 {"count", each.count}});
        }
        return made;
    }

    Json operator()(const AreaMap& map) const
    {
        Json made{{"kind", "areas"}, {"level", static_cast<int>(map.level)}};
        made["classes"] = Json::array();
        for (const AreaMap::Class& each : map.classes) {
            made["classes"].push_back(
                {{"label", each.label.toStdString()}, {"shade", each.shade}, {"hatched", each.hatched}});
        }
        made["classOf"] = sorted<int>(map.classOf, [](const int& index) { return Json(index); });
        made["labels"] =
            sorted<QString>(map.labels, [](const QString& text) { return Json(text.toStdString()); });
        made["legendTitle"] = map.legendTitle.toStdString();
        made["disclaimer"] = map.disclaimer.toStdString();
        made["thumbnail"] = map.thumbnail;
        return made;
    }

    Json operator()(const ServiceStrip& strip) const
    {
        Json offers = Json::array();
        for (const QString& each : strip.offers)
            offers.push_back(each.toStdString());
        return {{"kind", "services"}, {"offers", offers}};
    }

    Json operator()(const IntervalChart& chart) const
    {
        Json made{{"kind", "intervals"}, {"threshold", number(chart.threshold)}};
        made["items"] = Json::array();
        for (const IntervalChart::Item& each : chart.items) {
            made["items"].push_back({{"name", each.name.toStdString()},
                                     {"central", number(each.central)},
                                     {"low", each.low},
                                     {"high", each.high}});
        }
        return made;
    }

    Json operator()(const QrCode& code) const { return {{"kind", "qr"}, {"text", code.text.toStdString()}}; }
};

} // namespace

nlohmann::ordered_json toJson(const FigureSpec& spec)
{
    return std::visit(Writer{}, spec);
}

} // namespace report
