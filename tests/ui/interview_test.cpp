#include "ui/saisie/interview_view.h"
#include "ui/saisie_fixture.h"

#include <QLabel>
#include <QPushButton>

namespace {

using questionnaire::AnswerState;

class Interview : public test::EntryFixture
{
protected:
    ui::InterviewView* begin()
    {
        open("id_sigle");
        QTest::keyClick(screen.get(), Qt::Key_F11);
        auto* code = screen->findChild<QLineEdit*>(QStringLiteral("interviewCode"));
        QTest::keyClicks(code, QStringLiteral("4711"));
        QTest::keyClick(code, Qt::Key_Return);
        settle();
        return screen->interview();
    }
    QWidget* target() const { return screen->interview()->editor()->focusTarget(); }
    void typeInView(const char* keys)
    {
        QTest::keyClicks(target(), QString::fromUtf8(keys));
        QTest::keyClick(target(), Qt::Key_Return);
        settle();
    }
};

TEST_F(Interview, ShowsOneQuestionAndGoesOnWithEnter)
{
    ui::InterviewView* view = begin();
    ASSERT_TRUE(view && view->isVisible());
    EXPECT_EQ(view->size(), screen->size());
    EXPECT_EQ(view->question(), QStringLiteral("id_sigle"));
    typeInView("AUF");
    EXPECT_EQ(stored("id_sigle"), QStringLiteral("AUF"));
    EXPECT_EQ(view->question(), QStringLiteral("id_categorie"));
}

TEST_F(Interview, AStateIsStoredAndTheNextQuestionComes)
{
    begin();
    screen->interview()->pressState(AnswerState::Refused);
    settle();
    EXPECT_EQ(desk->study().dossier().answers(ids[0]).actor.at(QStringLiteral("id_sigle")).state,
              AnswerState::Refused);
    EXPECT_EQ(screen->interview()->question(), QStringLiteral("id_categorie"));
}

TEST_F(Interview, WhatIsRefusedIsToldInWordsAndNotStored)
{
    begin();
    screen->interview()->showQuestion(QStringLiteral("id_annee_creation"));
    QTest::keyClicks(target(), QStringLiteral("avant"));
    screen->leave();
    settle();
    EXPECT_EQ(stored("id_annee_creation"), QString());
}

TEST_F(Interview, WhatTheInterviewerKeepsForAfterwardsNeedsTheCode)
{
    begin();
    screen->interview()->showQuestion(QStringLiteral("ver_documents"));
    EXPECT_NE(screen->interview()->question(), QStringLiteral("ver_documents"));
    QTest::keyClick(screen->interview(), Qt::Key_F11);
    settle();
    ASSERT_FALSE(screen->interview());
    screen->open({QStringLiteral("saisie"), ids[0], QStringLiteral("ver_documents")});
    settle();
    EXPECT_FALSE(card("ver_documents"));
    auto* code = screen->findChild<QLineEdit*>(QStringLiteral("reservedCode"));
    ASSERT_TRUE(code);
    QTest::keyClicks(code, QStringLiteral("1234"));
    QTest::keyClick(code, Qt::Key_Return);
    settle();
    EXPECT_FALSE(card("ver_documents"));
    QTest::keyClicks(code, QStringLiteral("4711"));
    QTest::keyClick(code, Qt::Key_Return);
    settle();
    EXPECT_TRUE(card("ver_documents"));
}

TEST_F(Interview, ComesBackAfterACrashWithWhatWasStored)
{
    begin();
    typeInView("AUF");
    screen.reset();
    open("id_categorie");
    ASSERT_TRUE(screen->interview());
    EXPECT_EQ(screen->interview()->question(), QStringLiteral("id_categorie"));
    EXPECT_EQ(stored("id_sigle"), QStringLiteral("AUF"));
}

TEST_F(Interview, GoesWithItsScreen)
{
    QPointer<ui::InterviewView> view = begin();
    ASSERT_TRUE(view);
    screen.reset();
    EXPECT_FALSE(view);
}

TEST_F(Interview, LeavingTheScreenStoresWhatIsBeingTyped)
{
    begin();
    QTest::keyClicks(target(), QStringLiteral("AUF"));
    screen->leave();
    EXPECT_EQ(stored("id_sigle"), QStringLiteral("AUF"));
}

} // namespace
