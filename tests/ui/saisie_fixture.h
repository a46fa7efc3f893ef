#pragma once
#include "support/temporary_folder.h"
#include "ui/saisie/answer_editor.h"
#include "ui/saisie/entry_screen.h"
#include "ui/saisie/question_card.h"
#include "workflow/entry.h"
#include "workflow/study.h"

#include <QApplication>
#include <QLineEdit>
#include <QSettings>
#include <QTest>

#include <gtest/gtest.h>

namespace test {

/// The entry screen over a study on disk with two actors, as the window would show it.
class EntryFixture : public testing::Test
{
protected:
    EntryFixture() : settings(folder.path(QStringLiteral("settings.ini")), QSettings::IniFormat)
    {
        auto study = workflow::Study::create(path, {}, clock);
        for (const char* name : {"Association Une (fictive)", "Association Deux (fictive)"})
            ids << workflow::addActor(*study, QString::fromLatin1(name), QStringLiteral("E. Fictive")).id;
        desk = std::make_unique<ui::Desk>(std::move(study), settings);
    }
    ~EntryFixture() override { screen.reset(); }

    void open(const char* question, int actor = 0)
    {
        if (!screen) {
            screen = std::make_unique<ui::EntryScreen>(*desk);
            screen->resize(1100, 700);
            screen->show();
            screen->activate();
            QApplication::setActiveWindow(screen.get());
        }
        screen->open({QStringLiteral("saisie"), ids[actor], QString::fromLatin1(question)});
        settle();
    }

    /// Lets the writes end and the windows hear of them.
    void settle()
    {
        desk->waitForWrites();
        QTest::qWait(50);
    }

    void commit(const char* question, const char* value)
    {
        const questionnaire::Question* known = desk->study().form().question(QString::fromLatin1(question));
        screen->session()->commit(screen->session()->pathOf(*known),
                                  questionnaire::Answer::of(QString::fromUtf8(value)));
    }

    ui::QuestionCard* card(const char* question) const
    {
        return screen->page()->card(QString::fromLatin1(question));
    }
    QLineEdit* field(const char* question) const
    {
        return qobject_cast<QLineEdit*>(card(question)->editor()->focusTarget());
    }
    void type(const char* question, const char* keys)
    {
        QLineEdit* line = field(question);
        line->setFocus();
        line->selectAll();
        QTest::keyClicks(line, QString::fromUtf8(keys));
        QTest::keyClick(line, Qt::Key_Return);
    }
    QString stored(const char* question, int actor = 0)
    {
        settle();
        return desk->study().dossier().answers(ids[actor]).actor.at(QString::fromLatin1(question)).value;
    }

    TemporaryFolder folder;
    QString path = folder.path(QStringLiteral("étude.osc"));
    base::FixedClock clock{QDateTime(QDate(2015, 1, 5), QTime(10, 0), Qt::UTC)};
    QSettings settings;
    QStringList ids;
    std::unique_ptr<ui::Desk> desk;
    std::unique_ptr<ui::EntryScreen> screen;
};

} // namespace test
