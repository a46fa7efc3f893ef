#pragma once
#include "support/temporary_folder.h"
#include "ui/analyse/analysis_screen.h"
#include "ui/analyse/robustness_page.h"
#include "workflow/demo.h"

#include <QApplication>
#include <QSettings>
#include <QTest>

#include <gtest/gtest.h>

namespace test {

/// The screen Analyse on a study.
struct AnalysisFixture : testing::Test
{
    TemporaryFolder folder;
    base::FixedClock clock{QDateTime(QDate(2015, 2, 27), QTime(12, 0), Qt::UTC)};
    QSettings settings{folder.path(QStringLiteral("settings.ini")), QSettings::IniFormat};
    std::unique_ptr<ui::Desk> desk;
    std::unique_ptr<ui::AnalysisScreen> screen;

    std::shared_ptr<workflow::Study> newStudy()
    {
        return workflow::Study::create(folder.path(QStringLiteral("essai.osc")), {}, clock);
    }

    void show(std::shared_ptr<workflow::Study> study)
    {
        desk = std::make_unique<ui::Desk>(std::move(study), settings);
        screen = std::make_unique<ui::AnalysisScreen>(*desk);
        screen->resize(1000, 720);
        screen->show();
        screen->activate();
    }

    /// A demonstration study, its model locked, once everything is calculated and drawn.
    void showDemonstration()
    {
        auto study = newStudy();
        workflow::fillDemonstration(*study, 60, 3);
        show(std::move(study));
        ASSERT_TRUE(QTest::qWaitFor([this] { return screen->evidenceToClaim() != nullptr; }, 30000));
        ASSERT_TRUE(waitForDraws());
    }

    bool waitForDraws()
    {
        const bool drawn =
            QTest::qWaitFor([this] { return screen->robustness()->found().has_value(); }, 30000);
        QApplication::processEvents(); // what was just added is laid out
        return drawn;
    }

    template <class T> T* seen(const char* name)
    {
        for (T* widget : screen->findChildren<T*>(QString::fromLatin1(name)))
            if (widget->isVisible()) return widget;
        for (QWidget* part : {screen->header(), static_cast<QWidget*>(screen->panel())})
            if (T* widget = part->findChild<T*>(QString::fromLatin1(name))) return widget;
        return nullptr;
    }
};

} // namespace test
