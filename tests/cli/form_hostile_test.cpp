// What nobody should have to open: each is refused in two seconds and 300 MB, by the program people run.
#include "support/allowance.h"
#include "support/hostile_file.h"
#include "support/program.h"
#include "support/temporary_folder.h"
#include "tabular/zip.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>

#include <functional>
#include <gtest/gtest.h>
#include <sys/resource.h>

namespace {

using test::fill;

/// A workbook of one sheet, with what else the package is to hold.
QByteArray workbook(const QByteArray& sheet, const QString& more = {})
{
    tabular::ZipWriter zip;
    zip.add(QStringLiteral("[Content_Types].xml"),
            "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>");
    zip.add(QStringLiteral("_rels/.rels"),
            "<Relationships "
            "xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship Id='r' "
            "Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument' "
            "Target='xl/workbook.xml'/></Relationships>");
    zip.add(QStringLiteral("xl/workbook.xml"),
            "<workbook xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main' "
            "xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'><sheets>"
            "<sheet name='survey' sheetId='1' r:id='s'/></sheets></workbook>");
    zip.add(QStringLiteral("xl/_rels/workbook.xml.rels"),
            "<Relationships "
            "xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship Id='s' "
            "Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet' "
            "Target='worksheets/sheet1.xml'/></Relationships>");
    zip.add(QStringLiteral("xl/worksheets/sheet1.xml"), sheet);
    if (!more.isEmpty()) zip.add(more, "x");
    return zip.finish();
}

QByteArray sheet(const QByteArray& data)
{
    return "<worksheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><sheetData>" + data +
           "</sheetData></worksheet>";
}

/// As a ZIP tool would not write it: the entry leaves its folder.
QByteArray traversing()
{
    return workbook(sheet({}), QStringLiteral("aa/bb/cc")).replace("aa/bb/cc", "../../cc");
}

constexpr const char* Survey = "| survey |\n| | type | name | label | calculation |\n";
constexpr const char* Csv = "type,name,label\n";
constexpr const char* Xml = "<h:html xmlns:h='h'><h:head><model><instance><data id='x'>";
constexpr qint64 Long = 200'000'000;

struct Hostile
{
    const char* file;
    std::function<void(const QString& path)> write;
};

void write(const QString& path, const QByteArray& bytes)
{
    fill(path, bytes, "\n", 1);
}

const std::vector<Hostile>& hostiles()
{
    static const std::vector<Hostile> all{
        {"line.csv", [](const QString& path) { fill(path, QByteArray(Csv) + "text,a,", "x", Long); }},
        {"quote.csv", [](const QString& path) { fill(path, QByteArray(Csv) + "\"", "x\n", 7'000'000); }},
        {"cell.csv", [](const QString& path) { fill(path, QByteArray(Csv) + "text,a,", "x", 15'000'000); }},
        {"columns.csv", [](const QString& path) { fill(path, Csv, ",", 15'000'000); }},
        {"rows.csv", [](const QString& path) { fill(path, Csv, "note,a,A\n", 1'500'000); }},
        {"line.md",
         [](const QString& path) { fill(path, QByteArray(Survey) + "| | text | a | ", "x", Long); }},
        {"cell.md",
         [](const QString& path) { fill(path, QByteArray(Survey) + "| | text | a | ", "x", 15'000'000); }},
        {"bars.md", [](const QString& path) { fill(path, Survey, "|", 15'000'000); }},
        {"sheets.md", [](const QString& path) { fill(path, {}, "| a |\n", 2'500'000); }},
        {"rows.md", [](const QString& path) { fill(path, Survey, "| | note | a | A |\n", 190'000); }},
        {"deep.md", [](const QString& path) { fill(path, Survey, "| | begin group | g | G | |\n", 19'000); }},
        {"nest.md",
         [](const QString& path) {
             fill(path, QByteArray(Survey) + "| | calculate | a | | ", "(", 90'000, "1 |\n");
         }},
        {"line.xml", [](const QString& path) { fill(path, Xml, "x", Long); }},
        {"deep.xml", [](const QString& path) { fill(path, Xml, "<a>", 5'000'000); }},
        {"nodes.xml", [](const QString& path) { fill(path, Xml, "<a/>", 3'900'000); }},
        {"attributes.xml", [](const QString& path) { fill(path, "<html ", "a='1' ", 2'000'000, "/>"); }},
        {"entity.xml",
         [](const QString& path) {
             write(path, "<!DOCTYPE a [<!ENTITY x SYSTEM "
                         "'file:///etc/passwd'>]><html><head><title>&x;</title></head></html>");
         }},
        {"laughs.xml",
         [](const QString& path) {
             QByteArray entities = "<!DOCTYPE a [<!ENTITY a 'aaaaaaaaaa'>";
             for (char name = 'b'; name < 'k'; ++name)
                 entities += QByteArray("<!ENTITY ") + name + " '" +
                             QByteArray("&_;").replace('_', char(name - 1)).repeated(10) + "'>";
             write(path, entities + "]><html>&j;</html>");
         }},
        {"bomb.xlsx", [](const QString& path) { write(path, workbook(sheet(QByteArray(20'000'000, ' ')))); }},
        {"traversal.xlsx", [](const QString& path) { write(path, traversing()); }},
        {"entity.xlsx",
         [](const QString& path) {
             write(path, workbook("<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>" + sheet({})));
         }},
        {"deep.xlsx",
         [](const QString& path) { write(path, workbook(sheet(QByteArray("<a>").repeated(100'000)))); }},
        {"far.xlsx",
         [](const QString& path) {
             QByteArray rows;
             for (int i = 1; i < 200; ++i)
                 rows += QByteArray("<row r='_'><c r='XFD_'><v>1</v></c></row>")
                             .replace('_', QByteArray::number(i));
             write(path, workbook(sheet(rows)));
         }},
        {"old.xls", [](const QString& path) {
             write(path, QByteArray::fromHex("d0cf11e0a1b11ae1") + QByteArray(2000, 0));
         }}};
    return all;
}

} // namespace

TEST(HostileForms, areRefusedInTwoSecondsAndThreeHundredMegabytes)
{
    for (const Hostile& hostile : hostiles()) {
        SCOPED_TRACE(hostile.file);
        const test::TemporaryFolder folder;
        QString path = folder.path(QString::fromLatin1(hostile.file));
        QString given = path;
        if (path.endsWith(u".csv")) {
            given = folder.path(QStringLiteral("tables"));
            QDir().mkpath(given);
            path = given + QStringLiteral("/survey.csv");
        }
        hostile.write(path);
        QElapsedTimer timer;
        timer.start();
        const test::Run run = test::cli({QStringLiteral("form"), QStringLiteral("check"), given});
        EXPECT_LT(timer.elapsed(), test::MostMilliseconds);
        EXPECT_TRUE(run.exitCode == 1 || run.exitCode == 3) << run.exitCode << run.err.toStdString();
        EXPECT_FALSE(run.err.isEmpty());
        EXPECT_FALSE(run.out.contains("root:") || run.err.contains("root:"))
            << "a file of the system was read";
        rusage used{};
        getrusage(RUSAGE_CHILDREN, &used);
        EXPECT_LT(used.ru_maxrss, test::MostKilobytes) << "kB at most so far";
    }
}

TEST(HostileForms, anOldWorkbookIsToldHowToSaveIt)
{
    const test::TemporaryFolder folder;
    const QString path = folder.write(QStringLiteral("ancien.xls"),
                                      QByteArray::fromHex("d0cf11e0a1b11ae1") + QByteArray(2000, 0));
    const test::Run run = test::cli({QStringLiteral("form"), QStringLiteral("check"), path});
    EXPECT_EQ(run.exitCode, 3);
    EXPECT_TRUE(QString::fromUtf8(run.err).contains(QStringLiteral("à enregistrer en .xlsx")))
        << run.err.toStdString();
}
