#include "support/temporary_folder.h"
#include "ui/saisie/score_strip.h"
#include "workflow/demo.h"
#include "workflow/entry.h"

#include <QSettings>
#include <QTest>

#include <gtest/gtest.h>

namespace {

class Strip : public testing::Test
{
protected:
    Strip() : settings(folder.path(QStringLiteral("settings.ini")), QSettings::IniFormat)
    {
        auto study = workflow::Study::create(folder.path(QStringLiteral("étude.osc")), {}, clock);
        workflow::fillDemonstration(*study, 40, 3, {});
        desk = std::make_unique<ui::Desk>(std::move(study), settings);
    }
    bool analysed()
    {
        desk->waitForWrites();
        QTest::qWait(50);
        desk->requestAnalysis();
        return QTest::qWaitFor([this] { return desk->analysisIsCurrent() && settled(); }, 20000);
    }
    bool settled()
    {
        QTest::qWait(200);
        return desk->analysisIsCurrent();
    }
    QString ranked() const
    {
        for (const auto& line : desk->analysis()->ranking)
            if (line.rank) return line.id;
        return {};
    }
    void write(ui::Desk::Write work)
    {
        desk->write(std::move(work));
        desk->waitForWrites();
        QTest::qWait(50);
    }

    test::TemporaryFolder folder;
    base::FixedClock clock{QDateTime(QDate(2015, 2, 5), QTime(10, 0), Qt::UTC)};
    QSettings settings;
    std::unique_ptr<ui::Desk> desk;
};

TEST_F(Strip, SaysNothingBeforeTheLockAndTheMovementAfter)
{
    ui::ScoreStrip strip(*desk);
    ASSERT_TRUE(analysed());
    const QString record = ranked();
    ASSERT_FALSE(record.isEmpty());
    if (desk->study().info().modelLocked)
        write([](workflow::Study& study) { return workflow::setSetting(study, u"model.locked"_qs, {}); });
    ASSERT_FALSE(desk->study().info().modelLocked);
    ASSERT_TRUE(analysed());
    strip.watch(record);
    EXPECT_TRUE(strip.isHidden());

    write([](workflow::Study& study) { return workflow::lockModel(study, u"R. Fictive"_qs, {}, u"OIM"_qs); });
    ASSERT_TRUE(analysed());
    strip.watch(record);
    EXPECT_FALSE(strip.isHidden());
    EXPECT_FALSE(strip.text().contains(u'→')) << strip.text().toStdString();

    write([record](workflow::Study& study) {
        for (const char* indicator : {"A1.1", "A1.2", "A2.1", "B1.1"})
            workflow::setEvidence(study, record, QString::fromLatin1(indicator), 0, u"contredit"_qs);
        return workflow::setEvidence(study, record, u"A2.2"_qs, 0, u"contredit"_qs);
    });
    ASSERT_TRUE(analysed());
    EXPECT_TRUE(strip.text().contains(u'→')) << strip.text().toStdString();
}

} // namespace
