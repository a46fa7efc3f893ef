#include "saisie_fixture.h"
#include "ui/historique/comparison_model.h"
#include "ui/historique/snapshots_screen.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QListWidget>
#include <QSignalSpy>

namespace {

using Kind = ui::ComparisonModel::Kind;

struct Snapshots : test::EntryFixture
{
    Snapshots() : states(std::make_unique<ui::SnapshotsScreen>(*desk))
    {
        states->resize(1100, 700);
        states->show();
    }
    ~Snapshots() override { states.reset(); }

    void freeze(const char* label)
    {
        states->freeze(QString::fromUtf8(label));
        settle();
    }
    void answer(const char* question, const char* value)
    {
        desk->write([id = ids[0], question, value](workflow::Study& study) {
            return workflow::setAnswer(study, id, {QString::fromLatin1(question), {}, {}},
                                       questionnaire::Answer::of(QString::fromUtf8(value)));
        });
        settle();
    }
    void compare(const char* from, const char* to)
    {
        states->from()->setCurrentText(QString::fromUtf8(from));
        states->to()->setCurrentText(QString::fromUtf8(to));
        QSignalSpy done(states.get(), &ui::SnapshotsScreen::compared);
        states->compare();
        ASSERT_TRUE(done.wait(10000));
    }
    QString cell(int row, int column) { return states->model()->index(row, column).data().toString(); }

    std::unique_ptr<ui::SnapshotsScreen> states;
};

TEST_F(Snapshots, TellsWhatChangedBetweenTwoStatesAndUntilNow)
{
    QAbstractItemModelTester tester(states->model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    answer("id_sigle", "UN");
    freeze("L1 v1");
    answer("id_sigle", "DEUX");
    desk->write([](workflow::Study& study) {
        return workflow::addActor(study, QStringLiteral("Réseau Aube (fictif)"));
    });
    settle();
    freeze("L1 v2");
    answer("id_sigle", "TROIS");
    ASSERT_EQ(states->list()->count(), 2);

    compare("L1 v1", "L1 v2");
    EXPECT_EQ(states->model()->count(Kind::Actors), 1);
    ASSERT_EQ(states->model()->count(Kind::Answers), 1);
    states->model()->reduceTo(Kind::Answers);
    EXPECT_EQ(cell(0, ui::ComparisonModel::Before), QStringLiteral("UN"));
    EXPECT_EQ(cell(0, ui::ComparisonModel::After), QStringLiteral("DEUX"));

    compare("L1 v2", "maintenant");
    EXPECT_EQ(states->model()->count(Kind::Actors), 0);
    ASSERT_EQ(states->model()->rowCount(), 1);
    EXPECT_EQ(cell(0, ui::ComparisonModel::After), QStringLiteral("TROIS"));
    EXPECT_FALSE(states->grab().isNull());
}

TEST_F(Snapshots, ANameInUseIsRefusedInWords)
{
    freeze("L1 v1");
    EXPECT_TRUE(states->problem().isEmpty());
    freeze("L1 v1");
    EXPECT_FALSE(states->problem().isEmpty());
    freeze("");
    EXPECT_FALSE(states->problem().isEmpty());
    EXPECT_EQ(states->list()->count(), 1);
}

} // namespace
