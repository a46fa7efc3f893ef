#include "ui/saisie/section_tree.h"
#include "ui/saisie_fixture.h"

#include <QLabel>
#include <QListWidget>
#include <QSignalSpy>

namespace {

using questionnaire::Answer;

/// Section 5 of a record where the board has nine members, four of them women.
class Refusal : public test::EntryFixture
{
protected:
    Refusal()
    {
        open("gov_bureau");
        commit("ent_mode", "documentaire"); // opens section 5 without consent
        commit("gov_bureau", "9");
        commit("gov_bureau_f", "4");
        settle();
    }

    int errorsOfSection() { return screen->session()->count(section(), false).errors; }
    int section() const
    {
        const questionnaire::Form& form = desk->study().form();
        return form.sectionOf(form.index[QStringLiteral("gov_bureau")]);
    }
    /// The clickable lines of "À corriger".
    QList<QLabel*> listed() const
    {
        QList<QLabel*> links;
        for (QLabel* label : screen->tree()->findChildren<QLabel*>())
            if (!label->isHidden() && label->text().startsWith(u"<a href")) links << label;
        return links;
    }
};

TEST_F(Refusal, TwelveWomenAmongNineMembersAreNotStored)
{
    type("gov_bureau_f", "12");
    EXPECT_EQ(stored("gov_bureau_f"), QStringLiteral("4"));
    EXPECT_EQ(field("gov_bureau_f")->text(), QStringLiteral("12"));
    EXPECT_TRUE(field("gov_bureau_f")->property("wrong").toBool());
    const QString words = card("gov_bureau_f")->problem();
    const QString other = screen->session()->numberOf(QStringLiteral("gov_bureau"));
    EXPECT_TRUE(words.contains(QStringLiteral("Corrigez ce nombre ou la réponse ") + other))
        << words.toStdString();
    EXPECT_TRUE(words.contains(QStringLiteral("La valeur enregistrée reste 4"))) << words.toStdString();
}

TEST_F(Refusal, SaysThatNothingIsStoredWhenNothingIs)
{
    screen->session()->commit(card("gov_bureau_f")->path(), Answer{});
    type("gov_bureau_f", "12");
    EXPECT_TRUE(card("gov_bureau_f")->problem().endsWith(QStringLiteral("Rien n’est enregistré.")));
    EXPECT_EQ(stored("gov_bureau_f"), QString());
}

TEST_F(Refusal, CountsAsAnErrorAndIsListedUntilCorrected)
{
    EXPECT_EQ(errorsOfSection(), 0);
    type("gov_bureau_f", "12");
    settle();
    EXPECT_EQ(errorsOfSection(), 1);
    ASSERT_EQ(listed().size(), 1);
    Q_EMIT listed().front()->linkActivated(QStringLiteral("gov_bureau_f"));
    settle();
    EXPECT_EQ(screen->page()->current(), card("gov_bureau_f"));
    type("gov_bureau_f", "5");
    settle();
    EXPECT_EQ(errorsOfSection(), 0);
    EXPECT_TRUE(listed().isEmpty());
    EXPECT_EQ(stored("gov_bureau_f"), QStringLiteral("5"));
    EXPECT_FALSE(card("gov_bureau_f")->hasProblem());
}

TEST_F(Refusal, EscapeRestoresTheStoredValue)
{
    type("gov_bureau_f", "12");
    QTest::keyClick(field("gov_bureau_f"), Qt::Key_Escape);
    EXPECT_EQ(field("gov_bureau_f")->text(), QStringLiteral("4"));
    EXPECT_FALSE(card("gov_bureau_f")->hasProblem());
    EXPECT_EQ(screen->session()->refusedCount(), 0);
    EXPECT_EQ(stored("gov_bureau_f"), QStringLiteral("4"));
}

TEST_F(Refusal, TypingTheStoredValueAgainEndsTheRefusal)
{
    type("gov_bureau_f", "12");
    type("gov_bureau_f", "4");
    EXPECT_EQ(screen->session()->refusedCount(), 0);
    EXPECT_FALSE(card("gov_bureau_f")->hasProblem());
}

TEST_F(Refusal, IsShownAgainAfterAnotherSection)
{
    type("gov_bureau_f", "12");
    screen->showSection(desk->study().form().sections.front());
    screen->showSection(section());
    EXPECT_EQ(field("gov_bureau_f")->text(), QStringLiteral("12"));
    EXPECT_TRUE(card("gov_bureau_f")->hasProblem());
    EXPECT_EQ(errorsOfSection(), 1);
}

TEST_F(Refusal, IsStoredOnceTheOtherAnswerIsCorrected)
{
    type("gov_bureau_f", "12");
    type("gov_bureau", "15");
    EXPECT_EQ(stored("gov_bureau"), QStringLiteral("15"));
    EXPECT_EQ(stored("gov_bureau_f"), QStringLiteral("12"));
    EXPECT_EQ(screen->session()->refusedCount(), 0);
    EXPECT_FALSE(card("gov_bureau_f")->hasProblem());
}

TEST_F(Refusal, AnswersMadeWrongByAnotherStayStoredAndFlagged)
{
    type("gov_bureau", "3");
    EXPECT_EQ(stored("gov_bureau"), QStringLiteral("3"));
    EXPECT_EQ(stored("gov_bureau_f"), QStringLiteral("4"));
    EXPECT_TRUE(card("gov_bureau_f")->hasProblem());
    EXPECT_EQ(screen->session()->refusedCount(), 0);
    EXPECT_EQ(errorsOfSection(), 1);
    EXPECT_FALSE(card("gov_bureau_f")->problem().contains(QStringLiteral("enregistré")));
}

TEST_F(Refusal, LeavingTheRecordDropsItAndSaysSo)
{
    type("gov_bureau_f", "12");
    QSignalSpy told(desk.get(), &ui::Desk::notice);
    open("id_sigle", 1);
    ASSERT_EQ(told.size(), 1);
    EXPECT_EQ(
        told[0][0].toString(),
        QStringLiteral("Une réponse refusée de « Association Une (fictive) » n’a pas été enregistrée."));
    open("gov_bureau", 0);
    EXPECT_EQ(field("gov_bureau_f")->text(), QStringLiteral("4"));
    EXPECT_EQ(screen->session()->refusedCount(), 0);
    EXPECT_EQ(told.size(), 1);
}

TEST_F(Refusal, UndoRestoresWhatStoodBeforeAndFlagsIt)
{
    type("gov_bureau", "3"); // 4 women are now too many: stored, and flagged
    type("gov_bureau_f", "2");
    settle();
    desk->undo(); // 4 again beside 3 members, as it was
    EXPECT_EQ(stored("gov_bureau_f"), QStringLiteral("4"));
    EXPECT_TRUE(card("gov_bureau_f")->hasProblem());
    desk->undo(); // 9 members: 4 is right again
    EXPECT_EQ(stored("gov_bureau"), QStringLiteral("9"));
    EXPECT_FALSE(card("gov_bureau_f")->hasProblem());
}

TEST_F(Refusal, AStateReplacesWhatWasRefused)
{
    type("gov_bureau_f", "12");
    card("gov_bureau_f")->focusAnswer();
    screen->page()->pressState(questionnaire::AnswerState::DontKnow);
    settle();
    EXPECT_EQ(screen->session()->refusedCount(), 0);
    EXPECT_EQ(desk->study().dossier().answers(ids[0]).actor.at(QStringLiteral("gov_bureau_f")).state,
              questionnaire::AnswerState::DontKnow);
}

} // namespace
