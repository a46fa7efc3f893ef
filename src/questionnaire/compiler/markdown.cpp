#include "questionnaire/compiler/markdown.h"

#include "base/error.h"

namespace questionnaire {

namespace {

constexpr qsizetype LongestCell = 100'000;
constexpr qsizetype MostCells = 1'000'000;
constexpr size_t MostSheets = 200;

void refuse(const char* what)
{
    throw base::Error(base::ErrorCode::LimitExceeded, QString::fromLatin1(what));
}

// Cells between bars; `\|` is a bar inside a cell.
QStringList cellsOf(QStringView line)
{
    QStringList cells;
    QString cell;
    for (qsizetype i = 1; i < line.size(); ++i) {
        if (line[i] == u'\\' && i + 1 < line.size() && line[i + 1] == u'|') {
            cell += u'|';
            ++i;
        } else if (line[i] == u'|') {
            cells << cell.trimmed();
            cell.clear();
            if (cells.size() > MostCells) refuse("a row of too many cells");
        } else
            cell += line[i];
        if (cell.size() > LongestCell) refuse("a cell too long");
    }
    if (!cell.trimmed().isEmpty()) cells << cell.trimmed();
    return cells;
}

// |---|:--| under a header.
bool isRule(const QStringList& cells)
{
    bool dashes = false;
    for (const QString& cell : cells) {
        if (!std::all_of(cell.begin(), cell.end(), [](QChar c) { return c == u'-' || c == u':'; }))
            return false;
        dashes = dashes || cell.contains(u"--"_qs);
    }
    return dashes;
}

} // namespace

std::vector<SheetTable> sheetsFromMarkdown(const QString& text)
{
    std::vector<SheetTable> sheets;
    qsizetype total = 0;
    for (const QStringView rawLine : QStringView(text).tokenize(u'\n')) {
        const QStringView line = rawLine.trimmed();
        if (!line.startsWith(u'|')) continue;
        QStringList cells = cellsOf(line);
        if (cells.isEmpty() || isRule(cells)) continue;
        total += cells.size();
        if (total > MostCells) refuse("too many cells");
        const QString first = cells.takeFirst();
        if (!first.isEmpty()) {
            if (sheets.size() == MostSheets) refuse("too many sheets");
            sheets.push_back({first.toLower(), {}, 1});
            if (cells.join(QString()).isEmpty()) continue;
        }
        if (!sheets.empty()) sheets.back().rows.push_back(cells);
    }
    return sheets;
}

} // namespace questionnaire
