#include "ui/coffre/backups.h"
#include "ui/coffre/passphrase_fields.h"
#include "ui/coffre/recovery_sheet.h"
#include "ui/etude/closing_page.h"
#include "ui/etude/key_choice.h"
#include "ui/etude/merge_page.h"
#include "ui/etude/protection_page.h"
#include "ui/etude/share_page.h"
#include "ui/saisie/entry_screen.h"
#include "ui/saisie/entry_session.h"
#include "ui/shell/idle_lock.h"
#include "ui/widgets/notice.h"
#include "window_fixture.h"
#include "workflow/settings.h"

#include <QCheckBox>
#include <QClipboard>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QToolButton>

namespace {

const QString phrase = QStringLiteral("brouette nuage pervenche");

class StudyPages : public test::WindowFixture
{
protected:
    template <class T> T* page(const char* name)
    {
        window->go({QStringLiteral("etude"), {}, QString::fromLatin1(name)});
        QApplication::processEvents();
        return window->findChild<T*>();
    }

    /// With Ctrl, as the window system would tell it.
    void press(Qt::Key key)
    {
        window->activateWindow();
        ASSERT_TRUE(QTest::qWaitForWindowActive(window.get()));
        QTest::keyClick(window->windowHandle(), key, Qt::ControlModifier);
    }

    void unlock(const QString& typed)
    {
        QTest::keyClicks(seen<QLineEdit>("phrase"), typed);
        QTest::keyClick(seen<QLineEdit>("phrase"), Qt::Key_Return);
    }

    /// A second laptop: a copy of the study in which one setting was changed.
    QString otherCopy(const QString& path, const dossier::Access& access)
    {
        const QString copy = folder.path(QStringLiteral("autre.osc"));
        EXPECT_TRUE(QFile::copy(path, copy));
        const auto study = workflow::Study::open(copy, access, clock);
        EXPECT_TRUE(
            workflow::setSetting(*study, workflow::key::Mission, QStringLiteral("Vue d’ailleurs")).ok());
        return copy;
    }
};

TEST_F(StudyPages, OneKeyHidesEverythingAndReopensWhereItWas)
{
    const QString path = makeStudy(keys(phrase));
    window->openFile(path);
    ASSERT_TRUE(waitFor<QLineEdit>("phrase"));
    unlock(phrase);
    ASSERT_TRUE(waitForStudy());
    window->go({QStringLiteral("saisie"), record, {}});
    window->activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(window.get()));
    QApplication::clipboard()->setText(QStringLiteral("nom confidentiel"));
    press(Qt::Key_L);
    EXPECT_EQ(window->desk(), nullptr);
    ASSERT_TRUE(seen<QLineEdit>("phrase"));
    EXPECT_TRUE(QApplication::clipboard()->text().isEmpty());
    EXPECT_EQ(window->windowTitle(), QStringLiteral("CartOSC"));
    EXPECT_NO_THROW(dossier::Dossier::open(path, keys(phrase), clock)) << "the file is free";
    unlock(QStringLiteral("autre chose"));
    QTest::qWait(200);
    EXPECT_EQ(window->desk(), nullptr);
    unlock(phrase);
    ASSERT_TRUE(waitForStudy());
    auto* entry = qobject_cast<ui::EntryScreen*>(window->screen(QStringLiteral("saisie")));
    ASSERT_TRUE(entry && entry->isVisible());
    ASSERT_TRUE(entry->session());
    EXPECT_EQ(entry->session()->record(), record);
}

TEST_F(StudyPages, OnlyAProtectedStudyLocksItselfAfterIdleness)
{
    ASSERT_TRUE(open(makeStudy(keys({}))));
    Q_EMIT window->idleLock()->expired();
    ASSERT_EQ(window->desk(), nullptr) << "the key locks any study";
    EXPECT_FALSE(seen<QLineEdit>("phrase"));
    click(seen<QPushButton>("open"));
    ASSERT_TRUE(waitForStudy());
    QTest::qWait(50);
    EXPECT_NE(window->desk(), nullptr);
    window->idleLock()->setInterval(80);
    for (int i = 0; i < 6; ++i) {
        QTest::qWait(30);
        QTest::mouseMove(window.get(), QPoint(10 + i, 10));
        QTest::keyClick(window.get(), Qt::Key_Shift);
        ASSERT_NE(window->desk(), nullptr) << "whoever works is not locked out";
    }
    EXPECT_TRUE(QTest::qWaitFor([this] { return !window->desk(); }, 2000));
}

