#include "support/program.h"
#include "support/temporary_folder.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonObject>
#include <QStringEncoder>

#include <functional>
#include <gtest/gtest.h>

using test::cli;

namespace {

QString s(const char* text)
{
    return QString::fromUtf8(text);
}

const QString List = s("Organisation,Ville,Remarque\n#org+name,#loc+name,#meta\n"
                       "Réseau fictif de l’été,Tétouan,démonstration\nMaison fictive,Fès,démonstration\n");

QByteArray encoded(QStringConverter::Encoding encoding, bool mark)
{
    QStringEncoder encoder(encoding,
                           mark ? QStringConverter::Flag::WriteBom : QStringConverter::Flag::Default);
    return encoder(List);
}

QByteArray latin1()
{
    return QString(List).replace(u'’', u'\'').toLatin1();
}

/// A study with something in it, its bytes, and what else its folder holds.
struct Study
{
    test::TemporaryFolder folder;
    QString path = folder.path(s("a.osc"));
    QByteArray before;
    Study()
    {
        EXPECT_EQ(cli({s("new"), path, s("--demo"), s("2")}).exitCode, 0);
        before = test::readAll(path);
    }
    QStringList files() const { return QDir(folder.path()).entryList(QDir::Files | QDir::Hidden); }
};

/// One sentence for what happened, one for what to do; no English, no code.
bool saysWhatAndWhatToDo(const QByteArray& message)
{
    const QString text = QString::fromUtf8(message).trimmed();
    return text.count(QStringLiteral(". ")) >= 1 && text.endsWith(u'.') && !text.contains(s("row ")) &&
           !text.contains(s(" not ")) && !text.contains(s("mapping.")) && !text.contains(s("list."));
}

} // namespace

struct Readable
{
    const char* name;
    std::function<QByteArray()> content;
    const char* said; ///< encoding named to the user; empty when nothing needs saying
};

class ListEncoding : public testing::TestWithParam<Readable>
{
};

TEST_P(ListEncoding, isReadAsItIsWritten)
{
    const Study study;
    const QString list = study.folder.write(s("liste.csv"), GetParam().content());
    const test::Run run = cli({s("import"), study.path, list, s("--json")});
    ASSERT_EQ(run.exitCode, 0) << run.err.toStdString();
    EXPECT_EQ(run.json().object().value(s("created")).toArray().size(), 2);
    const QByteArray actors = cli({s("actors"), study.path, s("--json")}).out;
    EXPECT_TRUE(actors.contains("Réseau fictif de l")) << actors.toStdString();
    EXPECT_EQ(run.err.contains(" lu comme du "), *GetParam().said != '\0') << run.err.toStdString();
    EXPECT_TRUE(run.err.contains(GetParam().said)) << run.err.toStdString();
}

INSTANTIATE_TEST_SUITE_P(
    Files, ListEncoding,
    testing::Values(
        Readable{"utf8", [] { return List.toUtf8(); }, ""},
        Readable{"utf8_marked", [] { return "\xEF\xBB\xBF" + List.toUtf8(); }, ""},
        Readable{"latin1", latin1, "Windows-1252"},
        Readable{"utf16le", [] { return encoded(QStringConverter::Utf16LE, false); }, "UTF-16"},
        Readable{"utf16le_marked", [] { return encoded(QStringConverter::Utf16LE, true); }, "UTF-16"},
        Readable{"utf16be", [] { return encoded(QStringConverter::Utf16BE, false); }, "UTF-16"},
        Readable{"utf16be_marked", [] { return encoded(QStringConverter::Utf16BE, true); }, "UTF-16"}),
    [](const auto& test) { return std::string(test.param.name); });

struct BadList
{
    const char* name;
    const char* file;
    std::function<QByteArray()> content;
    int exitCode;
    const char* said;
};

class UnusableList : public testing::TestWithParam<BadList>
{
};

