#include "analysis_fixture.h"
#include "ui/analyse/claims_page.h"
#include "ui/analyse/dimensions_model.h"
#include "ui/analyse/dimensions_view.h"
#include "ui/analyse/ranking_model.h"
#include "ui/analyse/ranking_view.h"
#include "ui/analyse/why_panel.h"
#include "workflow/entry.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QToolButton>

namespace {

struct Analysis : test::AnalysisFixture
{
    void SetUp() override { showDemonstration(); }

    int rowWith(bool ranked) const
    {
        for (int row = 0; row < screen->model()->rowCount(); ++row)
            if (screen->model()->line(row).rank.has_value() == ranked) return row;
        return -1;
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

TEST_F(Analysis, TheHeatMapOpensIntoIndicators)
{
    screen->showView(ui::AnalysisScreen::View::Dimensions);
    ui::DimensionsView* view = screen->dimensions();
    auto* model = static_cast<ui::DimensionsModel*>(view->model());
    QAbstractItemModelTester tester(model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    const int before = model->columnCount();
    auto* corner = view->findChild<QToolButton*>(QStringLiteral("byIndicator"));
    ASSERT_TRUE(corner);
    QTest::mouseClick(corner, Qt::LeftButton);
    ASSERT_EQ(model->columnCount(), 2 + 74);
    const assessment::Assessment& first = model->actor(0)->assessment;
    int known = 0;
    for (int column = 2; column < model->columnCount(); ++column) {
        const QString code = model->headerData(column, Qt::Horizontal).toString();
        const assessment::IndicatorScore& score = first.indicators.at(code);
        const QVariant share = model->index(0, column).data(ui::DimensionsModel::ScoreRole);
        ASSERT_EQ(share.isValid(), score.knowledge == assessment::Knowledge::Known) << code.toStdString();
        if (!share.isValid()) continue;
        ++known;
        EXPECT_DOUBLE_EQ(share.toDouble(), score.kept * 25) << code.toStdString();
        EXPECT_FALSE(model->nodeOf(column).isEmpty());
        EXPECT_NE(model->nodeOf(column), code) << "the side panel explains the node it belongs to";
    }
    EXPECT_GT(known, 20);
    QTest::mouseClick(corner, Qt::LeftButton);
    EXPECT_EQ(model->columnCount(), before);
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

TEST_F(Analysis, QuestionsToAskLeadToTheForm)
{
    QStringList went;
    QObject::connect(screen.get(), &ui::Screen::goTo, [&](const ui::Target& target) {
        went = {target.screen, target.record, target.question};
    });
    const int row = rowWith(false);
    ASSERT_GE(row, 0);
    const QString id = screen->model()->line(row).id;
    screen->ranking()->setCurrentIndex(screen->model()->index(row, 0));
    QApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete); // what the panel showed before
    const auto asked = workflow::questionsToAsk(desk->study(), *screen->model()->actor(id));
    ASSERT_FALSE(asked.empty());
    QString words;
    for (const QLabel* label : screen->why()->findChildren<QLabel*>())
        words += label->text() + u'\n';
    EXPECT_TRUE(words.contains(asked.front().question)) << "the code";
    EXPECT_FALSE(words.contains(u'[')) << "no score of one out of the ranking";
    auto* first = screen->why()->findChild<QPushButton*>(QStringLiteral("questionToAsk"));
    ASSERT_TRUE(first);
    EXPECT_EQ(first->toolTip(), asked.front().label);
    first->click();
    EXPECT_EQ(went, (QStringList{QStringLiteral("saisie"), id, asked.front().question}));
    if (asked.size() > 6) {
        screen->why()->findChild<QPushButton*>(QStringLiteral("allQuestions"))->click();
        QApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        EXPECT_EQ(screen->why()->findChildren<QPushButton*>(QStringLiteral("questionToAsk")).size(),
                  static_cast<qsizetype>(asked.size()));
    }
}

TEST_F(Analysis, RawScoresAreInAColumnOnDemandAndInThePanel)
{
    EXPECT_TRUE(screen->ranking()->isColumnHidden(ui::RankingModel::Raw));
    auto* box = seen<QCheckBox>("rawColumn");
    ASSERT_TRUE(box);
    QTest::mouseClick(box, Qt::LeftButton, {}, {8, box->height() / 2});
    EXPECT_FALSE(screen->ranking()->isColumnHidden(ui::RankingModel::Raw));
    const int row = rowWith(true), out = rowWith(false);
    const auto& line = screen->model()->line(row);
    const QString raw =
        ui::scoreText(*workflow::rawScore(desk->study().model(), *screen->model()->actor(line.id)).central);
    EXPECT_EQ(screen->model()->index(row, ui::RankingModel::Raw).data().toString(), raw);
    EXPECT_EQ(screen->model()->index(out, ui::RankingModel::Raw).data().toString(), QString());
    screen->ranking()->setCurrentIndex(screen->model()->index(row, 0));
    auto* told = screen->why()->findChild<QLabel*>(QStringLiteral("rawScore"));
    ASSERT_TRUE(told);
    EXPECT_TRUE(told->text().contains(raw));
}

TEST_F(Analysis, ABlockingRuleIsSetAsideAndPutBack)
{
    auto* way = seen<QPushButton>("withoutRule");
    ASSERT_TRUE(way) << "the demonstration has one out of the selection";
    const auto badges = [this] {
        return screen->ranking()->currentIndex().data(ui::RankingModel::BadgesRole).toStringList().join(u' ');
    };
    QTest::mouseClick(way, Qt::LeftButton);
    const QString rule = screen->model()->asideRule();
    ASSERT_FALSE(rule.isEmpty());
    EXPECT_FALSE(badges().contains(rule + u'!'));
    EXPECT_TRUE(way->text().endsWith(
        QString::number(*screen->model()->line(screen->ranking()->currentIndex().row()).rank)));
    QApplication::processEvents();
    QTest::mouseClick(seen<QPushButton>("restoreRule"), Qt::LeftButton);
    EXPECT_TRUE(badges().contains(rule + u'!'));
    EXPECT_TRUE(screen->model()->asideRule().isEmpty());
    screen->showView(ui::AnalysisScreen::View::Claims);
    auto* own = screen->why()->findChild<QPushButton*>(QStringLiteral("withoutThisRule"));
    ASSERT_TRUE(own) << "the same way from the rule itself";
    own->click();
    EXPECT_EQ(screen->model()->asideRule(), rule);
    EXPECT_TRUE(screen->ranking()->isVisible());
}

TEST_F(Analysis, ContradictionsAreListedWithWhatTheyCost)
{
    const QString id = screen->model()->line(rowWith(true)).id;
    QString code;
    for (const auto& [indicator, score] : screen->model()->actor(id)->assessment.indicators)
        if (code.isEmpty() && score.kept > 0 && score.evidence == 1) code = indicator;
    ASSERT_FALSE(code.isEmpty());
    desk->write([=](workflow::Study& study) {
        return workflow::setEvidence(study, id, code, 0, QStringLiteral("vu sur place"));
    });
    ui::ClaimsPage* page = screen->claims();
    page->showPart(ui::ClaimsPage::Part::Contradictions);
    const auto listed = [&] {
        for (int row = 0; row < page->table()->model()->rowCount(); ++row) {
            const QModelIndex name = page->table()->model()->index(row, 0);
            if (name.data(Qt::UserRole).toString() == id && name.data(Qt::UserRole + 1).toString() == code)
                return row;
        }
        return -1;
    };
    ASSERT_TRUE(QTest::qWaitFor([&] { return listed() >= 0; }, 30000));
    QApplication::processEvents();
    QTest::mouseClick(seen<QPushButton>("seeContradictions"), Qt::LeftButton);
    EXPECT_TRUE(page->table()->isVisible());
    page->table()->setCurrentIndex(page->table()->model()->index(listed(), 0));
    EXPECT_TRUE(screen->why()->findChild<QPushButton*>(QStringLiteral("contradiction")));
}

} // namespace
