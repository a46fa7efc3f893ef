#include "base/text.h"
#include "deliverables/grille_cells.h"
#include "deliverables/items.h"
#include "report/typography.h"

namespace deliverables {

using disclosure::ActorData;
using disclosure::ActorView;
using questionnaire::Row;
using report::frenchNumber;

void tableCited(Pen& pen, const QString& code)
{
    const Reader& reader = pen.reader();
    if (reader.toPublic()) {
        pen.missing(
            code,
            u"Acteurs les plus cités : les noms des partenaires paraissent dans le tirage remis à l’OIM."_qs);
        return;
    }
    QHash<QString, std::pair<int, QString>> cited;
    int citing = 0;
    for (const ActorView& actor : reader.view().actors()) {
        QStringList names;
        if (const std::vector<Row>* rows = actor.answers.rows(u"rg_liens"_qs))
            for (const Row& row : *rows)
                names << reader.text(row.answers, u"lien_acteur"_qs);
        names.removeAll(QString());
        names.removeDuplicates();
        if (!names.isEmpty()) ++citing;
        for (const QString& name : names) {
            auto& entry = cited[base::fold(name)];
            ++entry.first;
            if (entry.second.isEmpty()) entry.second = name;
        }
    }
    std::vector<std::tuple<int, QString, QString>> sorted;
    for (auto each = cited.cbegin(); each != cited.cend(); ++each)
        sorted.emplace_back(-each->first, each.key(), each->second);
    std::sort(sorted.begin(), sorted.end());
    Grid grid;
    grid.header = {u"Acteur cité"_qs, u"Citations"_qs};
    grid.widths = {5, 1};
    for (size_t i = 0; i < sorted.size() && i < 15; ++i)
        grid.rows.push_back({std::get<2>(sorted[i]), frenchNumber(-std::get<0>(sorted[i]))});
    pen.table(code, u"Acteurs les plus cités comme partenaires"_qs, grid,
              {citing, u"Réponses des seuls acteurs qui acceptent de les transmettre."_qs});
}

void tableLinkForms(Pen& pen, const QString& code)
{
    const Reader& reader = pen.reader();
    const Tabulation table =
        crossBy(reader, code, reader.codes(u"lien_type"_qs), byRows(u"rg_liens"_qs, u"lien_type"_qs),
                reader.codes(u"lien_forme"_qs, true), byRows(u"rg_liens"_qs, u"lien_forme"_qs), true);
    pen.table(code, u"Acteurs ayant un lien, par type de partenaire et forme d’accord"_qs,
              crossGrid(table, u"Partenaire"_qs, labelsOf(reader, u"lien_type"_qs),
                        labelsOf(reader, u"lien_forme"_qs)),
              {table.total.value,
               (u"Un acteur compte dans chaque type et chaque forme qu’il déclare. "_qs + notesOf(table))
                   .trimmed()});
}

void missingNetwork(Pen& pen, const QString& code)
{
    pen.missing(
        code,
        u"Le graphe des liens demande que les acteurs cités soient rapprochés des acteurs recensés."_qs);
}

void sentenceLinks(Pen& pen, const QString& code)
{
    const auto refers = [](const ActorData& actor, bool written) {
        const std::vector<Row>* rows = actor.inScope.rows(u"rg_liens"_qs);
        return rows && std::any_of(rows->begin(), rows->end(), [written](const Row& row) {
                   const QStringList nature = row.answers.at(u"lien_nature"_qs).codes();
                   return (nature.contains(u"ref_recu") || nature.contains(u"ref_envoye")) &&
                          (!written || row.answers.at(u"lien_forme"_qs).value == u"ecrite");
               });
    };
    const disclosure::View& view = pen.view();
    const auto all = view.count(
        code, [&](const ActorData& a) { return refers(a, false); }, true);
    const auto unwritten = view.count(
        code + u".sans"_qs, [&](const ActorData& a) { return refers(a, false) && !refers(a, true); }, true);
    if (all.value == 0 && !all.masked) {
        pen.missing(code, u"Aucune orientation entre acteurs n’est encore déclarée."_qs);
        return;
    }
    if (all.masked ||
        (!unwritten.masked && all.value - unwritten.value >= 1 && all.value - unwritten.value <= 4)) {
        pen.text(
            u"Des acteurs orientent ou reçoivent des personnes ; trop peu ont répondu pour en donner le détail."_qs);
    } else if (unwritten.value == 0 && !unwritten.masked) {
        pen.text(
            u"Les %1 acteurs qui orientent ou reçoivent des personnes ont tous au moins un accord écrit."_qs
                .arg(frenchNumber(all.value)));
    } else if (unwritten.masked) {
        pen.text(
            u"Sur %1 acteurs qui orientent ou reçoivent des personnes, moins de 5 le font sans aucun accord écrit."_qs
                .arg(frenchNumber(all.value)));
    } else {
        pen.text(
            u"Sur %1 acteurs qui orientent ou reçoivent des personnes, %2 (%3) le font sans aucun accord écrit."_qs
                .arg(frenchNumber(all.value), frenchNumber(unwritten.value),
                     report::frenchPercent(double(unwritten.value) / all.value)));
    }
}

namespace {

struct Programme
{
    const ActorView* actor;
    const Row* row;
};

std::vector<Programme> programmes(const Reader& reader)
{
    std::vector<Programme> found;
    for (const ActorView& actor : reader.view().actors())
        if (const std::vector<Row>* rows = actor.answers.rows(u"rg_programmes"_qs))
            for (const Row& row : *rows)
                if (row.answers.at(u"prg_etat"_qs).value != u"clos" &&
                    row.answers.at(u"prg_nom"_qs).isKnown())
                    found.push_back({&actor, &row});
    return found;
}

} // namespace

namespace {

QStringList programmeRow(const Reader& reader, const Programme& programme)
{
    const Row& row = *programme.row;
    return {reader.text(row.answers, u"prg_nom"_qs),
            reader.shortName(*programme.actor),
            reader.text(row.answers, u"prg_etat"_qs),
            reader.items(row.answers, u"prg_services"_qs).join(u", "_qs),
            shortened(programmePlaces(reader, row), 3, u", "_qs),
            reader.period(row.answers)};
}

} // namespace

void tableProgrammes(Pen& pen, const QString& code, int most)
{
    const Reader& reader = pen.reader();
    const std::vector<Programme> all = programmes(reader);
    std::vector<Programme> shown = all;
    QString note;
    if (static_cast<int>(all.size()) > most) {
        const std::vector<const ActorView*> actors = compared(reader);
        std::erase_if(shown, [&](const Programme& programme) {
            return std::find(actors.begin(), actors.end(), programme.actor) == actors.end();
        });
        note = u"Programmes des OSC comparées au chapitre 4.9 ; tous sont en annexe A-9."_qs;
        if (shown.empty()) {
            shown.assign(all.begin(), all.begin() + most);
            note = u"Les %1 premiers, dans l’ordre de la grille ; tous sont en annexe A-9."_qs.arg(
                frenchNumber(most));
        }
    }
    Grid grid;
    grid.header = {u"Programme"_qs, u"Acteur"_qs, u"État"_qs, u"Services"_qs, u"Lieux"_qs, u"Période"_qs};
    grid.widths = {3.2, 2.6, 1.6, 2, 2, 1.2};
    grid.textColumns = 6;
    grid.compact = true;
    for (const Programme& programme : shown)
        grid.rows.push_back(programmeRow(reader, programme));
    pen.table(code, u"Programmes en cours ou projetés"_qs, grid, {static_cast<int>(all.size()), note});
}

void figureProgrammes(Pen& pen, const QString& code)
{
    QMap<QString, int> byYear;
    int undated = 0, total = 0;
    for (const Programme& programme : programmes(pen.reader())) {
        const QString year = programme.row->answers.at(u"prg_fin"_qs).value.left(4);
        year.isEmpty() ? ++undated : ++byYear[year];
        ++total;
    }
    if (byYear.isEmpty()) {
        pen.missing(code, u"Fins de programme par année : aucune date de fin connue."_qs);
        return;
    }
    report::BarChart chart;
    report::BarChart::Series series{u"Programmes"_qs, {}};
    for (auto year = byYear.cbegin(); year != byYear.cend(); ++year) {
        chart.categories << year.key();
        series.values.push_back(*year);
    }
    chart.series = {series};
    chart.unit = u"programmes"_qs;
    const QString note =
        undated == 0 ? QString()
                     : u"%1 sans date de fin."_qs.arg(counted(undated, u"programme"_qs, u"programmes"_qs));
    pen.figure(code, u"Programmes selon l’année où ils finissent"_qs, chart, 18 + 7.0 * double(byYear.size()),
               u"Barres par année, de %1 à %2"_qs.arg(byYear.firstKey(), byYear.lastKey()), {total, note});
}

void sentenceP23(Pen& pen)
{
    const QDate from = pen.view().info().date;
    if (!from.isValid()) {
        pen.missing(u"P-23"_qs, u"La date de l’étude n’est pas fixée."_qs);
        return;
    }
    int ending = 0, total = 0;
    for (const Programme& programme : programmes(pen.reader())) {
        const QDate end = QDate::fromString(programme.row->answers.at(u"prg_fin"_qs).value, Qt::ISODate);
        ++total;
        if (end.isValid() && end >= from && end <= from.addYears(1)) ++ending;
    }
    if (total == 0) {
        pen.text(u"Aucun programme en cours ou projeté n’est encore décrit."_qs);
    } else if (ending == 0) {
        pen.text(u"Aucun des programmes décrits ne finit dans l’année qui suit le %1."_qs.arg(
            report::frenchDate(from)));
    } else {
        pen.text(u"%1 dans l’année qui suit le %2, sur %3."_qs.arg(
            ending == 1 ? u"Un programme finit"_qs : frenchNumber(ending) + u" programmes finissent"_qs,
            report::frenchDate(from),
            total == 1 ? u"un seul décrit"_qs : frenchNumber(total) + u" décrits"_qs));
    }
}

void figureStrengths(Pen& pen, const QString& code)
{
    const Reader& reader = pen.reader();
    const Tabulation table = countBy(reader, code, reader.codes(u"bil_forces"_qs), byAnswer(u"bil_forces"_qs),
                                     false, isOrganisation);
    barItem(pen, code, u"Points forts déclarés"_qs, table, labelsOf(reader, u"bil_forces"_qs));
}

void figureDifficulties(Pen& pen, const QString& code)
{
    const Reader& reader = pen.reader();
    const Tabulation table = countBy(reader, code, reader.codes(u"bil_difficultes"_qs),
                                     byAnswer(u"bil_difficultes"_qs), true, isOrganisation);
    barItem(pen, code, u"Difficultés déclarées"_qs, table, labelsOf(reader, u"bil_difficultes"_qs));
}

} // namespace deliverables
