#include "deliverables/items.h"
#include "report/typography.h"

namespace deliverables {

using disclosure::ActorView;
using disclosure::Count;
using report::AreaMap;
using report::frenchNumber;

namespace {

const QStringList serviceIndexes{u"0"_qs, u"1"_qs, u"2"_qs, u"3"_qs};

/// Services offered, directly or by agreement, by region of work.
Tabulation servicesByRegion(const Reader& reader)
{
    return crossBy(reader, u"services.regions"_qs, serviceIndexes,
                   byService({u"direct"_qs, u"convention"_qs}), regionCodes(reader), byRegion(reader));
}

AreaMap::Level regionLevel(const Reader& reader)
{
    return reader.view().info().division == cartography::Division::Regions1997 ? AreaMap::Level::Regions1997
                                                                               : AreaMap::Level::Regions2015;
}

/// Classes of a map of counts: none, 1 to 4, 5 to 9, 10 to 19, 20 and more.
AreaMap countMap(const Reader& reader, const QStringList& regions, const std::vector<Count>& counts,
                 const QString& legend)
{
    AreaMap map;
    map.level = regionLevel(reader);
    map.legendTitle = legend;
    map.classes = {{u"aucun"_qs, 0, false},   {u"1 à 4"_qs, 1, false},      {u"5 à 9"_qs, 2, false},
                   {u"10 à 19"_qs, 3, false}, {u"20 et plus"_qs, 5, false}, {u"non communiqué"_qs, 0, true}};
    for (qsizetype i = 0; i < regions.size(); ++i) {
        const Count& count = counts[size_t(i)];
        const int n = count.value;
        map.classOf.insert(regions[i], count.complementary ? 5
                                       : count.masked      ? 1
                                       : n == 0            ? 0
                                       : n < 5             ? 1
                                       : n < 10            ? 2
                                       : n < 20            ? 3
                                                           : 4);
        if (n > 0 || count.masked) map.labels.insert(regions[i], countText(count));
    }
    if (std::none_of(counts.begin(), counts.end(), [](const Count& c) { return c.complementary; }))
        map.classes.pop_back();
    return map;
}

/// Regions where nobody offers a service.
QStringList emptyRegions(const Reader& reader, const Tabulation& table, size_t service)
{
    QStringList names;
    for (qsizetype c = 0; c < table.columnCodes.size(); ++c)
        if (table.cells[service][size_t(c)].value == 0) names << reader.regionName(table.columnCodes[c]);
    return names;
}

bool anyOffer(const ActorView& actor)
{
    return std::any_of(actor.offers.begin(), actor.offers.end(), [](const QString& offer) {
        return !offer.isEmpty() && offer != u"non" && offer != u"nsp";
    });
}

} // namespace

namespace {

QStringList serviceRow(const Reader& reader, const ActorView& actor)
{
    QStringList row{QString::number(actor.number), reader.name(actor), reader.region(actor)};
    for (const QString& offer : actor.offers)
        row << (offer.isEmpty() ? u"–"_qs : offerWord(offer));
    return row;
}

/// What imported lists say when nobody has been asked yet: the names are then all a report can give.
void tableListedActors(Pen& pen, const QString& code, int most)
{
    const Reader& reader = pen.reader();
    Grid grid;
    grid.header = {u"N°"_qs, u"Acteur"_qs, u"Type"_qs, u"Secteurs"_qs, u"Lieux"_qs};
    grid.widths = {0.6, 3.6, 1.8, 3, 3};
    grid.textColumns = 5;
    grid.compact = true;
    int listed = 0;
    for (const ActorView& actor : reader.view().actors()) {
        if (actor.facts.isEmpty() || ++listed > most) continue;
        const auto list = [&](const QString& field, int shown) {
            return shortened(reader.fact(actor, field).split(u" ; "_qs, Qt::SkipEmptyParts), shown);
        };
        grid.rows.push_back({QString::number(actor.number), reader.name(actor),
                             reader.fact(actor, u"type"_qs), list(u"sectors"_qs, 4), list(u"places"_qs, 4)});
    }
    QString note =
        u"Aucune offre de service n’est encore recueillie : le tableau donne ce que disent les listes reçues."_qs;
    if (listed > most)
        note += u" Les %1 premiers ; les autres sont en annexe A-9."_qs.arg(frenchNumber(most));
    pen.table(code, u"Acteurs et secteurs, selon la source"_qs, grid, {listed, note, u"listes reçues"_qs});
}

} // namespace

void tableActorsServices(Pen& pen, const QString& code, int most)
{
    const Reader& reader = pen.reader();
    std::vector<const ActorView*> offering, shown;
    for (const ActorView& actor : reader.view().actors())
        if (anyOffer(actor)) offering.push_back(&actor);
    const int n = static_cast<int>(offering.size());
    if (n == 0) {
        tableListedActors(pen, code, std::max(most, 150));
        return;
    }
    QString note;
    if (n > most) {
        shown = compared(reader);
        note = u"OSC comparées au chapitre 4.9 ; tous les acteurs sont en annexe A-9. "_qs;
        if (shown.empty()) {
            shown.assign(offering.begin(), offering.begin() + most);
            note = u"Les %1 premiers, dans l’ordre de la grille ; les autres sont en annexe A-9. "_qs.arg(
                frenchNumber(most));
        }
    } else {
        shown = offering;
    }
    Grid grid;
    grid.header = {u"N°"_qs,       u"Acteur"_qs,   u"Région"_qs,  serviceName(0),
                   serviceName(1), serviceName(2), serviceName(3)};
    grid.widths = {0.6, 4, 2.2, 1.3, 1.3, 1.3, 1.3};
    grid.textColumns = 7;
    grid.compact = true;
    for (const ActorView* actor : shown)
        grid.rows.push_back(serviceRow(reader, *actor));
    const int silent = static_cast<int>(reader.view().actors().size()) - n;
    if (silent > 0)
        note +=
            u"Hors du compte : %1 sans service offert ni possible, ou dont l’offre n’est pas connue."_qs.arg(
                counted(silent, u"acteur"_qs, u"acteurs"_qs));
    pen.table(code, u"Acteurs et services, par mode d’offre"_qs, grid, {n, note.trimmed()});
}

void tableServicesRegions(Pen& pen, const QString& code)
{
    const Reader& reader = pen.reader();
    const Tabulation table = servicesByRegion(reader);
    Grid grid;
    grid.header = {u"Région"_qs, serviceName(0), serviceName(1), serviceName(2), serviceName(3)};
    grid.widths = {3, 1, 1, 1, 1};
    for (qsizetype c = 0; c < table.columnCodes.size(); ++c) {
        QStringList row{reader.regionName(table.columnCodes[c])};
        for (size_t s = 0; s < 4; ++s)
            row << countText(table.cells[s][size_t(c)]);
        grid.rows.push_back(row);
    }
    QStringList totals{u"Acteurs offrant le service"_qs};
    for (const Count& count : table.rowTotals)
        totals << countText(count);
    grid.rows.push_back(totals);
    grid.lastRowIsTotal = true;
    pen.table(
        code, u"Services offerts en direct ou par convention, par région d’intervention"_qs, grid,
        {table.total.value,
         u"Un acteur compte dans chaque région où il intervient ; la dernière ligne le compte une fois. "_qs +
             excludedNote(table)});
}

void serviceMap(Pen& pen, const QString& code, int service)
{
    const Reader& reader = pen.reader();
    const Tabulation table = servicesByRegion(reader);
    const std::vector<Count>& counts = table.cells[size_t(service)];
    const QString title = u"%1 : acteurs offrant le service, par région"_qs.arg(serviceName(service));
    if (table.rowTotals[size_t(service)].value == 0) {
        pen.missing(code, u"%1 : aucun acteur ne l’offre à ce jour dans une région connue."_qs.arg(
                              serviceName(service)));
        return;
    }
    const QStringList without = emptyRegions(reader, table, size_t(service));
    pen.map(code, title, countMap(reader, table.columnCodes, counts, u"Acteurs"_qs),
            title + (without.isEmpty() ? u", toutes les régions sont couvertes"_qs
                                       : u" ; sans offre : "_qs + enumerated(without)),
            {table.rowTotals[size_t(service)].value, {}});
}

void statusMap(Pen& pen, const QString& code)
{
    const Reader& reader = pen.reader();
    const Tabulation table =
        crossBy(reader, code, {u"intervient"_qs, u"intervient_declare"_qs, u"peut_intervenir"_qs}, byStatus(),
                regionCodes(reader), byRegion(reader), true, isOrganisation);
    const QString title =
        u"OSC intervenant ou pouvant intervenir auprès des victimes de la traite, par région"_qs;
    if (table.total.value == 0 && !table.total.masked) {
        pen.missing(code, title + u" : aucune à ce jour."_qs);
        return;
    }
    pen.map(code, title, countMap(reader, table.columnCodes, table.columnTotals, u"OSC"_qs), title,
            {table.total.value,
             (u"Une OSC compte dans chaque région où elle intervient. "_qs + maskedNote(table)).trimmed()});
}

void tableT10(Pen& pen)
{
    const Reader& reader = pen.reader();
    const Tabulation table = servicesByRegion(reader);
    Grid grid;
    grid.header = {u"Service"_qs, u"Régions sans offre connue"_qs, u"Nombre"_qs};
    grid.widths = {2, 6, 1};
    grid.textColumns = 2;
    for (size_t s = 0; s < 4; ++s) {
        const QStringList names = emptyRegions(reader, table, s);
        grid.rows.push_back({serviceName(int(s)), names.isEmpty() ? u"aucune"_qs : names.join(u", "_qs),
                             QString::number(names.size())});
    }
    pen.table(u"T-10"_qs, u"Régions sans service, en direct ou par convention"_qs, grid,
              {table.total.value,
               u"Une absence d’offre connue n’est pas une absence prouvée. "_qs + excludedNote(table)});
}

void sentenceP22(Pen& pen)
{
    const Reader& reader = pen.reader();
    const Tabulation table = servicesByRegion(reader);
    const int regions = static_cast<int>(table.columnCodes.size());
    if (table.total.value == 0) {
        pen.text(u"Aucune offre de service n’est encore connue par région."_qs);
        return;
    }
    QStringList everywhere;
    for (size_t s = 0; s < 4; ++s) {
        const QStringList names = emptyRegions(reader, table, s);
        const int n = static_cast<int>(names.size());
        const QString service = serviceName(int(s));
        if (n == 0) {
            everywhere << service.toLower();
        } else if (n == regions) {
            pen.text(u"%1 : aucune région ne compte d’acteur qui l’offre."_qs.arg(service));
        } else if (n == 1) {
            pen.text(u"%1 : une région n’a aucune offre connue, %2."_qs.arg(service, names.first()));
        } else {
            pen.text(u"%1 : %2 régions sur %3 n’ont aucune offre connue (%4)."_qs.arg(
                service, frenchNumber(n), frenchNumber(regions), shortened(names, 6, u", "_qs)));
        }
    }
    if (everywhere.size() == 4) {
        pen.text(u"Chacun des quatre services est offert par au moins un acteur dans toutes les régions."_qs);
    } else if (!everywhere.isEmpty()) {
        pen.text(u"Dans toutes les régions, au moins un acteur offre : %1."_qs.arg(enumerated(everywhere)));
    }
}

void tableT16(Pen& pen, int most)
{
    const Reader& reader = pen.reader();
    Grid grid;
    grid.header = {u"N°"_qs,        u"OSC"_qs, u"Région"_qs, u"Statut"_qs, u"Services possibles"_qs,
                   u"Assistance"_qs};
    grid.widths = {0.6, 4, 2, 1.8, 2.6, 1.2};
    grid.textColumns = 6;
    grid.compact = true;
    int named = 0;
    for (const ActorView& actor : reader.view().actors()) {
        if (!actor.status || !intervenesOrMay(*actor.status) || ++named > most) continue;
        const QString proof = *actor.status == u"intervient"           ? u"confirmée"_qs
                              : *actor.status == u"intervient_declare" ? u"déclarée"_qs
                                                                       : u"–"_qs;
        grid.rows.push_back({QString::number(actor.number), reader.name(actor), reader.region(actor),
                             statusWord(*actor.status),
                             reader.items(actor.answers, u"tra_services_possibles"_qs).join(u", "_qs),
                             proof});
    }
    QString note;
    if (named > most)
        note = u"Les %1 premières, dans l’ordre de la grille ; les autres sont en annexe A-9."_qs.arg(
            frenchNumber(most));
    if (reader.toPublic())
        note = u"Seules sont nommées les OSC qui l’acceptent ; les autres sont comptées, non nommées. "_qs +
               note;
    pen.table(u"T-16"_qs, u"OSC intervenant ou pouvant intervenir auprès des victimes de la traite"_qs, grid,
              {named, note.trimmed()});
}

void sentenceP04(Pen& pen)
{
    const Tabulation table = statusByCategory(pen.reader());
    if (table.total.value == 0 && !table.total.masked) {
        pen.text(u"Le statut face à la traite n’est encore connu pour aucune OSC."_qs);
        return;
    }
    const auto count = [&](const QString& status) {
        return table.columnTotals[size_t(table.columnCodes.indexOf(status))];
    };
    QStringList parts;
    const auto part = [&](const QString& status, const QString& one, const QString& several) {
        const Count c = count(status);
        const bool plural = c.masked || c.value > 1;
        const QString who = c.masked       ? countWords(c, u"OSC"_qs, u"OSC"_qs)
                            : c.value == 0 ? u"aucune OSC"_qs
                            : c.value == 1 ? u"une OSC"_qs
                                           : frenchNumber(c.value) + u" OSC"_qs;
        parts << who + u' ' +
                     (plural         ? several
                      : c.value == 0 ? u"n’"_qs.left(one.startsWith(u'i') ? 2 : 0) + one
                                     : one);
    };
    part(u"intervient"_qs, u"intervient de façon confirmée"_qs, u"interviennent de façon confirmée"_qs);
    part(u"intervient_declare"_qs, u"intervient selon ses déclarations"_qs,
         u"interviennent selon leurs déclarations"_qs);
    const Count may = count(u"peut_intervenir"_qs);
    parts << (may.masked       ? countWords(may, u"OSC"_qs, u"OSC"_qs) + u" peuvent intervenir"_qs
              : may.value == 0 ? u"aucune ne pourrait intervenir"_qs
              : may.value == 1 ? u"une pourrait intervenir"_qs
                               : frenchNumber(may.value) + u" pourraient intervenir"_qs);
    QString text = enumerated(parts);
    text[0] = text[0].toUpper();
    const Count unknown = count(u"indetermine"_qs);
    pen.text(text + u'.');
    if (unknown.masked || unknown.value > 0)
        pen.text(u"Le statut de %1 reste indéterminé."_qs.arg(countWords(unknown, u"OSC"_qs, u"OSC"_qs)));
}

} // namespace deliverables
