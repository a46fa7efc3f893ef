#pragma once
#include "exchange/submissions/source.h"

#include <QHash>

namespace exchange {

/// Makes the tables of a source whose repeats are nested: headers and tables appear as they are met. Refuses
/// more columns or cells than anybody sends.
class SourceBuilder
{
public:
    explicit SourceBuilder(SubmissionSource& source);

    int table(const QString& path);
    void put(SourceRow& row, int table, const QString& header, const QString& text);
    /// Once a row is whole. A cell met twice in it is told, the first one stands.
    void settle(SourceRow& row, int table);

private:
    int column(int table, const QString& header);
    void countHeader();

    SubmissionSource& m_source;
    std::vector<QHash<QString, int>> m_columns;
    QHash<QString, int> m_tables;
    qint64 m_cells = 0, m_headers = 0;
};

} // namespace exchange
