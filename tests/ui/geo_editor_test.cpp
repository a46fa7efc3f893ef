#include "editor_fixture.h"
#include "ui/saisie/point_editor.h"
#include "ui/saisie/trace_editor.h"

#include <QClipboard>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>

namespace {

using questionnaire::QuestionType;

struct Point : test::EditorFixture
{
    QString reading() const { return editor->findChild<QLabel*>(QStringLiteral("pointReading"))->text(); }
    bool warns() const
    {
        return editor->findChild<QLabel*>(QStringLiteral("pointReading"))->property("tone") ==
               QStringLiteral("warning");
    }
    void openNamed()
    {
        question.type = QuestionType::Geopoint;
        open(new ui::PointEditor(
            question, [](const QString& code) { return QStringLiteral("[%1]").arg(code); }, &page));
    }
};

TEST_F(Point, IsReadBackInWordsWithItsProvince)
{
    openNamed();
    type("33°34'25\"N 7°35'23\"O");
    EXPECT_TRUE(reading().startsWith(QStringLiteral("33°\u00a034′\u00a025,0″\u00a0N")))
        << reading().toStdString();
    EXPECT_TRUE(reading().endsWith(QStringLiteral("[casablanca]"))) << reading().toStdString();
    EXPECT_FALSE(warns());
    press(Qt::Key_Return);
    EXPECT_EQ(stored.value, QStringLiteral("33.573611 -7.589722"));
    EXPECT_EQ(line()->text(), QStringLiteral("33,573611 -7,589722"));
}

TEST_F(Point, SwappedCoordinatesAreDoubted)
{
    openNamed();
    type("-7,5897 33,5736");
    EXPECT_TRUE(warns());
    EXPECT_TRUE(reading().contains(QStringLiteral("latitude"))) << reading().toStdString();
    press(Qt::Key_Return);
    EXPECT_EQ(stored.value, QStringLiteral("-7.5897 33.5736")) << "doubted, not refused";
}

TEST_F(Point, WordsAreLeftForTheFormToRefuse)
{
    open(QuestionType::Geopoint);
    type("rue de la Gare");
    EXPECT_EQ(value(), QStringLiteral("rue de la Gare"));
    press(Qt::Key_Escape);
    EXPECT_EQ(line()->text(), QString());
}

TEST_F(Point, AltitudeAndDigitsOfADeviceAreKept)
{
    open(QuestionType::Geopoint);
    show("33.57310 -7.58980 12.0 4.5");
    press(Qt::Key_Return);
    EXPECT_TRUE(commits.isEmpty());
    EXPECT_EQ(value(), QStringLiteral("33.57310 -7.58980 12.0 4.5"));
}

struct Trace : test::EditorFixture
{
    QTableWidget* table() const { return editor->findChild<QTableWidget*>(); }
    QString note() const
    {
        for (QLabel* label : editor->findChildren<QLabel*>())
            if (label->text().contains(QStringLiteral("point"))) return label->text();
        return {};
    }
    void paste(const char* lines)
    {
        QApplication::clipboard()->setText(QString::fromUtf8(lines));
        press(Qt::Key_V, Qt::ControlModifier);
    }
    /// A cell typed and entered, then what follows is queued.
    void enter(const char* keys)
    {
        type(keys);
        press(Qt::Key_Return);
        QTest::qWait(1);
    }
};

TEST_F(Trace, PointsAreTypedCellAfterCell)
{
    open(QuestionType::Geotrace);
    enter("33,5");
    EXPECT_EQ(table()->currentColumn(), 1);
    enter("-7,5");
    EXPECT_EQ(table()->currentRow(), 1);
    EXPECT_EQ(table()->currentColumn(), 0);
    EXPECT_TRUE(note().contains(QStringLiteral("au moins deux"))) << note().toStdString();
    enter("33,6 -7,6"); // a whole point in one cell
    EXPECT_EQ(table()->item(1, 1)->text(), QStringLiteral("-7,6"));
    EXPECT_EQ(table()->currentRow(), 2);
    press(Qt::Key_Return); // on the blank line: next question
    EXPECT_EQ(stored.value, QStringLiteral("33.5 -7.5;33.6 -7.6"));
    EXPECT_EQ(nexts, 1);
}

TEST_F(Trace, LinesArePastedAndTheOthersTold)
{
    open(QuestionType::Geotrace);
    paste("Latitude\tLongitude\n33,57\t-7,58\r\n33°34'25\"N 7°35'23\"O\n\n33.6 -7.6 12 4\n");
    EXPECT_EQ(value(), QStringLiteral("33.57 -7.58;33.573611 -7.589722;33.6 -7.6 12 4"));
    EXPECT_TRUE(note().startsWith(QStringLiteral("3 points"))) << note().toStdString();
    EXPECT_TRUE(note().contains(QStringLiteral("Latitude"))) << note().toStdString();
    EXPECT_TRUE(note().contains(QStringLiteral("km"))) << note().toStdString();
    press(Qt::Key_Return, Qt::ControlModifier);
    EXPECT_EQ(commits.size(), 1);
    EXPECT_EQ(nexts, 1);
}

TEST_F(Trace, AStoredLineIsPastedBack)
{
    open(QuestionType::Geotrace);
    paste("33.5 -7.5 0 0;33.6 -7.6 0 0");
    EXPECT_EQ(value(), QStringLiteral("33.5 -7.5 0 0;33.6 -7.6 0 0"));
}

TEST_F(Trace, APolygonClosesByItself)
{
    open(QuestionType::Geoshape);
    paste("33,5 -7,5\n33,6 -7,5\n");
    EXPECT_EQ(value(), QStringLiteral("33.5 -7.5;33.6 -7.5"));
    EXPECT_TRUE(note().contains(QStringLiteral("au moins trois"))) << note().toStdString();
    paste("33,6 -7,4");
    EXPECT_EQ(value(), QStringLiteral("33.5 -7.5;33.6 -7.5;33.6 -7.4;33.5 -7.5"));
    EXPECT_TRUE(note().contains(QStringLiteral("3 points · polygone fermé"))) << note().toStdString();
    show("33.5 -7.5;33.6 -7.5;33.6 -7.4;33.5 -7.5");
    EXPECT_EQ(table()->rowCount(), 4) << "three corners and the blank line";
}

TEST_F(Trace, ADrawnPolygonPastedClosedIsNotClosedTwice)
{
    open(QuestionType::Geoshape);
    paste("0 0\n0 1\n1 1\n0 0");
    EXPECT_EQ(value(), QStringLiteral("0 0;0 1;1 1;0 0"));
}

TEST_F(Trace, DeleteRemovesThePoint)
{
    open(QuestionType::Geotrace);
    show("1 1;2 2;3 3");
    table()->setCurrentCell(1, 0, QItemSelectionModel::ClearAndSelect);
    press(Qt::Key_Delete);
    EXPECT_EQ(value(), QStringLiteral("1 1;3 3"));
    press(Qt::Key_Escape);
    EXPECT_EQ(value(), QStringLiteral("1 1;2 2;3 3"));
}

TEST_F(Trace, WhatIsNoPointIsKeptTypedAndRefused)
{
    open(QuestionType::Geotrace);
    show("1 1;2 2");
    table()->setCurrentCell(2, 0);
    enter("ici");
    EXPECT_TRUE(note().contains(QStringLiteral("« ici »")) ||
                note().contains(QStringLiteral("«\u00a0ici\u00a0»")))
        << note().toStdString();
    EXPECT_EQ(value(), QStringLiteral("1 1;2 2;ici"));
}

TEST_F(Trace, WhatADeviceStoredIsKeptAsItWas)
{
    open(QuestionType::Geotrace);
    show("33.50 -7.50 12.0 4.5; 33.60 -7.60 0.0 0.0");
    press(Qt::Key_Return, Qt::ControlModifier);
    EXPECT_TRUE(commits.isEmpty());
}

TEST_F(Trace, ReadOnlyChangesNothing)
{
    open(QuestionType::Geotrace);
    show("1 1;2 2");
    editor->setReadOnly(true);
    paste("3 3");
    press(Qt::Key_Delete);
    type("5");
    EXPECT_EQ(value(), QStringLiteral("1 1;2 2"));
    press(Qt::Key_Return);
    EXPECT_EQ(nexts, 1);
}

} // namespace
