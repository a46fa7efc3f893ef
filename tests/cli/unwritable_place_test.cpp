#include "support/program.h"
#include "support/temporary_folder.h"

#include <QDir>
#include <QFile>

#include <gtest/gtest.h>
#include <unistd.h>

namespace {

QString s(const char* text)
{
    return QString::fromUtf8(text);
}

const QString Program = s(CARTOSC_BINARIES "/cartosc-cli");

/// Runs the command line without the powers of root, for whom no folder is read-only.
test::Run unprivileged(const QStringList& arguments)
{
    if (::geteuid() != 0) return test::run(Program, arguments);
    return test::run(s("setpriv"), QStringList{s("--reuid"), s("65534"), s("--regid"), s("65534"),
                                               s("--clear-groups"), Program} +
                                       arguments);
}

} // namespace

TEST(ReadOnlyFolder, isSaidAndNothingChanges)
{
    if (unprivileged({s("help")}).exitCode != 0) GTEST_SKIP() << "the program stands where only root reads";
    const test::TemporaryFolder folder;
    const QString study = folder.path(s("a.osc"));
    ASSERT_EQ(test::cli({s("new"), study, s("--demo"), s("2")}).exitCode, 0);
    const QByteArray before = test::readAll(study);
    const QString list = folder.write(s("l.csv"), "Organisation\n#org+name\nAlpha fictive\n");
    const QStringList files = QDir(folder.path()).entryList(QDir::AllEntries | QDir::Hidden);
    const auto readable = QFile::ReadOwner | QFile::ReadGroup | QFile::ReadOther;
    QFile::setPermissions(study, readable);
    QFile::setPermissions(list, readable);
    QFile::setPermissions(folder.path(), readable | QFile::ExeOwner | QFile::ExeGroup | QFile::ExeOther);
    const QList<QStringList> commands{{s("new"), folder.path(s("b.osc"))},
                                      {s("import"), study, list},
                                      {s("deliver"), study, s("--out"), folder.path(s("out"))}};
    for (const QStringList& command : commands) {
        const test::Run run = unprivileged(command);
        EXPECT_EQ(run.exitCode, 3) << command.join(u' ').toStdString();
        EXPECT_TRUE(run.err.contains("droit d’écrire")) << run.err.toStdString();
    }
    QFile::setPermissions(folder.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    EXPECT_EQ(test::readAll(study), before);
    EXPECT_EQ(QDir(folder.path()).entryList(QDir::AllEntries | QDir::Hidden), files);
}

TEST(FullDisk, leavesNoHalfDocument)
{
    const test::TemporaryFolder folder;
    const QString study = folder.path(s("a.osc"));
    ASSERT_EQ(test::cli({s("new"), study, s("--demo"), s("30")}).exitCode, 0);
    const QByteArray before = test::readAll(study);
    const QString out = folder.path(s("out"));
    const test::Run full =
        test::run(s("bash"),
                  {s("-c"), s("ulimit -f 60; exec \"$0\" deliver \"$1\" --out \"$2\""), Program, study, out});
    EXPECT_EQ(full.exitCode, 3);
    EXPECT_TRUE(full.err.contains("disque est plein")) << full.err.toStdString();
    EXPECT_EQ(test::readAll(study), before);
    EXPECT_EQ(QDir(out).entryList(QDir::Files | QDir::Hidden), QStringList());
}
