#include "saisie_fixture.h"
#include "ui/saisie/paste_report.h"
#include "ui/saisie/repeat_card.h"
#include "ui/saisie/repeat_model.h"

#include <QClipboard>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableView>

namespace {

/// The table of grants, with lines copied from a spreadsheet.
struct RepeatPaste : test::EntryFixture
{
    RepeatPaste()
    {
        open("fin_compte");
        commit("ent_mode", "documentaire"); // opens the section without consent
        settle();
        open("rg_bailleurs");
    }

    ui::RepeatCard* grants() const { return qobject_cast<ui::RepeatCard*>(card("rg_bailleurs")); }
    void paste(const char* lines)
    {
        QApplication::clipboard()->setText(QString::fromUtf8(lines));
        grants()->table()->setFocus();
        QTest::keyClick(grants()->table(), Qt::Key_V, Qt::ControlModifier);
        settle();
        settle(); // the record is read again after the write
    }
    QString cell(int row, int column) const
    {
        return grants()->model()->index(row, column).data().toString();
    }
    ui::PasteReport* report() const { return grants()->findChild<ui::PasteReport*>(); }
    QStringList told() const
    {
        QStringList words;
        for (QLabel* label : report()->findChildren<QLabel*>())
            if (!label->isHidden()) words << QString(label->text()).replace(QChar(QChar::Nbsp), u' ');
        return words;
    }
};

TEST_F(RepeatPaste, LinesBecomeRowsReadInFrench)
{
    ASSERT_TRUE(grants());
    EXPECT_TRUE(report()->isHidden());
    paste("Fonds Fictif\tetat\t12 500,50\nAgence Fictive\t\t800\n");
    ASSERT_EQ(grants()->model()->rowCount(), 2);
    EXPECT_EQ(cell(0, 0), QStringLiteral("Fonds Fictif"));
    EXPECT_EQ(cell(0, 2), QStringLiteral("12\u202f500,50"));
    EXPECT_EQ(cell(1, 2), QStringLiteral("800"));
    EXPECT_EQ(told(), QStringList{QStringLiteral("2 lignes collées.")});
}

TEST_F(RepeatPaste, ACellThatCannotBeReadIsLeftEmptyAndTold)
{
    paste("Fonds Fictif\t\tbeaucoup\nAgence Fictive\t\t800\n");
    EXPECT_EQ(grants()->model()->rowCount(), 2);
    EXPECT_EQ(cell(0, 0), QStringLiteral("Fonds Fictif"));
    EXPECT_EQ(cell(0, 2), QString());
    EXPECT_EQ(cell(1, 2), QStringLiteral("800"));
    ASSERT_EQ(told().size(), 2);
    EXPECT_EQ(told()[0], QStringLiteral("2 lignes collées. 1 cellule laissée vide :"));
    EXPECT_TRUE(told()[1].startsWith(QStringLiteral("Ligne 1, colonne « Montant reçu (dirhams) » : ")))
        << told()[1].toStdString();
    EXPECT_TRUE(told()[1].contains(QStringLiteral("beaucoup"))) << told()[1].toStdString();
}

TEST_F(RepeatPaste, ManyFaultsAreCountedRatherThanListed)
{
    QByteArray lines;
    for (int i = 0; i < 15; ++i)
        lines += "Fonds Fictif\t\tbeaucoup\n";
    paste(lines.constData());
    EXPECT_EQ(told().size(), 14); // the count, twelve cells, the rest
    EXPECT_EQ(told().last(), QStringLiteral("et 3 de plus"));
}

TEST_F(RepeatPaste, HeadingsInAnotherOrderAreFollowed)
{
    paste("bail_montant\tbail_nom\n800\tFonds Fictif\n");
    ASSERT_EQ(grants()->model()->rowCount(), 1);
    EXPECT_EQ(cell(0, 0), QStringLiteral("Fonds Fictif"));
    EXPECT_EQ(cell(0, 2), QStringLiteral("800"));
    EXPECT_EQ(told().front(), QStringLiteral("1 ligne collée."));
}

TEST_F(RepeatPaste, OneUndoTakesAllTheLinesBack)
{
    paste("Fonds Fictif\t\t800\nAgence Fictive\t\t900\n");
    ASSERT_EQ(grants()->model()->rowCount(), 2);
    desk->undo();
    settle();
    settle();
    EXPECT_EQ(grants()->model()->rowCount(), 0);
}

TEST_F(RepeatPaste, NothingIsPastedFromAnEmptyClipboard)
{
    paste("  \n");
    EXPECT_EQ(grants()->model()->rowCount(), 0);
    EXPECT_TRUE(report()->isHidden());
}

TEST_F(RepeatPaste, TheReportIsClosedOnceRead)
{
    paste("Fonds Fictif\t\t800\n");
    ASSERT_FALSE(report()->isHidden());
    report()->findChild<QPushButton*>()->click();
    EXPECT_TRUE(report()->isHidden());
    paste("Agence Fictive\t\tbeaucoup\n");
    EXPECT_FALSE(report()->isHidden());
    EXPECT_EQ(told().size(), 2) << "the former report is gone";
}

TEST_F(RepeatPaste, HeadingsTellTheirQuestionWhole)
{
    const QHeaderView* heads = grants()->table()->horizontalHeader();
    EXPECT_GE(heads->height(), 2 * heads->fontMetrics().lineSpacing());
    EXPECT_TRUE(grants()
                    ->model()
                    ->headerData(2, Qt::Horizontal, Qt::ToolTipRole)
                    .toString()
                    .startsWith(QStringLiteral("Montant reçu (dirhams)")));
}

} // namespace
