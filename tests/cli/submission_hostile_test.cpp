// Submissions nobody should have to open: each is refused in two seconds and 300 MB, by the program people
// run.
#include "support/allowance.h"
#include "support/hostile_file.h"
#include "support/program.h"
#include "support/temporary_folder.h"
#include "tabular/zip.h"

#include <QElapsedTimer>
#include <QFile>

#include <functional>
#include <gtest/gtest.h>
#include <sys/resource.h>

namespace {

QString s(const char* text)
{
    return QString::fromUtf8(text);
}

using test::fill;

void write(const QString& path, const QByteArray& bytes)
{
    fill(path, bytes, "\n", 1);
}

QByteArray package(const QString& name, const QByteArray& content)
{
    tabular::ZipWriter zip;
    zip.add(name, content);
    return zip.finish();
}

QByteArray numbered(const QByteArray& before, const QByteArray& piece, int times, const QByteArray& after)
{
    QByteArray all = before;
    for (int i = 0; i < times; ++i)
        all += QByteArray(piece).replace('_', QByteArray::number(i));
    return all + after;
}

QByteArray manyEntries()
{
    tabular::ZipWriter zip;
    for (int i = 0; i < 25'000; ++i)
        zip.add(s("instances/%1.xml").arg(i), "<a/>", true);
    return zip.finish();
}

QByteArray laughs()
{
    QByteArray entities = "<!DOCTYPE a [<!ENTITY a 'aaaaaaaaaa'>";
    for (char name = 'b'; name < 'k'; ++name)
        entities += QByteArray("<!ENTITY ") + name + " '" +
                    QByteArray("&_;").replace('_', char(name - 1)).repeated(10) + "'>";
    return entities + "]><data id='x'><nom>&j;</nom></data>";
}

constexpr qint64 Long = 200'000'000;

struct Hostile
{
    const char* file;
    std::function<void(const QString& path)> write;
};

const std::vector<Hostile>& tables()
{
    static const std::vector<Hostile> all{
        {"line.csv", [](const QString& path) { fill(path, "nom;x\n", "x", Long); }},
        {"cell.csv", [](const QString& path) { fill(path, "nom;x\n", "x", 30'000'000); }},
        {"quote.csv", [](const QString& path) { fill(path, "nom;x\n\"", "x\n", 15'000'000); }},
        {"columns.csv", [](const QString& path) { fill(path, "nom;x\n", ";", 30'000'000); }},
        {"headers.csv", [](const QString& path) { fill(path, "nom", ";nom", 15'000, "\n1;2;3\n"); }},
        {"slashes.csv", [](const QString& path) { fill(path, "x", "/a", 49'000, ";_1_latitude\n1;2\n"); }},
        {"parts.csv",
         [](const QString& path) {
             fill(path, "x", ";" + QByteArray("a_/").repeated(150), 16'000, "\n1;2;3\n");
         }},
        {"rows.csv", [](const QString& path) { fill(path, "inconnue;x\n", "a;b\n", 9'000'000); }},
        {"cells.csv",
         [](const QString& path) { fill(path, "x\n", QByteArray("1;").repeated(10'000) + "\n", 1'900); }},
        {"nul.csv", [](const QString& path) { fill(path, "nom;x\n", QByteArray("\0a;\n", 4), 100); }},
        {"bomb.zip",
         [](const QString& path) { write(path, package(s("f.csv"), QByteArray(38'000'000, ' '))); }},
        {"rows.zip",
         [](const QString& path) {
             write(path, package(s("f.csv"), QByteArray("a,b\n").repeated(5'000'000)));
         }},
        {"orphans.zip",
         [](const QString& path) {
             tabular::ZipWriter zip;
             zip.add(s("f.csv"), "inconnue,KEY\nA,k\n");
             zip.add(s("f-rg_liens.csv"), numbered("q,KEY,PARENT_KEY\n", "1,k_,absent_\n", 250'000, ""));
             write(path, zip.finish());
         }},
        {"traversal.zip",
         [](const QString& path) {
             write(path, package(s("aa/bb/cc.csv"), "nom,KEY\nA,b\n").replace("aa/bb/cc", "../../cc"));
         }},
        {"absolute.zip",
         [](const QString& path) {
             write(path, package(s("aetc/passwd.xml"), "<a><b/></a>").replace("aetc/", "/etc/"));
         }},
        {"entries.zip", [](const QString& path) { write(path, manyEntries()); }},
        {"not.zip", [](const QString& path) { write(path, "PK\x03\x04 and then nothing"); }},
        {"old.xls", [](const QString& path) {
             write(path, QByteArray::fromHex("d0cf11e0a1b11ae1") + QByteArray(2000, 0));
         }}};
    return all;
}

const std::vector<Hostile>& trees()
{
    static const std::vector<Hostile> all{
        {"line.json", [](const QString& path) { fill(path, "[{\"nom\":\"", "x", Long, "\"}]"); }},
        {"text.json", [](const QString& path) { fill(path, "[{\"nom\":\"", "x", 35'000'000, "\"}]"); }},
        {"deep.json", [](const QString& path) { fill(path, "[{\"nom\":", "[", 20'000'000); }},
        {"nested.json", [](const QString& path) { fill(path, "[", "{\"rg_liens\":[", 1'000'000); }},
        {"values.json", [](const QString& path) { fill(path, "[{\"nom\":[1", ",1", 15'000'000, "]}]"); }},
        {"objects.json", [](const QString& path) { fill(path, "[{}", ",{}", 12'000'000, "]"); }},
        {"some.json", [](const QString& path) { fill(path, "[{}", ",{}", 1'400'000, "]"); }},
        {"keys.json",
         [](const QString& path) { write(path, numbered("[{\"a\":1", ",\"k_\":1", 600'000, "}]")); }},
        {"nul.json", [](const QString& path) { write(path, QByteArray("[{\"nom\":\"a\0b\"}]", 16)); }},
        {"numbers.json", [](const QString& path) { fill(path, "[{\"nom\":", "9", 30'000'000, "}]"); }},
        {"unfinished.json", [](const QString& path) { write(path, "[{\"nom\":\"a\\"); }},
        {"line.xml", [](const QString& path) { fill(path, "<data id='x'><nom>", "x", Long); }},
        {"text.xml", [](const QString& path) { fill(path, "<data id='x'><nom>", "x", 30'000'000); }},
        {"deep.xml", [](const QString& path) { fill(path, "<data id='x'>", "<a>", 5'000'000); }},
        {"nodes.xml", [](const QString& path) { fill(path, "<data id='x'>", "<a/>", 3'900'000, "</data>"); }},
        {"rows.xml",
         [](const QString& path) { fill(path, "<data id='x'>", "<r><a>1</a></r>", 90'000, "</data>"); }},
        {"attributes.xml", [](const QString& path) { fill(path, "<data ", "a='1' ", 2'000'000, "/>"); }},
        {"entity.xml",
         [](const QString& path) {
             write(
                 path,
                 "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><data id='x'><nom>&x;</nom></data>");
         }},
        {"laughs.xml", [](const QString& path) { write(path, laughs()); }},
        {"entity.zip", [](const QString& path) {
             write(path, package(s("a.xml"),
                                 "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><d><n>&x;</n></d>"));
         }}};
    return all;
}

void refuses(const std::vector<Hostile>& hostiles)
{
    const test::TemporaryFolder folder;
    const QString study = folder.path(s("essai.osc"));
    ASSERT_EQ(test::cli({s("new"), study}).exitCode, 0);
    for (const Hostile& hostile : hostiles) {
        SCOPED_TRACE(hostile.file);
        const QString path = folder.path(s(hostile.file));
        hostile.write(path);
        QElapsedTimer timer;
        timer.start();
        const test::Run run = test::cli({s("import"), study, path, s("--submissions")});
        EXPECT_LT(timer.elapsed(), test::MostMilliseconds);
        EXPECT_TRUE(run.exitCode == 1 || run.exitCode == 3) << run.exitCode << run.err.toStdString();
        EXPECT_FALSE(run.err.isEmpty());
        EXPECT_FALSE(run.out.contains("root:") || run.err.contains("root:"))
            << "a file of the system was read";
        rusage used{};
        getrusage(RUSAGE_CHILDREN, &used);
        EXPECT_LT(used.ru_maxrss, test::MostKilobytes) << "kB at most so far";
        QFile::remove(path);
    }
    const test::Run left = test::cli({s("actors"), study, s("--json")});
    EXPECT_TRUE(left.json().isArray() && left.out.trimmed() == "[]") << left.out.toStdString();
}

} // namespace

TEST(HostileSubmissions, inTablesAreRefusedInTwoSecondsAndThreeHundredMegabytes)
{
    refuses(tables());
}

TEST(HostileSubmissions, inTreesAreRefusedInTwoSecondsAndThreeHundredMegabytes)
{
    refuses(trees());
}