TEST_F(StudyPages, BacksUpWithAKeyAndTellsTheAge)
{
    const QString path = makeStudy(keys(phrase));
    window->openFile(path);
    ASSERT_TRUE(waitFor<QLineEdit>("phrase"));
    unlock(phrase);
    ASSERT_TRUE(waitForStudy());
    EXPECT_TRUE(window->backups()->isDue());
    EXPECT_TRUE(seen<QToolButton>("backupAge")->property("due").toBool());
    const QString stick = folder.path(QStringLiteral("clé"));
    ASSERT_TRUE(QDir().mkpath(stick));
    window->backups()->setFolder(stick);
    press(Qt::Key_S);
    ASSERT_TRUE(QTest::qWaitFor([this] { return !window->backups()->isRunning(); }, 15000));
    EXPECT_FALSE(window->backups()->isDue());
    const QStringList copies = QDir(stick).entryList({QStringLiteral("*.osc")});
    ASSERT_EQ(copies.size(), 1);
    EXPECT_NO_THROW(dossier::Dossier::open(QDir(stick).filePath(copies[0]), keys(phrase), clock));
    EXPECT_EQ(seen<QToolButton>("backupAge")->text(), QStringLiteral("sauvegardée à l’instant"));
}

TEST_F(StudyPages, ChangesThePassphraseOnceTheSheetIsMade)
{
    const QString path = makeStudy(keys({}));
    ASSERT_TRUE(open(path));
    auto* protection = page<ui::ProtectionPage>("protection");
    click(seen<QPushButton>("changePhrase"));
    QTest::keyClicks(seen<QLineEdit>("newPhrase"), phrase);
    QTest::keyClicks(seen<QLineEdit>("newPhraseAgain"), phrase);
    click(seen<QPushButton>("applyPhrase"));
    ASSERT_TRUE(protection->sheet()->isVisible());
    click(seen<QPushButton>("applyPhrase"));
    EXPECT_FALSE(window->desk()->study().dossier().isProtected()) << "not before the sheet is made";
    protection->sheet()->saveTo(folder.path(QStringLiteral("feuille.pdf")));
    click(seen<QPushButton>("applyPhrase"));
    ASSERT_TRUE(QTest::qWaitFor([this] { return window->desk()->study().dossier().isProtected(); }, 15000));
    QTest::qWait(50);
    EXPECT_EQ(window->desk()->access().passphrase, phrase);
    window->close();
    EXPECT_NO_THROW(dossier::Dossier::open(path, keys(phrase), clock));
}

TEST_F(StudyPages, MergesAnotherCopyAndReports)
{
    const QString path = makeStudy(keys({}));
    const QString copy = otherCopy(path, keys({}));
    ASSERT_TRUE(open(path));
    auto* merge = page<ui::MergePage>("fusion");
    merge->mergeNow(copy);
    const auto settled = [this] {
        return seen<QLabel>("mergeReport")->property("tone") == QStringLiteral("good");
    };
    ASSERT_TRUE(QTest::qWaitFor(settled, 15000)) << qPrintable(seen<QLabel>("mergeReport")->text());
    EXPECT_EQ(window->desk()->study().dossier().setting(workflow::key::Mission),
              QStringLiteral("Vue d’ailleurs"));
    merge->mergeNow(copy);
    QTest::qWait(20);
    ASSERT_TRUE(QTest::qWaitFor(settled, 15000));
    EXPECT_TRUE(seen<QLabel>("mergeReport")->text().contains(QStringLiteral("déjà là")));
}

TEST_F(StudyPages, AFileChangedUnderneathIsReopenedAndMerged)
{
    const QString path = makeStudy(keys({}));
    const QString copy = otherCopy(path, keys({}));
    ASSERT_TRUE(open(path));
    ASSERT_TRUE(QFile::remove(path));
    ASSERT_TRUE(QFile::rename(copy, path));
    window->desk()->write([](workflow::Study& study) {
        return workflow::setSetting(study, workflow::key::Client, QStringLiteral("Fait ici"));
    });
    const auto offered = [this] { return button(QStringLiteral("Rouvrir et fusionner")) != nullptr; };
    ASSERT_TRUE(QTest::qWaitFor(offered, 15000));
    click(button(QStringLiteral("Rouvrir et fusionner")));
    const auto both = [this] {
        return window->desk() &&
               window->desk()->study().dossier().setting(workflow::key::Mission) ==
                   QStringLiteral("Vue d’ailleurs") &&
               window->desk()->study().dossier().setting(workflow::key::Client) == QStringLiteral("Fait ici");
    };
    EXPECT_TRUE(QTest::qWaitFor(both, 15000));
}

