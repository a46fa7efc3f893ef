#pragma once
#include "support/temporary_folder.h"
#include "ui/shell/main_window.h"
#include "ui/theme/theme.h"
#include "workflow/backup.h"
#include "workflow/entry.h"

#include <QApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QTest>

#include <gtest/gtest.h>

namespace test {

/// A window with settings and memory of its own, and a study beside it.
class WindowFixture : public testing::Test
{
protected:
    WindowFixture()
        : settings(folder.path(QStringLiteral("settings.ini")), QSettings::IniFormat), theme(settings, {})
    {
        qputenv("XDG_DATA_HOME", folder.path(QStringLiteral("memory")).toUtf8());
        window = std::make_unique<ui::MainWindow>(theme, settings, clock);
        window->resize(1280, 800);
        window->show();
    }

    dossier::Access keys(const std::optional<QString>& passphrase) const
    {
        dossier::Access access;
        access.passphrase = passphrase;
        access.weakKeyDerivation = true;
        return access;
    }

    QString makeStudy(const dossier::Access& access, const QString& name = QStringLiteral("étude.osc"))
    {
        const QString path = folder.path(name);
        record = workflow::addActor(*workflow::Study::create(path, access, clock),
                                    QStringLiteral("Association Éveil (fictive)"))
                     .id;
        return path;
    }

    bool open(const QString& path)
    {
        window->openFile(path);
        return waitForStudy();
    }

    bool waitForStudy()
    {
        return QTest::qWaitFor([this] { return window->desk() != nullptr; }, 15000);
    }

    /// The one of this name that is seen.
    template <class T> T* seen(const char* name)
    {
        QApplication::processEvents();
        for (T* widget : window->findChildren<T*>(QString::fromLatin1(name)))
            if (widget->isVisible()) return widget;
        return nullptr;
    }

    template <class T> bool waitFor(const char* name)
    {
        return QTest::qWaitFor([this, name] { return seen<T>(name) != nullptr; }, 15000);
    }

    /// The button with these words that is seen.
    QPushButton* button(const QString& words)
    {
        QApplication::processEvents();
        for (QPushButton* item : window->findChildren<QPushButton*>())
            if (item->isVisible() && item->text() == words) return item;
        return nullptr;
    }

    void click(QPushButton* item)
    {
        ASSERT_TRUE(item);
        QTest::mouseClick(item, Qt::LeftButton);
    }

    TemporaryFolder folder;
    base::SystemClock clock;
    QSettings settings;
    ui::Theme theme;
    std::unique_ptr<ui::MainWindow> window;
    QString record;
};

} // namespace test
