#include "report/document_json.h"

#include <gtest/gtest.h>

using namespace report;

namespace {

// "fr|ar" stretches, written as they are stored.
std::string scripts(const char* text)
{
    QStringList parts;
    for (const Run& run : runs(QString::fromUtf8(text))) {
        parts << (run.language.isEmpty() ? QStringLiteral("fr") : run.language) + u'[' + run.text + u']';
    }
    return parts.join(QString()).toStdString();
}

TEST(Runs, AreCutWhereTheScriptChanges)
{
    EXPECT_EQ(scripts(""), "");
    EXPECT_EQ(scripts("Oujda (12)"), "fr[Oujda (12)]");
    EXPECT_EQ(scripts("جمعية الأمل"), "ar[جمعية الأمل]");
    EXPECT_EQ(scripts("Amal – جمعية الأمل (1998)"), "fr[Amal – ]ar[جمعية الأمل]fr[ (1998)]");
    EXPECT_EQ(scripts("جمعية 12 أمل puis"), "ar[جمعية 12 أمل]fr[ puis]");
    EXPECT_EQ(scripts("(جمعية)"), "fr[(]ar[جمعية]fr[)]");
}

TEST(Captions, AreNumberedByKindInDocumentOrderEvenInCellsAndFrames)
{
    Document document;
    Cell holder;
    holder.blocks = {caption(Caption::Kind::Figure, u"F-02"_qs, u"dans une cellule"_qs)};
    Table layout;
    layout.rows = {{{holder}}};
    Frame frame;
    frame.blocks = {caption(Caption::Kind::Table, u"T-02"_qs, u"dans un cadre"_qs)};
    document.sections.resize(2);
    document.sections[0].blocks = {caption(Caption::Kind::Figure, u"F-01"_qs, u"a"_qs),
                                   caption(Caption::Kind::Table, u"T-01"_qs, u"b"_qs),
                                   {layout},
                                   {frame}};
    document.sections[1].blocks = {caption(Caption::Kind::Figure, u"F-03"_qs, u"c"_qs),
                                   caption(Caption::Kind::Map, u"C-01"_qs, u"d"_qs)};
    numberCaptions(document);
    const auto number = [](const Block& block) { return std::get<Caption>(block.content).number; };
    const auto& first = document.sections[0].blocks;
    EXPECT_EQ(number(first[0]), 1);
    EXPECT_EQ(number(first[1]), 1);
    EXPECT_EQ(number(std::get<Table>(first[2].content).rows[0].cells[0].blocks[0]), 2);
    EXPECT_EQ(number(std::get<Frame>(first[3].content).blocks[0]), 2);
    EXPECT_EQ(number(document.sections[1].blocks[0]), 3);
    EXPECT_EQ(number(document.sections[1].blocks[1]), 1);
}

TEST(DocumentJson, TellsEveryKindOfBlockWithoutItsDefaults)
{
    Document document;
    document.title = u"Essai"_qs;
    document.date = QDate(2015, 1, 13);
    Section section;
    section.part = u"body"_qs;
    AreaMap map;
    map.classOf = {{u"09"_qs, 1}, {u"01"_qs, 0}};
    Table table;
    table.widths = {1, 2};
    table.rows = {{{cell(u"Nom"_qs, true), cell(u"12"_qs, false, Align::End)}}};
    section.blocks = {heading(1, u"4"_qs, u"Résultats"_qs, u"h4"_qs, true),
                      paragraph(u"Texte"_qs),
                      {List{true, {runs(u"un"_qs)}}},
                      {table},
                      {Figure{map, 160, 90, u"carte"_qs}},
                      {Placeholder{u"l3.1"_qs, u"À écrire"_qs, 120, {}}},
                      {Contents{}},
                      {ListOf{Caption::Kind::Map}},
                      {PageBreak{}},
                      {Rule{}},
                      {Space{3}},
                      {Frame{{paragraph(u"cadre"_qs, Style::Box)}, u"accent"_qs}}};
    document.sections = {section};
    const auto json = toJson(document);
    EXPECT_EQ(json["date"], "2015-01-13");
    const auto& blocks = json["sections"][0]["blocks"];
    ASSERT_EQ(blocks.size(), 12U);
    EXPECT_EQ(blocks[0].dump(),
              R"({"heading":"Résultats","level":1,"number":"4","anchor":"h4","newPage":true})");
    EXPECT_EQ(blocks[1].dump(), R"({"paragraph":["Texte"]})");
    EXPECT_EQ(blocks[3]["rows"][0][1]["blocks"][0]["align"], "end");
    EXPECT_EQ(blocks[4]["figure"]["classOf"].dump(), R"({"01":0,"09":1})");
    EXPECT_EQ(blocks[11]["frame"][0]["style"], "box");
    EXPECT_EQ(documentJson(document), documentJson(document));
}

} // namespace
