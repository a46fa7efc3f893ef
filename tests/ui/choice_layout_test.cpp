#include "editor_fixture.h"
#include "ui/saisie/choice_layout.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QGridLayout>

namespace {

using questionnaire::QuestionType;

struct Layout : test::EditorFixture
{
    QStringList agreement{QStringLiteral("Pas du tout"), QStringLiteral("Un peu"), QStringLiteral("Assez"),
                          QStringLiteral("Beaucoup"), QStringLiteral("Entièrement d’accord")};
    QList<QAbstractButton*> buttons() const
    {
        QList<QAbstractButton*> found;
        for (QAbstractButton* each : editor->findChildren<QAbstractButton*>())
            if (each->inherits("QRadioButton") || each->inherits("QCheckBox")) found << each;
        return found;
    }
    /// Columns in which the choices are seen to stand.
    int columns() const
    {
        QSet<int> lefts;
        for (QAbstractButton* each : buttons())
            lefts << each->mapTo(editor, QPoint()).x();
        return static_cast<int>(lefts.size());
    }
};

TEST_F(Layout, ALikertScaleIsOneRow)
{
    for (const char* appearance : {"likert", "list-nolabel", "columns-5"}) {
        open(QuestionType::SelectOne, appearance, {}, choicesOf(agreement.mid(0, 4)));
        EXPECT_EQ(columns(), 4) << appearance;
        EXPECT_LE(editor->sizeHint().width(), 640) << appearance;
    }
}

TEST_F(Layout, AHorizontalListIsAsWideAsItsLabels)
{
    open(QuestionType::SelectOne, "horizontal", {},
         choicesOf({QStringLiteral("Oui"), QStringLiteral("Non")}));
    EXPECT_EQ(columns(), 2);
    open(QuestionType::SelectOne, "horizontal", {}, choicesOf({QString(70, u'a'), QString(70, u'b')}));
    EXPECT_EQ(columns(), 1);
}

TEST_F(Layout, RowsOfATableStandInLine)
{
    open(QuestionType::SelectOne, "list-nolabel", {}, choicesOf(agreement));
    const int second = buttons().at(1)->mapTo(editor, QPoint()).x();
    QStringList others = agreement;
    others[0] = QStringLiteral("Oui");
    open(QuestionType::SelectOne, "list-nolabel", {}, choicesOf(others));
    EXPECT_EQ(buttons().at(1)->mapTo(editor, QPoint()).x(), second);
}

TEST_F(Layout, ColumnsAreCountedOrFitted)
{
    open(QuestionType::SelectMultiple, "columns-2", {}, choicesOf(agreement));
    EXPECT_EQ(columns(), 2);
    open(QuestionType::SelectOne, "columns", {}, choicesOf({QString(70, u'a'), QString(70, u'b')}));
    EXPECT_EQ(columns(), 1);
    open(QuestionType::SelectOne, "", {}, choicesOf(agreement.mid(0, 3)));
    EXPECT_EQ(columns(), 1);
}

TEST_F(Layout, LongListsDropUnlessAskedInColumns)
{
    QStringList many;
    for (int i = 0; i < 14; ++i)
        many << QString::number(i);
    open(QuestionType::SelectOne, "", {}, choicesOf(many));
    EXPECT_TRUE(qobject_cast<QComboBox*>(editor->focusTarget()));
    open(QuestionType::SelectOne, "columns-4", {}, choicesOf(many));
    EXPECT_EQ(columns(), 4);
    open(QuestionType::SelectOne, "minimal", {}, choicesOf(agreement));
    EXPECT_TRUE(qobject_cast<QComboBox*>(editor->focusTarget()));
    open(QuestionType::SelectOne, "autocomplete", {}, choicesOf(agreement));
    EXPECT_TRUE(qobject_cast<QComboBox*>(editor->focusTarget()));
}

TEST_F(Layout, QuickGoesOnOnceChosen)
{
    open(QuestionType::SelectOne, "quick", {}, choicesOf(agreement));
    type("2");
    EXPECT_EQ(stored.value, QStringLiteral("un peu"));
    EXPECT_EQ(nexts, 1);
}

TEST_F(Layout, AHeadingAsksNothing)
{
    open(QuestionType::SelectOne, "label", {}, choicesOf(agreement));
    EXPECT_FALSE(editor->asks());
    EXPECT_TRUE(buttons().isEmpty());
}

TEST_F(Layout, NonsenseIsShownAsUsual)
{
    for (const char* appearance : {"columns-0", "columns-99", "compact-1000", "   ", "w4 foo"}) {
        open(QuestionType::SelectOne, appearance, {}, choicesOf(agreement));
        EXPECT_EQ(buttons().size(), 5) << appearance;
    }
    open(QuestionType::SelectOne, "likert", {}, {});
    EXPECT_TRUE(buttons().isEmpty());
}

} // namespace
