#include "base/error.h"
#include "report/xlsx_writer.h"
#include "support/temporary_folder.h"

#include <QDir>
#include <QFile>
#include <QProcess>

#include <csignal>
#include <gtest/gtest.h>
#include <limits>
#include <nlohmann/json.hpp>
#include <sys/resource.h>

using namespace report;
using nlohmann::json;

namespace {

// What openpyxl reads in the file.
json factsOf(const QString& path)
{
    QProcess python;
    python.start(u"/usr/bin/python3"_qs, {test::fixture(u"report/read_xlsx.py"_qs), path});
    EXPECT_TRUE(python.waitForFinished(120'000));
    EXPECT_EQ(python.exitCode(), 0) << python.readAllStandardError().toStdString();
    return json::parse(python.readAllStandardOutput().toStdString(), nullptr, false);
}

json factsOf(const Workbook& workbook)
{
    const test::TemporaryFolder folder;
    writeXlsx(workbook, folder.path(u"grille.xlsx"_qs));
    EXPECT_EQ(QDir(folder.path()).entryList(QDir::Files), QStringList{u"grille.xlsx"_qs})
        << "parts left behind";
    return factsOf(folder.path(u"grille.xlsx"_qs));
}

Sheet actors()
{
    Sheet sheet;
    sheet.name = u"Grille"_qs;
    Sheet::Column name{u"Nom"_qs, u"#org+name"_qs, 30, Sheet::Column::Type::Text, {}, false};
    Sheet::Column arabic{u"Nom arabe"_qs, u"#org+name+i_ar"_qs, 24, Sheet::Column::Type::Text, {}, true};
    Sheet::Column staff{u"Effectif"_qs, u"#org+staff"_qs, 10, Sheet::Column::Type::Number, {}, false};
    Sheet::Column since{u"Depuis"_qs, {}, 12, Sheet::Column::Type::Date, {}, false};
    Sheet::Column state{u"Statut"_qs, {}, 12, Sheet::Column::Type::Text, {u"oui, écrit"_qs, u"non"_qs},
                        false};
    sheet.columns = {name, arabic, staff, since, state};
    sheet.rows = {
        {u"Association fictive"_qs, u"جمعية خيالية"_qs, 12.5, QDate(1998, 5, 17), u"oui, écrit"_qs},
        {u"=1+1"_qs, {}, std::numeric_limits<double>::quiet_NaN(), QDate(1850, 1, 2), u"non"_qs},
        {u"جمعية في عمود لاتيني"_qs, QString(), 0.0, QDate(), u"<&>\x01 "_qs},
    };
    sheet.notes = {u"Étude fictive"_qs, {}, u"n = 3"_qs};
    return sheet;
}

Workbook oneSheet(Sheet sheet)
{
    Workbook made;
    made.title = u"Grille (fictive)"_qs;
    made.author = u"Équipe fictive"_qs;
    made.subject = u"Essai"_qs;
    made.date = QDate(2015, 1, 13);
    made.sheets = {std::move(sheet)};
    return made;
}

Workbook large(size_t rows, size_t columns)
{
    Sheet sheet;
    sheet.name = u"Grand"_qs;
    for (size_t c = 0; c < columns; ++c)
        sheet.columns.push_back({u"Colonne %1"_qs.arg(c), {}, 16, {}, {}, false});
    for (size_t r = 0; r < rows; ++r) {
        std::vector<Sheet::Value> row;
        for (size_t c = 0; c < columns; ++c) {
            if (c % 3 == 0)
                row.emplace_back(static_cast<double>(r * c));
            else
                row.emplace_back(u"valeur %1"_qs.arg(r % 500));
        }
        sheet.rows.push_back(std::move(row));
    }
    return oneSheet(std::move(sheet));
}

TEST(Xlsx, WritesTypedCells)
{
    const json sheet = factsOf(oneSheet(actors()))["sheets"][0];
    EXPECT_EQ(sheet["name"], "Grille");
    const json& cells = sheet["cells"];
    ASSERT_EQ(cells.size(), 4U);
    EXPECT_EQ(cells[0], json({"Nom", "Nom arabe", "Effectif", "Depuis", "Statut"}));
    EXPECT_EQ(cells[1], json({"Association fictive", "جمعية خيالية", 12.5, "date 1998-05-17", "oui, écrit"}));
    EXPECT_EQ(cells[2], json({"=1+1", nullptr, nullptr, "1850-01-02", "non"})) << "text stays text";
    EXPECT_EQ(cells[3][2], 0);
    EXPECT_EQ(sheet["freeze"], "C2");
    EXPECT_EQ(sheet["filter"], "A1:E4");
    EXPECT_EQ(sheet["headFill"], "FF1F4E8C");
    EXPECT_EQ(sheet["wrap"][0], true);
    EXPECT_NEAR(sheet["widths"][0].get<double>(), 30, 1);
}

TEST(Xlsx, TurnsArabicCells)
{
    const json order = factsOf(oneSheet(actors()))["sheets"][0]["readingOrder"];
    EXPECT_EQ(order[1][1], 2);
    EXPECT_EQ(order[3][0], 2) << "an Arabic name in any column";
    EXPECT_EQ(order[1][0], 0);
}

TEST(Xlsx, OffersListsThroughAHiddenSheet)
{
    const json sheets = factsOf(oneSheet(actors()))["sheets"];
    EXPECT_EQ(sheets[0]["lists"], json::parse(R"([["E2:E4", "'Listes'!$A$1:$A$2"]])"));
    ASSERT_EQ(sheets.size(), 3U);
    EXPECT_EQ(sheets[1]["name"], "Notes");
    EXPECT_EQ(sheets[1]["cells"], json::parse(R"([["Étude fictive"], [null], ["n = 3"]])"));
    EXPECT_EQ(sheets[2]["state"], "hidden");
    EXPECT_EQ(sheets[2]["cells"], json::parse(R"([["oui, écrit"], ["non"]])"));
}

TEST(Xlsx, AddsTheTagsOfHxl)
{
    Workbook workbook = oneSheet(actors());
    workbook.hxlRow = true;
    const json sheet = factsOf(workbook)["sheets"][0];
    EXPECT_EQ(sheet["cells"][1], json({"#org+name", "#org+name+i_ar", "#org+staff", nullptr, nullptr}));
    EXPECT_EQ(sheet["cells"][2][0], "Association fictive");
    EXPECT_EQ(sheet["freeze"], "C3");
    EXPECT_EQ(sheet["filter"], "A2:E5");
    EXPECT_EQ(sheet["repeated"], "$1:$2");
    EXPECT_TRUE(sheet["landscape"]);
}

TEST(Xlsx, TellsOnlyWhatTheWorkbookSaysOfItself)
{
    const json facts = factsOf(oneSheet(actors()));
    EXPECT_EQ(facts["title"], "Grille (fictive)");
    EXPECT_EQ(facts["author"], "Équipe fictive");
    EXPECT_EQ(facts["subject"], "Essai");
    EXPECT_EQ(facts["created"], "2015-01-13T00:00:00");
}

TEST(Xlsx, TakesAnySheetName)
{
    Workbook workbook = oneSheet(actors());
    for (const QString& name : {u"a/b:c"_qs, u""_qs, u"GRILLE"_qs, u"Listes"_qs, QString(50, u'x')}) {
        workbook.sheets.push_back({name, {}, {}, {}});
    }
    const json sheets = factsOf(workbook)["sheets"];
    ASSERT_EQ(sheets.size(), 8U);
    EXPECT_EQ(sheets[1]["name"], "a b c");
    EXPECT_EQ(sheets[3]["name"], "GRILLE 2");
    EXPECT_EQ(sheets[5]["name"], std::string(31, 'x'));
    EXPECT_EQ(sheets[7]["name"], "Listes 2");
    EXPECT_EQ(sheets[7]["state"], "hidden");
}

TEST(Xlsx, CutsWhatNoCellCanHoldAndSaysSo)
{
    Sheet sheet = actors();
    sheet.rows = {{QString(40'000, u'é')}};
    const std::string text = factsOf(oneSheet(sheet))["sheets"][0]["cells"][1][0];
    EXPECT_EQ(QString::fromStdString(text).size(), 32'704);
    EXPECT_TRUE(QString::fromStdString(text).endsWith(u"[…]"));
}

TEST(Xlsx, SurvivesOddContent)
{
    QString odd = u"a\x01"_qs;
    odd += QChar(0xD800);
    odd += QChar(0xFFFF);
    odd += u"b\nc\t"_qs + QString::fromUcs4(U"\U0001F600", 1);
    Sheet sheet = actors();
    sheet.columns[0].title = odd;
    sheet.rows = {{odd, odd, 1.0, QDate(2015, 1, 13), 3.0, u"au-delà des colonnes"_qs}, {}, {QString(), odd}};
    const json read = factsOf(oneSheet(sheet))["sheets"][0];
    const std::string text = read["cells"][1][0];
    EXPECT_TRUE(text.starts_with("a")) << text;
    EXPECT_TRUE(text.ends_with("b\nc\t😀")) << text;
    EXPECT_EQ(read["columns"], 5);
    EXPECT_EQ(read["filter"], "A1:E4");
}

TEST(Xlsx, IsTheSameForTheSameWorkbook)
{
    const test::TemporaryFolder folder;
    writeXlsx(oneSheet(actors()), folder.path(u"a.xlsx"_qs));
    writeXlsx(oneSheet(actors()), folder.path(u"b.xlsx"_qs));
    EXPECT_EQ(test::readAll(folder.path(u"a.xlsx"_qs)), test::readAll(folder.path(u"b.xlsx"_qs)));
}

TEST(Xlsx, WritesManyRowsInConstantMemory)
{
    Workbook workbook = large(6000, 4);
    workbook.sheets[0].columns[1].list = QStringList{u"a"_qs, u"b"_qs};
    workbook.sheets[0].notes = {u"note"_qs};
    const json sheets = factsOf(workbook)["sheets"];
    EXPECT_EQ(sheets[0]["rows"], 6001);
    EXPECT_EQ(sheets[0]["cells"][0], json({0, "valeur 499", "valeur 499", 5999 * 3}));
    EXPECT_EQ(sheets[0]["filter"], "A1:D6001");
    EXPECT_EQ(sheets[1]["cells"][0][0], "note");
    EXPECT_EQ(sheets[2]["cells"][1][0], "b");
}

TEST(Xlsx, ReplacesTheOldFileOrLeavesIt)
{
    const test::TemporaryFolder folder;
    const QString path = folder.write(u"grille.xlsx"_qs, "old");
    writeXlsx(oneSheet(actors()), path);
    EXPECT_TRUE(test::readAll(path).startsWith("PK"));
    try {
        writeXlsx(oneSheet(actors()), folder.path(u"absent/grille.xlsx"_qs));
        FAIL() << "written nowhere";
    } catch (const base::Error& error) {
        EXPECT_EQ(error.code(), base::ErrorCode::NotFound);
    }
}

// A limit on the size of files stands for a full disk: the same writes fail, in the middle.
void expectDiskFull(const Workbook& workbook)
{
    const test::TemporaryFolder folder;
    const QString path = folder.write(u"grille.xlsx"_qs, "old");
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit before{};
    getrlimit(RLIMIT_FSIZE, &before);
    const rlimit small{20'000, before.rlim_max};
    setrlimit(RLIMIT_FSIZE, &small);
    base::ErrorCode code = base::ErrorCode::Internal;
    try {
        writeXlsx(workbook, path);
        ADD_FAILURE() << "no error";
    } catch (const base::Error& error) {
        code = error.code();
    }
    setrlimit(RLIMIT_FSIZE, &before);
    EXPECT_EQ(code, base::ErrorCode::DiskFull);
    EXPECT_EQ(test::readAll(path), "old");
    EXPECT_EQ(QDir(folder.path()).entryList(QDir::Files), QStringList{u"grille.xlsx"_qs});
}

TEST(Xlsx, SaysThatTheDiskIsFull)
{
    expectDiskFull(large(2000, 20));
}

TEST(Xlsx, SaysThatTheDiskIsFullInConstantMemory)
{
    expectDiskFull(large(5500, 20));
}

} // namespace
