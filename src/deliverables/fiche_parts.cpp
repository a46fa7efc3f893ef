#include "deliverables/fiche_parts.h"

#include "deliverables/cover.h"
#include "deliverables/fiches.h"
#include "deliverables/grille_columns.h"
#include "deliverables/words.h"
#include "report/typography.h"

namespace deliverables {

using namespace report;
using disclosure::ActorView;
using questionnaire::Row;

Block sideBySide(Columns columns)
{
    Table table;
    table.look = Table::Look::Layout;
    table.headerRows = 0;
    Table::TableRow row;
    for (auto& [width, blocks] : columns) {
        table.widths.push_back(width);
        Cell made;
        made.blocks = std::move(blocks);
        row.cells.push_back(std::move(made));
    }
    table.rows.push_back(std::move(row));
    return {std::move(table)};
}

void addColumns(Pen& pen, Columns columns)
{
    std::erase_if(columns, [](const auto& column) { return column.second.empty(); });
    if (columns.size() > 1) {
        pen.add(sideBySide(std::move(columns)));
    } else if (!columns.empty()) {
        for (Block& block : columns.front().second)
            pen.add(std::move(block));
    }
}

QString capitalised(QString text)
{
    if (!text.isEmpty()) text[0] = text[0].toUpper();
    return text;
}

QString ficheAnchor(const ActorView& actor)
{
    return u"fiche-%1"_qs.arg(actor.number);
}

void ficheBand(Pen& pen, const ActorView& actor)
{
    const Reader& reader = pen.reader();
    pen.heading(2, {}, reader.name(actor), ficheAnchor(actor), true);
    QStringList left{actor.acronym, reader.category(actor)};
    left.removeAll(QString());
    QStringList right{u"Fiche n° %1"_qs.arg(actor.number), frenchDate(reader.view().info().date),
                      audienceMention(reader.view().audience())};
    if (reader.view().info().fictional) right << u"organisation fictive"_qs;
    right.removeAll(QString());
    Pen start(reader), end(reader);
    start.text(left.join(u" – "_qs), Style::Lead);
    if (actor.nameFr.isEmpty()) {
        for (Block& block : start.take())
            pen.add(std::move(block));
    } else {
        end.text(actor.nameAr, Style::Lead, Align::End);
        pen.add(sideBySide({{3, start.take()}, {2, end.take()}}));
    }
    pen.text(right.join(u" – "_qs), Style::Small);
    pen.add({Rule{}});
}

void ficheField(Pen& pen, const QString& title, const QString& text)
{
    if (text.trimmed().isEmpty()) return;
    Block head = paragraph(french(title), Style::BoxHead);
    std::get<Paragraph>(head.content).keepWithNext = true;
    pen.add(std::move(head));
    for (const QString& part : text.split(u'\n', Qt::SkipEmptyParts))
        pen.text(part.trimmed(), Style::TableText);
}

void ficheAnswer(Pen& pen, const ActorView& actor, const QString& title, const QString& question, int most)
{
    const questionnaire::Question* found = pen.view().form().question(question);
    const bool multiple = found && found->type == questionnaire::QuestionType::SelectMultiple;
    ficheField(pen, title,
               multiple ? shortened(pen.reader().items(actor.answers, question), most)
                        : pen.reader().text(actor.answers, question));
}

namespace {

/// Provinces where the actor works, or regions when places are withheld: filled areas, no point.
std::optional<AreaMap> thumbnail(const Reader& reader, const ActorView& actor)
{
    AreaMap map;
    map.thumbnail = true;
    map.classes = {{u"Territoire couvert"_qs, 4, false}};
    const bool by1997 = reader.view().info().division == cartography::Division::Regions1997;
    QStringList codes = actor.regionsCovered;
    if (actor.shelterHidden) {
        map.level = by1997 ? AreaMap::Level::Regions1997 : AreaMap::Level::Regions2015;
        if (codes.isEmpty()) codes << (by1997 ? actor.region1997 : actor.region2015);
    } else {
        map.level = AreaMap::Level::Provinces;
        codes = actor.answers.at(u"ter_provinces"_qs).codes();
        if (codes.isEmpty()) codes << actor.province;
    }
    codes.removeAll(QString());
    for (const QString& code : codes)
        map.classOf.insert(code, 0);
    if (map.classOf.isEmpty()) return std::nullopt;
    return map;
}

} // namespace

void ficheTerritory(Pen& pen, const ActorView& actor)
{
    const Reader& reader = pen.reader();
    ficheAnswer(pen, actor, u"Échelle d’intervention"_qs, u"ter_echelle"_qs);
    const QStringList places = reader.territory(actor);
    ficheField(pen, actor.shelterHidden ? u"Régions couvertes"_qs : u"Provinces couvertes"_qs,
               shortened(places, 8));
    if (const auto map = thumbnail(reader, actor)) {
        const QString alternative = u"Carte du territoire couvert : %1"_qs.arg(
            places.isEmpty() ? reader.seat(actor) : shortened(places, 8, u", "_qs));
        pen.add({Figure{*map, 48, 46, french(alternative)}});
    }
}

void ficheServices(Pen& pen, const ActorView& actor)
{
    QStringList offers;
    bool known = false;
    for (size_t s = 0; s < actor.offers.size(); ++s) {
        const QString word = offerWord(actor.offers[s]);
        known = known || !word.isEmpty();
        offers << u"%1 : %2"_qs.arg(serviceName(static_cast<int>(s)),
                                    word.isEmpty() ? u"non renseigné"_qs : word);
    }
    if (!known) return;
    const QString text = french(offers.join(u" ; "_qs));
    ficheField(pen, u"Services"_qs, text);
    pen.add({Figure{ServiceStrip{actor.offers}, 104, 16, text}});
}

void ficheLinks(Pen& pen, const ActorView& actor)
{
    const std::vector<Row>* rows = actor.answers.rows(u"rg_liens"_qs);
    if (!rows || rows->empty()) return;
    QStringList lines, types;
    for (const Row& row : *rows) {
        const QString type = pen.reader().text(row.answers, u"lien_type"_qs);
        if (!type.isEmpty() && !types.contains(type)) types << type;
        const QString partner = pen.reader().text(row.answers, u"lien_acteur"_qs);
        if (partner.isEmpty()) continue;
        QStringList details{type, shortened(pen.reader().items(row.answers, u"lien_nature"_qs), 3, u", "_qs),
                            pen.reader().text(row.answers, u"lien_forme"_qs)};
        details.removeAll(QString());
        lines << (details.isEmpty() ? partner : partner + u" – "_qs + details.join(u" ; "_qs));
    }
    if (lines.isEmpty()) {
        const int n = static_cast<int>(rows->size());
        const QString count = n == 1 ? u"Un lien"_qs : frenchNumber(n) + u" liens"_qs;
        ficheField(pen, u"Liens"_qs, types.isEmpty() ? count : count + u" : "_qs + types.join(u" ; "_qs));
        return;
    }
    ficheField(pen, u"Liens principaux"_qs, lines.mid(0, 5).join(u'\n'));
    const int rest = static_cast<int>(lines.size()) - 5;
    if (rest > 0) pen.text(rest == 1 ? u"et un autre"_qs : u"et %1 autres"_qs.arg(rest), Style::TableText);
}

void ficheContact(Pen& pen, const ActorView& actor)
{
    QStringList lines;
    for (const QString& question : {u"id_responsable"_qs, u"id_adresse"_qs, u"id_tel"_qs, u"id_email"_qs})
        lines << pen.reader().text(actor.answers, question);
    lines.removeAll(QString());
    ficheField(pen, u"Contact professionnel"_qs, lines.join(u'\n'));
}

void ficheFacts(Pen& pen, const ActorView& actor)
{
    if (actor.facts.isEmpty()) return;
    Grid grid;
    grid.header = {u"Selon la source"_qs,
                   actor.sources.isEmpty() ? u"liste reçue"_qs : actor.sources.join(u", "_qs)};
    grid.widths = {1, 3};
    grid.textColumns = 2;
    QStringList fields = actor.facts.keys();
    fields.sort();
    for (const QString& field : fields) {
        const QStringList values = pen.reader().fact(actor, field).split(u" ; "_qs, Qt::SkipEmptyParts);
        if (!values.isEmpty()) grid.rows.push_back({factWord(field), shortened(values, 12)});
    }
    if (!grid.rows.empty()) pen.add({makeTable(grid)});
}

void ficheSources(Pen& pen, const ActorView& actor)
{
    const Reader& reader = pen.reader();
    QStringList parts{reader.text(actor.answers, u"ent_mode"_qs)};
    const QString date = reader.text(actor.answers, u"ent_date"_qs);
    if (!date.isEmpty())
        parts << (date.trimmed()[0].isDigit() ? u"information du "_qs : u"information de "_qs) +
                     date.trimmed();
    const QString review = reader.text(actor.answers, u"ver_relecture_etat"_qs);
    const QString reviewed = reader.text(actor.answers, u"ver_relecture"_qs);
    if (!review.isEmpty()) parts << (reviewed.isEmpty() ? review : review + u" ("_qs + reviewed + u')');
    if (!actor.sources.isEmpty()) parts << u"liste reçue : "_qs + actor.sources.join(u", "_qs);
    parts.removeAll(QString());
    ficheField(pen, u"Sources"_qs, capitalised(parts.join(u" ; "_qs)));
}

} // namespace deliverables
