#include "deliverables/grille.h"

#include "deliverables/cover.h"
#include "deliverables/deliverables.h"
#include "deliverables/grille_columns.h"
#include "deliverables/pen.h"
#include "deliverables/words.h"
#include "report/typography.h"

namespace deliverables {

using namespace report;
using disclosure::ActorView;

namespace {

Cell compactCell(const QString& text, const QString& fill)
{
    Cell made = cell(french(text));
    made.fill = fill;
    return made;
}

/// Names end each row's head in every block, so that a row is never read alone.
std::vector<const GrilleColumn*> blockColumns(const std::vector<GrilleColumn>& columns,
                                              GrilleColumn::Block block)
{
    std::vector<const GrilleColumn*> chosen;
    for (const GrilleColumn& column : columns)
        if (column.block == block || column.number <= 2) chosen.push_back(&column);
    return chosen;
}

Table::TableRow headRow(const std::vector<const GrilleColumn*>& columns)
{
    Table::TableRow row;
    for (const GrilleColumn* column : columns) {
        Cell head = cell(french(u"%1. %2"_qs.arg(column->number).arg(column->title)), true);
        head.fill = QStringLiteral("head");
        row.cells.push_back(std::move(head));
    }
    return row;
}

Table::TableRow categoryRow(const Reader& reader, const ActorView& actor, size_t columns)
{
    const QString category = actor.category.isEmpty() ? u"Catégorie à établir"_qs
                                                      : reader.label(u"id_categorie"_qs, actor.category);
    Cell made = cell(french(category), true);
    made.columnSpan = static_cast<int>(columns);
    made.fill = QStringLiteral("accent");
    return {{std::move(made)}};
}

Table blockTable(const Reader& reader, const std::vector<const GrilleColumn*>& columns, const QString& title)
{
    Table table;
    table.compact = true;
    table.description = french(title);
    for (const GrilleColumn* column : columns)
        table.widths.push_back(column->number == 2 ? 2.6 : column->width);
    table.rows.push_back(headRow(columns));
    const QString* category = nullptr;
    bool odd = false;
    for (const ActorView& actor : reader.view().actors()) {
        if (!category || *category != actor.category) {
            category = &actor.category;
            odd = false;
            table.rows.push_back(categoryRow(reader, actor, columns.size()));
        }
        const QString fill = odd ? QStringLiteral("alternate") : QString();
        Table::TableRow row;
        for (const GrilleColumn* column : columns)
            row.cells.push_back(compactCell(grilleCell(reader, *column, actor), fill));
        table.rows.push_back(std::move(row));
        odd = !odd;
    }
    return table;
}

void writeLegend(Pen& pen)
{
    pen.heading(1, {}, u"Lecture de la grille"_qs, u"grille-lecture"_qs);
    const int n = static_cast<int>(pen.view().actors().size());
    if (n == 0) {
        pen.text(u"Aucun acteur n’est encore recensé : la grille est vide."_qs);
        return;
    }
    pen.text(
        u"La grille décrit %1, une ligne par acteur, dans l’ordre des catégories, des régions et des noms. "
        "Ses colonnes sont réparties en blocs ; le numéro et le nom y sont répétés. Un acteur garde son "
        "numéro dans tous les documents de l’étude."_qs.arg(counted(n, u"acteur"_qs, u"acteurs"_qs)));
    Grid grid;
    grid.header = {u"Mention"_qs, u"Sens"_qs};
    grid.widths = {1, 3};
    grid.textColumns = 2;
    for (const auto& [mention, meaning] : grilleLegend(pen.reader()))
        grid.rows.push_back({mention, meaning});
    pen.add({makeTable(grid)});
}

} // namespace

std::vector<Section> grilleSections(const Reader& reader)
{
    using enum GrilleColumn::Block;
    Pen pen(reader);
    writeLegend(pen);
    const std::vector<GrilleColumn> columns = grilleColumns(reader);
    int number = 0;
    for (const GrilleColumn::Block block :
         {Identity, Mandate, Public, Services, Links, Partnership, Follow}) {
        const std::vector<const GrilleColumn*> chosen = blockColumns(columns, block);
        if (chosen.size() <= 2 || reader.view().actors().empty()) continue;
        const QString title = grilleBlockTitle(block);
        ++number;
        pen.heading(1, QString::number(number), title, u"grille-%1"_qs.arg(number), true);
        pen.add({blockTable(reader, chosen, title)});
    }
    Section section = plainSection(reader, u"Grille des acteurs"_qs);
    section.blocks = pen.take();
    section.landscape = true;
    section.paper = Paper::A3;
    section.marginMm = 15;
    section.part = QStringLiteral("annex");
    return {std::move(section)};
}

Document grilleDocument(const Reader& reader)
{
    Document document = blankDocument(reader, u"Grille des acteurs"_qs);
    document.sections = {
        coverSection(reader, u"Grille des acteurs"_qs,
                     u"Cartographie des acteurs de l’assistance aux victimes de la traite"_qs, {})};
    for (Section& section : grilleSections(reader))
        document.sections.push_back(std::move(section));
    return document;
}

namespace {

Sheet::Value sheetValue(const GrilleColumn& column, const QString& text)
{
    if (text.isEmpty() || text == u"–") return std::monostate{};
    if (column.type == Sheet::Column::Type::Number) {
        bool numeric = false;
        const double number = QString(text).remove(QChar(0x202F)).remove(QChar(0x00A0)).toDouble(&numeric);
        if (numeric) return number; // "< 5", "hors champ" and the like stay texts
    }
    return text;
}

} // namespace

Workbook grilleWorkbook(const disclosure::View& view)
{
    const Reader reader(view);
    Workbook workbook;
    workbook.title = view.info().title;
    workbook.author = view.info().consultant;
    workbook.subject = audienceMention(view.audience());
    workbook.date = view.info().date;
    workbook.hxlRow = true;
    Sheet sheet;
    sheet.name = u"Grille"_qs;
    const std::vector<GrilleColumn> columns = grilleColumns(reader);
    for (const GrilleColumn& column : columns) {
        Sheet::Column made{column.title, column.hxl, 10 + column.width * 8,
                           column.type,  {},         column.number == 3};
        if (!column.question.isEmpty())
            for (const QString& code : reader.codes(column.question, true))
                made.list << reader.label(column.question, code);
        sheet.columns.push_back(std::move(made));
    }
    for (const ActorView& actor : view.actors()) {
        std::vector<Sheet::Value> row;
        for (const GrilleColumn& column : columns)
            row.push_back(sheetValue(column, grilleCell(reader, column, actor)));
        sheet.rows.push_back(std::move(row));
    }
    for (const QString& line : coverMentions(reader))
        sheet.notes << line;
    for (const auto& [mention, meaning] : grilleLegend(reader))
        sheet.notes << u"%1 : %2"_qs.arg(mention, meaning);
    workbook.sheets.push_back(std::move(sheet));
    return workbook;
}

} // namespace deliverables
