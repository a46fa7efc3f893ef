#include "deliverables/front_matter.h"

#include "deliverables/cover.h"
#include "deliverables/items.h"

#include <algorithm>

namespace deliverables {

using namespace report;
using disclosure::ActorView;

namespace {

/// Long lists of acronyms belong to the grille: here those of the actors whom tables name.
std::vector<std::pair<QString, QString>> acronyms(const Reader& reader)
{
    const auto& actors = reader.view().actors();
    const bool all = actors.size() <= 150;
    std::vector<std::pair<QString, QString>> found;
    for (const ActorView& actor : actors) {
        const QString acronym = actor.acronym.section(u';', 0, 0).trimmed();
        const bool named = all || actor.proposed || (actor.status && *actor.status == u"intervient");
        if (named && !acronym.isEmpty() && acronym.size() <= 15 && acronym != actor.nameFr)
            found.emplace_back(acronym, reader.name(actor));
    }
    std::sort(found.begin(), found.end());
    if (found.size() > 120) found.resize(120);
    return found;
}

void listOf(Pen& pen, Caption::Kind kind, const QString& title, const QString& anchor)
{
    pen.heading(2, {}, title, anchor);
    pen.add({ListOf{kind}});
}

} // namespace

void writeAbbreviations(Pen& pen)
{
    Grid grid;
    grid.header = {u"Sigle"_qs, u"Sens"_qs};
    grid.widths = {1, 5};
    grid.textColumns = 2;
    grid.compact = true;
    for (const auto& [term, meaning] : glossary())
        grid.rows.push_back({term, meaning});
    for (const auto& [acronym, name] : acronyms(pen.reader()))
        grid.rows.push_back({acronym, name});
    pen.add({makeTable(grid)});
}

void writeDivisions(Pen& pen)
{
    const cartography::Divisions& divisions = pen.view().divisions();
    Grid grid;
    grid.header = {u"Province ou préfecture"_qs, u"Région (1997)"_qs, u"Région (2015)"_qs};
    grid.textColumns = 3;
    grid.compact = true;
    for (const cartography::Province& province : divisions.provinces())
        grid.rows.push_back({province.nameFr, pen.reader().regionName(province.region1997),
                             pen.reader().regionName(province.region2015)});
    pen.add({makeTable(grid)});
}

Section frontSection(const Reader& reader, const QString& title, bool thanks)
{
    Pen pen(reader);
    pen.heading(1, {}, u"Avertissement"_qs, u"avertissement"_qs);
    const disclosure::StudyInfo& info = reader.view().info();
    pen.text(audienceMention(reader.view().audience()) + u'.');
    pen.text(u"Les opinions exprimées dans ce rapport sont celles de son auteur ; elles ne reflètent pas "
             u"nécessairement celles du "
             "commanditaire."_qs);
    pen.text(info.disclaimer);
    if (info.fictional)
        pen.text(u"Étude fictive : les organisations, les personnes et les réponses sont inventées."_qs,
                 Style::Lead);
    if (thanks) {
        pen.heading(1, {}, u"Remerciements"_qs, u"remerciements"_qs);
        pen.text(
            u"L’auteur remercie les organisations et les institutions qui ont donné de leur temps, et le commanditaire pour son appui."_qs);
        pen.guided(u"l3.remerciements"_qs, u"Remerciements : personnes et institutions à nommer."_qs, 80);
    }
    pen.heading(1, {}, u"Sommaire"_qs, u"sommaire"_qs, true);
    pen.add({Contents{2}});
    pen.heading(1, {}, u"Sigles"_qs, u"sigles"_qs, true);
    writeAbbreviations(pen);
    pen.heading(1, {}, u"Liste des tableaux, figures et cartes"_qs, u"listes"_qs, true);
    listOf(pen, Caption::Kind::Table, u"Tableaux"_qs, u"liste-tableaux"_qs);
    listOf(pen, Caption::Kind::Figure, u"Figures"_qs, u"liste-figures"_qs);
    listOf(pen, Caption::Kind::Map, u"Cartes"_qs, u"liste-cartes"_qs);
    Section section = plainSection(reader, title);
    section.blocks = pen.take();
    for (Block& block : section.blocks)
        if (auto* heading = std::get_if<Heading>(&block.content))
            heading->inContents = heading->level == 1 && heading->anchor != u"sommaire";
    section.numbering = Numbering::Roman;
    section.restartNumbering = true;
    section.part = QStringLiteral("front");
    return section;
}

} // namespace deliverables
