#include "deliverables/classify.h"
#include "deliverables/fiche_parts.h"
#include "deliverables/fiches.h"
#include "deliverables/words.h"
#include "report/typography.h"

#include <algorithm>

namespace deliverables {

using namespace report;
using disclosure::ActorData;
using disclosure::ActorView;
using disclosure::Tabulation;
using disclosure::View;

namespace {

/// The most frequent choices of a question in the category: "Héberger (12) ; …".
QString frequent(const Reader& reader, const Tabulation& table, const QString& question, int most)
{
    struct Choice
    {
        int count;
        QString text;
    };
    std::vector<Choice> choices;
    for (size_t r = 0; r < table.rowTotals.size(); ++r) {
        const disclosure::Count& count = table.rowTotals[r];
        if (count.value == 0 && !count.masked) continue;
        if (count.masked) continue; // hidden: not among the most frequent
        const QString label = reader.label(question, table.rowCodes[static_cast<qsizetype>(r)]);
        choices.push_back({count.value, u"%1 (%2)"_qs.arg(label, frenchNumber(count.value))});
    }
    std::stable_sort(choices.begin(), choices.end(),
                     [](const Choice& a, const Choice& b) { return a.count > b.count; });
    QStringList texts;
    for (const Choice& choice : choices)
        if (texts.size() < most) texts << choice.text;
    return texts.join(u" ; "_qs);
}

struct CategoryTables
{
    std::vector<Tabulation> tables;
    const Tabulation& of(const QString& code) const
    {
        return *std::find_if(tables.begin(), tables.end(),
                             [&](const Tabulation& t) { return t.code.endsWith(code); });
    }
};

CategoryTables countCategory(const Reader& reader, const QString& category)
{
    const auto inCategory = [category](const ActorData& actor) {
        return actor.inScope.at(u"id_categorie"_qs).value == category;
    };
    std::vector<View::TableSpec> specs;
    const auto add = [&](const QString& question, bool sensitive) {
        specs.push_back({category + u'.' + question,
                         reader.codes(question),
                         {},
                         byAnswer(question),
                         {},
                         sensitive,
                         inCategory});
    };
    add(u"dom_prerogatives"_qs, false);
    add(u"pub_groupes"_qs, false);
    add(u"bil_forces"_qs, false);
    add(u"bil_difficultes"_qs, true);
    specs.push_back({category + u".services"_qs,
                     {u"0"_qs, u"1"_qs, u"2"_qs, u"3"_qs},
                     {},
                     byService({u"direct"_qs, u"convention"_qs}),
                     {},
                     false,
                     inCategory});
    specs.push_back(
        {category + u".regions"_qs, regionCodes(reader), {}, bySeat(reader), {}, false, inCategory});
    return {reader.view().tabulate(specs)};
}

std::optional<AreaMap> categoryMap(const Reader& reader, const Tabulation& regions)
{
    AreaMap map;
    map.thumbnail = true;
    map.level = reader.view().info().division == cartography::Division::Regions1997
                    ? AreaMap::Level::Regions1997
                    : AreaMap::Level::Regions2015;
    map.classes = {{u"1 à 4"_qs, 1, false}, {u"5 à 19"_qs, 3, false}, {u"20 et plus"_qs, 5, false}};
    for (size_t r = 0; r < regions.rowTotals.size(); ++r) {
        const int n = regions.rowTotals[r].value;
        if (n > 0)
            map.classOf.insert(regions.rowCodes[static_cast<qsizetype>(r)], n >= 20 ? 2 : n >= 5 ? 1 : 0);
    }
    if (map.classOf.isEmpty()) return std::nullopt;
    return map;
}

QString servicesText(const Tabulation& services)
{
    QStringList texts;
    for (int s = 0; s < 4; ++s)
        texts << u"%1 : %2"_qs.arg(serviceName(s), countText(services.rowTotals[static_cast<size_t>(s)]));
    return texts.join(u" ; "_qs);
}

QString statusText(const Reader& reader, const QString& category)
{
    const Tabulation statuses = statusByCategory(reader);
    const qsizetype row = statuses.rowCodes.indexOf(category);
    QStringList texts;
    for (size_t c = 0; row >= 0 && c < statuses.columnTotals.size(); ++c) {
        const disclosure::Count& count = statuses.cells[static_cast<size_t>(row)][c];
        if (count.value > 0 || count.masked)
            texts << u"%1 : %2"_qs.arg(statusWord(statuses.columnCodes[static_cast<qsizetype>(c)]),
                                       countText(count));
    }
    return texts.join(u" ; "_qs);
}

void writeList(Pen& pen, const std::vector<const ActorView*>& actors)
{
    constexpr size_t most = 60;
    QStringList names;
    for (size_t i = 0; i < actors.size() && i < most; ++i)
        names << u"%1 (n° %2)"_qs.arg(pen.reader().name(*actors[i])).arg(actors[i]->number);
    QString text = names.join(u" ; "_qs);
    if (actors.size() > most)
        text += u" ; et %1, à retrouver au sommaire"_qs.arg(
            counted(static_cast<int>(actors.size() - most), u"autre"_qs, u"autres"_qs));
    Block head = paragraph(u"Fiches de la série"_qs, Style::BoxHead);
    std::get<Paragraph>(head.content).keepWithNext = true;
    pen.add(std::move(head));
    pen.text(text, Style::Small);
}

} // namespace

void writeCategorySheet(Pen& pen, const QString& category, const std::vector<const ActorView*>& actors,
                        const QString& number)
{
    const Reader& reader = pen.reader();
    const QString title =
        category.isEmpty() ? u"Catégorie à établir"_qs : reader.label(u"id_categorie"_qs, category);
    pen.heading(1, number, title, u"categorie-"_qs + (category.isEmpty() ? u"inconnue"_qs : category), true);
    pen.text(categoryDefinition(category), Style::Lead);
    const int n = static_cast<int>(actors.size());
    pen.text(n == 1 ? u"Un acteur recensé dans cette catégorie."_qs
                    : u"%1 dans cette catégorie."_qs.arg(
                          counted(n, u"acteur recensé"_qs, u"acteurs recensés"_qs)));
    const CategoryTables counts = countCategory(reader, category);
    Pen left(reader), right(reader);
    ficheField(right, u"Rôle et prérogatives"_qs,
               frequent(reader, counts.of(u".dom_prerogatives"_qs), u"dom_prerogatives"_qs, 6));
    ficheField(right, u"Publics"_qs, frequent(reader, counts.of(u".pub_groupes"_qs), u"pub_groupes"_qs, 6));
    ficheField(right, u"Services, en direct ou par convention"_qs, servicesText(counts.of(u".services"_qs)));
    ficheField(right, u"Forces déclarées"_qs,
               frequent(reader, counts.of(u".bil_forces"_qs), u"bil_forces"_qs, 4));
    ficheField(right, u"Limites déclarées"_qs,
               frequent(reader, counts.of(u".bil_difficultes"_qs), u"bil_difficultes"_qs, 4));
    if (category != u"public")
        ficheField(right, u"Place dans l’assistance aux victimes"_qs, statusText(reader, category));
    if (const auto map = categoryMap(reader, counts.of(u".regions"_qs)))
        left.add({Figure{*map, 52, 50, french(u"Carte des sièges de la catégorie, par région"_qs)}});
    std::vector<Block> leftBlocks = left.take();
    if (leftBlocks.empty()) {
        for (Block& block : right.take())
            pen.add(std::move(block));
    } else {
        pen.add(sideBySide({{1, std::move(leftBlocks)}, {2, right.take()}}));
    }
    pen.guided(u"categorie."_qs + category,
               u"Place possible de cette catégorie dans l’assistance aux victimes."_qs, 80);
    writeList(pen, actors);
}

std::vector<std::pair<QString, std::vector<const ActorView*>>> byCategory(const View& view)
{
    std::vector<std::pair<QString, std::vector<const ActorView*>>> groups;
    for (const ActorView& actor : view.actors()) {
        if (groups.empty() || groups.back().first != actor.category) groups.push_back({actor.category, {}});
        groups.back().second.push_back(&actor);
    }
    return groups;
}

} // namespace deliverables
