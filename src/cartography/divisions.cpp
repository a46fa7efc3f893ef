#include "cartography/divisions.h"

#include "base/resources.h"
#include "base/text.h"

#include <nlohmann/json.hpp>

namespace cartography {
namespace {

using nlohmann::json;

QString text(const json& object, const char* key)
{
    return object.contains(key) ? QString::fromStdString(object.at(key).get<std::string>()) : QString();
}

QPointF labelPoint(const json& object)
{
    const json& point = object.at("label");
    return QPointF(point.at(0).get<double>(), point.at(1).get<double>());
}

/// Words that introduce a division without naming it: "Préfecture de", "Région du", "إقليم"…
bool isIntroduction(const QString& word)
{
    static const QStringList words = {
        QStringLiteral("province"), QStringLiteral("prefecture"), QStringLiteral("region"),
        QStringLiteral("of"),       QStringLiteral("de"),         QStringLiteral("d"),
        QStringLiteral("du"),       QStringLiteral("des"),        QStringLiteral("la"),
        QStringLiteral("l"),        QStringLiteral("the"),        base::fold(u"إقليم"_qs),
        base::fold(u"عمالة"_qs),    base::fold(u"جهة"_qs)};
    return words.contains(word);
}

QString keyOf(const QString& name)
{
    QStringList words = base::foldedWords(name);
    while (words.size() > 1 && isIntroduction(words.first()))
        words.removeFirst();
    return words.join(u' ');
}

/// A name claimed twice keeps its first owner: the file lists official names before variants.
void claim(QHash<QString, int>& keys, const QString& name, int index)
{
    const QString key = keyOf(name);
    if (!key.isEmpty() && !keys.contains(key)) keys.insert(key, index);
}

void claimAll(QHash<QString, int>& keys, const json& object, int index)
{
    for (const char* field : {"code", "iso", "hcp", "ocha", "fr", "ar", "en"})
        claim(keys, text(object, field), index);
    if (!object.contains("other")) return;
    for (const json& name : object.at("other"))
        claim(keys, QString::fromStdString(name.get<std::string>()), index);
}

void readRegions(const json& list, std::vector<Region>& regions, QHash<QString, int>& keys)
{
    for (const json& r : list) {
        claimAll(keys, r, int(regions.size()));
        regions.push_back({text(r, "code"), text(r, "iso"), text(r, "fr"), text(r, "ar"), labelPoint(r)});
    }
}

} // namespace

Divisions Divisions::load()
{
    const json data = json::parse(base::resource(QStringLiteral("geography/divisions.json")).toStdString());
    Divisions d;
    readRegions(data.at("regions1997"), d.m_regions1997, d.m_region1997ByKey);
    readRegions(data.at("regions2015"), d.m_regions2015, d.m_region2015ByKey);
    for (const json& p : data.at("provinces")) {
        const int index = int(d.m_provinces.size());
        claimAll(d.m_provinceByKey, p, index);
        d.m_provinces.push_back({text(p, "code"), text(p, "iso"), text(p, "fr"), text(p, "ar"),
                                 text(p, "region1997"), text(p, "region2015"), labelPoint(p)});
        d.m_provinceByCode.insert(d.m_provinces.back().code, index);
    }
    return d;
}

const std::vector<Region>& Divisions::regions(Division division) const
{
    return division == Division::Regions1997 ? m_regions1997 : m_regions2015;
}

const Region* Divisions::region(const QString& code) const
{
    for (const auto* list : {&m_regions1997, &m_regions2015})
        for (const Region& r : *list)
            if (r.code == code) return &r;
    return nullptr;
}

const Province* Divisions::province(const QString& code) const
{
    const auto found = m_provinceByCode.constFind(code);
    return found == m_provinceByCode.constEnd() ? nullptr : &m_provinces[size_t(*found)];
}

QString Divisions::regionOf(const QString& provinceCode, Division division) const
{
    const Province* p = province(provinceCode);
    if (!p) return {};
    return division == Division::Regions1997 ? p->region1997 : p->region2015;
}

const Province* Divisions::findProvince(const QString& nameOrCode) const
{
    const auto found = m_provinceByKey.constFind(keyOf(nameOrCode));
    return found == m_provinceByKey.constEnd() ? nullptr : &m_provinces[size_t(*found)];
}

const Region* Divisions::findRegion(const QString& nameOrCode, Division division) const
{
    const auto& keys = division == Division::Regions1997 ? m_region1997ByKey : m_region2015ByKey;
    const auto found = keys.constFind(keyOf(nameOrCode));
    return found == keys.constEnd() ? nullptr : &regions(division)[size_t(*found)];
}

} // namespace cartography
