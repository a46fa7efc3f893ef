#include "deliverables/items.h"
#include "report/typography.h"

namespace deliverables {

using disclosure::ActorData;
using disclosure::ActorView;
using disclosure::Count;
using report::BarChart;
using report::frenchNumber;
using report::frenchPercent;

namespace {

int actorCount(const Reader& reader)
{
    return static_cast<int>(reader.view().actors().size());
}

int surveyed(const Reader& reader)
{
    return reader.view().count(u"enquetes"_qs, isSurveyed).value;
}

int visited(const Reader& reader)
{
    return reader.view().count(u"visites"_qs, isVisited).value;
}

/// First and last dates of information this audience may read: days or months, as the gate left them.
std::pair<QString, QString> period(const Reader& reader)
{
    QStringList dates;
    qsizetype precision = 10;
    for (const ActorView& actor : reader.view().actors()) {
        const QString date = actor.answers.at(u"ent_date"_qs).value;
        if (date.size() < 7) continue;
        precision = std::min(precision, date.size());
        dates << date;
    }
    if (dates.isEmpty()) return {};
    for (QString& date : dates)
        date.truncate(precision);
    std::sort(dates.begin(), dates.end());
    questionnaire::Answers ends;
    const auto text = [&](const QString& date) {
        ends.set(u"ent_date"_qs, questionnaire::Answer::of(date));
        return reader.text(ends, u"ent_date"_qs).trimmed();
    };
    return {text(dates.first()), text(dates.last())};
}

} // namespace

void sentenceP01(Pen& pen)
{
    const Reader& reader = pen.reader();
    const int n = actorCount(reader), asked = surveyed(reader), seen = visited(reader);
    if (n == 0) {
        pen.text(u"Aucun acteur n’est encore recensé."_qs);
        return;
    }
    QString text = n == 1 ? u"Un acteur est recensé"_qs : u"%1 acteurs sont recensés"_qs.arg(frenchNumber(n));
    if (asked == 0) {
        text += u" ; aucun n’a encore été enquêté."_qs;
    } else {
        text +=
            asked == 1 ? u" ; un a été enquêté"_qs : u" ; %1 ont été enquêtés"_qs.arg(frenchNumber(asked));
        text += seen == 0   ? u", aucun n’a été visité."_qs
                : seen == 1 ? u", dont un sur place."_qs
                            : u", dont %1 sur place."_qs.arg(frenchNumber(seen));
    }
    pen.text(text);
}

void sentenceP02(Pen& pen)
{
    const auto [first, last] = period(pen.reader());
    const bool days = first.isEmpty() || first[0].isDigit();
    if (first.isEmpty()) {
        pen.missing(u"P-02"_qs, u"Aucun passage daté : la période de collecte n’est pas connue."_qs);
    } else if (first == last) {
        pen.text(
            (days ? u"L’information a été recueillie le %1."_qs : u"L’information a été recueillie en %1."_qs)
                .arg(first));
    } else {
        pen.text((days ? u"L’information a été recueillie du %1 au %2."_qs
                       : u"L’information a été recueillie de %1 à %2."_qs)
                     .arg(first, last));
    }
}

void tableT01(Pen& pen)
{
    QMap<QString, std::pair<int, int>> bySource;
    int without = 0;
    for (const ActorView& actor : pen.view().actors()) {
        if (actor.sources.isEmpty()) ++without;
        for (const QString& source : actor.sources) {
            ++bySource[source].first;
            if (actor.sources.size() == 1) ++bySource[source].second;
        }
    }
    Grid grid;
    grid.header = {u"Source"_qs, u"Acteurs nommés"_qs, u"Par elle seule"_qs};
    grid.widths = {4, 1, 1};
    for (auto source = bySource.cbegin(); source != bySource.cend(); ++source)
        grid.rows.push_back({source.key(), frenchNumber(source->first), frenchNumber(source->second)});
    if (without > 0)
        grid.rows.push_back(
            {u"Réseau, boule de neige, documents, saisie"_qs, frenchNumber(without), u"–"_qs});
    pen.table(u"T-01"_qs, u"Sources du recensement et apports de chacune"_qs, grid,
              {actorCount(pen.reader()), u"Un acteur peut être nommé par plusieurs listes."_qs});
}

void funnel(Pen& pen, const QString& code)
{
    const Reader& reader = pen.reader();
    const int n = actorCount(reader);
    if (n == 0) {
        pen.missing(code, u"Entonnoir de la collecte : aucun acteur recensé à ce jour."_qs);
        return;
    }
    const Count agreed = reader.view().count(u"participation"_qs, [](const ActorData& actor) {
        return actor.inScope.at(u"cons_participation"_qs).value == u"oui";
    });
    BarChart chart;
    chart.categories = {u"Repérés"_qs, u"Enquêtés"_qs, u"Consentants"_qs, u"Visités"_qs};
    chart.series = {{u"Acteurs"_qs,
                     {double(n), double(surveyed(reader)), double(agreed.value), double(visited(reader))}}};
    chart.unit = u"acteurs"_qs;
    pen.figure(
        code, u"Du repérage à la visite"_qs, chart, 44,
        u"Barres : %1 repérés, %2 enquêtés, %3 visités"_qs.arg(n).arg(surveyed(reader)).arg(visited(reader)),
        {n, u"Le nombre d’acteurs joignables n’est pas relevé."_qs});
}

void tableT02(Pen& pen)
{
    const Reader& reader = pen.reader();
    Grid grid;
    grid.header = {u"Région du siège ou catégorie"_qs, u"Recensés"_qs, u"Enquêtés"_qs, u"Taux"_qs};
    grid.widths = {4, 1, 1, 1};
    const auto part = [&](const QString& code, const QStringList& codes, const Classify& rows,
                          const Labels& labels) {
        const Tabulation all = countBy(reader, code, codes, rows);
        const Tabulation asked = countBy(reader, code + u".enquetes"_qs, codes, rows, false, isSurveyed);
        for (qsizetype i = 0; i < codes.size(); ++i) {
            const int n = all.rowTotals[static_cast<size_t>(i)].value,
                      m = asked.rowTotals[static_cast<size_t>(i)].value;
            if (n > 0)
                grid.rows.push_back(
                    {labels(codes[i]), frenchNumber(n), frenchNumber(m), frenchPercent(double(m) / n)});
        }
    };
    part(u"T-02.region"_qs, regionCodes(reader), bySeat(reader), regionLabels(reader));
    part(u"T-02.categorie"_qs, reader.codes(u"id_categorie"_qs), byCategory(),
         labelsOf(reader, u"id_categorie"_qs));
    pen.table(u"T-02"_qs, u"Taux de réponse par région et par catégorie"_qs, grid, {actorCount(reader), {}});
}

void tableCategoryStatus(Pen& pen, const QString& code)
{
    const Reader& reader = pen.reader();
    const Tabulation table = crossBy(reader, code, reader.codes(u"id_statut"_qs), byAnswer(u"id_statut"_qs),
                                     reader.codes(u"id_categorie"_qs), byCategory());
    pen.table(code, u"Acteurs par catégorie et statut juridique"_qs,
              crossGrid(table, u"Statut"_qs, labelsOf(reader, u"id_statut"_qs), categoryWord),
              {table.total.value, excludedNote(table)});
}

void figureCategories(Pen& pen, const QString& code)
{
    const Reader& reader = pen.reader();
    const Tabulation table = countBy(reader, code, reader.codes(u"id_categorie"_qs), byCategory());
    barItem(pen, code, u"Acteurs recensés, par catégorie"_qs, table, labelsOf(reader, u"id_categorie"_qs));
}

void figureCreation(Pen& pen)
{
    static const QStringList periods{u"avant 1990"_qs, u"1990 à 1999"_qs, u"2000 à 2004"_qs,
                                     u"2005 à 2009"_qs, u"2010 et après"_qs};
    const Tabulation table = countBy(pen.reader(), u"F-02"_qs, {u"0"_qs, u"1"_qs, u"2"_qs, u"3"_qs, u"4"_qs},
                                     byClass(u"id_annee_creation"_qs, {0, 1990, 2000, 2005, 2010}));
    barItem(
        pen, u"F-02"_qs, u"Acteurs selon leur période de création"_qs, table,
        [](const QString& code) { return periods.value(code.toInt()); }, false);
}

void figureScale(Pen& pen)
{
    const Reader& reader = pen.reader();
    const Tabulation table =
        countBy(reader, u"F-03"_qs, reader.codes(u"ter_echelle"_qs), byAnswer(u"ter_echelle"_qs));
    barItem(pen, u"F-03"_qs, u"Échelle d’intervention"_qs, table, labelsOf(reader, u"ter_echelle"_qs), false);
}

void tableT04(Pen& pen)
{
    static const QStringList staff{u"aucun salarié"_qs, u"1 à 4 salariés"_qs, u"5 à 9 salariés"_qs,
                                   u"10 à 49 salariés"_qs, u"50 salariés et plus"_qs};
    static const QStringList budget{u"budget de moins de 100 000 DH"_qs, u"100 000 à 500 000 DH"_qs,
                                    u"500 000 à 1 million DH"_qs, u"1 à 2 millions DH"_qs,
                                    u"2 millions DH et plus"_qs};
    const QStringList codes{u"0"_qs, u"1"_qs, u"2"_qs, u"3"_qs, u"4"_qs};
    const Tabulation people = countBy(pen.reader(), u"T-04.effectif"_qs, codes,
                                      byClass(u"rh_salaries"_qs, {0, 1, 5, 10, 50}), false, isOrganisation);
    const Tabulation money =
        countBy(pen.reader(), u"T-04.budget"_qs, codes,
                byClass(u"fin_budget"_qs, {0, 100000, 500000, 1000000, 2000000}), true, isOrganisation);
    const auto labels = [](const QStringList& names) {
        return [names](const QString& code) { return names.value(code.toInt()); };
    };
    Grid grid = shareGrid(people, u"Classe"_qs, labels(staff), people.total.value, false);
    for (const QStringList& row : shareGrid(money, {}, labels(budget), money.total.value, false).rows)
        grid.rows.push_back(row);
    pen.table(u"T-04"_qs, u"Effectifs salariés et budgets, par classe"_qs, grid,
              {people.total.value, notesOf(money)});
}

void tableListed(Pen& pen)
{
    QHash<QString, int> counts;
    for (const ActorView& actor : pen.view().actors())
        for (const QString& sector : actor.facts.value(u"sectors"_qs).split(u" ; "_qs, Qt::SkipEmptyParts))
            ++counts[sector.trimmed()];
    if (counts.isEmpty()) return;
    std::vector<std::pair<int, QString>> sorted;
    for (auto each = counts.cbegin(); each != counts.cend(); ++each)
        sorted.emplace_back(-each.value(), each.key());
    std::sort(sorted.begin(), sorted.end());
    QStringList texts;
    for (const auto& [count, sector] : sorted)
        texts << u"%1 (%2)"_qs.arg(sector, frenchNumber(-count));
    pen.text(u"Secteurs nommés par les listes reçues, selon la source : %1."_qs.arg(shortened(texts, 12)),
             report::Style::Small);
}

void sentenceP20(Pen& pen)
{
    const Reader& reader = pen.reader();
    const int n = actorCount(reader);
    const Tabulation table = countBy(reader, u"P-20"_qs, reader.codes(u"id_categorie"_qs), byCategory());
    const int institutions =
        table.rowTotals[static_cast<size_t>(std::max<qsizetype>(0, table.rowCodes.indexOf(u"public"_qs)))]
            .value;
    if (n == 0) {
        pen.text(u"L’étude ne recense encore aucun acteur."_qs);
        return;
    }
    QString text = u"L’étude recense %1"_qs.arg(counted(n, u"acteur"_qs, u"acteurs"_qs));
    if (institutions == n) {
        text += n == 1 ? u", qui est une institution ou un service public"_qs
                       : u", tous institutions ou services publics"_qs;
    } else if (institutions > 0) {
        text += u", dont %1"_qs.arg(counted(institutions, u"institution ou service public"_qs,
                                            u"institutions ou services publics"_qs, true));
    }
    qsizetype largest = -1;
    for (qsizetype i = 0; i < table.rowCodes.size(); ++i)
        if (table.rowCodes[i] != u"public" &&
            table.rowTotals[size_t(i)].value > (largest < 0 ? 0 : table.rowTotals[size_t(largest)].value))
            largest = i;
    if (largest >= 0 && n > 1)
        text += u" ; la catégorie la plus nombreuse est « %1 » (%2)"_qs.arg(
            reader.label(u"id_categorie"_qs, table.rowCodes[largest]),
            frenchNumber(table.rowTotals[size_t(largest)].value));
    text += u'.';
    if (table.excluded > 0)
        text += u" La catégorie de %1 reste à établir."_qs.arg(
            counted(table.excluded, u"acteur"_qs, u"acteurs"_qs));
    pen.text(text);
}

} // namespace deliverables
