#include "exchange/submissions/builder.h"

#include "base/error.h"

namespace exchange {
namespace {

constexpr qint64 MostCells = 3'000'000, MostHeaders = 20'000;
constexpr size_t MostIssues = 1000;

} // namespace

const QString* SourceRow::at(int column) const
{
    const auto found =
        std::lower_bound(cells.begin(), cells.end(), column,
                         [](const SourceCell& cell, int wanted) { return cell.column < wanted; });
    return found == cells.end() || found->column != column ? nullptr : &found->text;
}

std::vector<SourceRow>& SourceRow::rowsOf(int table)
{
    for (auto& [known, rows] : children)
        if (known == table) return rows;
    return children.emplace_back(table, std::vector<SourceRow>()).second;
}

SourceBuilder::SourceBuilder(SubmissionSource& source) : m_source(source)
{
    if (m_source.tables.empty()) m_source.tables.emplace_back();
    m_columns.resize(m_source.tables.size());
    for (size_t t = 0; t < m_source.tables.size(); ++t) {
        if (t > 0) m_tables.insert(m_source.tables[t].name, static_cast<int>(t));
        for (const QString& header : m_source.tables[t].headers)
            m_columns[t].insert(header, static_cast<int>(m_columns[t].size()));
    }
}

int SourceBuilder::table(const QString& path)
{
    const auto known = m_tables.constFind(path);
    if (known != m_tables.constEnd()) return *known;
    countHeader();
    const int made = static_cast<int>(m_source.tables.size());
    m_source.tables.push_back({path, {}});
    m_columns.emplace_back();
    m_tables.insert(path, made);
    return made;
}

void SourceBuilder::countHeader()
{
    if (++m_headers > MostHeaders)
        throw base::Error(base::ErrorCode::LimitExceeded, QStringLiteral("too many columns"));
}

int SourceBuilder::column(int table, const QString& header)
{
    QHash<QString, int>& known = m_columns[static_cast<size_t>(table)];
    const auto found = known.constFind(header);
    if (found != known.constEnd()) return *found;
    countHeader();
    const int made = static_cast<int>(known.size());
    known.insert(header, made);
    m_source.tables[static_cast<size_t>(table)].headers << header;
    return made;
}

void SourceBuilder::put(SourceRow& row, int table, const QString& header, const QString& text)
{
    if (++m_cells > MostCells)
        throw base::Error(base::ErrorCode::LimitExceeded, QStringLiteral("too many cells"));
    row.cells.push_back({column(table, header), text});
}

void SourceBuilder::settle(SourceRow& row, int table)
{
    const auto before = [](const SourceCell& a, const SourceCell& b) { return a.column < b.column; };
    if (!std::is_sorted(row.cells.begin(), row.cells.end(), before))
        std::stable_sort(row.cells.begin(), row.cells.end(), before);
    const SourceTable& its = m_source.tables[static_cast<size_t>(table)];
    const auto same = [&](const SourceCell& a, const SourceCell& b) {
        if (a.column != b.column) return false;
        const QString header = its.headers[b.column];
        if (m_source.issues.size() < MostIssues)
            m_source.issues.push_back({base::Severity::Warning,
                                       QStringLiteral("submission.answered_twice"),
                                       {its.name, row.number, header},
                                       {header}});
        return true;
    };
    row.cells.erase(std::unique(row.cells.begin(), row.cells.end(), same), row.cells.end());
}

} // namespace exchange
