#include "deliverables/tables.h"

#include "report/typography.h"

#include <algorithm>
#include <numeric>

namespace deliverables {

using disclosure::Count;
using disclosure::View;
using report::BarChart;

Labels labelsOf(const Reader& reader, const QString& question)
{
    return [reader, question](const QString& code) { return reader.label(question, code); };
}

Labels regionLabels(const Reader& reader)
{
    return [reader](const QString& code) { return reader.regionName(code); };
}

Tabulation countBy(const Reader& reader, const QString& code, const QStringList& codes, const Classify& rows,
                   bool sensitive, const Predicate& population)
{
    return reader.view().tabulate({{code, codes, {}, rows, {}, sensitive, population}}).front();
}

Tabulation crossBy(const Reader& reader, const QString& code, const QStringList& rowCodes,
                   const Classify& rows, const QStringList& columnCodes, const Classify& columns,
                   bool sensitive, const Predicate& population)
{
    return reader.view()
        .tabulate({{code, rowCodes, columnCodes, rows, columns, sensitive, population}})
        .front();
}

namespace {

bool nothing(const Count& count)
{
    return count.value == 0 && !count.masked;
}

std::vector<size_t> filled(const std::vector<Count>& totals)
{
    std::vector<size_t> kept;
    for (size_t i = 0; i < totals.size(); ++i)
        if (!nothing(totals[i])) kept.push_back(i);
    return kept;
}

/// Rows that hold something, largest first when asked; hidden counts come last, in the order of the
/// instrument, so that their place tells nothing.
std::vector<size_t> ordered(const Tabulation& table, bool sorted)
{
    std::vector<size_t> rows = filled(table.rowTotals);
    if (sorted)
        std::stable_sort(rows.begin(), rows.end(), [&](size_t a, size_t b) {
            return table.rowTotals[a].value > table.rowTotals[b].value;
        });
    return rows;
}

} // namespace

Grid crossGrid(const Tabulation& table, const QString& corner, const Labels& rows, const Labels& columns)
{
    Grid grid;
    const std::vector<size_t> shownColumns = filled(table.columnTotals);
    grid.header << corner;
    grid.widths.push_back(shownColumns.size() > 8 ? 2.4 : 3);
    for (const size_t c : shownColumns) {
        grid.header << columns(table.columnCodes[static_cast<qsizetype>(c)]);
        grid.widths.push_back(1);
    }
    grid.header << u"Total"_qs;
    grid.widths.push_back(0.8);
    grid.compact = shownColumns.size() > 5;
    for (const size_t r : filled(table.rowTotals)) {
        QStringList line{rows(table.rowCodes[static_cast<qsizetype>(r)])};
        for (const size_t c : shownColumns)
            line << countText(table.cells[r][c]);
        grid.rows.push_back(line << countText(table.rowTotals[r]));
    }
    if (grid.rows.empty()) return grid;
    QStringList totals{u"Ensemble"_qs};
    for (const size_t c : shownColumns)
        totals << countText(table.columnTotals[c]);
    grid.rows.push_back(totals << countText(table.total));
    grid.lastRowIsTotal = true;
    return grid;
}

Grid shareGrid(const Tabulation& table, const QString& head, const Labels& rows, int of, bool sorted)
{
    Grid grid;
    grid.header = {head, u"Nombre"_qs, u"Part"_qs};
    grid.widths = {4, 1, 1};
    for (const size_t r : ordered(table, sorted)) {
        const Count& count = table.rowTotals[r];
        const QString share =
            count.masked || of <= 0 ? u"–"_qs : report::frenchPercent(double(count.value) / of);
        grid.rows.push_back({rows(table.rowCodes[static_cast<qsizetype>(r)]), countText(count), share});
    }
    return grid;
}

BarChart barsOf(const Tabulation& table, const Labels& rows, bool sorted, int most)
{
    BarChart chart;
    BarChart::Series series;
    series.name = u"Acteurs"_qs;
    for (const size_t r : ordered(table, sorted)) {
        if (static_cast<int>(chart.categories.size()) == most) break;
        chart.categories << rows(table.rowCodes[static_cast<qsizetype>(r)]);
        const Count& count = table.rowTotals[r];
        series.values.push_back(count.masked ? std::nullopt : std::optional<double>(count.value));
    }
    chart.series = {std::move(series)};
    chart.unit = u"acteurs"_qs;
    return chart;
}

QString excludedNote(const Tabulation& table)
{
    if (table.excluded == 0) return {};
    return u"Hors du compte : %1 sans réponse utilisable."_qs.arg(
        counted(table.excluded, u"acteur"_qs, u"acteurs"_qs));
}

QString maskedNote(const Tabulation& table)
{
    bool small = false, complementary = false;
    const auto look = [&](const Count& count) {
        small = small || (count.masked && !count.complementary);
        complementary = complementary || count.complementary;
    };
    for (const auto& row : table.cells)
        for (const Count& count : row)
            look(count);
    for (const Count& count : table.rowTotals)
        look(count);
    for (const Count& count : table.columnTotals)
        look(count);
    look(table.total);
    QString note;
    if (small) note = u"« < 5 » : effectif de 1 à 4, non communiqué."_qs;
    if (complementary) note += u" « n. c. » : effectif retenu pour qu’un autre ne se déduise pas."_qs;
    return note.trimmed();
}

QString notesOf(const Tabulation& table)
{
    return (excludedNote(table) + u' ' + maskedNote(table)).trimmed();
}

void barItem(Pen& pen, const QString& code, const QString& title, const Tabulation& table,
             const Labels& labels, bool sorted)
{
    BarChart chart = barsOf(table, labels, sorted);
    if (chart.categories.isEmpty()) {
        pen.missing(code, u"%1 : aucune réponse à ce jour."_qs.arg(title));
        return;
    }
    QStringList words;
    for (qsizetype i = 0; i < chart.categories.size() && i < 3; ++i) {
        const auto& value = chart.series[0].values[static_cast<size_t>(i)];
        words << u"%1, %2"_qs.arg(chart.categories[i],
                                  value ? report::frenchNumber(*value) : disclosure::SmallNumber);
    }
    const double height = 18 + 7.0 * double(chart.categories.size());
    pen.figure(code, title, chart, height, u"Barres : %1."_qs.arg(words.join(u" ; "_qs)),
               {table.total.value, notesOf(table)});
}

} // namespace deliverables
