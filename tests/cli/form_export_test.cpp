#include "support/program.h"
#include "support/temporary_folder.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonObject>

#include <gtest/gtest.h>

using test::cli;

TEST(Export, writesTheQuestionnaireThatCheckAccepts)
{
    const test::TemporaryFolder folder;
    const QString study = folder.path(QStringLiteral("a.osc")), out = folder.path(QStringLiteral("q.xlsx"));
    ASSERT_EQ(cli({QStringLiteral("new"), study}).exitCode, 0);
    const test::Run run =
        cli({QStringLiteral("export"), study, QStringLiteral("--as"), QStringLiteral("xlsform"),
             QStringLiteral("--out"), out, QStringLiteral("--json")});
    ASSERT_EQ(run.exitCode, 0) << run.err.toStdString();
    const QJsonObject file = run.json()[QStringLiteral("files")].toArray()[0].toObject();
    EXPECT_EQ(file[QStringLiteral("path")].toString(), out);
    EXPECT_EQ(file[QStringLiteral("bytes")].toInteger(), QFileInfo(out).size());
    EXPECT_EQ(cli({QStringLiteral("form"), QStringLiteral("check"), out}).exitCode, 0);
}

TEST(Export, asksForAFormatAndAPlace)
{
    const test::TemporaryFolder folder;
    const QString study = folder.path(QStringLiteral("a.osc"));
    ASSERT_EQ(cli({QStringLiteral("new"), study}).exitCode, 0);
    EXPECT_EQ(cli({QStringLiteral("export"), study}).exitCode, 2);
    EXPECT_EQ(cli({QStringLiteral("export"), study, QStringLiteral("--as"), QStringLiteral("papier"),
                   QStringLiteral("--out"), folder.path(QStringLiteral("x"))})
                  .exitCode,
              2);
    const test::Run absent =
        cli({QStringLiteral("export"), study, QStringLiteral("--as"), QStringLiteral("xlsform"),
             QStringLiteral("--out"), folder.path(QStringLiteral("absent/q.xlsx"))});
    EXPECT_EQ(absent.exitCode, 3);
    EXPECT_FALSE(absent.err.isEmpty());
}
