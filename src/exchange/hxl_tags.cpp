#include "exchange/hxl_tags.h"

#include <QRegularExpression>

namespace exchange {
namespace {

constexpr size_t RowsScanned = 25;

/// Tags of the first version of the standard, which had no attributes.
void modernise(HxlTag& tag)
{
    static const std::vector<std::pair<QString, QString>> suffixes{
        {QStringLiteral("_id"), QStringLiteral("code")}, {QStringLiteral("_name"), QStringLiteral("name")}};
    for (const auto& [suffix, attribute] : suffixes) {
        if (!tag.name.endsWith(suffix)) continue;
        tag.name.chop(suffix.size());
        tag.attributes.prepend(attribute);
        return;
    }
    if (!tag.name.endsWith(u"_deg")) return;
    tag.attributes.prepend(tag.name.chopped(4));
    tag.name = QStringLiteral("geo");
}

bool isTagRow(const QStringList& cells)
{
    int filled = 0;
    int tags = 0;
    for (const QString& cell : cells) {
        if (cell.trimmed().isEmpty()) continue;
        ++filled;
        if (parseTag(cell)) ++tags;
    }
    return tags > 0 && tags * 2 >= filled;
}

} // namespace

QString HxlTag::text() const
{
    QString out = u'#' + name;
    for (const QString& attribute : attributes)
        out += u'+' + attribute;
    return out;
}

std::optional<HxlTag> parseTag(const QString& cell)
{
    static const QRegularExpression syntax(
        QStringLiteral("^\\s*#([A-Za-z]\\w*)((?:\\s*\\+\\s*[A-Za-z]\\w*)*)\\s*$"));
    if (cell.size() > 500) return {};
    const QRegularExpressionMatch match = syntax.match(cell.toLower());
    if (!match.hasMatch()) return {};
    HxlTag tag{match.captured(1), {}};
    const QStringList attributes = match.captured(2).split(u'+', Qt::SkipEmptyParts);
    for (const QString& attribute : attributes)
        if (!attribute.trimmed().isEmpty()) tag.attributes << attribute.trimmed();
    modernise(tag);
    return tag;
}

int findTagRow(const std::vector<QStringList>& rows)
{
    for (size_t row = 0; row < std::min(rows.size(), RowsScanned); ++row)
        if (isTagRow(rows[row])) return static_cast<int>(row);
    return -1;
}

} // namespace exchange
