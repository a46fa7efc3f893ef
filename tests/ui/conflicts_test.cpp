#include "saisie_fixture.h"
#include "ui/acteurs/actors_model.h"
#include "ui/conflits/conflict_view.h"
#include "ui/conflits/conflict_watch.h"
#include "ui/conflits/conflicts_model.h"
#include "ui/conflits/conflicts_screen.h"
#include "workflow/merging.h"
#include "workflow/removal.h"

#include <QAbstractItemModelTester>
#include <QFile>
#include <QLabel>
#include <QListView>

namespace {

using questionnaire::Answer;

void answer(workflow::Study& study, const QString& record, const char* question, const char* value)
{
    const auto outcome = workflow::setAnswer(study, record, {QString::fromLatin1(question), {}, {}},
                                             Answer::of(QString::fromUtf8(value)));
    ASSERT_TRUE(outcome.ok());
}

/// Two copies of one study, edited apart and merged into the first.
struct Conflicts : test::EntryFixture
{
    Conflicts()
    {
        desk.reset();
        const QString copy = folder.path(QStringLiteral("copie.osc"));
        QFile::copy(path, copy);
        edit(path, "ICI", "1999");
        {
            auto here = open_(path);
            EXPECT_TRUE(workflow::removeActor(*here, ids[1]).ok());
        }
        edit(copy, "LÀ", "2001");
        {
            auto there = open_(copy);
            answer(*there, ids[1], "id_sigle", "GARDÉ");
        }
        auto study = open_(path);
        EXPECT_TRUE(workflow::mergeFile(*study, copy, {}).ok());
        desk = std::make_unique<ui::Desk>(std::move(study), settings);
        waiting(3);
    }

    std::unique_ptr<workflow::Study> open_(const QString& file)
    {
        dossier::Access access;
        access.author = QStringLiteral("E. Fictive");
        return workflow::Study::open(file, access, clock);
    }
    void edit(const QString& file, const char* acronym, const char* year)
    {
        auto study = open_(file);
        answer(*study, ids[0], "id_sigle", acronym);
        answer(*study, ids[0], "id_annee_creation", year);
    }
    bool waiting(int count)
    {
        return QTest::qWaitFor([&] { return desk->conflicts().waiting().count() == count; }, 5000);
    }
    void show()
    {
        conflicts = std::make_unique<ui::ConflictsScreen>(*desk);
        conflicts->resize(1100, 700);
        conflicts->show();
        conflicts->activate();
    }
    QString inConflict(const char* question)
    {
        const auto* line = desk->conflicts().on(ids[0], QStringLiteral("q:") + QString::fromLatin1(question));
        return line ? line->values[0] + u'|' + line->values[1] : QString();
    }
    ~Conflicts() override { conflicts.reset(); }

    std::unique_ptr<ui::ConflictsScreen> conflicts;
};

TEST_F(Conflicts, BothValuesAndTheDeleteWaitForADecision)
{
    ASSERT_EQ(desk->conflicts().waiting().conflicts.size(), 2U);
    ASSERT_EQ(desk->conflicts().waiting().deletes.size(), 1U);
    EXPECT_TRUE(inConflict("id_sigle").contains(QStringLiteral("ICI")));
    EXPECT_TRUE(inConflict("id_sigle").contains(QStringLiteral("LÀ")));
    show();
    QAbstractItemModelTester tester(conflicts->model(),
                                    QAbstractItemModelTester::FailureReportingMode::Fatal);
    EXPECT_EQ(conflicts->model()->rowCount(), 3);
    EXPECT_FALSE(conflicts->grab().isNull());
}

TEST_F(Conflicts, AKeyKeepsAValueAndItIsDurable)
{
    show();
    conflicts->open({{}, ids[0], QStringLiteral("id_sigle")});
    const auto* line = desk->conflicts().on(ids[0], QStringLiteral("q:id_sigle"));
    ASSERT_TRUE(line);
    const QString second = line->values[1];
    QApplication::setActiveWindow(conflicts.get());
    conflicts->list()->setFocus();
    QTest::keyClick(conflicts->list(), Qt::Key_2);
    ASSERT_TRUE(waiting(2));
    EXPECT_EQ(stored("id_sigle"), second);
    conflicts.reset();
    desk.reset();
    const auto again = open_(path);
    EXPECT_EQ(again->dossier().answers(ids[0]).actor.at(QStringLiteral("id_sigle")).value, second);
    EXPECT_EQ(again->dossier().conflicts().size(), 1U);
}

TEST_F(Conflicts, AnotherValueIsTypedAndRefusedWhenTheFormRefusesIt)
{
    show();
    conflicts->open({{}, ids[0], QStringLiteral("id_annee_creation")});
    ASSERT_TRUE(conflicts->view()->editor());
    conflicts->view()->editor()->show(Answer::of(QStringLiteral("avant")));
    conflicts->view()->chooseTyped();
    EXPECT_FALSE(conflicts->view()->problem().isEmpty());
    settle();
    EXPECT_TRUE(waiting(3));
    conflicts->view()->editor()->show(Answer::of(QStringLiteral("2000")));
    conflicts->view()->chooseTyped();
    ASSERT_TRUE(waiting(2));
    EXPECT_EQ(stored("id_annee_creation"), QStringLiteral("2000"));
}

TEST_F(Conflicts, AFlaggedDeleteIsLiftedForGood)
{
    show();
    conflicts->open({{}, ids[1], {}});
    conflicts->view()->choose(1);
    ASSERT_TRUE(waiting(2));
    EXPECT_EQ(stored("id_sigle", 1), QStringLiteral("GARDÉ"));
    conflicts.reset();
    desk.reset();
    EXPECT_TRUE(open_(path)->dossier().flaggedDeletes().empty());
}

TEST_F(Conflicts, AFlaggedDeleteIsDoneAndUndone)
{
    show();
    conflicts->open({{}, ids[1], {}});
    conflicts->view()->choose(2);
    ASSERT_TRUE(waiting(2));
    EXPECT_FALSE(desk->study().dossier().record(ids[1]));
    desk->undo();
    EXPECT_EQ(stored("id_sigle", 1), QStringLiteral("GARDÉ"));
    EXPECT_TRUE(desk->study().dossier().record(ids[1]));
}

TEST_F(Conflicts, TheFieldAndTheActorAreMarked)
{
    open("id_sigle");
    QTest::qWait(100);
    const auto marked = [&](const char* question) {
        for (const QLabel* label : card(question)->findChildren<QLabel*>())
            if (label->text().startsWith(QStringLiteral("Conflit")) && !label->isHidden() &&
                label->isVisibleTo(card(question)))
                return true;
        return false;
    };
    EXPECT_TRUE(marked("id_sigle"));
    EXPECT_FALSE(marked("id_nom_fr"));
    ui::ActorsModel model(desk->study());
    model.setConflicts(desk->conflicts().waiting().perRecord);
    EXPECT_EQ(model.index(model.rowOf(ids[0]), 0).data(ui::ActorsModel::ConflictsRole).toInt(), 2);
    const auto* line = desk->conflicts().on(ids[0], QStringLiteral("q:id_sigle"));
    const QString head = line->conflict.heads[0].operation;
    desk->write([id = ids[0], head](workflow::Study& study) {
        return workflow::resolveConflict(study, id, QStringLiteral("q:id_sigle"), head);
    });
    ASSERT_TRUE(waiting(2));
    QTest::qWait(50);
    EXPECT_FALSE(marked("id_sigle"));
}

} // namespace
