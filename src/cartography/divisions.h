#pragma once
#include "cartography/values/divisions.h"

#include <QStringList>

#include <optional>

namespace cartography {

/// The administrative divisions of the study's country, loaded once from the program's resources.
class Divisions
{
public:
    static Divisions load();

    const std::vector<Region>& regions(Division division) const;
    const std::vector<Province>& provinces() const { return m_provinces; }
    const Region* region(const QString& code) const;
    const Province* province(const QString& code) const;
    /// Region of a province in a division; empty when the province is unknown.
    QString regionOf(const QString& provinceCode, Division division) const;
    /// Province or region by name (French, Arabic or English, folded) or by ISO, HCP or OCHA code.
    const Province* findProvince(const QString& nameOrCode) const;
    const Region* findRegion(const QString& nameOrCode, Division division) const;

private:
    std::vector<Region> m_regions1997, m_regions2015;
    std::vector<Province> m_provinces;
    QHash<QString, int> m_provinceByKey, m_region1997ByKey, m_region2015ByKey, m_provinceByCode;
};

} // namespace cartography
