// What the contract says of submissions, asked of the program itself.
#include "support/program.h"
#include "support/temporary_folder.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonObject>

#include <gtest/gtest.h>

namespace {

QString s(const char* text)
{
    return QString::fromUtf8(text);
}

const QByteArray Csv = "id_nom_fr;Sigle ou acronyme usuel;colonne_a_part;_uuid;_index\n"
                       "Association Essai (fictive);AE;x;11111111-1111-4111-8111-111111111111;1\n";

struct Case
{
    test::TemporaryFolder folder;
    QString study = folder.path(s("a.osc"));
    QString file = folder.write(s("envois.csv"), Csv);

    Case() { EXPECT_EQ(test::cli({s("new"), study}).exitCode, 0); }
    QJsonObject import(const QStringList& more = {}) const
    {
        const test::Run run =
            test::cli(QStringList{s("import"), study, file, s("--submissions"), s("--json")} + more);
        EXPECT_EQ(run.exitCode, 0) << run.err.toStdString();
        return run.json().object();
    }
};

} // namespace

TEST(SubmissionsCommand, dryRunListsEachSubmissionAndEachColumn)
{
    const Case c;
    const QJsonObject report = c.import({s("--dry-run")});
    EXPECT_EQ(report[s("layout")].toString(), s("kobo-csv"));
    EXPECT_EQ(report[s("rows")].toInt(), 1);
    const QJsonObject line = report[s("submissions")].toArray()[0].toObject();
    EXPECT_EQ(line[s("action")].toString(), s("new"));
    EXPECT_EQ(line[s("row")].toInt(), 2);
    EXPECT_TRUE(line[s("new_actor")].toBool());
    bool told = false;
    for (const QJsonValue column : report[s("columns")].toArray())
        if (column[s("header")].toString() == u"colonne_a_part") told = column[s("unknown")].toBool();
    EXPECT_TRUE(told);
    EXPECT_FALSE(report[s("warnings")].toArray().isEmpty());
    EXPECT_EQ(test::cli({s("actors"), c.study, s("--json")}).json().array().size(), 0);
}

TEST(SubmissionsCommand, importsThenKnowsAgain)
{
    const Case c;
    EXPECT_EQ(c.import()[s("created")].toArray().size(), 1);
    const QJsonObject again = c.import();
    EXPECT_EQ(again[s("identical")].toInt(), 1);
    EXPECT_EQ(again[s("created")].toArray().size(), 0);
}

TEST(SubmissionsCommand, aMappingFileIsObeyedAndRemembered)
{
    const Case c;
    const QString mapping = c.folder.write(s("m.json"), "{\"columns\": {\"colonne_a_part\": \"id_nom_ar\"}}");
    c.import({s("--mapping"), mapping});
    const QJsonObject again = c.import();
    QString question;
    for (const QJsonValue column : again[s("columns")].toArray())
        if (column[s("header")].toString() == u"colonne_a_part") question = column[s("question")].toString();
    EXPECT_EQ(question, s("id_nom_ar"));
}

TEST(SubmissionsCommand, exportsEveryLayoutThroughTheGate)
{
    const test::TemporaryFolder folder;
    const QString study = folder.path(s("a.osc"));
    ASSERT_EQ(test::cli({s("new"), study, s("--demo"), s("5")}).exitCode, 0);
    for (const char* layout : {"kobo-xlsx", "kobo-json", "odk-zip", "odk-xml"}) {
        SCOPED_TRACE(layout);
        const QString out = folder.path(s(layout));
        const test::Run shared =
            test::cli({s("export"), study, s("--as"), s(layout), s("--out"), out, s("--json")});
        EXPECT_EQ(shared.exitCode, 0) << shared.err.toStdString();
        EXPECT_EQ(shared.json()[s("submissions")].toInt(), 5);
        EXPECT_FALSE(shared.json()[s("withheld")].toArray().isEmpty())
            << "the default audience is a restricted print";
        const test::Run whole = test::cli({s("export"), study, s("--as"), s(layout), s("--out"), out,
                                           s("--audience"), s("travail"), s("--json")});
        EXPECT_TRUE(whole.json()[s("withheld")].toArray().isEmpty());
        const QString copy = folder.path(s(layout) + s(".osc"));
        ASSERT_EQ(test::cli({s("new"), copy}).exitCode, 0);
        const test::Run back = test::cli({s("import"), copy, out, s("--submissions"), s("--json")});
        EXPECT_EQ(back.exitCode, 0) << back.err.toStdString();
        EXPECT_EQ(back.json()[s("created")].toArray().size(), 5);
    }
}

TEST(SubmissionsCommand, takesTheFilesSentAlong)
{
    const test::TemporaryFolder folder;
    const QString study = folder.path(s("a.osc"));
    ASSERT_EQ(test::cli({s("new"), study}).exitCode, 0);
    const QString file = folder.write(s("e.json"), R"json([{"_uuid":"u","id_nom_fr":"Essai (fictif)",
        "_attachments":[{"filename":"a/note.txt"},{"filename":"a/absente.jpg"}]}])json");
    ASSERT_TRUE(QDir(folder.path()).mkpath(s("media/a")));
    folder.write(s("media/a/note.txt"), "Bonjour");
    const QStringList command{
        s("import"), study, file, s("--submissions"), s("--media"), folder.path(s("media")), s("--json")};
    const test::Run dry = test::cli(command + QStringList{s("--dry-run")});
    EXPECT_EQ(dry.exitCode, 0) << dry.err.toStdString();
    EXPECT_EQ(dry.json()[s("files")].toInt(), 1);
    EXPECT_TRUE(test::cli({s("attach"), study, s("--json")}).json().array().isEmpty());
    const test::Run run = test::cli(command);
    EXPECT_EQ(run.json()[s("submissions")].toArray()[0].toObject()[s("files")].toInt(), 1);
    EXPECT_TRUE(run.err.contains("absente.jpg")) << run.err.toStdString();
    const QJsonArray kept = test::cli({s("attach"), study, s("--json")}).json().array();
    ASSERT_EQ(kept.size(), 1);
    EXPECT_EQ(kept[0].toObject()[s("name")].toString(), s("note.txt"));
    EXPECT_EQ(kept[0].toObject()[s("actor")].toString(), run.json()[s("created")].toArray()[0].toString());
    EXPECT_EQ(test::cli({s("import"), study, file, s("--media"), s("x")}).exitCode, 2) << "a list has none";
}

TEST(SubmissionsCommand, unknownLayoutsAndAudiencesAreUsage)
{
    const Case c;
    EXPECT_EQ(test::cli({s("export"), c.study, s("--as"), s("kobo-pdf"), s("--out"), c.folder.path(s("x"))})
                  .exitCode,
              2);
    EXPECT_EQ(test::cli({s("export"), c.study, s("--as"), s("kobo-json"), s("--out"), c.folder.path(s("x")),
                         s("--audience"), s("tous")})
                  .exitCode,
              2);
}