TEST_F(StudyPages, SharesWithTheTeamAndTheIomOnceItSaysWhatIsWithheld)
{
    ASSERT_TRUE(open(makeStudy(keys({}))));
    auto* share = page<ui::SharePage>("partage");
    const QString parcel = folder.path(QStringLiteral("paquet.osc"));
    share->make(ui::SharePage::For::Team, parcel);
    EXPECT_TRUE(QTest::qWaitFor([&] { return QFile::exists(parcel); }, 15000));
    QPushButton* make = button(QStringLiteral("Faire le dossier…"));
    ASSERT_TRUE(make);
    EXPECT_FALSE(make->isEnabled());
    click(seen<QPushButton>("previewWithheld"));
    ASSERT_TRUE(QTest::qWaitFor([&] { return make->isEnabled(); }, 15000));
    window->desk()->write([](workflow::Study& study) {
        return workflow::setSetting(study, workflow::key::Mission, QStringLiteral("Autre objet"));
    });
    EXPECT_TRUE(QTest::qWaitFor([&] { return !make->isEnabled(); }, 15000))
        << "what was seen is no longer so";
    click(seen<QPushButton>("previewWithheld"));
    ASSERT_TRUE(QTest::qWaitFor([&] { return make->isEnabled(); }, 15000));
    ui::KeyChoice* keysOfIom = share->keys(ui::SharePage::For::Iom);
    EXPECT_FALSE(keysOfIom->problem().isEmpty());
    QTest::keyClicks(keysOfIom->findChild<QLineEdit*>(QStringLiteral("newPhrase")), phrase);
    QTest::keyClicks(keysOfIom->findChild<QLineEdit*>(QStringLiteral("newPhraseAgain")), phrase);
    EXPECT_TRUE(keysOfIom->problem().isEmpty());
    const QString handed = folder.path(QStringLiteral("oim.osc"));
    share->make(ui::SharePage::For::Iom, handed);
    ASSERT_TRUE(QTest::qWaitFor([&] { return QFile::exists(handed) && make->isEnabled(); }, 15000));
    const auto received = workflow::Study::open(handed, keys(phrase), clock);
    EXPECT_TRUE(workflow::isReviewerDossier(*received));
}

TEST_F(StudyPages, ClosesTheMissionWithItsReceipt)
{
    const QString path = makeStudy(keys({}));
    ASSERT_TRUE(workflow::setSetting(*workflow::Study::open(path, keys({}), clock), workflow::key::Consultant,
                                     QStringLiteral("Consultante (fictive)"))
                    .ok());
    ASSERT_TRUE(open(path));
    auto* closing = page<ui::ClosingPage>("cloture");
    EXPECT_FALSE(seen<QPushButton>("startClosing")) << "nothing before the counts are seen";
    click(seen<QPushButton>("planClosing"));
    ASSERT_TRUE(waitFor<QLineEdit>("confirmClosing"));
    EXPECT_FALSE(seen<QPushButton>("startClosing")->isEnabled());
    QTest::keyClicks(seen<QLineEdit>("confirmClosing"), QStringLiteral("Clore"));
    EXPECT_TRUE(seen<QPushButton>("startClosing")->isEnabled());
    seen<QCheckBox>("consentDestroy")->click();
    EXPECT_FALSE(seen<QPushButton>("startClosing")) << "what was confirmed is no longer what is asked";
    click(seen<QPushButton>("planClosing"));
    ASSERT_TRUE(waitFor<QLineEdit>("confirmClosing"));
    QTest::keyClicks(seen<QLineEdit>("confirmClosing"), QStringLiteral("clore"));
    EXPECT_FALSE(seen<QPushButton>("startClosing")->isEnabled()) << "destroying asks for its own word";
    seen<QCheckBox>("consentDestroy")->click();
    const QString place = folder.path(QStringLiteral("clôture"));
    closing->closeIn(place);
    const auto offered = [this] { return button(QStringLiteral("Ouvrir le reçu")) != nullptr; };
    ASSERT_TRUE(QTest::qWaitFor(offered, 60000));
    EXPECT_TRUE(QFile::exists(QDir(place).filePath(QStringLiteral("recu.pdf"))));
    EXPECT_EQ(QDir(QDir(place).filePath(QStringLiteral("garde"))).entryList({QStringLiteral("*.osc")}).size(),
              1);
    EXPECT_NE(window->desk(), nullptr);
    EXPECT_EQ(window->desk()->study().dossier().recordCount(), 1) << "nothing is destroyed without consent";
}

} // namespace
