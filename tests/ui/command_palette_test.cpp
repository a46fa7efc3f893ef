#include "ui/shell/command_palette.h"

#include <QApplication>
#include <QLineEdit>
#include <QTest>
#include <QVBoxLayout>
#include <QWidget>

#include <gtest/gtest.h>

namespace {

/// A window with two fields and the palette over them; the first field would take a keyboard nobody wants.
struct PaletteTest : testing::Test
{
    PaletteTest()
    {
        auto* layout = new QVBoxLayout(&window);
        layout->addWidget(first);
        layout->addWidget(typed);
        palette = new ui::CommandPalette(&window);
        palette->setCommands({{QStringLiteral("Thème"), QStringLiteral("Action"), {}, [this] { ++done; }}});
        window.resize(800, 600);
        window.show();
        QApplication::setActiveWindow(&window);
        typed->setFocus();
        palette->popUp();
        EXPECT_TRUE(field()->hasFocus());
    }
    QLineEdit* field() const { return palette->findChild<QLineEdit*>(); }

    QWidget window;
    QLineEdit *first = new QLineEdit, *typed = new QLineEdit;
    ui::CommandPalette* palette = nullptr;
    int done = 0;
};

TEST_F(PaletteTest, GivesTheKeyboardBackWhenItIsClosed)
{
    QTest::keyClick(field(), Qt::Key_Escape);
    EXPECT_TRUE(palette->isHidden());
    EXPECT_TRUE(typed->hasFocus());
}

TEST_F(PaletteTest, GivesTheKeyboardBackBeforeAnAction)
{
    palette->popUp(); // asked for twice
    QTest::keyClicks(field(), QStringLiteral("them"));
    QTest::keyClick(field(), Qt::Key_Return);
    EXPECT_EQ(done, 1);
    EXPECT_TRUE(palette->isHidden());
    EXPECT_TRUE(typed->hasFocus());
}

TEST_F(PaletteTest, LeavesTheKeyboardToWhatIsClickedMeanwhile)
{
    first->setFocus();
    EXPECT_TRUE(palette->isHidden());
    EXPECT_TRUE(first->hasFocus());
}

} // namespace
