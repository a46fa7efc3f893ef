#pragma once
#include <QDate>
#include <QString>
#include <QStringList>

#include <optional>
#include <variant>
#include <vector>

namespace report {

/// One sheet of plain typed cells with a frozen header row, filters and column types.
struct Sheet
{
    struct Column
    {
        QString title;
        QString hxl;       ///< tag of the optional second row (#org +name)
        double width = 16; ///< in characters
        enum class Type : quint8 { Text, Number, Date } type = Type::Text;
        QStringList list; ///< allowed values, for a drop-down
        bool rightToLeft = false;
    };
    using Value = std::variant<std::monostate, QString, double, QDate>;
    QString name;
    std::vector<Column> columns;
    std::vector<std::vector<Value>> rows;
    QStringList notes; ///< lines of a second sheet "Notes"
};

struct Workbook
{
    QString title, author, subject;
    QDate date;
    std::vector<Sheet> sheets;
    bool hxlRow = false;
};

/// Writes the workbook to `path` (its temporary parts in the same folder). Throws base::Error.
void writeXlsx(const Workbook& workbook, const QString& path);

} // namespace report
