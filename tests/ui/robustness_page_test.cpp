#include "analysis_fixture.h"
#include "ui/analyse/acceptability_delegate.h"
#include "ui/analyse/ranking_model.h"
#include "ui/analyse/robustness_model.h"
#include "ui/theme/colors.h"
#include "workflow/entry.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QSpinBox>
#include <QTableView>
#include <QToolButton>

namespace {

struct RobustnessPage : test::AnalysisFixture
{
    ui::RobustnessPage& page() { return *screen->robustness(); }
    void open() { screen->showView(ui::AnalysisScreen::View::Robustness); }
    void click(const char* name)
    {
        QApplication::processEvents();
        auto* button = seen<QAbstractButton>(name);
        ASSERT_TRUE(button) << name;
        QTest::mouseClick(button, Qt::LeftButton);
    }
    QString state()
    {
        return seen<QLabel>("robustnessState") ? seen<QLabel>("robustnessState")->text() : QString();
    }
};

TEST_F(RobustnessPage, ShowsRanksSentenceAndWhereTheyComeFrom)
{
    showDemonstration();
    open();
    QAbstractItemModel* model = page().table()->model();
    QAbstractItemModelTester tester(model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    EXPECT_TRUE(page().table()->isVisible());
    EXPECT_EQ(model->rowCount(), screen->model()->rankedCount());
    EXPECT_TRUE(page().table()->isColumnHidden(ui::RobustnessModel::FirstCopied));
    const QString foot = seen<QLabel>("robustnessFoot")->text();
    EXPECT_EQ(page().found()->setup.samples, 5000);
    for (const QString& part :
         {QStringLiteral("graine 1"), QStringLiteral("± 30 % uniforme"),
          desk->analysis()->info.modelDigest.left(8), workflow::inputsDigest(*desk->analysis()).left(12)})
        EXPECT_TRUE(foot.contains(part)) << part.toStdString() << " in " << foot.toStdString();
    ASSERT_TRUE(page().sentence());
    const QString told = seen<QLabel>("robustnessSentence")->text();
    screen->showView(ui::AnalysisScreen::View::Ranking);
    EXPECT_EQ(seen<QLabel>("summaryRobustness")->text(), told) << "the same words in « À retenir »";
    EXPECT_TRUE(told.contains(u"Le trio proposé reste premier dans"));
    click("seeDraws");
    EXPECT_TRUE(page().table()->isVisible());
}

TEST_F(RobustnessPage, CentralWeightsOfOneThatIsNeverFirstAreSaidUndefined)
{
    showDemonstration();
    open();
    const QAbstractItemModel* model = page().table()->model();
    int undefined = 0;
    for (int row = 0; row < model->rowCount(); ++row) {
        const QVariantList bands = model->index(row, 0).data(ui::RobustnessModel::BandsRole).toList();
        const QString words = model->index(row, ui::RobustnessModel::Central).data().toString();
        EXPECT_EQ(words.contains(u"non définis"), bands[0].toDouble() == 0) << row;
        undefined += words.contains(u"non définis");
    }
    EXPECT_GT(undefined, 0);
    EXPECT_LT(undefined, model->rowCount());
}

TEST_F(RobustnessPage, DrawsAgainAsAskedAndTheSameFromTheSameSeed)
{
    showDemonstration();
    open();
    const auto before = page().found()->actors;
    seen<QSpinBox>("seed")->setValue(7);
    seen<QSpinBox>("samples")->setValue(400);
    seen<QComboBox>("law")->setCurrentIndex(5);
    click("draw");
    ASSERT_TRUE(waitForDraws());
    EXPECT_EQ(page().found()->setup.seed, 7U);
    EXPECT_EQ(page().found()->setup.samples, 400);
    EXPECT_EQ(page().found()->setup.draw, assessment::WeightDraw::Simplex);
    EXPECT_NE(page().found()->actors[0].acceptability, before[0].acceptability);
    seen<QSpinBox>("seed")->setValue(1);
    seen<QSpinBox>("samples")->setValue(5000);
    seen<QComboBox>("law")->setCurrentIndex(2);
    click("draw");
    ASSERT_TRUE(waitForDraws());
    for (size_t i = 0; i < before.size(); ++i)
        EXPECT_EQ(page().found()->actors[i].acceptability, before[i].acceptability);
}

TEST_F(RobustnessPage, StopsAndStartsAgain)
{
    showDemonstration();
    open();
    seen<QSpinBox>("samples")->setValue(1000000);
    click("draw");
    EXPECT_FALSE(page().found()) << "nothing of the former draws is shown meanwhile";
    click("stop");
    ASSERT_TRUE(QTest::qWaitFor([this] { return state().contains(u"arrêtés"); }, 10000));
    EXPECT_FALSE(page().table()->isVisible());
    screen->showView(ui::AnalysisScreen::View::Ranking);
    QApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    EXPECT_FALSE(seen<QLabel>("summaryRobustness")) << "nor said in « À retenir »";
    open();
    seen<QSpinBox>("samples")->setValue(200);
    click("draw");
    ASSERT_TRUE(waitForDraws());
    EXPECT_TRUE(page().table()->isVisible());
}

TEST_F(RobustnessPage, EveryPartHasItsTable)
{
    showDemonstration();
    open();
    const int ranked = screen->model()->rankedCount();
    click("part1");
    EXPECT_EQ(page().table()->model()->rowCount(), ranked);
    EXPECT_EQ(page().table()->model()->columnCount(), 2 + 5);
    click("part2");
    EXPECT_EQ(page().table()->model()->rowCount(),
              static_cast<int>(page().found()->tipping.size() + page().found()->pairTipping.size()));
    click("part3");
    EXPECT_EQ(page().table()->model()->rowCount(), qMin(10, ranked));
    EXPECT_EQ(page().table()->model()->columnCount(), qMin(10, ranked) + 1);
    click("part0");
    QString chosen;
    QObject::connect(&page(), &ui::RobustnessPage::chosen, [&](const QString& id) { chosen = id; });
    page().table()->setFocus();
    QTest::keyClick(page().table(), Qt::Key_Down);
    QTest::keyClick(page().table(), Qt::Key_Down);
    EXPECT_EQ(chosen, page().table()->currentIndex().data(ui::RobustnessModel::IdRole).toString());
    for (QWidget* part : page().findChildren<QWidget*>())
        if (qobject_cast<QSpinBox*>(part) || qobject_cast<QComboBox*>(part) ||
            qobject_cast<QTableView*>(part)) {
            EXPECT_FALSE(part->accessibleName().isEmpty()) << part->objectName().toStdString();
        }
}

TEST_F(RobustnessPage, CopiesOneNumberACellAndWhereTheyComeFrom)
{
    showDemonstration();
    open();
    click("copyAnalysis");
    const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n', Qt::SkipEmptyParts);
    const int rows = page().table()->model()->rowCount();
    ASSERT_EQ(lines.size(), rows + 2);
    for (int i = 0; i <= rows; ++i)
        EXPECT_EQ(lines[i].count(u'\t'), page().table()->model()->columnCount() - 1);
    EXPECT_EQ(lines.back(), seen<QLabel>("robustnessFoot")->text());
}

TEST_F(RobustnessPage, ShowsNothingBeforeTheLock)
{
    auto study = newStudy();
    workflow::addActor(*study, QStringLiteral("Association Une (fictive)"));
    show(std::move(study));
    open();
    QTest::qWait(200);
    EXPECT_FALSE(page().isVisible());
    EXPECT_FALSE(page().found());
}

TEST_F(RobustnessPage, SaysWhenTooFewMayBeRanked)
{
    auto study = newStudy();
    workflow::addActor(*study, QStringLiteral("Association Une (fictive)"));
    ASSERT_TRUE(
        workflow::lockModel(*study, QStringLiteral("Nom"), QStringLiteral("Rôle"), QStringLiteral("Corps"))
            .ok());
    show(std::move(study));
    open();
    ASSERT_TRUE(QTest::qWaitFor([this] { return state().contains(u"au moins deux"); }, 10000));
    EXPECT_FALSE(page().table()->isVisible());
    EXPECT_FALSE(seen<QAbstractButton>("draw")->isEnabled());
}

TEST(AcceptabilityBar, StartsWhereTheWindowBegins)
{
    const ui::Colors& colors = ui::lightColors();
    for (const Qt::LayoutDirection direction : {Qt::LeftToRight, Qt::RightToLeft}) {
        QImage image(200, 20, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        ui::paintBands(painter, QRectF(0, 0, 200, 20), {0.4, 0, 0, 0, 0.6}, colors, direction);
        painter.end();
        const bool mirrored = direction == Qt::RightToLeft;
        EXPECT_EQ(image.pixelColor(mirrored ? 190 : 10, 10), colors.accent);
        EXPECT_NE(image.pixelColor(mirrored ? 10 : 190, 10), colors.accent);
    }
}

} // namespace
