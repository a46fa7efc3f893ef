#include "editor_fixture.h"
#include "ui/saisie/range_scale.h"

#include <QComboBox>
#include <QLabel>
#include <QSlider>
#include <QToolButton>

namespace {

using questionnaire::QuestionType;

QHash<QString, QString> scale(const char* start, const char* end, const char* step)
{
    return {{QStringLiteral("start"), QString::fromLatin1(start)},
            {QStringLiteral("end"), QString::fromLatin1(end)},
            {QStringLiteral("step"), QString::fromLatin1(step)}};
}

ui::RangeScale scaleOf(const char* start, const char* end, const char* step)
{
    questionnaire::Question question;
    question.parameters = scale(start, end, step);
    return ui::RangeScale(question);
}

TEST(RangeScale, CountsItsMarksInDecimal)
{
    const ui::RangeScale tenths = scaleOf("0", "0.3", "0.1");
    EXPECT_EQ(tenths.marks(), 4);
    EXPECT_EQ(tenths.stored(3), QStringLiteral("0.3"));
    EXPECT_EQ(tenths.words(3), QStringLiteral("0,3"));
    EXPECT_TRUE(tenths.holds(QStringLiteral("0.3")));
    EXPECT_FALSE(tenths.holds(QStringLiteral("0.25")));
    EXPECT_EQ(tenths.span(), QStringLiteral("de 0,0 à 0,3, par 0,1"));
}

TEST(RangeScale, GoesDownWhenItsEndIsSmaller)
{
    const ui::RangeScale down = scaleOf("5", "-5", "2");
    EXPECT_EQ(down.marks(), 6);
    EXPECT_EQ(down.stored(5), QStringLiteral("-5"));
    EXPECT_EQ(down.closest(QStringLiteral("-4.9")), 5);
    EXPECT_EQ(down.closest(QStringLiteral("6")), std::nullopt);
}

TEST(RangeScale, HasXLSFormsDefaultsAndSurvivesNonsense)
{
    EXPECT_EQ(ui::RangeScale(questionnaire::Question()).span(), QStringLiteral("de 1 à 10"));
    EXPECT_EQ(scaleOf("x", "10", "0").marks(), 10);
    EXPECT_GT(scaleOf("0", "1e300", "1e-300").marks(), 0);
    EXPECT_EQ(scaleOf("0", "10", "1").closest(QStringLiteral("nan")), std::nullopt);
}

struct Range : test::EditorFixture
{
    QSlider* slider() const { return editor->findChild<QSlider*>(); }
    bool handleShown() const { return !slider()->property("unset").toBool(); }
    QString note() const { return editor->findChildren<QLabel*>().last()->text(); }
};

TEST_F(Range, IsUnsetUntilTouched)
{
    open(QuestionType::Range, "", scale("0", "10", "2"));
    EXPECT_FALSE(handleShown());
    press(Qt::Key_Return);
    EXPECT_TRUE(commits.isEmpty());
    EXPECT_EQ(nexts, 1);
    EXPECT_EQ(editor->answer().state, questionnaire::AnswerState::NotAsked);
}

TEST_F(Range, ArrowsGoByItsStep)
{
    open(QuestionType::Range, "", scale("0", "10", "2"));
    press(Qt::Key_Up);
    EXPECT_EQ(value(), QStringLiteral("0"));
    press(Qt::Key_Up);
    press(Qt::Key_Up);
    EXPECT_EQ(value(), QStringLiteral("4"));
    EXPECT_TRUE(handleShown());
    press(Qt::Key_Down);
    EXPECT_EQ(value(), QStringLiteral("2"));
    press(Qt::Key_Return);
    EXPECT_EQ(commits, QStringList{QStringLiteral("2")});
    EXPECT_EQ(nexts, 1);
}

TEST_F(Range, TheSliderHasItsKeysToo)
{
    open(QuestionType::Range, "", scale("0", "1", "0.5"));
    slider()->setFocus();
    press(Qt::Key_Right);
    press(Qt::Key_Right);
    EXPECT_EQ(line()->text(), QStringLiteral("0,5"));
    press(Qt::Key_End);
    EXPECT_EQ(value(), QStringLiteral("1.0"));
    press(Qt::Key_Delete);
    EXPECT_EQ(value(), QString());
    EXPECT_FALSE(handleShown());
    type("1");
    EXPECT_EQ(QApplication::focusWidget(), line());
    EXPECT_EQ(line()->text(), QStringLiteral("1"));
    press(Qt::Key_Return, Qt::ShiftModifier);
    EXPECT_EQ(previous, 1);
}

TEST_F(Range, PointingAtTheUnsetSliderAnswers)
{
    open(QuestionType::Range, "", scale("0", "10", "1"));
    QTest::mouseClick(slider(), Qt::LeftButton, {}, QPoint(slider()->width() - 2, slider()->height() / 2));
    EXPECT_EQ(stored.value, QStringLiteral("10"));
    QTest::mouseClick(slider(), Qt::LeftButton, {}, slider()->rect().center());
    EXPECT_EQ(stored.value, QStringLiteral("5"));
}

TEST_F(Range, ANumberBetweenTwoMarksIsToldThenRounded)
{
    open(QuestionType::Range, "", scale("0", "10", "2"));
    type("2,7");
    EXPECT_TRUE(note().contains(QStringLiteral("2,7 est entre deux crans"))) << note().toStdString();
    EXPECT_TRUE(note().contains(QStringLiteral("2 sera"))) << note().toStdString();
    press(Qt::Key_Return);
    EXPECT_EQ(stored.value, QStringLiteral("2"));
    EXPECT_EQ(line()->text(), QStringLiteral("2"));
    EXPECT_EQ(note(), QStringLiteral("de 0 à 10, par 2"));
}

TEST_F(Range, WhatIsOutsideIsLeftForTheFormToRefuse)
{
    open(QuestionType::Range, "", scale("0", "10", "2"));
    type("12");
    EXPECT_EQ(value(), QStringLiteral("12"));
    EXPECT_FALSE(handleShown());
}

TEST_F(Range, WhatAnotherDeviceStoredIsKeptUntilRetyped)
{
    open(QuestionType::Range, "", scale("0", "10", "2"));
    show("2.7");
    EXPECT_EQ(line()->text(), QStringLiteral("2,7"));
    press(Qt::Key_Return);
    EXPECT_TRUE(commits.isEmpty());
    EXPECT_EQ(value(), QStringLiteral("2.7"));
}

TEST_F(Range, EscapeGivesBackTheStoredNumber)
{
    open(QuestionType::Range, "", scale("0", "10", "2"));
    show("4");
    press(Qt::Key_Up);
    EXPECT_EQ(value(), QStringLiteral("6"));
    press(Qt::Key_Escape);
    EXPECT_EQ(value(), QStringLiteral("4"));
    EXPECT_EQ(slider()->value(), 2);
}

TEST_F(Range, ReadOnlyMovesNothing)
{
    open(QuestionType::Range, "", scale("0", "10", "2"));
    show("4");
    editor->setReadOnly(true);
    press(Qt::Key_Up);
    EXPECT_EQ(value(), QStringLiteral("4"));
}

TEST_F(Range, PickerIsAListOfTheMarks)
{
    open(QuestionType::Range, "picker", scale("0", "1", "0.5"));
    auto* combo = qobject_cast<QComboBox*>(editor->focusTarget());
    ASSERT_TRUE(combo);
    EXPECT_EQ(combo->count(), 4); // with the blank
    type("0,5");
    press(Qt::Key_Return);
    EXPECT_EQ(stored.value, QStringLiteral("0.5"));
}

struct Rating : Range
{
    QList<QToolButton*> stars() const { return editor->findChildren<QToolButton*>(); }
};

TEST_F(Rating, StarsAreSetByDigitsArrowsAndClicks)
{
    open(QuestionType::Range, "rating", scale("1", "5", "1"));
    ASSERT_EQ(stars().size(), 5);
    type("3");
    EXPECT_EQ(stored.value, QStringLiteral("3"));
    EXPECT_EQ(note(), QStringLiteral("3 sur 5"));
    press(Qt::Key_Right);
    EXPECT_EQ(stored.value, QStringLiteral("4"));
    press(Qt::Key_Home);
    EXPECT_EQ(stored.value, QStringLiteral("1"));
    QTest::mouseClick(stars().at(4), Qt::LeftButton);
    EXPECT_EQ(stored.value, QStringLiteral("5"));
    press(Qt::Key_Return);
    EXPECT_EQ(nexts, 1);
}

TEST_F(Rating, TheSameStarAgainOrDeleteEmpties)
{
    open(QuestionType::Range, "rating", scale("1", "5", "1"));
    QTest::mouseClick(stars().at(2), Qt::LeftButton);
    QTest::mouseClick(stars().at(2), Qt::LeftButton);
    EXPECT_EQ(editor->answer().state, questionnaire::AnswerState::NotAsked);
    type("2");
    press(Qt::Key_Delete);
    EXPECT_EQ(editor->answer().state, questionnaire::AnswerState::NotAsked);
    EXPECT_EQ(commits.size(), 4);
}

TEST_F(Rating, ADigitOffTheScaleDoesNothing)
{
    open(QuestionType::Range, "rating", scale("1", "5", "1"));
    type("7");
    type("0");
    EXPECT_TRUE(commits.isEmpty());
}

} // namespace
