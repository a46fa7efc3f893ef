#include "saisie_fixture.h"
#include "support/allowance.h"
#include "ui/historique/history_detail.h"
#include "ui/historique/history_model.h"
#include "ui/historique/history_panel.h"
#include "workflow/history.h"
#include "workflow/removal.h"

#include <QAbstractItemModelTester>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>

namespace {

struct History : test::EntryFixture
{
    History()
    {
        open("id_sigle");
        panel = std::make_unique<ui::HistoryPanel>(*desk);
        panel->resize(280, 700);
        panel->setVisible(true);
    }
    ~History() override { panel.reset(); }

    void read(const char* question = "")
    {
        panel->show(ids[0], QString::fromLatin1(question));
        ASSERT_TRUE(QTest::qWaitFor([this] { return panel->model()->total() > 0; }, 5000));
        QTest::qWait(100);
    }
    const workflow::HistoryLine& line(int row) { return panel->model()->line(row); }
    void choose(int row)
    {
        panel->list()->setCurrentIndex(panel->model()->index(row));
        QApplication::processEvents();
    }

    std::unique_ptr<ui::HistoryPanel> panel;
};

TEST_F(History, TellsTheLatestFirstWithBeforeAndAfter)
{
    commit("id_sigle", "UN");
    commit("id_sigle", "DEUX");
    settle();
    QAbstractItemModelTester tester(panel->model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    read("id_sigle");
    EXPECT_EQ(line(0).before, QStringLiteral("UN"));
    EXPECT_EQ(line(0).after, QStringLiteral("DEUX"));
    EXPECT_EQ(line(0).question, QStringLiteral("id_sigle"));
    EXPECT_EQ(panel->answerModel()->total(), 2) << "the answer under the caret has its own list";
    bool created = false;
    for (int row = 0; row < panel->model()->rowCount(); ++row)
        created |= line(row).event == dossier::HistoryEvent::Created;
    EXPECT_TRUE(created) << "structural events are told too";
}

TEST_F(History, HearsOfNewChangesWhileInSight)
{
    commit("id_sigle", "UN");
    settle();
    read();
    const int before = panel->model()->total();
    commit("id_sigle", "DEUX");
    settle();
    EXPECT_TRUE(QTest::qWaitFor([&] { return panel->model()->total() > before; }, 5000));
}

TEST_F(History, IsFilteredByNumberAndByWords)
{
    commit("id_sigle", "UN");
    commit("id_annee_creation", "1999");
    settle();
    read();
    panel->filter()->setText(screen->session()->numberOf(QStringLiteral("id_annee_creation")));
    ASSERT_EQ(panel->model()->rowCount(), 1);
    EXPECT_EQ(line(0).after, QStringLiteral("1999"));
    panel->filter()->setText(QStringLiteral("sigle"));
    ASSERT_GE(panel->model()->rowCount(), 1);
    EXPECT_EQ(line(0).question, QStringLiteral("id_sigle"));
    panel->filter()->setText(QStringLiteral("introuvable"));
    EXPECT_EQ(panel->model()->rowCount(), 0);
}

TEST_F(History, ARecordDeletedIsChosenAgainAndTellsItsPast)
{
    commit("id_sigle", "UN");
    settle();
    read();
    const int before = panel->model()->total();
    desk->write([id = ids[0]](workflow::Study& study) { return workflow::removeActor(study, id); });
    settle();
    EXPECT_TRUE(QTest::qWaitFor([&] { return panel->model()->total() == before + 1; }, 5000));
    EXPECT_EQ(line(0).happened, QStringLiteral("suppression"));
    choose(1);
    for (const QPushButton* offered : panel->detail()->findChildren<QPushButton*>())
        EXPECT_NE(offered->text(), QStringLiteral("Aller à la question")) << "it is nowhere";
    panel->show({});
    QTest::mouseClick(panel->findChild<QPushButton*>(QStringLiteral("askDeleted")), Qt::LeftButton);
    const auto listed = [this] { return panel->findChild<QPushButton*>(QStringLiteral("deletedRecord")); };
    ASSERT_TRUE(QTest::qWaitFor([&] { return listed() != nullptr; }, 5000));
    QTest::mouseClick(listed(), Qt::LeftButton);
    EXPECT_TRUE(QTest::qWaitFor([&] { return panel->model()->total() == before + 1; }, 5000));
}

TEST_F(History, GoesToTheQuestion)
{
    commit("id_sigle", "UN");
    settle();
    read();
    const QSignalSpy asked(panel.get(), &ui::HistoryPanel::questionAsked);
    choose(0);
    panel->detail()->goToQuestion();
    ASSERT_EQ(asked.size(), 1);
    EXPECT_EQ(asked[0][1].toString(), QStringLiteral("id_sigle"));
}

TEST_F(History, ErasesAValueForEverOnlyOnceConfirmed)
{
    commit("id_sigle", "SECRET");
    commit("id_sigle", "DEUX");
    settle();
    read();
    int row = 0;
    while (row < panel->model()->rowCount() && line(row).after != QStringLiteral("SECRET"))
        ++row;
    choose(row);
    panel->detail()->redact();
    settle();
    EXPECT_EQ(workflow::historyOf(desk->study(), ids[0], QStringLiteral("id_sigle")).size(), 2U)
        << "nothing without the question asked first";
    panel->detail()->askRedaction();
    ASSERT_TRUE(panel->detail()->asksConfirmation());
    panel->detail()->redact();
    settle();
    QString said;
    for (const auto& each : workflow::historyOf(desk->study(), ids[0]))
        said += each.sentence + each.before + each.after;
    EXPECT_FALSE(said.contains(QStringLiteral("SECRET")));
    EXPECT_EQ(stored("id_sigle"), QStringLiteral("DEUX")) << "only this value";
    EXPECT_TRUE(desk->undoLabel().isEmpty()) << "nothing from before can be undone";
    QTest::qWait(150);
    bool told = false;
    for (int at = 0; at < panel->model()->rowCount(); ++at)
        told |= line(at).happened == QStringLiteral("valeur effacée pour toujours");
    EXPECT_TRUE(told);
}

TEST_F(History, TenThousandLinesScrollLikeTen)
{
    std::vector<workflow::HistoryLine> lines(10'000);
    for (size_t i = 0; i < lines.size(); ++i) {
        lines[i].label = QStringLiteral("9.4 Nombre de places");
        lines[i].after = QString::number(i);
    }
    panel->model()->setLines(std::move(lines));
    for (QWidget* each : std::initializer_list<QWidget*>{panel->list(), panel->filter()})
        each->show();
    QApplication::processEvents();
    QElapsedTimer timer;
    timer.start();
    for (int step = 0; step < 20; ++step) {
        panel->list()->scrollTo(panel->model()->index(step * 500));
        panel->list()->grab();
    }
    EXPECT_LT(timer.elapsed(), test::Sanitized ? 20'000 : 2'000)
        << "a page takes less than 100 ms even offscreen";
}

} // namespace
