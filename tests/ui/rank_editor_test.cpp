#include "editor_fixture.h"

#include <QListWidget>
#include <QPushButton>
#include <QToolButton>

namespace {

using questionnaire::QuestionType;

struct Rank : test::EditorFixture
{
    Rank()
    {
        open(QuestionType::Rank, "", {},
             choicesOf({QStringLiteral("Abri"), QStringLiteral("Soin"), QStringLiteral("Droit")}));
    }
    QListWidget* list() const { return qobject_cast<QListWidget*>(editor->focusTarget()); }
    QString lineAt(int row) const { return list()->item(row)->text(); }
    QPushButton* linkCalled(const char* words) const
    {
        for (QPushButton* each : editor->findChildren<QPushButton*>())
            if (each->text() == QString::fromUtf8(words)) return each;
        return nullptr;
    }
};

TEST_F(Rank, NothingIsRankedBeforeAMove)
{
    EXPECT_EQ(lineAt(0), QStringLiteral("–   Abri"));
    press(Qt::Key_Return);
    EXPECT_TRUE(commits.isEmpty());
    EXPECT_EQ(nexts, 1);
}

TEST_F(Rank, AltArrowsMoveTheLineAndRankAll)
{
    press(Qt::Key_Down, Qt::AltModifier);
    EXPECT_EQ(lineAt(0), QStringLiteral("1   Soin"));
    EXPECT_EQ(lineAt(1), QStringLiteral("2   Abri"));
    EXPECT_EQ(lineAt(2), QStringLiteral("3   Droit"));
    press(Qt::Key_Down, Qt::AltModifier);
    press(Qt::Key_Down, Qt::AltModifier); // already last
    press(Qt::Key_Return);
    EXPECT_EQ(commits, QStringList{QStringLiteral("soin droit abri")});
    EXPECT_EQ(nexts, 1);
}

TEST_F(Rank, ADigitGivesTheRank)
{
    press(Qt::Key_End); // the last line
    type("1");
    EXPECT_EQ(value(), QStringLiteral("droit abri soin"));
    type("9");
    EXPECT_EQ(value(), QStringLiteral("droit abri soin"));
}

TEST_F(Rank, TheOrderShownCanBeConfirmed)
{
    linkCalled("Confirmer cet ordre")->click();
    EXPECT_EQ(stored.value, QStringLiteral("abri soin droit"));
    EXPECT_TRUE(linkCalled("Confirmer cet ordre")->isHidden());
    linkCalled("Effacer le classement")->click();
    EXPECT_EQ(stored.state, questionnaire::AnswerState::NotAsked);
    EXPECT_EQ(lineAt(0), QStringLiteral("–   Abri"));
}

TEST_F(Rank, LeavingTheListStores)
{
    type("3");
    EXPECT_TRUE(commits.isEmpty());
    EXPECT_TRUE(editor->hasUnstored());
    list()->clearFocus();
    EXPECT_EQ(commits, QStringList{QStringLiteral("soin droit abri")});
}

TEST_F(Rank, EscapeGivesBackTheStoredOrder)
{
    show("droit soin abri");
    press(Qt::Key_Home);
    press(Qt::Key_Down, Qt::AltModifier);
    EXPECT_EQ(value(), QStringLiteral("soin droit abri"));
    press(Qt::Key_Escape);
    EXPECT_EQ(value(), QStringLiteral("droit soin abri"));
    EXPECT_EQ(lineAt(0), QStringLiteral("1   Droit"));
}

TEST_F(Rank, HalfARankingFromElsewhereIsKeptAsItIsUntilItIsCompleted)
{
    show("soin");
    EXPECT_EQ(lineAt(0), QStringLiteral("1   Soin"));
    EXPECT_EQ(lineAt(1), QStringLiteral("–   Abri"));
    press(Qt::Key_Return);
    EXPECT_TRUE(commits.isEmpty());
    EXPECT_EQ(value(), QStringLiteral("soin"));
    press(Qt::Key_Space);
    EXPECT_EQ(value(), QStringLiteral("soin abri droit"));
}

TEST_F(Rank, TheMouseAndTheButtonsMoveToo)
{
    editor->findChildren<QToolButton*>().last()->click();
    EXPECT_EQ(value(), QStringLiteral("soin abri droit"));
    // What dragging does to the model.
    list()->model()->moveRow({}, 2, {}, 0);
    EXPECT_EQ(value(), QStringLiteral("droit soin abri"));
    EXPECT_EQ(lineAt(0), QStringLiteral("1   Droit"));
}

TEST_F(Rank, ReadOnlyMovesNothing)
{
    show("droit soin abri");
    editor->setReadOnly(true);
    press(Qt::Key_Down, Qt::AltModifier);
    type("3");
    press(Qt::Key_Delete);
    EXPECT_EQ(value(), QStringLiteral("droit soin abri"));
}

} // namespace
