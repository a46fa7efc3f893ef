#include "support/temporary_folder.h"
#include "ui/shell/main_window.h"
#include "ui/theme/theme.h"
#include "workflow/entry.h"

#include <QApplication>
#include <QLineEdit>
#include <QSettings>
#include <QTest>

#include <gtest/gtest.h>

namespace {

class Window : public testing::Test
{
protected:
    Window()
        : settings(folder.path(QStringLiteral("settings.ini")), QSettings::IniFormat), theme(settings, {}),
          window(std::make_unique<ui::MainWindow>(theme, settings, clock))
    {
    }

    QString makeStudy(const std::optional<QString>& passphrase)
    {
        const QString path = folder.path(QStringLiteral("étude.osc"));
        dossier::Access access;
        access.passphrase = passphrase;
        access.weakKeyDerivation = true;
        workflow::addActor(*workflow::Study::create(path, access, clock),
                           QStringLiteral("Association Éveil (fictive)"));
        return path;
    }

    bool waitForStudy()
    {
        return QTest::qWaitFor([this] { return window->desk() != nullptr; }, 15000);
    }

    test::TemporaryFolder folder;
    base::SystemClock clock;
    QSettings settings;
    ui::Theme theme;
    std::unique_ptr<ui::MainWindow> window;
};

TEST_F(Window, OpensEveryScreenAndClosesCleanly)
{
    window->show();
    window->openFile(makeStudy({}));
    ASSERT_TRUE(waitForStudy());
    for (const char* name : {"tableau", "acteurs", "saisie", "analyse"}) {
        window->go({QString::fromLatin1(name), {}, {}});
        QApplication::processEvents();
        ASSERT_TRUE(window->screen(QString::fromLatin1(name)));
        EXPECT_TRUE(window->screen(QString::fromLatin1(name))->isVisible()) << name;
    }
    window->close();
    EXPECT_EQ(window->desk(), nullptr);
    window.reset();
}

TEST_F(Window, ChangingTheTextSizeKeepsTheStudyAndTheScreen)
{
    window->show();
    window->openFile(makeStudy({}));
    ASSERT_TRUE(waitForStudy());
    window->go({QStringLiteral("acteurs"), {}, {}});
    theme.changeScale(+1);
    QApplication::processEvents();
    ASSERT_TRUE(window->desk());
    EXPECT_TRUE(window->screen(QStringLiteral("acteurs"))->isVisible());
    theme.changeScale(0);
}

TEST_F(Window, AsksForThePassphraseInThePage)
{
    window->show();
    window->openFile(makeStudy(QStringLiteral("une phrase assez longue")));
    auto* field = window->findChild<QLineEdit*>(QStringLiteral("phrase"), Qt::FindChildrenRecursively);
    ASSERT_TRUE(field);
    QLineEdit* visible = nullptr;
    const auto prompt = [&] {
        for (QLineEdit* candidate : window->findChildren<QLineEdit*>(QStringLiteral("phrase")))
            if (candidate->isVisible()) visible = candidate;
        return visible != nullptr;
    };
    ASSERT_TRUE(QTest::qWaitFor(prompt, 15000));
    EXPECT_EQ(window->desk(), nullptr);
    QTest::keyClicks(visible, QStringLiteral("autre chose"));
    QTest::keyClick(visible, Qt::Key_Return);
    QTest::qWait(300);
    EXPECT_EQ(window->desk(), nullptr);
    QTest::keyClicks(visible, QStringLiteral("une phrase assez longue"));
    QTest::keyClick(visible, Qt::Key_Return);
    EXPECT_TRUE(waitForStudy());
}

} // namespace
