#include "support/program.h"
#include "support/temporary_folder.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonObject>

#include <gtest/gtest.h>

using test::cli;

namespace {

QString s(const char* text)
{
    return QString::fromUtf8(text);
}

/// A protected study and the file holding its passphrase.
struct ProtectedStudy
{
    test::TemporaryFolder folder;
    QString key = folder.write(s("key"), "une phrase de passe d’essai\n");
    QString path = folder.path(s("a.osc"));
    ProtectedStudy() { EXPECT_EQ(cli({s("new"), path, s("--passphrase-file"), key}).exitCode, 0); }
};

bool speaksFrench(const QByteArray& message)
{
    return !message.trimmed().isEmpty() && message.contains('.') && !message.contains("terminate") &&
           !message.contains("Error");
}

} // namespace

TEST(Usage, isAnsweredWithTwo)
{
    EXPECT_EQ(cli({}).exitCode, 2);
    EXPECT_EQ(cli({s("inconnue")}).exitCode, 2);
    EXPECT_EQ(cli({s("deliver")}).exitCode, 2);
    EXPECT_EQ(cli({s("new"), s("a"), s("b")}).exitCode, 2);
    EXPECT_EQ(cli({s("new"), s("/tmp/never.osc"), s("--sans-sens")}).exitCode, 2);
    EXPECT_FALSE(QFileInfo::exists(s("/tmp/never.osc")));
}

TEST(New, refusesToReplaceAnything)
{
    const test::TemporaryFolder folder;
    const QString path = folder.write(s("a.osc"), "something of the user's");
    const test::Run run = cli({s("new"), path});
    EXPECT_EQ(run.exitCode, 1);
    EXPECT_TRUE(speaksFrench(run.err)) << run.err.toStdString();
    EXPECT_EQ(test::readAll(path), "something of the user's");
}

TEST(New, saysThatNothingProtectsAnUnprotectedStudy)
{
    const test::TemporaryFolder folder;
    const test::Run run = cli({s("new"), folder.path(s("a.osc")), s("--json")});
    EXPECT_EQ(run.exitCode, 0);
    EXPECT_FALSE(run.json().object().value(s("protected")).toBool(true));
    EXPECT_TRUE(run.err.contains("phrase de passe"));
}

TEST(Passphrase, opensAndIsNeverDoneWithout)
{
    const ProtectedStudy study;
    EXPECT_EQ(cli({s("check"), study.path, s("--passphrase-file"), study.key}).exitCode, 0);
    const test::Run without = cli({s("check"), study.path});
    EXPECT_EQ(without.exitCode, 1);
    EXPECT_TRUE(speaksFrench(without.err)) << without.err.toStdString();
    const QString wrong = study.folder.write(s("wrong"), "autre chose\n");
    const test::Run refused = cli({s("check"), study.path, s("--passphrase-file"), wrong});
    EXPECT_EQ(refused.exitCode, 1);
    EXPECT_TRUE(speaksFrench(refused.err)) << refused.err.toStdString();
}

struct BadFile
{
    const char* name;
    QByteArray (*make)(const QByteArray& study);
};

class Unreadable : public testing::TestWithParam<BadFile>
{
};

TEST_P(Unreadable, isRefusedWithThreeAndLeftAlone)
{
    const test::TemporaryFolder folder;
    const QString good = folder.path(s("good.osc"));
    ASSERT_EQ(cli({s("new"), good, s("--demo"), s("3")}).exitCode, 0);
    const QByteArray content = GetParam().make(test::readAll(good));
    const QString bad = folder.write(s("bad.osc"), content);
    const test::Run run = cli({s("check"), bad});
    EXPECT_EQ(run.exitCode, 3) << run.out.toStdString();
    EXPECT_TRUE(speaksFrench(run.err)) << run.err.toStdString();
    EXPECT_EQ(test::readAll(bad), content);
}

INSTANTIATE_TEST_SUITE_P(
    Files, Unreadable,
    testing::Values(
        BadFile{"empty", [](const QByteArray&) { return QByteArray(); }},
        BadFile{"text", [](const QByteArray&) { return QByteArray("bonjour, ceci n’est pas une étude"); }},
        BadFile{"half", [](const QByteArray& study) { return study.left(study.size() / 2); }},
        BadFile{"altered",
                [](const QByteArray& study) {
                    QByteArray bytes = study;
                    bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
                    return bytes;
                }},
        BadFile{"lengthened", [](const QByteArray& study) { return study + QByteArray(100, 'x'); }}),
    [](const auto& test) { return std::string(test.param.name); });

TEST(MissingPlaces, areSaidPlainly)
{
    const test::TemporaryFolder folder;
    EXPECT_EQ(cli({s("check"), folder.path(s("none.osc"))}).exitCode, 3);
    EXPECT_EQ(cli({s("new"), folder.path(s("no/such/a.osc"))}).exitCode, 3);
}

TEST(FullDisk, leavesTheStudyAsItWas)
{
    const test::TemporaryFolder folder;
    const QString path = folder.path(s("a.osc"));
    ASSERT_EQ(cli({s("new"), path, s("--demo"), s("20")}).exitCode, 0);
    const QByteArray before = cli({s("check"), path}).out;
    // A file-size limit just above the present size is a disk that fills during the save.
    const qint64 blocks = QFileInfo(path).size() / 1024 + 1;
    const test::Run full = test::run(
        s("bash"), {s("-c"), s("ulimit -f %1; exec \"$0\" stress save \"$1\" --count 5000").arg(blocks),
                    s(CARTOSC_BINARIES "/cartosc-cli"), path});
    EXPECT_EQ(full.exitCode, 3);
    EXPECT_TRUE(full.err.contains("disque")) << full.err.toStdString();
    const qsizetype lastAck = full.out.lastIndexOf("ACK ");
    const QByteArray acknowledged = lastAck < 0 ? QByteArray("0") : full.out.mid(lastAck + 4).trimmed();
    const test::Run after = cli({s("check"), path});
    EXPECT_EQ(after.exitCode, 0) << after.err.toStdString();
    EXPECT_TRUE(after.out.startsWith("LAST " + acknowledged + '\n')) << after.out.toStdString();
    EXPECT_NE(before, QByteArray());
}

TEST(Stress, acknowledgesOnlyWhatIsThereAfterwards)
{
    const test::TemporaryFolder folder;
    const QString path = folder.path(s("a.osc"));
    ASSERT_EQ(cli({s("new"), path}).exitCode, 0);
    EXPECT_EQ(cli({s("stress"), s("save"), path, s("--count"), s("3")}).out, "ACK 1\nACK 2\nACK 3\n");
    EXPECT_EQ(cli({s("stress"), s("save"), path, s("--count"), s("1")}).out, "ACK 4\n");
    EXPECT_TRUE(cli({s("check"), path}).out.startsWith("LAST 4\nDIGEST "));
}
