#include "deliverables/classify.h"
#include "deliverables/report_items.h"
#include "deliverables/words.h"
#include "report/typography.h"

namespace deliverables::items {
namespace {

using disclosure::ActorView;
using disclosure::Tabulation;

const QStringList ServiceCodes{QStringLiteral("0"), QStringLiteral("1"), QStringLiteral("2"),
                               QStringLiteral("3")};
const QStringList DirectOnly{QStringLiteral("direct")};

QStringList one(const disclosure::ActorData&)
{
    return {QStringLiteral("n")};
}

report::AreaMap::Level level(const Pen& pen)
{
    return pen.view().info().division == cartography::Division::Regions2015
               ? report::AreaMap::Level::Regions2015
               : report::AreaMap::Level::Regions1997;
}

Tabulation regionsByService(Pen& pen, const QString& code, const QStringList& offers)
{
    return pen.view()
        .tabulate({{code, regionCodes(pen.reader()), ServiceCodes, byRegion(pen.reader()), byService(offers),
                    false}})
        .front();
}

/// Five classes of counts on a map; regions without any are left white and said so.
report::AreaMap countMap(Pen& pen, const QStringList& regions, const std::vector<disclosure::Count>& counts,
                         const QString& legend)
{
    report::AreaMap map;
    map.level = level(pen);
    map.legendTitle = legend;
    map.disclaimer = pen.view().info().disclaimer;
    const std::vector<int> bounds{0, 1, 3, 6, 11, 26, 100000};
    const QStringList words{QStringLiteral("aucun"),   QStringLiteral("1 ou 2"),
                            QStringLiteral("3 à 5"),   QStringLiteral("6 à 10"),
                            QStringLiteral("11 à 25"), QStringLiteral("26 et plus")};
    for (qsizetype i = 0; i < words.size(); ++i)
        map.classes.push_back({words[i], static_cast<int>(i), false});
    for (qsizetype r = 0; r < regions.size(); ++r) {
        const int value = counts[static_cast<size_t>(r)].value;
        const auto above = std::upper_bound(bounds.begin(), bounds.end(), value);
        map.classOf.insert(regions[r], static_cast<int>(above - bounds.begin()) - 1);
        if (value > 0) map.labels.insert(regions[r], countText(counts[static_cast<size_t>(r)]));
    }
    return map;
}

} // namespace

void actorsByServices(Pen& pen, const QString& code, int most)
{
    Grid grid{{QStringLiteral("N°"), QStringLiteral("Acteur"), QStringLiteral("Région"), serviceName(0),
               serviceName(1), serviceName(2), serviceName(3)},
              {0.7, 4, 2.2, 1.4, 1.4, 1.4, 1.4},
              {},
              7};
    grid.compact = true;
    int known = 0;
    for (const ActorView& actor : pen.view().actors()) {
        if (std::all_of(actor.offers.begin(), actor.offers.end(),
                        [](const QString& offer) { return offer.isEmpty(); }))
            continue;
        ++known;
        if (most > 0 && static_cast<int>(grid.rows.size()) >= most) continue;
        QStringList row{QString::number(actor.number), pen.reader().name(actor), pen.reader().region(actor)};
        for (const QString& offer : actor.offers)
            row << (offer.isEmpty() ? QStringLiteral("–") : offerWord(offer));
        grid.rows.push_back(row);
    }
    if (known == 0) {
        pen.missing(code, QStringLiteral("aucune fiche ne dit encore quels services sont rendus."));
        return;
    }
    const QString note =
        static_cast<int>(grid.rows.size()) < known
            ? QStringLiteral("Les %1 premiers acteurs ; la liste entière est dans la grille (annexe A-9).")
                  .arg(grid.rows.size())
            : QString();
    pen.table(code, QStringLiteral("Acteurs et services : direct, convention, orientation, possible"), grid,
              {known, note});
}

void servicesByRegions(Pen& pen, const QString& code)
{
    const QStringList regions = regionCodes(pen.reader());
    const Tabulation table = regionsByService(pen, code, DirectOnly);
    Grid grid{{QStringLiteral("Région"), serviceName(0), serviceName(1), serviceName(2), serviceName(3)},
              {3, 1.3, 1.3, 1.3, 1.3},
              {}};
    for (qsizetype r = 0; r < regions.size(); ++r) {
        QStringList row{pen.reader().regionName(regions[r])};
        for (const disclosure::Count& count : table.cells[static_cast<size_t>(r)])
            row << (count.value == 0 ? QStringLiteral("–") : countText(count));
        grid.rows.push_back(row);
    }
    pen.table(
        code, QStringLiteral("Services offerts en direct, par région d’intervention"), grid,
        {table.total.value, QStringLiteral("Un acteur présent dans plusieurs régions compte dans chacune. "
                                           "Abris : région seule, jamais d’adresse ni de point.")});
}

void servicesChart(Pen& pen, const QString& code)
{
    const std::vector<Tabulation> tables = pen.view().tabulate(
        {{code + QStringLiteral("d"), ServiceCodes, {QStringLiteral("n")}, byService(DirectOnly), one, false},
         {code + QStringLiteral("c"),
          ServiceCodes,
          {QStringLiteral("n")},
          byService({QStringLiteral("convention")}),
          one,
          false}});
    report::BarChart chart;
    chart.stacked = true;
    for (int s = 0; s < 4; ++s)
        chart.categories << serviceName(s);
    const QStringList names{QStringLiteral("en direct"), QStringLiteral("par convention")};
    int n = 0;
    for (size_t t = 0; t < tables.size(); ++t) {
        report::BarChart::Series series{names[static_cast<qsizetype>(t)], {}};
        for (const disclosure::Count& count : tables[t].rowTotals) {
            series.values.push_back(static_cast<double>(count.value));
            n += count.value;
        }
        chart.series.push_back(series);
    }
    if (n == 0)
        pen.missing(code, QStringLiteral("aucun service n’est encore décrit."));
    else
        pen.figure(code, QStringLiteral("Offre par service : directe et par convention"), chart, 48,
                   QStringLiteral("Nombre d’acteurs offrant chaque service en direct et par convention."),
                   {static_cast<int>(pen.view().actors().size()),
                    QStringLiteral("Un acteur peut offrir plusieurs services.")});
}

void interventionMap(Pen& pen, const QString& code)
{
    const QStringList regions = regionCodes(pen.reader());
    const Classify intervening = [](const disclosure::ActorData& actor) {
        return intervenesOrMay(actor.assessment.status) ? QStringList{QStringLiteral("n")} : QStringList{};
    };
    const Tabulation table =
        pen.view()
            .tabulate({{code, regions, {QStringLiteral("n")}, byRegion(pen.reader()), intervening, false}})
            .front();
    pen.map(
        code,
        QStringLiteral("OSC intervenant ou pouvant intervenir auprès des victimes de la traite, par région"),
        countMap(pen, regions, table.rowTotals, QStringLiteral("Organisations")),
        QStringLiteral("Nombre d’organisations intervenant ou pouvant intervenir, par région."),
        {table.total.value,
         QStringLiteral("Une organisation présente dans plusieurs régions compte dans chacune.")});
}

void serviceMap(Pen& pen, const QString& code, int service)
{
    const QStringList regions = regionCodes(pen.reader());
    const Tabulation table = regionsByService(pen, code, DirectOnly);
    std::vector<disclosure::Count> counts;
    for (const auto& row : table.cells)
        counts.push_back(row[static_cast<size_t>(service)]);
    int n = 0;
    for (const disclosure::Count& count : counts)
        n += count.value;
    pen.map(code, QStringLiteral("%1 en direct, par région d’intervention").arg(serviceName(service)),
            countMap(pen, regions, counts, QStringLiteral("Acteurs")),
            QStringLiteral("Nombre d’acteurs offrant ce service en direct, par région."), {n, QString()});
}

void regionsWithout(Pen& pen)
{
    const QStringList regions = regionCodes(pen.reader());
    const Tabulation table = regionsByService(pen, QStringLiteral("P-22"), DirectOnly);
    for (int s = 0; s < 4; ++s) {
        QStringList without;
        for (qsizetype r = 0; r < regions.size(); ++r)
            if (table.cells[static_cast<size_t>(r)][static_cast<size_t>(s)].value == 0)
                without << pen.reader().regionName(regions[r]);
        const QString service = serviceName(s);
        if (without.isEmpty())
            pen.text(QStringLiteral("%1 : chaque région compte au moins une offre directe.").arg(service));
        else if (without.size() == regions.size())
            pen.text(
                QStringLiteral("%1 : aucune offre directe n’est connue dans aucune région.").arg(service));
        else
            pen.text(QStringLiteral("%1 : aucune offre directe connue dans %2 (%3).")
                         .arg(service,
                              counted(static_cast<int>(without.size()), QStringLiteral("région"),
                                      QStringLiteral("régions"), true),
                              enumerated(without)));
    }
}

void intervening(Pen& pen, const QString& code, int most)
{
    Grid grid{{QStringLiteral("N°"), QStringLiteral("Organisation"), QStringLiteral("Région"),
               QStringLiteral("Statut"), QStringLiteral("Services possibles")},
              {0.7, 3.6, 2.2, 1.8, 3},
              {},
              5};
    grid.compact = true;
    int named = 0, unnamed = 0;
    for (const ActorView& actor : pen.view().actors()) {
        if (actor.institution) continue;
        if (!actor.status) {
            ++unnamed;
            continue;
        }
        if (!intervenesOrMay(*actor.status)) continue;
        ++named;
        if (most > 0 && static_cast<int>(grid.rows.size()) >= most) continue;
        grid.rows.push_back({QString::number(actor.number), pen.reader().name(actor),
                             pen.reader().region(actor), pen.reader().status(actor),
                             pen.reader().text(actor.answers, QStringLiteral("tra_services_possibles"))});
    }
    QStringList notes;
    if (static_cast<int>(grid.rows.size()) < named)
        notes << QStringLiteral("Les %1 premières ; la liste entière est dans la grille.")
                     .arg(grid.rows.size());
    if (unnamed > 0)
        notes << QStringLiteral("%1 sans accord de publication : comptées, non nommées.")
                     .arg(counted(unnamed, QStringLiteral("organisation"), QStringLiteral("organisations"),
                                  true));
    if (named == 0)
        pen.missing(code,
                    QStringLiteral("aucune organisation de ce statut ne peut être nommée dans ce tirage."));
    else
        pen.table(code,
                  QStringLiteral("OSC intervenant ou pouvant intervenir auprès des victimes de la traite"),
                  grid, {named, notes.join(u' ')});
}

void statusSentence(Pen& pen)
{
    QStringList parts;
    for (const QString& status : statusCodes()) {
        const auto count =
            pen.view().count(QStringLiteral("P-04.") + status, [&](const disclosure::ActorData& actor) {
                return !actor.assessment.institution && actor.assessment.status == status;
            });
        if (count.value > 0 || count.masked)
            parts << QStringLiteral("%1 : %2").arg(
                statusWord(status),
                countWords(count, QStringLiteral("organisation"), QStringLiteral("organisations")));
    }
    if (parts.isEmpty())
        pen.muted(QStringLiteral("Aucun statut d’intervention n’est encore établi."));
    else
        pen.text(QStringLiteral("Statut d’intervention auprès des victimes de la traite – ") +
                 parts.join(QStringLiteral(" ; ")) + u'.');
}

} // namespace deliverables::items
