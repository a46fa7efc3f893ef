#include "editor_fixture.h"
#include "ui/saisie/calendar_popup.h"

#include <QAction>
#include <QCalendarWidget>
#include <QCheckBox>

namespace {

using questionnaire::AnswerState;
using questionnaire::QuestionType;

struct Typing
{
    QuestionType type;
    const char* appearance;
    const char* typed;
    const char* stored;
    const char* shown;
};

struct Line : test::EditorFixture, testing::WithParamInterface<Typing>
{
};

TEST_P(Line, IsTypedInFrenchStoredForTheFormAndShownAgain)
{
    open(GetParam().type, GetParam().appearance);
    type(GetParam().typed);
    press(Qt::Key_Return);
    EXPECT_EQ(commits, QStringList{QString::fromUtf8(GetParam().stored)});
    EXPECT_EQ(line()->text(), QString::fromUtf8(GetParam().shown));
    EXPECT_EQ(nexts, 1);
    press(Qt::Key_Return);
    EXPECT_EQ(commits.size(), 1) << "leaving again stores nothing new";
}

INSTANTIATE_TEST_SUITE_P(
    Moments, Line,
    testing::Values(Typing{QuestionType::Date, "", "13/1/2015", "2015-01-13", "13/01/2015"},
                    Typing{QuestionType::Date, "", "13 janvier 2015", "2015-01-13", "13/01/2015"},
                    Typing{QuestionType::Date, "month-year", "1/2015", "2015-01-01", "janvier 2015"},
                    Typing{QuestionType::Date, "month-year", "janv. 2015", "2015-01-01", "janvier 2015"},
                    Typing{QuestionType::Date, "year", "2015", "2015-01-01", "2015"},
                    Typing{QuestionType::Time, "", "9:05", "09:05:00", "09:05"},
                    Typing{QuestionType::Time, "", "14h30", "14:30:00", "14:30"},
                    Typing{QuestionType::DateTime, "", "13/1/2015 14:30", "2015-01-13T14:30:00",
                           "13/01/2015 14:30"}));
INSTANTIATE_TEST_SUITE_P(
    NumbersAndTexts, Line,
    testing::Values(Typing{QuestionType::Integer, "thousands-sep", "1250000", "1250000",
                           "1\u202f250\u202f000"},
                    Typing{QuestionType::Decimal, "thousands-sep", "-1 250,5", "-1250.5", "-1\u202f250,5"},
                    Typing{QuestionType::Integer, "thousands-sep", "-250", "-250", "-250"},
                    Typing{QuestionType::Integer, "", "1250", "1250", "1250"},
                    Typing{QuestionType::Text, "numbers", "06 12 34", "06 12 34", "06 12 34"},
                    Typing{QuestionType::Barcode, "", "6111000", "6111000", "6111000"}));

struct Moment : test::EditorFixture
{
    ui::CalendarPopup* calendar() const { return line()->findChild<ui::CalendarPopup*>(); }
};

TEST_F(Moment, SecondsAndZonesOfAnotherDeviceAreKept)
{
    open(QuestionType::DateTime);
    show("2015-01-13T14:30:00.000+01:00");
    EXPECT_EQ(line()->text(), QStringLiteral("13/01/2015 14:30"));
    press(Qt::Key_Return);
    EXPECT_TRUE(commits.isEmpty());
    EXPECT_EQ(value(), QStringLiteral("2015-01-13T14:30:00.000+01:00"));
}

TEST_F(Moment, ADayOfAMonthQuestionIsKeptUntilRetyped)
{
    open(QuestionType::Date, "month-year");
    show("2015-01-13");
    EXPECT_EQ(line()->text(), QStringLiteral("janvier 2015"));
    press(Qt::Key_Return);
    EXPECT_EQ(value(), QStringLiteral("2015-01-13"));
}

TEST_F(Moment, TheCalendarOpensByKeyAndEnterTakesTheDay)
{
    open(QuestionType::Date);
    show("2015-01-13");
    press(Qt::Key_Down, Qt::AltModifier);
    ASSERT_TRUE(calendar());
    auto* days = calendar()->findChild<QCalendarWidget*>();
    EXPECT_EQ(days->selectedDate(), QDate(2015, 1, 13));
    auto* view = days->findChild<QWidget*>(QStringLiteral("qt_calendar_calendarview"));
    QTest::keyClick(view, Qt::Key_Right);
    QTest::keyClick(view, Qt::Key_Return);
    QApplication::processEvents();
    EXPECT_EQ(stored.value, QStringLiteral("2015-01-14"));
    EXPECT_EQ(line()->text(), QStringLiteral("14/01/2015"));
}

TEST_F(Moment, EscapeOnlyClosesTheCalendar)
{
    open(QuestionType::Date);
    show("2015-01-13");
    press(Qt::Key_Down, Qt::AltModifier);
    ASSERT_TRUE(calendar());
    QTest::keyClick(calendar()->findChild<QWidget*>(QStringLiteral("qt_calendar_calendarview")),
                    Qt::Key_Escape);
    EXPECT_TRUE(!calendar() || calendar()->isHidden());
    EXPECT_TRUE(commits.isEmpty());
}

TEST_F(Moment, TheDayOfAnInstantWaitsForItsHour)
{
    open(QuestionType::DateTime);
    press(Qt::Key_Down, Qt::AltModifier);
    ASSERT_TRUE(calendar());
    Q_EMIT calendar()->chosen(QDate(2015, 1, 14));
    EXPECT_TRUE(commits.isEmpty());
    EXPECT_EQ(line()->text(), QStringLiteral("14/01/2015 "));
    type("9:30");
    press(Qt::Key_Return);
    EXPECT_EQ(stored.value, QStringLiteral("2015-01-14T09:30:00"));
}

TEST_F(Moment, AMonthHasNoCalendarAndAReadOnlyDayCannotOpenIt)
{
    open(QuestionType::Date, "month-year");
    EXPECT_TRUE(line()->actions().isEmpty());
    open(QuestionType::Date);
    ASSERT_EQ(line()->actions().size(), 1);
    editor->setReadOnly(true);
    press(Qt::Key_Down, Qt::AltModifier);
    EXPECT_FALSE(calendar());
}

struct Acknowledge : test::EditorFixture
{
};

TEST_F(Acknowledge, IsOneBoxTickedByTheSpaceBar)
{
    open(QuestionType::Acknowledge);
    auto* box = qobject_cast<QCheckBox*>(editor->focusTarget());
    ASSERT_TRUE(box);
    EXPECT_EQ(box->text(), QStringLiteral("Lu et accepté"));
    press(Qt::Key_Space);
    EXPECT_EQ(stored.value, QStringLiteral("OK"));
    press(Qt::Key_Return);
    EXPECT_EQ(nexts, 1);
    type("1");
    EXPECT_EQ(stored.state, AnswerState::NotAsked);
    show("OK");
    EXPECT_TRUE(box->isChecked());
}

TEST_F(Moment, AnEditorMayGoWhileOneTypesInIt)
{
    for (const QuestionType type : {QuestionType::Text, QuestionType::Range, QuestionType::Geopoint,
                                    QuestionType::Geotrace, QuestionType::Rank, QuestionType::Acknowledge}) {
        open(type, "", {}, choicesOf({QStringLiteral("Un"), QStringLiteral("Deux")}));
        this->type("1");
        delete editor;
        editor = nullptr;
    }
    EXPECT_TRUE(commits.isEmpty() || commits == QStringList{QStringLiteral("OK")});
}

} // namespace
