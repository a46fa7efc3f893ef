#include "deliverables/classify.h"
#include "deliverables/report_items.h"
#include "deliverables/words.h"
#include "report/typography.h"

namespace deliverables::items {
namespace {

using disclosure::ActorView;
using disclosure::Tabulation;

int actorCount(const Pen& pen)
{
    return static_cast<int>(pen.view().actors().size());
}

Tabulation tabulate(Pen& pen, const QString& code, const QStringList& rowCodes, Classify rows,
                    const QStringList& columnCodes, Classify columns)
{
    return pen.view()
        .tabulate({{code, rowCodes, columnCodes, std::move(rows), std::move(columns), false}})
        .front();
}

QStringList labels(const Reader& reader, const QString& question, const QStringList& codes)
{
    QStringList words;
    for (const QString& code : codes)
        words << reader.label(question, code);
    return words;
}

/// Counts with totals; rows that hold nothing are left out.
Grid gridOf(const Tabulation& table, const QString& corner, const QStringList& rowLabels,
            const QStringList& columnLabels, bool columnTotals = true)
{
    Grid grid;
    grid.header = QStringList{corner} + columnLabels + QStringList{QStringLiteral("Total")};
    grid.widths.assign(static_cast<size_t>(grid.header.size()), 1.0);
    grid.widths.front() = 2.6;
    for (size_t r = 0; r < table.cells.size(); ++r) {
        if (table.rowTotals[r].value == 0 && !table.rowTotals[r].masked) continue;
        QStringList row{rowLabels[static_cast<qsizetype>(r)]};
        for (const disclosure::Count& count : table.cells[r])
            row << countText(count);
        grid.rows.push_back(row << countText(table.rowTotals[r]));
    }
    if (!columnTotals) return grid;
    QStringList total{QStringLiteral("Total")};
    for (const disclosure::Count& count : table.columnTotals)
        total << countText(count);
    grid.rows.push_back(total << countText(table.total));
    grid.lastRowIsTotal = true;
    return grid;
}

QString excludedNote(int excluded)
{
    if (excluded == 0) return {};
    return agree(excluded, QStringLiteral("%1 acteur sans réponse n’y figure pas."),
                 QStringLiteral("%1 acteurs sans réponse n’y figurent pas."))
        .arg(report::frenchNumber(excluded));
}

/// Bars of one multiple-choice or single-choice question, most frequent first.
void barsOf(Pen& pen, const QString& code, const QString& title, const QString& question, int most = 10)
{
    const QStringList codes = pen.reader().codes(question);
    const Tabulation table =
        tabulate(pen, code, codes, byAnswer(question), {QStringLiteral("n")},
                 [](const disclosure::ActorData&) { return QStringList{QStringLiteral("n")}; });
    std::vector<std::pair<int, int>> order;
    for (size_t r = 0; r < table.rowTotals.size(); ++r)
        if (table.rowTotals[r].value > 0) order.emplace_back(-table.rowTotals[r].value, static_cast<int>(r));
    if (order.empty()) {
        pen.missing(code, QStringLiteral("aucune fiche ne répond encore à cette question."));
        return;
    }
    std::sort(order.begin(), order.end());
    report::BarChart chart;
    report::BarChart::Series series;
    for (const auto& [negative, row] : order) {
        if (chart.categories.size() == most) break;
        chart.categories << pen.reader().label(question, codes[row]);
        const disclosure::Count& count = table.rowTotals[static_cast<size_t>(row)];
        series.values.push_back(count.masked ? std::nullopt : std::optional<double>(count.value));
    }
    chart.series.push_back(series);
    const double height = 8.0 + 7.0 * static_cast<double>(chart.categories.size());
    pen.figure(code, title, chart, height,
               QStringLiteral("%1 : %2.").arg(title, chart.categories.join(QStringLiteral(", "))),
               {actorCount(pen) - table.excluded, excludedNote(table.excluded), {}});
}

} // namespace

void censusSentence(Pen& pen)
{
    const auto organisations = pen.view().count(QStringLiteral("P-01o"), isOrganisation);
    const auto surveyed = pen.view().count(QStringLiteral("P-01s"), isSurveyed);
    const auto visited = pen.view().count(QStringLiteral("P-01v"), isVisited);
    pen.text(QStringLiteral("L’étude recense %1, dont %2. %3 par entretien, téléphone ou visite ; %4. Les "
                            "autres fiches viennent de documents et de listes.")
                 .arg(counted(actorCount(pen), QStringLiteral("acteur"), QStringLiteral("acteurs")),
                      countWords(organisations, QStringLiteral("organisation de la société civile"),
                                 QStringLiteral("organisations de la société civile")),
                      surveyed.value < 2
                          ? QStringLiteral("%1 acteur a été enquêté").arg(countText(surveyed))
                          : QStringLiteral("%1 acteurs ont été enquêtés").arg(countText(surveyed)),
                      visited.value < 2 ? QStringLiteral("%1 a été visité").arg(countText(visited))
                                        : QStringLiteral("%1 ont été visités").arg(countText(visited))));
}

void collectionPeriod(Pen& pen)
{
    QDate first, last;
    for (const ActorView& actor : pen.view().actors()) {
        const QDate date = QDate::fromString(actor.answers.at(QStringLiteral("ent_date")).value, Qt::ISODate);
        if (!date.isValid()) continue;
        if (!first.isValid() || date < first) first = date;
        if (!last.isValid() || date > last) last = date;
    }
    if (!first.isValid()) {
        pen.muted(QStringLiteral("La période de collecte paraîtra dès le premier passage enregistré."));
        return;
    }
    pen.text(first == last ? QStringLiteral("La collecte a eu lieu le %1.").arg(report::frenchDate(first))
                           : QStringLiteral("La collecte s’étend du %1 au %2.")
                                 .arg(report::frenchDate(first), report::frenchDate(last)));
}

void sources(Pen& pen, const QString& code)
{
    QMap<QString, int> lists;
    int interviews = 0, documents = 0;
    for (const ActorView& actor : pen.view().actors()) {
        for (const QString& source : actor.sources)
            ++lists[source];
        const QString mode = actor.answers.at(QStringLiteral("ent_mode")).value;
        if (mode == u"documentaire")
            ++documents;
        else if (!mode.isEmpty())
            ++interviews;
    }
    Grid grid{{QStringLiteral("Source"), QStringLiteral("Acteurs")}, {4, 1}, {}};
    for (auto it = lists.cbegin(); it != lists.cend(); ++it)
        grid.rows.push_back({QStringLiteral("Liste « %1 »").arg(it.key()), report::frenchNumber(it.value())});
    grid.rows.push_back({QStringLiteral("Étude de documents"), report::frenchNumber(documents)});
    grid.rows.push_back({QStringLiteral("Entretien, téléphone ou visite"), report::frenchNumber(interviews)});
    pen.table(code, QStringLiteral("Sources du recensement et apports"), grid,
              {actorCount(pen), QStringLiteral("Un acteur peut venir de plusieurs sources.")});
}

void byCategoryAndStatus(Pen& pen, const QString& code)
{
    const QString rows = QStringLiteral("id_categorie"), columns = QStringLiteral("id_statut");
    QStringList used;
    for (const QString& status : pen.reader().codes(columns))
        if (std::any_of(pen.view().actors().begin(), pen.view().actors().end(),
                        [&](const ActorView& actor) { return actor.answers.at(columns).value == status; }))
            used << status;
    const QStringList categories = pen.reader().codes(rows);
    const Tabulation table = tabulate(pen, code, categories, byAnswer(rows), used, byAnswer(columns));
    if (used.isEmpty()) {
        pen.missing(code,
                    QStringLiteral("aucune fiche ne donne encore la catégorie et le statut juridique."));
        return;
    }
    pen.table(code, QStringLiteral("Acteurs par catégorie et statut juridique"),
              gridOf(table, QStringLiteral("Catégorie"), labels(pen.reader(), rows, categories),
                     labels(pen.reader(), columns, used)),
              {actorCount(pen) - table.excluded, excludedNote(table.excluded)});
}

void foundations(Pen& pen, const QString& code)
{
    const std::vector<double> bounds{1900, 1957, 1985, 1995, 2000, 2005, 2010, 2100};
    const QStringList periods{QStringLiteral("avant 1957"), QStringLiteral("1957–1984"),
                              QStringLiteral("1985–1994"),  QStringLiteral("1995–1999"),
                              QStringLiteral("2000–2004"),  QStringLiteral("2005–2009"),
                              QStringLiteral("depuis 2010")};
    QStringList codes;
    for (qsizetype i = 0; i < periods.size(); ++i)
        codes << QString::number(i);
    const Tabulation table = tabulate(
        pen, code, codes, byClass(QStringLiteral("id_annee_creation"), bounds), {QStringLiteral("n")},
        [](const disclosure::ActorData&) { return QStringList{QStringLiteral("n")}; });
    report::BarChart chart;
    chart.horizontal = false;
    chart.categories = periods;
    report::BarChart::Series series;
    for (const disclosure::Count& count : table.rowTotals)
        series.values.push_back(static_cast<double>(count.value));
    chart.series.push_back(series);
    if (table.total.value == 0)
        pen.missing(code, QStringLiteral("aucune année de création n’est connue."));
    else
        pen.figure(code, QStringLiteral("Création des acteurs par période"), chart, 60,
                   QStringLiteral("Nombre d’acteurs créés par période."),
                   {table.total.value, excludedNote(table.excluded)});
}

void scales(Pen& pen, const QString& code)
{
    barsOf(pen, code, QStringLiteral("Échelle d’intervention"), QStringLiteral("ter_echelle"));
}
void irregular(Pen& pen, const QString& code)
{
    if (pen.reader().toPublic())
        pen.missing(code, QStringLiteral("cette réponse n’est pas diffusée dans ce tirage."));
    else
        barsOf(pen, code, QStringLiteral("Accueil des personnes sans titre de séjour"),
               QStringLiteral("pub_irreguliers"));
}
void approaches(Pen& pen, const QString& code)
{
    barsOf(pen, code, QStringLiteral("Approches adoptées"), QStringLiteral("dom_approches"));
}
void ranked(Pen& pen, const QString& code, const QString& title, const QString& question)
{
    barsOf(pen, code, title, question);
}

namespace {

/// Rows of one multiple-choice question by category.
void crossWithCategories(Pen& pen, const QString& code, const QString& title, const QString& question)
{
    const QString category = QStringLiteral("id_categorie");
    const QStringList rows = pen.reader().codes(question);
    QStringList columns;
    for (const QString& known : pen.reader().codes(category))
        if (std::any_of(pen.view().actors().begin(), pen.view().actors().end(),
                        [&](const ActorView& actor) { return actor.category == known; }))
            columns << known;
    const Tabulation table = tabulate(pen, code, rows, byAnswer(question), columns, byCategory());
    if (table.total.value == 0) {
        pen.missing(code, QStringLiteral("aucune fiche ne répond encore à cette question."));
        return;
    }
    Grid grid = gridOf(table, QStringLiteral("Réponse"), labels(pen.reader(), question, rows),
                       labels(pen.reader(), category, columns), false);
    grid.compact = columns.size() > 6;
    pen.table(code, title, grid,
              {actorCount(pen) - table.excluded,
               QStringLiteral("Plusieurs réponses par acteur. ") + excludedNote(table.excluded)});
}

} // namespace

void prerogatives(Pen& pen, const QString& code)
{
    crossWithCategories(pen, code, QStringLiteral("Prérogatives par catégorie"),
                        QStringLiteral("dom_prerogatives"));
}
void oversight(Pen& pen, const QString& code)
{
    crossWithCategories(pen, code, QStringLiteral("Tutelles et rattachements par catégorie"),
                        QStringLiteral("id_tutelle"));
}
void publics(Pen& pen, const QString& code)
{
    crossWithCategories(pen, code, QStringLiteral("Publics accompagnés par catégorie"),
                        QStringLiteral("pub_groupes"));
}
void tools(Pen& pen, const QString& code)
{
    crossWithCategories(pen, code, QStringLiteral("Outils d’accompagnement par catégorie"),
                        QStringLiteral("acc_outils"));
}

void trainings(Pen& pen, const QString& code)
{
    const QStringList themes = pen.reader().codes(QStringLiteral("rh_formations"));
    const Tabulation table = tabulate(
        pen, code, themes, byRows(QStringLiteral("rg_formations"), QStringLiteral("form_theme")),
        {QStringLiteral("n")}, [](const disclosure::ActorData&) { return QStringList{QStringLiteral("n")}; });
    if (table.total.value == 0) {
        pen.missing(code, QStringLiteral("aucune demande de formation n’est encore enregistrée."));
        return;
    }
    Grid grid{{QStringLiteral("Thème"), QStringLiteral("Acteurs demandeurs")}, {4, 1.2}, {}};
    for (qsizetype i = 0; i < themes.size(); ++i)
        if (table.rowTotals[static_cast<size_t>(i)].value > 0)
            grid.rows.push_back({pen.reader().label(QStringLiteral("rh_formations"), themes[i]),
                                 countText(table.rowTotals[static_cast<size_t>(i)])});
    pen.table(code, QStringLiteral("Formations demandées"), grid,
              {actorCount(pen) - table.excluded, excludedNote(table.excluded)});
}

void programmes(Pen& pen, const QString& code)
{
    Grid grid{{QStringLiteral("Programme"), QStringLiteral("Acteur"), QStringLiteral("État"),
               QStringLiteral("Période")},
              {3, 3, 1.6, 1.2},
              {},
              4};
    int all = 0;
    for (const ActorView& actor : pen.view().actors()) {
        const auto* rows = actor.answers.rows(QStringLiteral("rg_programmes"));
        if (!rows) continue;
        for (const questionnaire::Row& row : *rows) {
            ++all;
            if (grid.rows.size() < 20)
                grid.rows.push_back({pen.reader().text(row.answers, QStringLiteral("prg_nom")),
                                     pen.reader().shortName(actor),
                                     pen.reader().text(row.answers, QStringLiteral("prg_etat")),
                                     pen.reader().period(row.answers)});
        }
    }
    if (all == 0) {
        pen.missing(code, QStringLiteral("aucun programme n’est encore enregistré."));
        return;
    }
    pen.table(code, QStringLiteral("Programmes en cours et projetés"), grid,
              {all, all > 20 ? QStringLiteral("Les 20 premiers ; les autres figurent dans la grille.")
                             : QString()});
}

} // namespace deliverables::items
