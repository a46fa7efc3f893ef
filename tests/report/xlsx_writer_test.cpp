#include "base/error.h"
#include "report/xlsx_writer.h"
#include "support/program.h"
#include "support/temporary_folder.h"

#include <QDir>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

using namespace report;
using nlohmann::json;
using Type = Sheet::Column::Type;

namespace {

Sheet::Column column(const QString& title, const QString& hxl = {}, Type type = Type::Text)
{
    Sheet::Column made;
    made.title = title;
    made.hxl = hxl;
    made.type = type;
    return made;
}

Workbook grille()
{
    Sheet sheet;
    sheet.name = u"Grille"_qs;
    sheet.columns = {column(u"N°"_qs, u"#org +code"_qs, Type::Number), column(u"Nom"_qs, u"#org +name"_qs),
                     column(u"Nom arabe"_qs, u"#org +name +i_ar"_qs),
                     column(u"Fondée le"_qs, u"#date"_qs, Type::Date), column(u"Abri"_qs)};
    sheet.columns[1].width = 40;
    sheet.columns[2].rightToLeft = true;
    sheet.columns[4].list = {u"direct"_qs, u"par convention"_qs, u"non"_qs};
    sheet.rows = {{1.0, u"Espace & <Espoir> (fictif)"_qs, u"فضاء الأمل"_qs, QDate(1998, 3, 1), u"direct"_qs},
                  {2.0, u"=1+1"_qs, {}, QDate(), u"non"_qs},
                  {u"< 5"_qs, QString()}};
    sheet.notes = {u"Diffusion restreinte"_qs, QString(), u"– : sans objet"_qs};
    Workbook made;
    made.title = u"Étude fictive"_qs;
    made.author = u"Équipe fictive"_qs;
    made.subject = u"Diffusion restreinte"_qs;
    made.date = QDate(2015, 1, 13);
    made.sheets = {sheet};
    made.hxlRow = true;
    return made;
}

// What openpyxl reads in the file.
json factsOf(const Workbook& workbook)
{
    const test::TemporaryFolder folder;
    const QString path = folder.path(u"grille.xlsx"_qs);
    writeXlsx(workbook, path);
    EXPECT_EQ(QDir(folder.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden),
              QStringList{u"grille.xlsx"_qs})
        << "temporary files are left behind";
    const test::Run read =
        test::run(u"/usr/bin/python3"_qs, {test::fixture(u"report/read_xlsx.py"_qs), path});
    EXPECT_EQ(read.exitCode, 0) << read.err.toStdString();
    return json::parse(read.out.toStdString(), nullptr, false);
}

TEST(Xlsx, WritesTypedCells)
{
    const json facts = factsOf(grille());
    ASSERT_EQ(facts["sheets"].size(), 2U);
    const json& sheet = facts["sheets"][0];
    EXPECT_EQ(sheet["name"], "Grille");
    ASSERT_EQ(sheet["rows"].size(), 5U);
    EXPECT_EQ(sheet["rows"][0], json({"N°", "Nom", "Nom arabe", "Fondée le", "Abri"}));
    EXPECT_EQ(sheet["rows"][1], json({"#org +code", "#org +name", "#org +name +i_ar", "#date", nullptr}));
    EXPECT_EQ(sheet["rows"][2],
              json({1, "Espace & <Espoir> (fictif)", "فضاء الأمل", "1998-03-01", "direct"}));
    EXPECT_EQ(sheet["rows"][3], json({2, "=1+1", nullptr, nullptr, "non"}));
    EXPECT_EQ(sheet["rows"][4], json({"< 5", nullptr, nullptr, nullptr, nullptr}));
    EXPECT_EQ(sheet["types"][2], json({"n", "s", "s", "d", "s"}));
    EXPECT_EQ(sheet["types"][3][1], "s") << "a text is never taken for a formula";
    EXPECT_EQ(sheet["formats"][2][3], "dd/mm/yyyy");
}

TEST(Xlsx, FreezesFiltersAndPrintsTheHead)
{
    const json facts = factsOf(grille());
    const json& sheet = facts["sheets"][0];
    EXPECT_EQ(sheet["frozen"], "C3");
    EXPECT_EQ(sheet["filter"], "A2:E5");
    EXPECT_EQ(sheet["repeated"], "$1:$2");
    EXPECT_TRUE(sheet["landscape"]);
    EXPECT_EQ(sheet["paper"], 8);
    EXPECT_TRUE(sheet["bold"][0][1]);
    EXPECT_FALSE(sheet["bold"][2][1]);
    EXPECT_NEAR(sheet["widths"]["B"].get<double>(), 40.7, 0.1);
    EXPECT_EQ(sheet["readingOrders"][2][2], 2);
    EXPECT_EQ(sheet["readingOrders"][2][1], 0);
}

TEST(Xlsx, WithoutTagsTheDataFollowTheHead)
{
    Workbook workbook = grille();
    workbook.hxlRow = false;
    const json facts = factsOf(workbook);
    const json& sheet = facts["sheets"][0];
    EXPECT_EQ(sheet["rows"][1][0], 1);
    EXPECT_EQ(sheet["frozen"], "C2");
    EXPECT_EQ(sheet["filter"], "A1:E4");
}

TEST(Xlsx, OffersListsThatTheFormatCanHold)
{
    struct Case
    {
        QStringList list;
        bool offered;
    };
    const Case cases[] = {
        {{u"direct"_qs, u"par convention"_qs, u"non"_qs}, true},
        {{QString(63, u'é'), QString(64, u'à')}, true},
        {{QString(126, u'é'), QString(126, u'à')}, false}, // more bytes than the library keeps
        {{QString(200, u'a'), QString(200, u'b')}, false},
        {{u"santé, droit"_qs, u"autre"_qs}, false}, // would be offered as three values
        {{}, false},
    };
    for (const Case& each : cases) {
        Workbook workbook = grille();
        workbook.sheets[0].columns[4].list = each.list;
        const json lists = factsOf(workbook)["sheets"][0]["lists"];
        ASSERT_EQ(lists.size(), each.offered ? 1U : 0U) << each.list.join(u'|').toStdString();
        if (!each.offered) continue;
        const std::string wanted = '"' + each.list.join(u',').toStdString() + '"';
        EXPECT_EQ(lists["E3:E5"], json({wanted, "warning"}));
    }
}

TEST(Xlsx, AddsASheetOfNotesForEachSheetThatHasSome)
{
    Workbook workbook = grille();
    json facts = factsOf(workbook);
    EXPECT_EQ(facts["sheets"][1]["name"], "Notes");
    EXPECT_EQ(facts["sheets"][1]["rows"], json({{"Diffusion restreinte"}, {nullptr}, {"– : sans objet"}}));
    Sheet second = workbook.sheets[0];
    second.name = u"Un nom de feuille de trente et un"_qs.left(31);
    workbook.sheets.push_back(second);
    Sheet silent = second;
    silent.name = u"Sans note"_qs;
    silent.notes.clear();
    workbook.sheets.push_back(silent);
    facts = factsOf(workbook);
    ASSERT_EQ(facts["sheets"].size(), 5U);
    EXPECT_EQ(facts["sheets"][3]["name"], "Notes Grille");
    EXPECT_EQ(facts["sheets"][4]["name"], "Notes Un nom de feuille de tren");
}

TEST(Xlsx, TellsOnlyWhatTheWorkbookSaysOfItself)
{
    const json facts = factsOf(grille());
    EXPECT_EQ(facts["title"], "Étude fictive");
    EXPECT_EQ(facts["author"], "Équipe fictive");
    EXPECT_EQ(facts["subject"], "Diffusion restreinte");
    EXPECT_EQ(facts["created"], "2015-01-13T00:00:00");
}

TEST(Xlsx, KeepsManyRows)
{
    Workbook workbook = grille();
    const std::vector<Sheet::Value> row = workbook.sheets[0].rows[0];
    workbook.sheets[0].rows.assign(6'000, row);
    workbook.sheets[0].rows.back()[1] = u"dernière"_qs;
    const json facts = factsOf(workbook);
    const json& sheet = facts["sheets"][0];
    ASSERT_EQ(sheet["rows"].size(), 6'002U);
    EXPECT_EQ(sheet["rows"].back()[1], "dernière");
    EXPECT_EQ(sheet["rows"][0][1], "Nom") << "the head is written before the rows are flushed";
    EXPECT_EQ(sheet["filter"], "A2:E6002");
    ASSERT_EQ(facts["sheets"].size(), 2U);
}

TEST(Xlsx, SaysThatATextTooLongForACellGoesOn)
{
    Workbook workbook = grille();
    workbook.sheets[0].rows = {{1.0, QString(40'000, u'é')}, {2.0, QString(32'700, u'é')}};
    const json facts = factsOf(workbook);
    const auto text = [&facts](std::size_t row) {
        return QString::fromStdString(facts["sheets"][0]["rows"][row][1].get<std::string>());
    };
    EXPECT_EQ(text(2), QString(32'700, u'é') + u" […]"_qs);
    EXPECT_EQ(text(3), QString(32'700, u'é'));
}

TEST(Xlsx, SurvivesOddContent)
{
    Workbook workbook = grille();
    QString odd = u"a\x01"_qs;
    odd += QChar(0xD800);
    odd += u"b\nc\t"_qs + QString::fromUcs4(U"\U0001F600", 1);
    workbook.sheets[0].rows = {{odd, odd, 1.0, 2.0, 3.0, u"au-delà des colonnes"_qs}, {}};
    workbook.sheets.push_back({});
    workbook.sheets.back().name = u"Vide"_qs;
    const json facts = factsOf(workbook);
    EXPECT_EQ(facts["sheets"][0]["rows"][2].size(), 5U);
    EXPECT_EQ(facts["sheets"][0]["filter"], "A2:E4");
}

TEST(Xlsx, IsTheSameForTheSameWorkbook)
{
    const test::TemporaryFolder folder;
    const QString first = folder.path(u"a.xlsx"_qs), second = folder.path(u"b.xlsx"_qs);
    writeXlsx(grille(), first);
    writeXlsx(grille(), second);
    EXPECT_EQ(test::readAll(first), test::readAll(second));
}

TEST(Xlsx, ReplacesAFileOnlyOnceTheNewOneIsWhole)
{
    const test::TemporaryFolder folder;
    const QString path = folder.write(u"grille.xlsx"_qs, "before");
    Workbook wrong = grille();
    wrong.sheets[0].name = u"un/nom:interdit?"_qs;
    EXPECT_THROW(writeXlsx(wrong, path), base::Error);
    EXPECT_EQ(test::readAll(path), "before");
    EXPECT_EQ(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).size(), 1);
    writeXlsx(grille(), path);
    EXPECT_TRUE(test::readAll(path).startsWith("PK"));
}

TEST(Xlsx, SaysWhyItCannotWrite)
{
    const test::TemporaryFolder folder;
    try {
        writeXlsx(grille(), folder.path(u"absent/grille.xlsx"_qs));
        FAIL() << "written into a folder that does not exist";
    } catch (const base::Error& error) {
        EXPECT_EQ(error.code(), base::ErrorCode::NotFound);
    }
}

} // namespace
