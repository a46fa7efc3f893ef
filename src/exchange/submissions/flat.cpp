#include "exchange/submissions/flat.h"

#include "base/error.h"

#include <QSet>

namespace exchange {
namespace {

constexpr int DeepestRepeat = 12;
constexpr size_t MostIssues = 1000;
constexpr qsizetype MostHeaders = 20'000;

base::Issue issue(const char* code, const QString& sheet, int row, const QString& column,
                  const QStringList& args)
{
    return {base::Severity::Warning, QString::fromLatin1(code), {sheet, row, column}, args};
}

/// A row of a flat table, as others name it.
struct RowPlace
{
    size_t table = 0, row = 0;
};

class Assembler
{
public:
    Assembler(std::vector<FlatTable> tables, SubmissionSource& source)
        : m_tables(std::move(tables)), m_source(source)
    {
    }

    void run()
    {
        for (size_t t = 0; t < m_tables.size(); ++t)
            readTable(t);
        m_children.resize(m_tables.size());
        for (size_t t = 0; t < m_tables.size(); ++t)
            m_children[t].resize(m_tables[t].rows.size());
        for (size_t t = 1; t < m_tables.size(); ++t)
            attach(t);
        for (size_t r = 1; m_tables.size() > 0 && r < m_tables[0].rows.size(); ++r)
            if (!m_tables[0].rows[r].isEmpty()) m_source.rows.push_back(built({0, r}, 0));
    }

private:
    void readTable(size_t t)
    {
        FlatTable& table = m_tables[t];
        SourceTable out{table.name, {}};
        if (!table.rows.empty()) out.headers = table.rows.front();
        if (out.headers.size() > MostHeaders)
            throw base::Error(base::ErrorCode::LimitExceeded, QStringLiteral("too many columns"));
        QSet<QString> met;
        for (QString& header : out.headers) {
            header = header.trimmed();
            if (!header.isEmpty() && met.contains(header))
                tell(issue("submission.header_twice", table.name, 1, header, {header}));
            met.insert(header);
        }
        const qsizetype key = out.headers.indexOf(table.key);
        for (size_t r = 1; key >= 0 && r < table.rows.size(); ++r) {
            const QString value = table.rows[r].value(key);
            if (!value.isEmpty())
                m_byKey.insert(keyOf(table.keysByTable ? table.name : QString(), value), {t, r});
        }
        m_source.tables.push_back(std::move(out));
    }

    static QString keyOf(const QString& table, const QString& key) { return table + QChar(0x1f) + key; }

    void attach(size_t t)
    {
        const FlatTable& table = m_tables[t];
        const QStringList& headers = m_source.tables[t].headers;
        const qsizetype key = headers.indexOf(table.parentKey), name = headers.indexOf(table.parentTable);
        for (size_t r = 1; r < table.rows.size(); ++r) {
            const QStringList& cells = table.rows[r];
            if (cells.isEmpty()) continue;
            const QString parentTable = !table.keysByTable ? QString()
                                        : name >= 0        ? cells.value(name)
                                                           : m_tables.front().name;
            const auto parent = m_byKey.constFind(keyOf(parentTable, cells.value(key)));
            if (parent == m_byKey.constEnd() || parent->table == t)
                tell(issue("submission.orphan_row", table.name, static_cast<int>(r) + 1, table.parentKey,
                           {cells.value(key)}));
            else
                m_children[parent->table][parent->row].push_back({t, r});
        }
    }

    SourceRow built(const RowPlace& place, int depth)
    {
        SourceRow row;
        row.number = static_cast<int>(place.row) + 1;
        QStringList& cells = m_tables[place.table].rows[place.row];
        const qsizetype known = std::min(cells.size(), m_source.tables[place.table].headers.size());
        for (qsizetype c = 0; c < known; ++c)
            if (!cells[c].isEmpty()) row.cells.push_back({static_cast<int>(c), std::move(cells[c])});
        cells = {};
        for (const RowPlace& child : m_children[place.table][place.row]) {
            if (depth >= DeepestRepeat)
                throw base::Error(base::ErrorCode::LimitExceeded, QStringLiteral("repeats too deep"));
            row.rowsOf(static_cast<int>(child.table)).push_back(built(child, depth + 1));
        }
        return row;
    }

    void tell(base::Issue issue)
    {
        if (m_source.issues.size() < MostIssues) m_source.issues.push_back(std::move(issue));
    }

    std::vector<FlatTable> m_tables;
    SubmissionSource& m_source;
    QHash<QString, RowPlace> m_byKey;
    std::vector<std::vector<std::vector<RowPlace>>> m_children;
};

} // namespace

void assemble(std::vector<FlatTable> tables, SubmissionSource& source)
{
    Assembler(std::move(tables), source).run();
}

} // namespace exchange
