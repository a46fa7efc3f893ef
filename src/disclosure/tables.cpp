#include "disclosure/tables.h"

#include "disclosure/rules.h"

#include <algorithm>
#include <set>

namespace disclosure {
namespace {

QString keyOf(const QStringList& codes, const std::vector<Count>& counts)
{
    QString key = codes.join(u' ') + u'|';
    for (const Count& count : counts)
        key += QString::number(count.value) + u' ';
    return key;
}

std::set<int> positions(const View::Classify& classify, const ActorData& actor,
                        const QHash<QString, int>& places)
{
    if (!classify) return {0};
    std::set<int> found;
    const QStringList codes = classify(actor);
    for (const QString& code : codes) {
        const auto at = places.constFind(code);
        if (at != places.constEnd()) found.insert(*at);
    }
    return found;
}

QHash<QString, int> placesOf(const QStringList& codes)
{
    QHash<QString, int> places;
    for (int i = 0; i < codes.size(); ++i)
        places.insert(codes[i], i);
    return places;
}

Tabulation counted(const Tables::Population& population, const View::TableSpec& spec)
{
    Tabulation table;
    table.code = spec.code;
    table.rowCodes = spec.rowCodes;
    table.columnCodes = spec.columns ? spec.columnCodes : QStringList{QString()};
    const auto rows = static_cast<size_t>(table.rowCodes.size()),
               columns = static_cast<size_t>(table.columnCodes.size());
    table.cells.assign(rows, std::vector<Count>(columns));
    table.rowTotals.resize(rows);
    table.columnTotals.resize(columns);
    const QHash<QString, int> rowPlaces = placesOf(table.rowCodes),
                              columnPlaces = placesOf(table.columnCodes);
    for (const ActorData* actor : population) {
        if (spec.population && !spec.population(*actor)) continue;
        const std::set<int> inRows = positions(spec.rows, *actor, rowPlaces);
        const std::set<int> inColumns = positions(spec.columns, *actor, columnPlaces);
        if (inRows.empty() || inColumns.empty()) {
            ++table.excluded;
            continue;
        }
        ++table.total.value;
        for (const int row : inRows) {
            ++table.rowTotals[static_cast<size_t>(row)].value;
            for (const int column : inColumns)
                ++table.cells[static_cast<size_t>(row)][static_cast<size_t>(column)].value;
        }
        for (const int column : inColumns)
            ++table.columnTotals[static_cast<size_t>(column)].value;
    }
    return table;
}

View::Spread summary(const QString& group, std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    const auto quantile = [&](double share) {
        const double at = share * static_cast<double>(values.size() - 1);
        const auto low = static_cast<size_t>(at);
        const size_t high = std::min(low + 1, values.size() - 1);
        return values[low] + (values[high] - values[low]) * (at - static_cast<double>(low));
    };
    double sum = 0;
    for (const double value : values)
        sum += value;
    return {group,
            static_cast<int>(values.size()),
            sum / static_cast<double>(values.size()),
            values.front(),
            quantile(.25),
            quantile(.5),
            quantile(.75),
            values.back()};
}

const assessment::Interval* scoreOf(const assessment::Assessment& a, const QString& node)
{
    if (node == u"global") return &a.global;
    for (const auto* scores : {&a.dimensions, &a.subDimensions, &a.services}) {
        const auto found = scores->find(node);
        if (found != scores->end()) return &found->second;
    }
    return nullptr;
}

} // namespace

std::vector<Tabulation> Tables::tabulate(const Population& population,
                                         const std::vector<View::TableSpec>& specs)
{
    std::vector<Tabulation> tables;
    std::vector<std::pair<size_t, Variables>> sensitive;
    for (const View::TableSpec& spec : specs) {
        tables.push_back(counted(population, spec));
        if (m_masking && spec.sensitive) sensitive.emplace_back(tables.size() - 1, declare(tables.back()));
    }
    if (!sensitive.empty()) m_suppression.run();
    for (const auto& [at, variables] : sensitive)
        mask(tables[at], variables);
    return tables;
}

std::vector<size_t> Tables::margin(const QStringList& codes, const std::vector<Count>& counts)
{
    std::vector<size_t>& variables = m_margins[keyOf(codes, counts)];
    if (variables.empty())
        for (const Count& count : counts)
            variables.push_back(m_suppression.add(count.value));
    return variables;
}

size_t Tables::total(const QString& rowsKey, const QString& columnsKey, int value)
{
    for (const QString& key : {rowsKey, columnsKey}) {
        const auto known = m_totals.constFind(key);
        if (known == m_totals.constEnd()) continue;
        const size_t variable = *known;
        m_totals.insert(rowsKey, variable);
        m_totals.insert(columnsKey, variable);
        return variable;
    }
    const size_t variable = m_suppression.add(value);
    m_totals.insert(rowsKey, variable);
    m_totals.insert(columnsKey, variable);
    return variable;
}

Tables::Variables Tables::declare(const Tabulation& table)
{
    Variables v;
    const QString number = u'|' + QString::number(table.total.value);
    const QString rowsKey = keyOf(table.rowCodes, table.rowTotals) + number;
    const bool oneWay = table.columnCodes.size() == 1;
    const QString columnsKey = oneWay ? rowsKey : keyOf(table.columnCodes, table.columnTotals) + number;
    v.rows = margin(table.rowCodes, table.rowTotals);
    v.total = total(rowsKey, columnsKey, table.total.value);
    m_suppression.link(v.total, v.rows);
    if (oneWay) {
        for (const size_t row : v.rows)
            v.cells.push_back({row});
        v.columns = {v.total};
        return v;
    }
    v.columns = margin(table.columnCodes, table.columnTotals);
    m_suppression.link(v.total, v.columns);
    declareCells(table, rowsKey + columnsKey, v);
    return v;
}

void Tables::declareCells(const Tabulation& table, QString key, Variables& v)
{
    for (const auto& row : table.cells)
        key += keyOf({}, row);
    const auto known = m_grids.constFind(key);
    if (known != m_grids.constEnd()) {
        v.cells = *known;
        return;
    }
    for (const auto& row : table.cells) {
        v.cells.emplace_back();
        for (const Count& count : row)
            v.cells.back().push_back(m_suppression.add(count.value));
    }
    m_grids.insert(key, v.cells);
    for (size_t r = 0; r < v.rows.size(); ++r)
        m_suppression.link(v.rows[r], v.cells[r]);
    for (size_t c = 0; c < v.columns.size(); ++c) {
        std::vector<size_t> column;
        for (const auto& row : v.cells)
            column.push_back(row[c]);
        m_suppression.link(v.columns[c], column);
    }
}

void Tables::maskOne(Count& count, size_t variable, const QString& table)
{
    const Suppression::State state = m_suppression.state(variable);
    if (state == Suppression::State::Visible) return;
    count = {0, true, state == Suppression::State::Complementary};
    m_account.push_back({{}, table, rule::SmallCount});
}

void Tables::mask(Tabulation& table, const Variables& variables)
{
    for (size_t r = 0; r < table.cells.size(); ++r)
        for (size_t c = 0; c < table.cells[r].size(); ++c)
            maskOne(table.cells[r][c], variables.cells[r][c], table.code);
    for (size_t r = 0; r < table.rowTotals.size(); ++r)
        maskOne(table.rowTotals[r], variables.rows[r], table.code);
    for (size_t c = 0; c < table.columnTotals.size(); ++c)
        maskOne(table.columnTotals[c], variables.columns[c], table.code);
    maskOne(table.total, variables.total, table.code);
}

Count Tables::count(const Population& population, const QString& code,
                    const std::function<bool(const ActorData&)>& predicate, bool sensitive)
{
    const auto found = std::count_if(population.begin(), population.end(),
                                     [&](const ActorData* actor) { return predicate(*actor); });
    Count count{static_cast<int>(found), false, false};
    if (m_masking && sensitive && count.value >= 1 && count.value <= 4) {
        count = {0, true, false};
        m_account.push_back({{}, code, rule::SmallCount});
    }
    return count;
}

/// Groups under five are left out; when together they are fewer than five, so is the smallest group shown,
/// lest an overall mean give theirs away.
std::vector<View::Spread> Tables::spread(const Population& population, const QString& node,
                                         const View::Classify& groups, const QStringList& groupCodes) const
{
    const QHash<QString, int> places = placesOf(groupCodes);
    std::vector<std::vector<double>> values(static_cast<size_t>(groupCodes.size()));
    for (const ActorData* actor : population) {
        if (actor->assessment.institution) continue;
        const assessment::Interval* score = scoreOf(actor->assessment, node);
        if (!score || !score->central || (node != u"global" && score->completeness < 0.7)) continue;
        for (const int group : positions(groups, *actor, places))
            values[static_cast<size_t>(group)].push_back(*score->central);
    }
    std::vector<bool> shown(values.size());
    size_t hidden = 0;
    for (size_t g = 0; g < values.size(); ++g) {
        shown[g] = values[g].size() >= 5;
        if (!shown[g]) hidden += values[g].size();
    }
    if (m_masking && hidden >= 1 && hidden <= 4) {
        size_t smallest = values.size();
        for (size_t g = 0; g < values.size(); ++g)
            if (shown[g] && (smallest == values.size() || values[g].size() < values[smallest].size()))
                smallest = g;
        if (smallest < values.size()) shown[smallest] = false;
    }
    std::vector<View::Spread> result;
    for (size_t g = 0; g < values.size(); ++g)
        if (shown[g]) result.push_back(summary(groupCodes[static_cast<qsizetype>(g)], values[g]));
    return result;
}

} // namespace disclosure
