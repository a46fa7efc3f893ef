#include "support/temporary_folder.h"
#include "ui/analyse/analysis_screen.h"
#include "ui/analyse/claims_page.h"
#include "ui/analyse/dimensions_model.h"
#include "ui/analyse/dimensions_view.h"
#include "workflow/demo.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QPushButton>
#include <QSettings>
#include <QTest>

#include <gtest/gtest.h>

namespace {

/// The screen on a demonstration study, its model locked, once everything is calculated.
struct Analysis : testing::Test
{
    test::TemporaryFolder folder;
    base::FixedClock clock{QDateTime(QDate(2015, 2, 27), QTime(12, 0), Qt::UTC)};
    QSettings settings{folder.path(QStringLiteral("settings.ini")), QSettings::IniFormat};
    std::unique_ptr<ui::Desk> desk;
    std::unique_ptr<ui::AnalysisScreen> screen;

    void SetUp() override
    {
        std::shared_ptr<workflow::Study> study =
            workflow::Study::create(folder.path(QStringLiteral("essai.osc")), {}, clock);
        workflow::fillDemonstration(*study, 60, 3);
        desk = std::make_unique<ui::Desk>(study, settings);
        screen = std::make_unique<ui::AnalysisScreen>(*desk);
        screen->resize(1000, 720);
        screen->show();
        screen->activate();
        ASSERT_TRUE(QTest::qWaitFor([this] { return screen->evidenceToClaim() != nullptr; }, 30000));
    }
};

TEST_F(Analysis, DimensionsSortWithTheUnrankedLastAndCopyTheirNames)
{
    screen->showView(ui::AnalysisScreen::View::Dimensions);
    ui::DimensionsView* view = screen->dimensions();
    auto* model = static_cast<ui::DimensionsModel*>(view->model());
    QAbstractItemModelTester tester(model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    ASSERT_TRUE(view->isVisible());
    ASSERT_GT(model->rowCount(), 10);
    const int column = model->columnCount() - 2;
    QHeaderView* header = view->horizontalHeader();
    view->scrollTo(model->index(0, column));
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {},
                      {header->sectionViewportPosition(column) + 10, header->height() / 2});
    double last = 101;
    bool ranked = true;
    for (int row = 0; row < model->rowCount(); ++row) {
        const bool now = model->line(row).rank.has_value();
        EXPECT_TRUE(ranked || !now) << row;
        ranked = now;
        const QVariant score = model->index(row, column).data(ui::DimensionsModel::ScoreRole);
        if (!ranked) {
            for (int c = 1; c < model->columnCount(); ++c)
                EXPECT_EQ(model->index(row, c).data().toString(), QStringLiteral("–"));
        } else if (score.isValid()) {
            EXPECT_LE(score.toDouble(), last);
            last = score.toDouble();
        }
    }
    EXPECT_LT(last, 101);
    screen->header()->findChild<QPushButton*>(QStringLiteral("copyAnalysis"))->click();
    const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n', Qt::SkipEmptyParts);
    ASSERT_EQ(lines.size(), model->rowCount() + 1);
    EXPECT_TRUE(lines[1].startsWith(model->headerData(0, Qt::Vertical).toString() + u'\t'));
}

TEST_F(Analysis, TheSummaryLinksToThePiecesToClaim)
{
    QApplication::processEvents(); // what was just added is laid out
    QPushButton* all = nullptr;
    for (QPushButton* item : screen->findChildren<QPushButton*>())
        if (item->isVisible() && item->text() == u"Ouvrir la liste") all = item;
    ASSERT_TRUE(all);
    QTest::mouseClick(all, Qt::LeftButton);
    QTableView* table = screen->claims()->table();
    EXPECT_TRUE(table->isVisible());
    EXPECT_EQ(table->model()->rowCount(), static_cast<int>(screen->evidenceToClaim()->size()));
    EXPECT_GT(table->model()->rowCount(), 0);
}

} // namespace