TEST_P(UnusableList, isRefusedAndLeavesTheStudyAlone)
{
    const Study study;
    const QString list = study.folder.write(s(GetParam().file), GetParam().content());
    const QStringList files = study.files();
    const test::Run run = cli({s("import"), study.path, list});
    EXPECT_EQ(run.exitCode, GetParam().exitCode);
    EXPECT_TRUE(run.err.contains(GetParam().said)) << run.err.toStdString();
    EXPECT_TRUE(saysWhatAndWhatToDo(run.err)) << run.err.toStdString();
    EXPECT_EQ(test::readAll(study.path), study.before);
    EXPECT_EQ(study.files(), files);
}

INSTANTIATE_TEST_SUITE_P(
    Files, UnusableList,
    testing::Values(
        BadList{"empty", "l.csv", [] { return QByteArray(); }, 3, "vide"},
        BadList{"blank", "l.csv", [] { return QByteArray("\n \n,,\n"); }, 3, "vide"},
        BadList{"binary", "l.csv",
                [] {
                    return QByteArray("\x7F"
                                      "ELF\0\1\2\0\0\xFF\0zz",
                                      13);
                },
                3, "binaire"},
        BadList{"endless_cell", "l.csv", [] { return List.toUtf8() + QByteArray(200'000, 'x') + ",Fès,\n"; },
                3, "ligne 5"},
        BadList{"open_quote", "l.csv", [] { return List.toUtf8() + "\"jamais fermé,Fès,\n"; }, 3,
                "guillemet"},
        BadList{"no_tags", "l.csv", [] { return QByteArray("Nom,Ville\nAlpha fictive,Fès\n"); }, 1, "HXL"},
        BadList{"text_named_xlsx", "l.xlsx", [] { return List.toUtf8(); }, 3, "classeur"},
        BadList{"cut_package", "l.xlsx", [] { return QByteArray("PK\3\4\24\0\0\0\10\0tronqué"); }, 3,
                "l.xlsx"},
        BadList{"old_workbook", "l.xls",
                [] {
                    return QByteArray("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"
                                      "zzzz");
                },
                3, ".xls"}),
    [](const auto& test) { return std::string(test.param.name); });

struct BadMapping
{
    const char* name;
    const char* content;
    const char* said;
};

class UnusableMapping : public testing::TestWithParam<BadMapping>
{
};

TEST_P(UnusableMapping, isRefusedAndLeavesTheStudyAlone)
{
    const Study study;
    const QString list = study.folder.write(s("l.csv"), List.toUtf8());
    const QString mapping = study.folder.write(s("m.json"), GetParam().content);
    const QStringList files = study.files();
    const test::Run run = cli({s("import"), study.path, list, s("--mapping"), mapping});
    EXPECT_EQ(run.exitCode, 1);
    EXPECT_TRUE(run.err.contains(GetParam().said)) << run.err.toStdString();
    EXPECT_TRUE(saysWhatAndWhatToDo(run.err)) << run.err.toStdString();
    EXPECT_EQ(test::readAll(study.path), study.before);
    EXPECT_EQ(study.files(), files);
}

INSTANTIATE_TEST_SUITE_P(
    Files, UnusableMapping,
    testing::Values(BadMapping{"not_json", "columns: Organisation", "JSON"},
                    BadMapping{"no_such_column", "{\"columns\": {\"Absente\": \"id_nom_fr\"}}", "Absente"},
                    BadMapping{"no_such_target", "{\"columns\": {\"Ville\": \"id_inconnu\"}}", "id_inconnu"}),
    [](const auto& test) { return std::string(test.param.name); });

TEST(MissingList, isSaidPlainly)
{
    const Study study;
    for (const QString& list : {study.folder.path(s("none.csv")), study.folder.path()}) {
        const test::Run run = cli({s("import"), study.path, list});
        EXPECT_EQ(run.exitCode, 3);
        EXPECT_TRUE(saysWhatAndWhatToDo(run.err)) << run.err.toStdString();
        EXPECT_EQ(test::readAll(study.path), study.before);
    }
}
