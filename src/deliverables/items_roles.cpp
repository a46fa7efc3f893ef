#include "deliverables/items.h"
#include "report/typography.h"

namespace deliverables {

using report::frenchNumber;
using report::frenchPercent;

namespace {

/// Count and share of the column, on two lines in such narrow columns: "12", "(40 %)".
Grid withShares(const Tabulation& table, const QString& corner, const Labels& rows, const Labels& columns)
{
    Grid grid = crossGrid(table, corner, rows, columns);
    size_t line = 0;
    for (size_t r = 0; r < table.rowTotals.size(); ++r) {
        if (table.rowTotals[r].value == 0 && !table.rowTotals[r].masked) continue;
        qsizetype column = 1;
        for (size_t c = 0; c < table.columnTotals.size(); ++c) {
            const int of = table.columnTotals[c].value;
            if (of == 0 && !table.columnTotals[c].masked) continue;
            const int n = table.cells[r][c].value;
            if (n > 0 && of > 0) grid.rows[line][column] += u"\n(%1)"_qs.arg(frenchPercent(double(n) / of));
            ++column;
        }
        ++line;
    }
    return grid;
}

Tabulation prerogatives(const Reader& reader, const QString& code)
{
    return crossBy(reader, code, reader.codes(u"dom_prerogatives"_qs), byAnswer(u"dom_prerogatives"_qs),
                   reader.codes(u"id_categorie"_qs), byCategory());
}

} // namespace

void tablePrerogatives(Pen& pen, const QString& code)
{
    const Reader& reader = pen.reader();
    const Tabulation table = prerogatives(reader, code);
    const Grid grid =
        withShares(table, u"Prérogative"_qs, labelsOf(reader, u"dom_prerogatives"_qs), categoryWord);
    pen.table(code, u"Catégories et prérogatives (effectif, part de la catégorie)"_qs, grid,
              {table.total.value,
               (u"Un acteur peut avoir plusieurs prérogatives. "_qs + excludedNote(table)).trimmed()});
}

void tableOversight(Pen& pen, const QString& code)
{
    const Reader& reader = pen.reader();
    const Tabulation bodies =
        countBy(reader, code, reader.codes(u"id_tutelle"_qs), byAnswer(u"id_tutelle"_qs));
    const Tabulation permits = countBy(reader, code + u".eps"_qs, reader.codes(u"abr_autorisation"_qs),
                                       byAnswer(u"abr_autorisation"_qs), true);
    Grid grid = shareGrid(bodies, u"Tutelle ou autorisation"_qs, labelsOf(reader, u"id_tutelle"_qs),
                          bodies.total.value, true);
    for (const QStringList& row :
         shareGrid(permits, {}, labelsOf(reader, u"abr_autorisation"_qs), permits.total.value, false).rows)
        grid.rows.push_back({u"Établissement : "_qs + row[0].toLower(), row[1], row[2]});
    pen.table(code, u"Tutelles, et autorisations d’établissement"_qs, grid,
              {bodies.total.value, (u"Un acteur peut relever de plusieurs tutelles. "_qs +
                                    excludedNote(bodies) + u' ' + maskedNote(permits))
                                       .trimmed()});
}

void sentenceP21(Pen& pen)
{
    const Reader& reader = pen.reader();
    const Tabulation table =
        countBy(reader, u"P-21"_qs, reader.codes(u"dom_prerogatives"_qs), byAnswer(u"dom_prerogatives"_qs));
    qsizetype most = -1;
    for (size_t i = 0; i < table.rowTotals.size(); ++i)
        if (table.rowTotals[i].value > (most < 0 ? 0 : table.rowTotals[size_t(most)].value))
            most = qsizetype(i);
    if (most < 0) {
        pen.missing(u"P-21"_qs, u"Aucune prérogative déclarée à ce jour."_qs);
        return;
    }
    const int n = table.rowTotals[size_t(most)].value, of = table.total.value;
    const QString what = reader.label(u"dom_prerogatives"_qs, table.rowCodes[most]).toLower();
    if (of == 1) {
        pen.text(u"Le seul acteur qui a déclaré ses prérogatives peut notamment : %1."_qs.arg(what));
        return;
    }
    pen.text(u"La prérogative la plus répandue est « %1 » : %2 des %3 acteurs qui ont répondu (%4)."_qs.arg(
        what, n == 1 ? u"un"_qs : frenchNumber(n), frenchNumber(of), frenchPercent(double(n) / of)));
}

void tablePublics(Pen& pen)
{
    const Reader& reader = pen.reader();
    QStringList groups = reader.codes(u"pub_groupes"_qs);
    const Tabulation table = crossBy(reader, u"T-07"_qs, groups, byAnswer(u"pub_groupes"_qs),
                                     reader.codes(u"id_categorie"_qs), byCategory());
    pen.table(u"T-07"_qs, u"Publics accompagnés, par catégorie d’acteur"_qs,
              crossGrid(table, u"Public"_qs, labelsOf(reader, u"pub_groupes"_qs), categoryWord),
              {table.total.value,
               (u"Un acteur peut accompagner plusieurs publics. "_qs + excludedNote(table)).trimmed()});
}

void figureIrregular(Pen& pen)
{
    const Reader& reader = pen.reader();
    const Tabulation table = countBy(reader, u"F-04"_qs, reader.codes(u"pub_irreguliers"_qs),
                                     byAnswer(u"pub_irreguliers"_qs), true, isOrganisation);
    barItem(pen, u"F-04"_qs, u"Accueil des personnes sans titre de séjour"_qs, table,
            labelsOf(reader, u"pub_irreguliers"_qs), false);
}

void tableRefusals(Pen& pen)
{
    const Reader& reader = pen.reader();
    const Tabulation table = countBy(reader, u"T-08"_qs, reader.codes(u"pub_exclusions"_qs, true),
                                     byAnswer(u"pub_exclusions"_qs), true, isOrganisation);
    pen.table(u"T-08"_qs, u"Motifs de refus d’accueil"_qs,
              shareGrid(table, u"Motif"_qs, labelsOf(reader, u"pub_exclusions"_qs), table.total.value, true),
              {table.total.value, notesOf(table)});
}

void figureApproaches(Pen& pen, const QString& code)
{
    const Reader& reader = pen.reader();
    const Tabulation table =
        countBy(reader, code, reader.codes(u"dom_approches"_qs), byAnswer(u"dom_approches"_qs));
    barItem(pen, code, u"Approches adoptées"_qs, table, labelsOf(reader, u"dom_approches"_qs));
}

void tableTools(Pen& pen, const QString& code)
{
    const Reader& reader = pen.reader();
    const Tabulation table = crossBy(reader, code, reader.codes(u"acc_outils"_qs), byAnswer(u"acc_outils"_qs),
                                     reader.codes(u"id_categorie"_qs), byCategory(), false, isOrganisation);
    pen.table(code, u"Outils d’accompagnement et de suivi, par catégorie"_qs,
              crossGrid(table, u"Outil"_qs, labelsOf(reader, u"acc_outils"_qs), categoryWord),
              {table.total.value, excludedNote(table)});
}

void tablePractices(Pen& pen)
{
    const Reader& reader = pen.reader();
    const Tabulation table = countBy(reader, u"T-36"_qs, reader.codes(u"acc_outils"_qs),
                                     byAnswer(u"acc_outils"_qs), false, isOrganisation);
    Grid grid = shareGrid(table, u"Outil, ou niveau d’accompagnement (C)"_qs,
                          labelsOf(reader, u"acc_outils"_qs), table.total.value, true);
    for (const QString& node : {u"C1"_qs, u"C2"_qs, u"C3"_qs, u"C4"_qs}) {
        const auto spread =
            reader.view().spread(node, [](const auto&) { return QStringList{u"x"_qs}; }, {u"x"_qs});
        const assessment::Model::Node* found = reader.view().model().node(node);
        if (spread.empty() || !found) continue;
        grid.rows.push_back({u"%1 – %2, moyenne sur 100"_qs.arg(node, found->label),
                             frenchNumber(spread[0].count), score(spread[0].mean)});
    }
    pen.table(u"T-36"_qs, u"Outils employés et niveaux d’accompagnement"_qs, grid,
              {table.total.value, (excludedNote(table) + u' ' + whyNoScore(reader)).trimmed()});
}

} // namespace deliverables
