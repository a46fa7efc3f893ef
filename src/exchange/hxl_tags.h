#pragma once
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace exchange {

/// A tag of the Humanitarian Exchange Language: "#adm2 +code +v_pcodes".
struct HxlTag
{
    QString name;           ///< lower case, without '#'
    QStringList attributes; ///< lower case, without '+', in the order written
    bool has(QStringView attribute) const { return attributes.contains(attribute); }
    QString text() const; ///< "#adm2+code+v_pcodes"
};

/// The tag a cell holds; legacy forms (#adm1_id, #lat_deg…) in their present spelling.
std::optional<HxlTag> parseTag(const QString& cell);

/// Index of the first of the 25 first rows where at least half of the filled cells are tags; -1 if none.
int findTagRow(const std::vector<QStringList>& rows);

} // namespace exchange
