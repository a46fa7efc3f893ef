#pragma once
#include <QHash>
#include <QPointF>
#include <QString>

#include <vector>

namespace cartography {

/// Which regional division a study, a table or a map uses.
enum class Division : quint8 { Regions1997, Regions2015 };

struct Region
{
    QString code; ///< code of the instrument's choice list attribute (r97_tt, r15_tta)
    QString iso;  ///< ISO 3166-2 (MA-01); former code for 1997
    QString nameFr, nameAr;
    QPointF label; ///< longitude, latitude in degrees, well inside the region
};

struct Province
{
    QString code; ///< code of the instrument's choice list (tanger_assilah)
    QString iso;  ///< MA-TNG
    QString nameFr, nameAr;
    QString region1997, region2015; ///< region codes
    QPointF label;                  ///< longitude, latitude in degrees
};

} // namespace cartography
