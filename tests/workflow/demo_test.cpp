#include "base/error.h"
#include "support/temporary_folder.h"
#include "workflow/demo.h"
#include "workflow/study.h"

#include <gtest/gtest.h>

namespace {

using workflow::Study;

const base::Clock& clock()
{
    static const base::FixedClock fixed(QDateTime(QDate(2015, 2, 27), QTime(12, 0), Qt::UTC));
    return fixed;
}

TEST(DemoStudy, isTheSameForTheSameSeed)
{
    const test::TemporaryFolder folder;
    const auto digest = [&](const char* name, quint64 seed) {
        const auto study = Study::create(folder.path(QString::fromLatin1(name)), {}, clock());
        workflow::fillDemonstration(*study, 60, seed);
        return study->dossier().integrity().digest.toStdString();
    };
    const std::string first = digest("a.osc", 3);
    EXPECT_EQ(first, digest("b.osc", 3));
    EXPECT_NE(first, digest("c.osc", 4));
}

TEST(DemoStudy, isCompleteAfterReopening)
{
    const test::TemporaryFolder folder;
    const QString path = folder.path(QStringLiteral("demo.osc"));
    {
        const auto study = Study::create(path, {}, clock());
        workflow::fillDemonstration(*study, 1347, 1);
        study->dossier().close();
    }

    const auto study = Study::open(path, {}, clock());
    EXPECT_EQ(study->dossier().recordCount(), 1347);
    EXPECT_TRUE(study->info().fictional);
    EXPECT_TRUE(study->info().modelLocked);
    EXPECT_TRUE(study->info().title.endsWith(u"(fictive)"));
    int preselected = 0;
    int setAside = 0;
    for (const dossier::RecordSummary& record : study->dossier().records()) {
        EXPECT_FALSE(record.statusCode.isEmpty());
        EXPECT_GT(record.completeness, 0);
        if (record.decision == u"preselectionnee") ++preselected;
        if (record.decision == u"ecartee") ++setAside;
    }
    EXPECT_EQ(preselected, 9);
    EXPECT_GT(setAside, 0);
}

TEST(DemoStudy, stopsWhenAsked)
{
    const test::TemporaryFolder folder;
    const auto study = Study::create(folder.path(QStringLiteral("stop.osc")), {}, clock());
    int steps = 0;
    EXPECT_THROW(
        workflow::fillDemonstration(*study, 500, 1, [&](const base::ProgressStep&) { return ++steps < 15; }),
        base::Error);
    EXPECT_EQ(study->dossier().recordCount(), 200);
}

TEST(DemoStudy, mayBeOfAnySize)
{
    const test::TemporaryFolder folder;
    for (const int count : {1, 39, 40}) {
        const auto study = Study::create(folder.path(QStringLiteral("n%1.osc").arg(count)), {}, clock());
        workflow::fillDemonstration(*study, count, 1);
        EXPECT_EQ(study->dossier().recordCount(), count);
    }
}

} // namespace
