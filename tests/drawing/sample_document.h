#pragma once
#include "report/values/document.h"

/// Fictional documents that hold every kind of block, for the tests of layout and PDF.
namespace test {

using namespace report;

inline const QString Lorem = QStringLiteral(
    "Les structures recensées accueillent des femmes et des enfants, orientent vers le soin et accompagnent "
    "les démarches ; la plupart n’ont aucun abri à moins d’une journée de route, et les conventions verbales "
    "tiennent lieu de réseau. Trois d’entre elles seulement disposent d’une procédure écrite de "
    "référencement.");

inline QString prose(int sentences)
{
    QString text;
    for (int i = 0; i < sentences; ++i)
        text += (i ? QStringLiteral(" ") : QString()) + QStringLiteral("Phrase %1. ").arg(i + 1) + Lorem;
    return text;
}

inline Run run(const QString& text)
{
    Run made;
    made.text = text;
    return made;
}

inline Table numbersTable(int rows)
{
    Table table;
    table.widths = {4, 1, 1, 1.4, 1.2};
    Table::TableRow head;
    head.cells.push_back(cell(QStringLiteral("Région (1997)"), true));
    for (const char16_t* name : {u"Abri", u"Médical", u"Psychosocial", u"Juridique"})
        head.cells.push_back(cell(QString::fromUtf16(name), true, Align::End));
    table.rows.push_back(std::move(head));
    for (int r = 0; r < rows; ++r) {
        Table::TableRow row;
        row.cells.push_back(cell(QStringLiteral("Province fictive numéro %1").arg(r + 1)));
        for (int c = 0; c < 4; ++c)
            row.cells.push_back(cell(QString::number((r * 7 + c * 3) % 40), false, Align::End));
        table.rows.push_back(std::move(row));
    }
    return table;
}

inline Figure offerFigure()
{
    BarChart chart;
    chart.categories = {QStringLiteral("A · Abri"), QStringLiteral("M · Médical"),
                        QStringLiteral("P · Psychosocial"), QStringLiteral("J · Juridique")};
    chart.series = {{QStringLiteral("En direct"), {6, 7, 33, 19}},
                    {QStringLiteral("Par convention"), {8, 13, 9, 12}}};
    chart.stacked = true;
    return {chart, 160, 38, QStringLiteral("Offre par service")};
}

inline Figure regionalMap()
{
    AreaMap map;
    map.level = AreaMap::Level::Regions1997;
    map.legendTitle = QStringLiteral("Organisations");
    map.disclaimer = QStringLiteral(
        "Les frontières et les noms indiqués sur cette carte n’impliquent ni reconnaissance ni "
        "acceptation officielle. La ligne tiretée suit le parallèle 27°40′ Nord.");
    map.classes = {{QStringLiteral("aucune"), 0, false},
                   {QStringLiteral("1 à 4"), 1, false},
                   {QStringLiteral("5 à 9"), 3, false},
                   {QStringLiteral("10 et plus"), 5, false},
                   {QStringLiteral("pourrait intervenir"), 2, true}};
    const char* codes[] = {"r97_tt",   "r97_gcbh", "r97_tht",  "r97_ori", "r97_fb",  "r97_mt",
                           "r97_rszz", "r97_gc",   "r97_co",   "r97_da",  "r97_mth", "r97_ta",
                           "r97_smd",  "r97_ges",  "r97_lbsh", "r97_odl"};
    for (int i = 0; i < 16; ++i) {
        map.classOf.insert(QString::fromLatin1(codes[i]), i % 5);
        map.labels.insert(QString::fromLatin1(codes[i]), QString::number(i * 3));
    }
    return {map, 160, 120, QStringLiteral("Carte")};
}

/// One of everything.
inline Document sampleDocument()
{
    Document d;
    d.title = QStringLiteral("Rapport préliminaire (fictif)");
    d.author = QStringLiteral("Cabinet fictif");
    d.subject = QStringLiteral("Essai de mise en pages");
    d.keywords = {QStringLiteral("essai"), QStringLiteral("mise en pages")};
    d.date = QDate(2015, 2, 11);
    d.watermark = QStringLiteral("VERSION PRÉLIMINAIRE");

    Section cover;
    cover.numbering = Numbering::None;
    cover.showHeader = false;
    cover.part = QStringLiteral("front");
    cover.blocks = {Block{Space{60}}, paragraph(d.title, Style::Title),
                    paragraph(QStringLiteral("Étude fictive"), Style::Subtitle), Block{Rule{}},
                    paragraph(QStringLiteral("Diffusion : tirage restreint"), Style::CoverNote)};
    d.sections.push_back(std::move(cover));

    Section front;
    front.numbering = Numbering::Roman;
    front.header = QStringLiteral("Étude Maroc 2014-2015 (fictive) – Rapport préliminaire");
    front.footer = QStringLiteral("11 février 2015");
    front.part = QStringLiteral("front");
    Heading contents{1, {}, QStringLiteral("Sommaire"), QStringLiteral("sommaire"), true, false};
    front.blocks = {Block{contents}, Block{Contents{3}},
                    heading(1, {}, QStringLiteral("Liste des tableaux"), QStringLiteral("lt")),
                    Block{ListOf{Caption::Kind::Table}}};
    d.sections.push_back(std::move(front));

    Section body;
    body.header = QStringLiteral("Étude Maroc 2014-2015 (fictive) – Rapport préliminaire");
    body.footer = QStringLiteral("11 février 2015");
    body.part = QStringLiteral("body");
    body.lineNumbers = true;
    auto& b = body.blocks;
    b.push_back(
        heading(1, QStringLiteral("4"), QStringLiteral("Résultats de l’étude"), QStringLiteral("ch4"), true));
    b.push_back(paragraph(prose(2)));
    b.push_back(heading(2, QStringLiteral("4.3"), QStringLiteral("Couverture et offre des quatre services"),
                        QStringLiteral("s43")));
    Paragraph mixed;
    Run note = run(QStringLiteral("Sur 47 organisations recensées"));
    note.footnote = QStringLiteral("Effectif au 11 février 2015, organisations fictives comprises.");
    Run reference = run({});
    reference.pageOf = QStringLiteral("T-09");
    Run bold = run(QStringLiteral("33 offrent en direct"));
    bold.bold = true;
    mixed.runs = {note,      run(QStringLiteral(", ")),
                  bold,      run(QStringLiteral(" un soutien (voir page ")),
                  reference, run(QStringLiteral("). ") + Lorem)};
    b.push_back(Block{mixed});
    b.push_back(paragraph(QStringLiteral("جمعية الأمل للمرأة والطفل (خيالية)، الدار البيضاء، تقدم المساعدة "
                                         "القانونية والدعم النفسي لضحايا الاتجار بالبشر منذ سنة 2003.")));
    Paragraph names;
    names.runs =
        runs(QStringLiteral(
                 "L’association Espoir (fictive), en arabe جمعية الأمل, tient un centre d’écoute à Salé ; ") +
             Lorem);
    b.push_back(Block{names});
    b.push_back(caption(Caption::Kind::Table, QStringLiteral("T-09"),
                        QStringLiteral("Services offerts en direct, par région")));
    b.push_back(Block{numbersTable(60)});
    b.push_back(paragraph(
        QStringLiteral("Abris : région seule, jamais d’adresse ni de point. Source : étude, février 2015."),
        Style::Source));
    b.push_back(caption(Caption::Kind::Figure, QStringLiteral("F-20"),
                        QStringLiteral("Offre par service : directe et par convention")));
    b.push_back(Block{offerFigure()});
    b.push_back(Block{Placeholder{
        QStringLiteral("l3.4.3"), QStringLiteral("parcours type d’une victime"), 150, {Lorem, Lorem}}});
    b.push_back(Block{Placeholder{
        QStringLiteral("l3.4.4"), QStringLiteral("complémentarités avec les services publics."), 120, {}}});
    List list;
    list.items = {runs(QStringLiteral("écoute et orientation")), runs(Lorem),
                  runs(QStringLiteral("fin de liste"))};
    b.push_back(Block{list});
    list.ordered = true;
    b.push_back(Block{list});
    Frame frame;
    frame.tone = QStringLiteral("warning");
    frame.blocks = {paragraph(QStringLiteral("Point à décider avec l’OIM"), Style::BoxHead),
                    paragraph(Lorem, Style::Box)};
    b.push_back(Block{frame});
    b.push_back(heading(3, QStringLiteral("4.3.1"), QStringLiteral("Carte"), QStringLiteral("s431")));
    b.push_back(caption(Caption::Kind::Map, QStringLiteral("C-05"),
                        QStringLiteral("OSC intervenant ou pouvant intervenir")));
    b.push_back(Block{regionalMap()});
    b.push_back(paragraph(QStringLiteral("Source : étude, février 2015. n = 47."), Style::Source));
    b.push_back(paragraph(QStringLiteral("« Une citation entre guillemets. »"), Style::Quote));
    b.push_back(heading(1, QStringLiteral("5"), QStringLiteral("Conclusions et recommandations"),
                        QStringLiteral("ch5"), true));
    b.push_back(paragraph(prose(4)));
    d.sections.push_back(std::move(body));

    Section annex;
    annex.numbering = Numbering::Annex;
    annex.restartNumbering = true;
    annex.landscape = true;
    annex.paper = Paper::A3;
    annex.marginMm = 14;
    annex.part = QStringLiteral("annex");
    annex.header = QStringLiteral("Annexe : grille");
    Table grid;
    grid.compact = true;
    Table::TableRow head;
    for (int c = 0; c < 46; ++c) {
        grid.widths.push_back(c == 1 ? 3 : 1.2);
        head.cells.push_back(cell(QStringLiteral("Col. %1").arg(c + 1), true));
    }
    grid.rows.push_back(std::move(head));
    for (int r = 0; r < 70; ++r) {
        Table::TableRow row;
        for (int c = 0; c < 46; ++c)
            row.cells.push_back(
                cell(c == 1 ? QStringLiteral("Organisation fictive n° %1 pour la formation").arg(r)
                            : QStringLiteral("val %1").arg((r * c) % 13)));
        grid.rows.push_back(std::move(row));
    }
    annex.blocks = {
        heading(1, QStringLiteral("A-9"), QStringLiteral("Grille complète"), QStringLiteral("a9")),
        Block{grid}};
    d.sections.push_back(std::move(annex));
    numberCaptions(d);
    return d;
}

} // namespace test
