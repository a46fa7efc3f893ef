#pragma once
#include "report/figure_renderer.h"
#include "report/values/document.h"
#include "report/values/page_map.h"

/// A document with every kind of block, right-to-left text, notes and pages of all shapes.
namespace sample {

using namespace report;

/// A picture of one pixel, whatever the figure.
class OnePixel : public FigureRenderer
{
public:
    QByteArray png(const FigureSpec&, double, double, int) const override
    {
        ++painted;
        return QByteArray::fromBase64(
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5E"
            "rkJggg==");
    }
    mutable int painted = 0;
};

inline Run run(const QString& text)
{
    Run made;
    made.text = text;
    return made;
}

inline Block manyRuns()
{
    Run bold = run(u"gras, "_qs), italic = run(u"italique, "_qs), small = run(u"petit, "_qs),
        raised = run(u"e"_qs);
    bold.bold = italic.italic = small.small = raised.superscript = true;
    Run error = run(u"erreur"_qs), good = run(u"conforme"_qs), english = run(u" shelter"_qs);
    error.tone = u"error"_qs;
    good.tone = u"good"_qs;
    english.language = u"en"_qs;
    Run link = run(u"tableau 1"_qs), away = run(u"site"_qs), lost = run(u"nulle part"_qs),
        page = run(u"?"_qs);
    link.link = u"#T-03"_qs;
    away.link = u"https://exemple.org/?a=1&b=2"_qs;
    lost.link = u"#inconnu"_qs;
    page.pageOf = u"h4.3"_qs;
    Run noted = run(u" noté"_qs);
    noted.footnote = u"Note de bas de page sur جمعية الأمل (fictive)."_qs;
    return {Paragraph{{bold,
                       italic,
                       small,
                       run(u"19"_qs),
                       raised,
                       run(u" siècle ; "_qs),
                       error,
                       run(u", "_qs),
                       good,
                       english,
                       run(u", voir "_qs),
                       link,
                       run(u", "_qs),
                       away,
                       run(u" et "_qs),
                       lost,
                       run(u", page "_qs),
                       page,
                       noted,
                       run(u"."_qs)}}};
}

inline Block text(int sentences)
{
    QString made;
    for (int i = 0; i < sentences; ++i) {
        made += u"Sur 47 organisations recensées, 33 offrent en direct un soutien psychosocial, 19 une "
                u"assistance "
                u"juridique, 7 une assistance médicale et 6 un hébergement. "_qs;
    }
    return paragraph(made.trimmed());
}

inline Table regions(int rows)
{
    Table table;
    table.widths = {3, 1, 1, 1, 1};
    table.headerRows = 2;
    table.description = u"Services par région"_qs;
    Cell group = cell(u"Services offerts"_qs, true, Align::Center), region = cell(u"Région"_qs, true);
    group.columnSpan = 4;
    region.rowSpan = 2;
    table.rows.push_back({{region, group}});
    table.rows.push_back(
        {{cell(u"Abri"_qs, true, Align::End), cell(u"Médical"_qs, true, Align::End),
          cell(u"Psychosocial"_qs, true, Align::End), cell(u"Juridique"_qs, true, Align::End)}});
    for (int i = 0; i < rows; ++i) {
        Cell name = cell(i % 3 == 1 ? u"الجهة الشرقية"_qs : u"Région n° %1"_qs.arg(i + 1));
        if (i == 0) name.fill = u"accent"_qs;
        Cell last = cell(QString::number(i * 7 % 11), false, Align::End);
        if (i == 2) last.fill = u"warning"_qs;
        table.rows.push_back({{name, cell(u"1"_qs, false, Align::End), cell(u"–"_qs, false, Align::End),
                               cell(u"< 5"_qs, false, Align::End), last}});
    }
    return table;
}

inline BarChart bars()
{
    BarChart chart;
    chart.categories = {u"A · Abri"_qs, u"M · Médical"_qs, u"P · Psychosocial"_qs, u"J · Juridique"_qs};
    chart.series = {{u"direct"_qs, {6, 7, 33, 19}}, {u"par convention"_qs, {8, 13, 9, 12}}};
    chart.stacked = true;
    return chart;
}

inline Block figure(FigureSpec spec, double width = 160, double height = 60)
{
    return {Figure{std::move(spec), width, height, u"Offre par service"_qs}};
}

inline std::vector<Block> allFigures()
{
    RangeChart ranges;
    ranges.ranges = {{u"Gouvernance"_qs, 20, 40, 55, 70, 90, 56, 24}};
    AreaMap map;
    map.classes = {{u"aucune"_qs, 0, true}, {u"1 à 4"_qs, 2, false}};
    IntervalChart intervals;
    intervals.items = {{u"Organisation fictive A"_qs, 62, 55, 71},
                       {u"Organisation fictive B"_qs, {}, 40, 80}};
    return {figure(bars()),        figure(ranges),
            figure(map, 120, 100), figure(ServiceStrip{{u"direct"_qs, {}, {}, {}}}, 60, 8),
            figure(intervals),     figure(bars())};
}

inline Table sideBySide()
{
    Table layout;
    layout.look = Table::Look::Layout;
    layout.headerRows = 0;
    layout.widths = {2, 1};
    Cell left, right;
    left.blocks = {paragraph(u"Identité"_qs, Style::BoxHead), {regions(2)}};
    right.blocks = {paragraph(u"جمعية الأمل – association fictive"_qs), figure(bars(), 90, 40)};
    layout.rows = {{{left, right}}};
    return layout;
}

inline Section front()
{
    Section section;
    section.numbering = Numbering::Roman;
    section.restartNumbering = true;
    section.part = u"front"_qs;
    section.header = u"Étude fictive – Rapport préliminaire"_qs;
    section.footer = u"13 janvier 2015"_qs;
    Heading contents{1, {}, u"Sommaire"_qs, u"sommaire"_qs, false, false};
    section.blocks = {{contents},
                      {Contents{3}},
                      heading(1, {}, u"Tableaux"_qs, u"tableaux"_qs, true),
                      {ListOf{Caption::Kind::Table}},
                      {ListOf{Caption::Kind::Figure}},
                      {ListOf{Caption::Kind::Map}}};
    return section;
}

inline Section cover()
{
    Section section;
    section.numbering = Numbering::None;
    section.showHeader = false;
    section.part = u"front"_qs;
    section.blocks = {{Space{60}},
                      paragraph(u"Cartographie des organisations (fictive)"_qs, Style::Title),
                      paragraph(u"Rapport préliminaire"_qs, Style::Subtitle),
                      {Rule{}},
                      paragraph(u"Diffusion restreinte\n13 janvier 2015"_qs, Style::CoverNote),
                      paragraph(u"تقرير أولي"_qs, Style::Subtitle)};
    return section;
}

inline Section body()
{
    Section section;
    section.restartNumbering = true;
    section.lineNumbers = true;
    section.part = u"body"_qs;
    section.header = u"Étude fictive – Rapport préliminaire"_qs;
    section.footer = u"13 janvier 2015"_qs;
    section.blocks = {
        heading(1, u"4"_qs, u"Résultats de l’étude"_qs, u"h4"_qs, true),
        paragraph(u"Chapeau du chapitre, en quelques mots."_qs, Style::Lead),
        heading(2, u"4.3"_qs, u"Couverture et offre des quatre services"_qs, u"h4.3"_qs),
        text(3),
        manyRuns(),
        heading(3, u"4.3.1"_qs, u"جمعيات الجهة الشرقية"_qs, u"h4.3.1"_qs),
        paragraph(u"جمعية الأمل (Amal) تأسست سنة 1998، ولها 12 متطوعا."_qs),
        heading(4, {}, u"Un intertitre"_qs, u"h4.3.1.a"_qs),
        {List{false, {runs(u"un point"_qs), runs(u"نقطة"_qs), runs(u"un autre"_qs)}}},
        {List{true, {runs(u"d’abord"_qs), runs(u"ensuite"_qs)}}},
        {List{true, {runs(u"recommencé à un"_qs)}}},
        caption(Caption::Kind::Table, u"T-03"_qs, u"Services offerts en direct, par région"_qs),
        {regions(30)},
        paragraph(u"Abris : région seule, jamais d’adresse ni de point."_qs, Style::Source),
        {regions(1)},
        {regions(1)},
        text(1),
        caption(Caption::Kind::Figure, u"F-20"_qs, u"Offre par service : directe et par convention"_qs)};
    for (const Block& each : allFigures())
        section.blocks.push_back(each);
    const std::vector<Block> rest{
        caption(Caption::Kind::Map, u"C-05"_qs, u"Régions sans service"_qs),
        {Frame{{paragraph(u"Point à décider avec l’OIM"_qs, Style::BoxHead),
                paragraph(u"Lequel ?"_qs, Style::Box)},
               u"warning"_qs}},
        paragraph(u"Encadré"_qs, Style::BoxHead),
        paragraph(u"Texte de l’encadré, avec < & > et \"guillemets\"."_qs, Style::Box),
        paragraph(u"« Une citation autorisée. »"_qs, Style::Quote),
        {Placeholder{u"l3.4.3"_qs, u"complémentarités avec les services publics"_qs, 120, {}}},
        {Placeholder{u"l3.4.4"_qs, u"analyse"_qs, 120, {u"Texte du consultant."_qs, u"Suite du texte."_qs}}},
        {PageBreak{}},
        {sideBySide()},
        {PageBreak{}},
        paragraph(u"Petit texte\tavec une tabulation\x01."_qs, Style::Small, Align::Center),
        heading(1, u"5"_qs, u"Conclusions et recommandations"_qs, u"h5"_qs, true),
        text(2)};
    section.blocks.insert(section.blocks.end(), rest.begin(), rest.end());
    return section;
}

inline Section annex()
{
    Section section;
    section.landscape = true;
    section.paper = Paper::A3;
    section.numbering = Numbering::Annex;
    section.restartNumbering = true;
    section.part = u"annex"_qs;
    section.header = u"Annexes"_qs;
    section.marginMm = 15;
    Table wide = regions(8);
    wide.compact = true;
    Table plain;
    plain.look = Table::Look::Plain;
    plain.headerRows = 0;
    plain.widths = {1, 3};
    plain.rows = {{{cell(u"Forme"_qs, true), cell(u"Association"_qs)}}, {{cell(u"Seule"_qs)}}};
    section.blocks = {heading(1, {}, u"Annexe A-1. Grille"_qs, u"a1"_qs), {wide}, {plain}};
    return section;
}

inline Document document()
{
    Document made;
    made.title = u"Cartographie & choix (étude fictive)"_qs;
    made.author = u"Équipe fictive"_qs;
    made.subject = u"Essai"_qs;
    made.keywords = {u"OSC"_qs, u"traite"_qs};
    made.date = QDate(2015, 1, 13);
    made.watermark = u"Version préliminaire pour commentaires"_qs;
    made.sections = {cover(), front(), body(), annex()};
    numberCaptions(made);
    return made;
}

inline PageMap pages()
{
    PageMap map;
    map.labelOf = {{u"tableaux"_qs, u"ii"_qs}, {u"h4"_qs, u"1"_qs},   {u"h4.3"_qs, u"1"_qs},
                   {u"h4.3.1"_qs, u"2"_qs},    {u"h5"_qs, u"7"_qs},   {u"a1"_qs, u"A-1"_qs},
                   {u"T-03"_qs, u"2"_qs},      {u"F-20"_qs, u"4"_qs}, {u"C-05"_qs, u"5"_qs}};
    return map;
}

} // namespace sample
