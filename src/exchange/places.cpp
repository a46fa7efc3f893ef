#include "base/text.h"
#include "exchange/lists.h"

#include <QSet>

namespace exchange {
namespace {

using cartography::Division;
using cartography::Divisions;

bool isRegionOrCountry(const Divisions& divisions, const QString& place)
{
    static const QSet<QString> country{QStringLiteral("maroc"), QStringLiteral("morocco"),
                                       QStringLiteral("mar"), QStringLiteral("ma"),
                                       base::fold(QStringLiteral("المغرب"))};
    return country.contains(base::fold(place)) || divisions.findRegion(place, Division::Regions1997) ||
           divisions.findRegion(place, Division::Regions2015);
}

/// Sorts the places of all actors: provinces by code, and those the divisions do not hold.
class Places
{
public:
    explicit Places(const Divisions& divisions) : m_divisions(divisions) {}

    QString province(const QString& place)
    {
        if (const auto known = m_provinces.constFind(place); known != m_provinces.cend()) return *known;
        const cartography::Province* found = m_divisions.findProvince(place);
        const QString code = found ? found->code : QString();
        m_provinces.insert(place, code);
        return code;
    }

    bool foreign(const QString& place)
    {
        return province(place).isEmpty() && !isRegionOrCountry(m_divisions, place);
    }

private:
    const Divisions& m_divisions;
    QHash<QString, QString> m_provinces; ///< memory: a list repeats few places many times
};

} // namespace

void locate(ListReading& reading, const Divisions& divisions)
{
    const QString question = QStringLiteral("ter_provinces");
    Places places(divisions);
    QStringList foreign;
    QSet<QString> seen;
    for (ListedActor& actor : reading.actors) {
        QStringList provinces;
        for (const QString& place : actor.places + actor.placeCodes) {
            const QString code = places.province(place);
            if (!code.isEmpty() && !provinces.contains(code)) provinces << code;
        }
        if (!provinces.isEmpty() && !actor.answers.contains(question))
            actor.answers.insert(question, provinces.join(u' '));
        for (const QString& place : actor.places) {
            const QString folded = base::fold(place);
            if (seen.contains(folded)) continue;
            seen.insert(folded);
            if (places.foreign(place)) foreign << place;
        }
    }
    if (foreign.isEmpty()) return;
    foreign.sort();
    reading.warnings.push_back({base::Severity::Warning,
                                QStringLiteral("list.foreign_places"),
                                {},
                                {QString::number(foreign.size()), foreign.join(QStringLiteral(" ; "))}});
}

} // namespace exchange
