#include "support/program.h"
#include "support/temporary_folder.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonObject>

#include <gtest/gtest.h>

namespace {

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    EXPECT_TRUE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

TEST(Model, isWrittenReadBackAndChangedOnlyWithAReason)
{
    const test::TemporaryFolder folder;
    const QString study = folder.path(QStringLiteral("a.osc")), file = folder.path(QStringLiteral("m.json"));
    const QString model = QStringLiteral("model");
    ASSERT_EQ(test::cli({QStringLiteral("new"), study}).exitCode, 0);
    ASSERT_EQ(test::cli({QStringLiteral("set"), study, QStringLiteral("model.lock=N;F;O (fictif)")}).exitCode,
              0);
    ASSERT_EQ(test::cli({model, study, QStringLiteral("--export"), file}).exitCode, 0);

    QByteArray text = contentOf(file);
    text.replace("\"preuve\": 0.5", "\"preuve\": 0.6");
    const QString changed = folder.write(QStringLiteral("n.json"), text);
    EXPECT_EQ(test::cli({model, study, QStringLiteral("--import"), changed}).exitCode, 1)
        << "no reason given";
    const test::Run read =
        test::cli({model, study, QStringLiteral("--import"), changed, QStringLiteral("--reason"),
                   QStringLiteral("Essai fictif"), QStringLiteral("--json")});
    ASSERT_EQ(read.exitCode, 0);
    const QJsonArray versions = read.json().object()[u"versions"].toArray();
    ASSERT_EQ(versions.size(), 2);
    EXPECT_EQ(versions[1].toObject()[u"reason"].toString(), QStringLiteral("Essai fictif"));
    EXPECT_TRUE(versions[1].toObject()[u"current"].toBool());
    EXPECT_TRUE(versions[1].toObject()[u"approved"].isNull());
    EXPECT_FALSE(versions[0].toObject()[u"approved"].isNull());
    ASSERT_EQ(test::cli({model, study, QStringLiteral("--export"), file}).exitCode, 0);
    EXPECT_EQ(contentOf(file), text);
}

TEST(Model, checkTellsPlaceCauseAndRemedyOfEveryFault)
{
    const test::TemporaryFolder folder;
    const QString study = folder.path(QStringLiteral("a.osc")), file = folder.path(QStringLiteral("m.json"));
    ASSERT_EQ(test::cli({QStringLiteral("new"), study}).exitCode, 0);
    ASSERT_EQ(test::cli({QStringLiteral("model"), study, QStringLiteral("--export"), file}).exitCode, 0);
    QByteArray text = contentOf(file);
    text.replace("\"weight\": 15,", "\"weight\": -15,").replace("\"points\": 25", "\"points\": true");
    const QString wrong = folder.write(QStringLiteral("n.json"), text);
    const test::Run run = test::cli(
        {QStringLiteral("model"), study, QStringLiteral("--check"), wrong, QStringLiteral("--json")});
    EXPECT_EQ(run.exitCode, 1);
    const QJsonArray faults = run.json().object()[u"faults"].toArray();
    QStringList places;
    for (const QJsonValue& fault : faults) {
        places << fault.toObject()[u"place"].toString();
        EXPECT_FALSE(fault.toObject()[u"cause"].toString().isEmpty());
        EXPECT_FALSE(fault.toObject()[u"remedy"].toString().isEmpty());
    }
    for (const QString& place :
         {QStringLiteral("/scale/points"), QStringLiteral("/dimensions/0"), QStringLiteral("/dimensions")})
        EXPECT_TRUE(places.contains(place)) << place.toStdString();
}

} // namespace
