#include "base/error.h"
#include "report/docx_writer.h"
#include "report/sample_document.h"
#include "support/temporary_folder.h"

#include <QProcess>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

using namespace report;
using nlohmann::json;

namespace {

// What python-docx and lxml read in the file.
json factsOf(const QByteArray& bytes)
{
    const test::TemporaryFolder folder;
    QProcess python;
    python.start(u"/usr/bin/python3"_qs,
                 {test::fixture(u"report/read_docx.py"_qs), folder.write(u"essai.docx"_qs, bytes)});
    EXPECT_TRUE(python.waitForFinished(60'000));
    EXPECT_EQ(python.exitCode(), 0) << python.readAllStandardError().toStdString();
    return json::parse(python.readAllStandardOutput().toStdString(), nullptr, false);
}

const json& sampleFacts()
{
    static const json facts = factsOf(writeDocx(sample::document(), sample::pages(), sample::OnePixel()));
    return facts;
}

json paragraphWith(const json& facts, const std::string& text)
{
    for (const json& each : facts["paragraphs"]) {
        if (each["text"].get<std::string>().find(text) != std::string::npos) return each;
    }
    ADD_FAILURE() << "no paragraph with " << text;
    return {{"style", ""}};
}

std::vector<std::string> textsOfStyle(const json& facts, const std::string& style)
{
    std::vector<std::string> made;
    for (const json& each : facts["paragraphs"]) {
        if (each["style"] == style) made.push_back(each["text"]);
    }
    return made;
}

Document oneSection(std::vector<Block> blocks)
{
    Document made;
    made.sections.resize(1);
    made.sections[0].blocks = std::move(blocks);
    return made;
}

json factsOf(std::vector<Block> blocks)
{
    return factsOf(writeDocx(oneSection(std::move(blocks)), {}, sample::OnePixel()));
}

TEST(Docx, IsSoundWhereOtherProgramsLook)
{
    const json& facts = sampleFacts();
    EXPECT_EQ(facts["fieldBalance"], 0);
    EXPECT_TRUE(facts["duplicateIds"].empty()) << facts["duplicateIds"];
    EXPECT_TRUE(facts["lostCalls"].empty()) << facts["lostCalls"];
    EXPECT_TRUE(facts["unknownStyles"].empty()) << facts["unknownStyles"];
    EXPECT_TRUE(facts["arabicWithoutDirection"].empty()) << facts["arabicWithoutDirection"];
    EXPECT_FALSE(facts["updates"]) << "a reader would be asked whether to update fields";
    for (const json& table : facts["tables"]) {
        for (const json& row : table["rows"]) {
            int columns = 0;
            for (const json& cell : row["cells"]) {
                columns += cell["span"].get<int>();
                EXPECT_TRUE(cell["endsWithParagraph"]);
            }
            EXPECT_EQ(columns, table["columns"]);
            EXPECT_TRUE(row["whole"]);
        }
    }
}

TEST(Docx, GivesRealStyles)
{
    const json& facts = sampleFacts();
    const std::vector<std::pair<const char*, const char*>> styles{
        {"Résultats de l’étude", "TOC1"},
        {"Cartographie des organisations", "Title"},
        {"Rapport préliminaire", "Subtitle"},
        {"Chapeau du chapitre", "Lead"},
        {"Abris : région seule", "Source"},
        {"Une citation", "Quote"},
        {"Texte de l’encadré", "Box"},
        {"Point à décider", "FrameHead"},
        {"À écrire", "Prompt"},
        {"Texte du consultant", "ConsultantText"},
        {"TEXTE DU CONSULTANT", "ConsultantLabel"},
        {"Diffusion restreinte", "CoverNote"},
        {"Petit texte", "SmallText"},
        {"un point", "ListBullet"},
        {"d’abord", "ListNumber"},
        {"Psychosocial", "TableHead"},
        {"Région n° 4", "TableText"},
    };
    for (const auto& [text, style] : styles)
        EXPECT_EQ(paragraphWith(facts, text)["style"], style) << text;
    EXPECT_EQ(textsOfStyle(facts, "Heading2"),
              std::vector<std::string>{"4.3\tCouverture et offre des quatre services"});
    EXPECT_EQ(textsOfStyle(facts, "Unlisted1"), std::vector<std::string>{"Sommaire"});
    EXPECT_FALSE(textsOfStyle(facts, "TableTextCompact").empty());
    EXPECT_EQ(facts["tabs"]["TOC1"], json({"454", "9411"}));
    EXPECT_EQ(facts["tabs"]["TOC4"], json({"9411"}));
    EXPECT_EQ(facts["tabs"]["BodyText"], json::array());
}

TEST(Docx, FillsContentsAndListsInAdvance)
{
    const json& facts = sampleFacts();
    const std::vector<std::string> first{"Tableaux\tii", "4\tRésultats de l’étude\t1",
                                         "5\tConclusions et recommandations\t7", "Annexe A-1. Grille\tA-1"};
    EXPECT_EQ(textsOfStyle(facts, "TOC1"), first);
    EXPECT_EQ(textsOfStyle(facts, "TOC3"), std::vector<std::string>{"4.3.1\tجمعيات الجهة الشرقية\t2"});
    const std::vector<std::string> lists{"Tableau\u00A01 – Services offerts en direct, par région\t2",
                                         "Figure\u00A01 – Offre par service : directe et par convention\t4",
                                         "Carte\u00A01 – Régions sans service\t5"};
    EXPECT_EQ(textsOfStyle(facts, "TableofFigures"), lists);
    std::vector<std::string> fields = facts["instructions"];
    const auto has = [&fields](const char* text) {
        return std::find(fields.begin(), fields.end(), text) != fields.end();
    };
    for (const char* field :
         {"TOC \\o \"1-3\" \\h \\z", "TOC \\h \\z \\c \"Tableau\"", "SEQ Tableau \\* ARABIC",
          "SEQ Carte \\* ARABIC", "PAGEREF _h4_3 \\h", "PAGEREF _a1 \\h"}) {
        EXPECT_TRUE(has(field)) << field;
    }
}

TEST(Docx, SetsArabicFromTheRight)
{
    const json& facts = sampleFacts();
    const json arabic = paragraphWith(facts, "تأسست");
    EXPECT_TRUE(arabic["bidi"]);
    EXPECT_EQ(arabic["jc"], "left") << "in a bidi paragraph left is the leading side";
    EXPECT_FALSE(paragraphWith(facts, "Sur 47 organisations")["bidi"]);
    const json ending = factsOf({paragraph(u"جمعية"_qs, Style::Body, Align::End)});
    EXPECT_EQ(paragraphWith(ending, "جمعية")["jc"], "left");
    const json mixed = factsOf({paragraph(u"Amal جمعية fin"_qs)});
    ASSERT_EQ(mixed["runs"].size(), 3U);
    EXPECT_EQ(mixed["runs"][1]["properties"], json({"rtl", "lang"}));
}

TEST(Docx, KeepsSpansAndRepeatsHeads)
{
    const json& table = sampleFacts()["tables"][0];
    EXPECT_EQ(table["style"], "GridTable");
    EXPECT_EQ(table["description"], "Services par région");
    const json& rows = table["rows"];
    ASSERT_EQ(rows.size(), 32U);
    EXPECT_TRUE(rows[0]["head"] && rows[1]["head"] && !rows[2]["head"]);
    EXPECT_EQ(rows[0]["cells"][0]["merge"], "restart");
    EXPECT_EQ(rows[1]["cells"][0]["merge"], "");
    EXPECT_EQ(rows[0]["cells"][1]["span"], 4);
    EXPECT_EQ(rows[1]["cells"].size(), 5U);
}

TEST(Docx, WritesASpanThatGoesBeyondTheLastRow)
{
    Table table;
    table.headerRows = 0;
    Cell tall = cell(u"haut"_qs), wide = cell(u"large"_qs);
    tall.rowSpan = 9;
    wide.columnSpan = 3;
    table.rows = {{{tall, wide}}, {{cell(u"a"_qs)}}, {{}}};
    const json facts = factsOf({{table}});
    const json& rows = facts["tables"][0]["rows"];
    ASSERT_EQ(rows.size(), 3U);
    EXPECT_EQ(facts["tables"][0]["columns"], 4);
    EXPECT_EQ(facts["tables"][0]["firstRow"], "0");
    EXPECT_EQ(rows[2]["cells"][0]["merge"], "");
    EXPECT_EQ(rows[2]["cells"].size(), 4U);
}

TEST(Docx, ShapesSections)
{
    const json& sections = sampleFacts()["sections"];
    // Cover, contents, lists of tables (a chapter of its own), chapter 4, chapter 5, annex.
    ASSERT_EQ(sections.size(), 6U);
    EXPECT_EQ(sections[1]["format"], "lowerRoman");
    EXPECT_EQ(sections[1]["start"], "1");
    EXPECT_TRUE(sections[2]["start"].is_null()) << "numbering goes on where only the running head changes";
    EXPECT_EQ(sections[3]["format"], "decimal");
    EXPECT_EQ(sections[3]["start"], "1");
    EXPECT_TRUE(sections[3]["lineNumbers"]);
    EXPECT_FALSE(sections[1]["lineNumbers"]);
    EXPECT_TRUE(sections[5]["landscape"]);
    EXPECT_EQ(sections[5]["width"], 23811);
    EXPECT_EQ(sections[5]["height"], 16838);
    EXPECT_EQ(sections[5]["margin"], 850);
}

TEST(Docx, NamesTheChapterInTheRunningHead)
{
    const json& facts = sampleFacts();
    const auto margin = [&facts](std::size_t section, const char* which) {
        return facts["margins"][facts["sections"][section][which].get<std::string>()].get<std::string>();
    };
    EXPECT_EQ(margin(0, "header"), "");
    EXPECT_EQ(margin(3, "header"), "Étude fictive – Rapport préliminaire\t4 Résultats de l’étude");
    EXPECT_EQ(margin(4, "header"), "Étude fictive – Rapport préliminaire\t5 Conclusions et recommandations");
    EXPECT_EQ(margin(1, "footer"), "13 janvier 2015\ti");
    EXPECT_EQ(margin(5, "footer"), "\tA-1");
    EXPECT_EQ(margin(0, "footer"), "");
    EXPECT_EQ(facts["watermarks"], 6) << "each head carries the watermark";
}

TEST(Docx, WrapsGuidedTextsInControls)
{
    const json& controls = sampleFacts()["controls"];
    ASSERT_EQ(controls.size(), 2U);
    EXPECT_EQ(controls[0]["tag"], "l3.4.3");
    EXPECT_TRUE(controls[0]["placeholder"]);
    EXPECT_EQ(controls[0]["paragraphs"][0]["text"],
              "À écrire\u00A0: complémentarités avec les services publics (120\u00A0mots).");
    EXPECT_EQ(controls[1]["tag"], "l3.4.4");
    EXPECT_FALSE(controls[1]["placeholder"]);
    ASSERT_EQ(controls[1]["paragraphs"].size(), 2U);
    EXPECT_EQ(controls[1]["paragraphs"][1]["text"], "Suite du texte.");
}

TEST(Docx, DescribesPicturesAndStoresEachOnce)
{
    const json& facts = sampleFacts();
    EXPECT_EQ(facts["pictures"].size(), 7U);
    for (const json& each : facts["pictures"])
        EXPECT_EQ(each, "Offre par service");
    EXPECT_EQ(facts["images"].size(), 6U) << "the chart shown twice at one size is stored once";
    const sample::OnePixel painter;
    writeDocx(sample::document(), {}, painter);
    EXPECT_EQ(painter.painted, 6);
}

TEST(Docx, WritesRunsNotesAndLinks)
{
    const json& facts = sampleFacts();
    const json paragraph = paragraphWith(facts, "gras, ");
    EXPECT_EQ(paragraph["text"],
              "gras, italique, petit, 19e siècle ; erreur, conforme shelter, voir tableau 1, site "
              "et nulle part, page 1 noté.");
    const auto run = [&facts](const std::string& text) -> json {
        for (const json& each : facts["runs"]) {
            if (each["text"] == text) return each;
        }
        return {};
    };
    EXPECT_EQ(run("gras, ")["properties"], json({"b", "bCs"}));
    EXPECT_EQ(run("italique, ")["properties"], json({"i", "iCs"}));
    EXPECT_EQ(run("petit, ")["properties"], json({"sz", "szCs"}));
    EXPECT_EQ(run("e")["properties"], json({"vertAlign"}));
    EXPECT_EQ(run("erreur")["style"], "Error");
    EXPECT_EQ(run(" shelter")["properties"], json({"lang"}));
    EXPECT_EQ(run("tableau 1")["style"], "InternalLink");
    EXPECT_TRUE(run("nulle part")["style"].is_null());
    EXPECT_EQ(facts["notes"].back(), " Note de bas de page sur جمعية الأمل (fictive).");
    EXPECT_EQ(facts["links"], json({"https://exemple.org/?a=1&b=2"}));
}

TEST(Docx, CallsACaptionByAFieldWhenItIsNamed)
{
    report::Run call = sample::run(u"Tableau 1"_qs);
    call.link = u"#T-03"_qs;
    Document document =
        oneSection({{Paragraph{{call}}}, caption(Caption::Kind::Table, u"T-03"_qs, u"Essai"_qs)});
    numberCaptions(document);
    const json facts = factsOf(writeDocx(document, {}, sample::OnePixel()));
    EXPECT_EQ(facts["instructions"][0], "REF _T_03 \\h");
    EXPECT_TRUE(facts["lostCalls"].empty());
}

TEST(Docx, RestartsEachOrderedList)
{
    const json& facts = sampleFacts();
    EXPECT_NE(paragraphWith(facts, "d’abord")["numId"], paragraphWith(facts, "recommencé")["numId"]);
    EXPECT_EQ(paragraphWith(facts, "d’abord")["numId"], paragraphWith(facts, "ensuite")["numId"]);
}

TEST(Docx, BreaksPagesWithoutLeavingAnEmptyLine)
{
    const json facts = factsOf({{PageBreak{}},
                                paragraph(u"un"_qs),
                                {PageBreak{}},
                                {PageBreak{}},
                                paragraph(u"deux"_qs),
                                {PageBreak{}},
                                {sample::regions(1)},
                                {PageBreak{}}});
    EXPECT_FALSE(paragraphWith(facts, "un")["pageBreak"]);
    EXPECT_TRUE(paragraphWith(facts, "deux")["pageBreak"]);
    int breaks = 0;
    for (const json& each : facts["paragraphs"])
        breaks += each["pageBreak"] ? 1 : 0;
    EXPECT_EQ(breaks, 2);
}

TEST(Docx, KeepsRowsTogetherAtTheEdgesOfPages)
{
    Table table;
    table.widths = {1, 1};
    Cell title = cell(u"groupe"_qs);
    title.columnSpan = 2;
    table.rows = {{{cell(u"tête"_qs, true), cell(u"n"_qs, true)}}};
    for (int i = 1; i <= 6; ++i) {
        if (i == 4) table.rows.push_back({{title}});
        table.rows.push_back({{cell(u"rang %1"_qs.arg(i)), cell(QString::number(i))}});
    }
    const json facts = factsOf({{table}, paragraph(u"fin"_qs)});
    const std::vector<std::pair<const char*, bool>> kept{
        {"tête", true},   {"rang 1", true},  {"rang 2", false}, {"rang 3", false},
        {"groupe", true}, {"rang 4", false}, {"rang 5", true},  {"rang 6", false}};
    for (const auto& [text, keep] : kept)
        EXPECT_EQ(paragraphWith(facts, text)["keepNext"], keep) << text;
    const json sourced = factsOf({{table}, paragraph(u"Source : essai"_qs, Style::Source)});
    EXPECT_TRUE(paragraphWith(sourced, "rang 6")["keepNext"]) << "the source stays with its table";
}

TEST(Docx, LeavesNoWhiteAtTheTopOfPagesAndCells)
{
    Table layout;
    layout.look = Table::Look::Layout;
    layout.headerRows = 0;
    Cell left;
    left.blocks = {paragraph(u"rubrique"_qs, Style::BoxHead), paragraph(u"suite"_qs, Style::BoxHead)};
    layout.rows = {{{left}}};
    const json facts = factsOf({heading(1, {}, u"un"_qs, u"a"_qs, true),
                                paragraph(u"texte"_qs),
                                {layout},
                                heading(1, {}, u"deux"_qs, u"b"_qs),
                                {PageBreak{}},
                                paragraph(u"trois"_qs)});
    for (const char* top : {"un", "rubrique", "trois"})
        EXPECT_EQ(paragraphWith(facts, top)["before"], "0") << top;
    for (const char* within : {"texte", "suite", "deux"})
        EXPECT_TRUE(paragraphWith(facts, within)["before"].is_null()) << within;
    EXPECT_EQ(paragraphWith(facts, "texte")["after"], "100") << "a table has no white of its own above it";
}

TEST(Docx, EndsASectionWithOneLineOfNoHeightAfterATable)
{
    Document document = oneSection({{sample::regions(1)}});
    document.sections.push_back(document.sections[0]);
    const json facts = factsOf(writeDocx(document, {}, sample::OnePixel()));
    EXPECT_EQ(textsOfStyle(facts, "Spacer").size(), 2U);
    EXPECT_EQ(facts["sections"].size(), 2U);
}

TEST(Docx, SurvivesWhatNoDocumentShouldHold)
{
    QString odd = u"a\x01\x1f"_qs;
    odd += QChar(0xD800); // half of a pair
    odd += QChar(0xFFFF);
    odd += u"b\nc\td"_qs + QString::fromUcs4(U"\U0001F600", 1);
    Cell spanless = cell(odd);
    spanless.columnSpan = 0;
    spanless.rowSpan = -3;
    Table ragged;
    ragged.headerRows = 9;
    ragged.widths = {-1, 0};
    ragged.rows = {{{spanless}}, {{}}};
    const json facts = factsOf({paragraph(odd),
                                {ragged},
                                {Table{}},
                                {List{}},
                                {Contents{0}},
                                {ListOf{}},
                                {Frame{}},
                                heading(9, {}, odd, odd),
                                heading(0, {}, {}, odd),
                                {Space{-1}}});
    EXPECT_EQ(paragraphWith(facts, "ab")["text"], "ab\nc\td😀");
    EXPECT_EQ(facts["marks"].size(), 1U) << "an anchor given twice keeps its first place";
    EXPECT_EQ(facts["fieldBalance"], 0);
    EXPECT_EQ(factsOf(writeDocx({}, {}, sample::OnePixel()))["sections"].size(), 1U);
}

TEST(Docx, TellsOnlyWhatTheDocumentSaysOfItself)
{
    const json& core = sampleFacts()["core"];
    EXPECT_EQ(core["title"], "Cartographie & choix (étude fictive)");
    EXPECT_EQ(core["author"], "Équipe fictive");
    EXPECT_EQ(core["keywords"], "OSC, traite");
    EXPECT_EQ(core["created"], "2015-01-13T00:00:00");
    const json bare = factsOf(writeDocx({}, {}, sample::OnePixel()))["core"];
    EXPECT_EQ(bare["author"], "");
    EXPECT_TRUE(bare["created"].is_null());
}

TEST(Docx, IsTheSameForTheSameDocument)
{
    const QByteArray once = writeDocx(sample::document(), sample::pages(), sample::OnePixel());
    EXPECT_EQ(once, writeDocx(sample::document(), sample::pages(), sample::OnePixel()));
}

TEST(Docx, StopsWhenAsked)
{
    const auto stop = [](const base::ProgressStep&) { return false; };
    try {
        writeDocx(sample::document(), {}, sample::OnePixel(), stop);
        FAIL() << "not stopped";
    } catch (const base::Error& error) {
        EXPECT_EQ(error.code(), base::ErrorCode::Cancelled);
    }
}

} // namespace
