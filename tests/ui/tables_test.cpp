#include "support/temporary_folder.h"
#include "ui/acteurs/actors_model.h"
#include "ui/acteurs/actors_screen.h"
#include "ui/acteurs/actors_table.h"
#include "ui/acteurs/facet_list.h"
#include "ui/livrables/plan.h"
#include "ui/widgets/copy_table.h"
#include "ui/widgets/words.h"
#include "workflow/deliver.h"
#include "workflow/demo.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QFontMetrics>
#include <QLineEdit>
#include <QScrollBar>
#include <QSettings>
#include <QTest>

#include <gtest/gtest.h>

namespace {

/// Forty fictional actors, a desk over them and its settings.
class Tables : public testing::Test
{
protected:
    Tables() : settings(folder.path(QStringLiteral("settings.ini")), QSettings::IniFormat)
    {
        dossier::Access access;
        access.author = QStringLiteral("Enquêtrice");
        auto study = workflow::Study::create(folder.path(QStringLiteral("étude.osc")), access, clock);
        workflow::fillDemonstration(*study, 40, 1, {});
        desk = std::make_unique<ui::Desk>(std::move(study), settings);
    }

    std::unique_ptr<ui::ActorsScreen> shown(const QSize& size)
    {
        auto screen = std::make_unique<ui::ActorsScreen>(*desk);
        screen->resize(size);
        screen->show();
        QApplication::processEvents();
        return screen;
    }

    test::TemporaryFolder folder;
    base::FixedClock clock{QDateTime(QDate(2015, 1, 5), QTime(10, 0), Qt::UTC)};
    QSettings settings;
    std::unique_ptr<ui::Desk> desk;
};

TEST_F(Tables, TheUsualColumnsFitWithoutScrollingSideways)
{
    const auto screen = shown({832, 620}); // the page of a window of 1280 by 720
    ui::ActorsTable* table = screen->table();
    EXPECT_EQ(table->horizontalScrollBar()->maximum(), 0);
    EXPECT_FALSE(table->frozen()->isVisible());
    for (int c = ui::ActorsModel::Name; c <= ui::ActorsModel::Services; ++c)
        EXPECT_FALSE(table->isColumnHidden(c)) << c;
    EXPECT_TRUE(table->isColumnHidden(ui::ActorsModel::Completeness));
    screen->resize(1500, 620);
    QApplication::processEvents();
    EXPECT_FALSE(table->isColumnHidden(ui::ActorsModel::Completeness));
    EXPECT_EQ(table->horizontalScrollBar()->maximum(), 0);
}

TEST_F(Tables, NamesStayInSightWhenTheRestScrolls)
{
    const auto screen = shown({832, 620});
    ui::ActorsTable* table = screen->table();
    table->setColumnWidth(ui::ActorsModel::Region, 600);
    QApplication::processEvents();
    ASSERT_GT(table->horizontalScrollBar()->maximum(), 0);
    EXPECT_TRUE(table->frozen()->isVisible());
    table->horizontalScrollBar()->setValue(table->horizontalScrollBar()->maximum());
    table->setCurrentIndex(screen->model()->index(30, ui::ActorsModel::Name));
    EXPECT_EQ(table->horizontalScrollBar()->value(), table->horizontalScrollBar()->maximum());
    EXPECT_EQ(table->frozen()->verticalScrollBar()->value(), table->verticalScrollBar()->value());
    EXPECT_EQ(table->frozen()->columnWidth(0), table->columnWidth(0));
    EXPECT_EQ(table->frozen()->selectionModel(), table->selectionModel());
}

TEST_F(Tables, TheHeightOfRowsIsRemembered)
{
    shown({832, 620})->table()->setComfortable(true);
    const auto again = shown({832, 620});
    EXPECT_TRUE(again->table()->isComfortable());
    EXPECT_GT(again->table()->rowHeight(0), 28);
    EXPECT_EQ(again->table()->rowHeight(0), again->table()->frozen()->rowHeight(0));
}

TEST_F(Tables, AFigureOpensTheActorsItCounts)
{
    const auto screen = shown({832, 620});
    screen->search()->setText(QStringLiteral("zzz"));
    const int expected = static_cast<int>(std::ranges::count_if(
        desk->study().dossier().records(), [](const auto& r) { return r.mode == u"documentaire"; }));
    ASSERT_GT(expected, 0);
    screen->open({QStringLiteral("acteurs"), {}, QStringLiteral("a_faire=documentaire")});
    EXPECT_EQ(screen->model()->rowCount(), expected);
    screen->open({QStringLiteral("acteurs"), {}, QStringLiteral("mode=documentaire")});
    EXPECT_EQ(screen->model()->rowCount(), expected);
    screen->open({QStringLiteral("acteurs"), {}, QStringLiteral("tous=")});
    EXPECT_EQ(screen->model()->rowCount(), 40);
}

TEST_F(Tables, SelectedRowsAreCopiedAsATable)
{
    const auto screen = shown({832, 620});
    ui::ActorsTable* table = screen->table();
    table->selectRow(2);
    table->selectionModel()->select(screen->model()->index(5, 0),
                                    QItemSelectionModel::Select | QItemSelectionModel::Rows);
    ui::copyTable(*table, true);
    const QStringList lines = QApplication::clipboard()->text().trimmed().split(u'\n');
    ASSERT_EQ(lines.size(), 3); // header and two rows
    EXPECT_TRUE(lines[1].startsWith(screen->model()->actor(2).nameFr));
    EXPECT_TRUE(lines[2].startsWith(screen->model()->actor(5).nameFr));
    EXPECT_EQ(lines[1].count(u'\t'), ui::ActorsModel::ColumnCount - 1);
}

TEST_F(Tables, ThePlanHoldsEveryPageOnceAndTheBoundsOfChapters)
{
    const workflow::Preview preview =
        workflow::preview(desk->study(), QStringLiteral("l3"), disclosure::Audience::Restricted);
    const std::vector<ui::PlanLine> plan = ui::planOf(preview, QStringLiteral("l3"));
    std::vector<std::pair<int, int>> bounds;
    for (const ui::PlanLine& line : plan) {
        EXPECT_GT(line.pages, 0) << line.title.toStdString();
        for (const ui::PlanLine& inside : line.inside)
            EXPECT_GE(inside.page, line.page);
        if (line.bounds) bounds.emplace_back(line.bounds->low, line.bounds->high);
    }
    const std::vector<std::pair<int, int>> call{{3, 5}, {4, 6}, {7, 10}, {28, 37}, {8, 12}};
    EXPECT_EQ(bounds, call);
    EXPECT_GT(ui::textsToWrite(preview), 0);
    for (const ui::PlanLine& line : ui::planOf(preview, QStringLiteral("l1")))
        EXPECT_FALSE(line.bounds);
}

TEST(Names, LoseTheirParenthesisBeforeTheirLetters)
{
    const QFontMetrics metrics{QApplication::font()};
    const QString name = QStringLiteral("Association Source (fictive)");
    const int whole = metrics.horizontalAdvance(name);
    EXPECT_EQ(ui::shortName(metrics, name, whole), name);
    EXPECT_EQ(ui::shortName(metrics, name, whole - 2), QStringLiteral("Association Source\u00a0…"));
    EXPECT_LE(metrics.horizontalAdvance(ui::shortName(metrics, name, whole / 3)), whole / 3);
}

} // namespace
