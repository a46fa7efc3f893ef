#include "saisie_fixture.h"
#include "ui/saisie/number_field.h"

#include <QLabel>
#include <QPushButton>

namespace {

struct HiddenQuestion : test::EntryFixture
{
    /// As typed after Ctrl+G.
    void goToNumber(const QString& number)
    {
        auto* asked = screen->findChild<ui::NumberField*>();
        asked->ask();
        QTest::keyClicks(asked, number);
        QTest::keyClick(asked, Qt::Key_Return);
        settle();
    }
    QRect shownRect(const ui::QuestionCard* card) const
    {
        const QWidget* viewport = screen->page()->viewport();
        return QRect(card->mapTo(viewport, QPoint()), card->size());
    }
    bool isInSight(const ui::QuestionCard* card) const
    {
        return screen->page()->viewport()->rect().contains(shownRect(card));
    }
    QPushButton* commanding(const ui::QuestionCard* card) const
    {
        return card->findChild<QPushButton*>(QStringLiteral("commandingQuestion"));
    }
};

TEST_F(HiddenQuestion, IsReachedByItsNumberWhereItWouldBeAndSaysWhy)
{
    open("id_nom_fr");
    const auto& form = desk->study().form();
    int reached = 0;
    for (const auto& question : form.questions) {
        const bool single = form.repeatOf(form.index.value(question.name)) < 0;
        if (question.number == 0 || !question.children.empty() || !single) continue;
        if (screen->session()->status(screen->session()->pathOf(question)).relevant) continue;
        if (++reached % 12 != 1) continue; // one in twelve: each builds a page
        SCOPED_TRACE(question.name.toStdString());
        goToNumber(screen->session()->numberOf(question.name));
        const ui::QuestionCard* found = card(qPrintable(question.name));
        ASSERT_TRUE(found);
        EXPECT_TRUE(isInSight(found))
            << shownRect(found).top() << " of " << screen->page()->viewport()->height();
        const auto* why = found->findChild<QLabel*>(QStringLiteral("hiddenReason"));
        ASSERT_TRUE(why && why->isVisible());
        EXPECT_TRUE(why->text().startsWith(QStringLiteral("Masquée ")) &&
                    why->text().contains(QStringLiteral("parce qu")))
            << why->text().toStdString();
        EXPECT_EQ(screen->page()->current(), found) << "the panel speaks of it";
    }
    EXPECT_GT(reached, 40);
}

TEST_F(HiddenQuestion, KeepsItsAnswerInSightAndGivesItBack)
{
    open("id_recepisse");
    commit("id_recepisse", "definitif");
    commit("id_recepisse_date", "2014-03-12");
    commit("id_recepisse", "aucun");
    settle();
    const auto* kept = card("id_recepisse_date")->findChild<QLabel*>(QStringLiteral("keptAnswer"));
    ASSERT_TRUE(kept && kept->isVisible());
    EXPECT_TRUE(kept->text().contains(QStringLiteral("12 mars 2014"))) << kept->text().toStdString();
    commit("id_recepisse", "definitif");
    settle();
    EXPECT_FALSE(kept->isVisible());
    EXPECT_EQ(field("id_recepisse_date")->text(), QStringLiteral("12/03/2014"));
}

TEST_F(HiddenQuestion, LeadsToTheQuestionThatCommandsIt)
{
    open("id_nom_fr");
    const auto& form = desk->study().form();
    goToNumber(screen->session()->numberOf(QStringLiteral("id_recepisse_date")));
    ui::QuestionCard* found = card("id_recepisse_date");
    ASSERT_TRUE(commanding(found));
    EXPECT_TRUE(commanding(found)->hasFocus());
    const QStringList by = screen->session()->commandedBy(found->path());
    ASSERT_FALSE(by.isEmpty());
    EXPECT_TRUE(form.question(by.front()));
    QTest::mouseClick(commanding(found), Qt::LeftButton);
    settle();
    ui::QuestionCard* commander = card(qPrintable(by.front()));
    ASSERT_TRUE(commander);
    EXPECT_EQ(screen->page()->current(), commander);
    EXPECT_TRUE(isInSight(commander));
}

} // namespace
