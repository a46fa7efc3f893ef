#include "ui/etude/key_choice.h"
#include "ui/etude/merge_page.h"
#include "ui/etude/share_page.h"
#include "window_fixture.h"
#include "workflow/reader_keys.h"
#include "workflow/review.h"

#include <QClipboard>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QTimer>
#include <QToolButton>

namespace {

struct ReaderKey : test::WindowFixture
{
    ReaderKey() { QApplication::setAttribute(Qt::AA_DontUseNativeDialogs); }

    /// Types in the chooser that the click will open, as whoever sits there.
    void clickAndChoose(const char* name, const QString& path)
    {
        QTimer chooser;
        QObject::connect(&chooser, &QTimer::timeout, [&] {
            auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
            if (!dialog) return;
            chooser.stop();
            auto* typed = dialog->findChild<QLineEdit*>(QStringLiteral("fileNameEdit"));
            typed->setText(path);
            QTest::keyClick(typed, Qt::Key_Return);
        });
        chooser.start(20);
        click(seen<QPushButton>(name));
    }

    /// A dossier for the IOM that only the holder of `key` opens.
    QString sealedFor(const dossier::PublicKey& key)
    {
        const auto study = workflow::Study::open(makeStudy(keys({})), keys({}), clock);
        dossier::Access access;
        access.readers.push_back(key);
        const QString path = folder.path(QStringLiteral("pour relecture.osc"));
        EXPECT_TRUE(workflow::shareWithIom(*study, path, access).ok());
        return path;
    }

    const QString keyFile = folder.path(QStringLiteral("relectrice.cle"));
};

TEST_F(ReaderKey, IsMadeInTheStartScreenAndOpensWhatWasSealedForIt)
{
    click(seen<QPushButton>("readerKey"));
    clickAndChoose("createReaderKey", keyFile);
    ASSERT_TRUE(QFile::exists(keyFile));
    click(seen<QPushButton>("copyPublicKey"));
    const auto sent = dossier::PublicKey::parse(QApplication::clipboard()->text());
    ASSERT_TRUE(sent);
    EXPECT_EQ(seen<QLineEdit>("ownPublicKey")->text(), sent->text());
    const QString received = sealedFor(*sent);
    window->openFile(received);
    ASSERT_TRUE(waitFor<QPushButton>("reader"));
    clickAndChoose("reader", keyFile);
    ASSERT_TRUE(waitForStudy());
    EXPECT_TRUE(workflow::isReviewerDossier(window->desk()->study()));
    EXPECT_EQ(window->desk()->study().dossier().recordCount(), 1);
}

TEST_F(ReaderKey, OfSomeoneElseOpensNothingAndSaysSo)
{
    const QString received = sealedFor(dossier::PrivateKey::generate().publicKey());
    workflow::createReaderKey(keyFile);
    window->openFile(received);
    ASSERT_TRUE(waitFor<QPushButton>("reader"));
    clickAndChoose("reader", keyFile);
    const auto refused = [this] {
        return seen<QLabel>("problem") &&
               seen<QLabel>("problem")->text().contains(QStringLiteral("une autre"));
    };
    EXPECT_TRUE(QTest::qWaitFor(refused, 15000));
    EXPECT_EQ(window->desk(), nullptr);
    clickAndChoose("reader", received);
    EXPECT_TRUE(seen<QLabel>("problem")->text().contains(QStringLiteral("ne contient pas de clé")));
}

TEST_F(ReaderKey, IsShownAgainAndNeverReplaced)
{
    const QString made = workflow::createReaderKey(keyFile).text();
    click(seen<QPushButton>("readerKey"));
    EXPECT_FALSE(seen<QLineEdit>("ownPublicKey"));
    clickAndChoose("createReaderKey", keyFile);
    EXPECT_FALSE(seen<QLineEdit>("ownPublicKey")) << "a key is there already";
    EXPECT_FALSE(seen<QLabel>("readerKeyTold")->text().isEmpty());
    clickAndChoose("showReaderKey", keyFile);
    ASSERT_TRUE(seen<QLineEdit>("ownPublicKey"));
    EXPECT_EQ(seen<QLineEdit>("ownPublicKey")->text(), made);
}

TEST_F(ReaderKey, ServesBothWaysBetweenTwoPeople)
{
    // The consultant seals the dossier for the reviewer from the page, the reviewer the return for the
    // consultant.
    const dossier::PublicKey reviewer = workflow::createReaderKey(keyFile);
    const QString ownFile = folder.path(QStringLiteral("consultante.cle"));
    const dossier::PublicKey consultant = workflow::createReaderKey(ownFile);
    const QString study = makeStudy(keys({})), handed = folder.path(QStringLiteral("oim.osc"));
    ASSERT_TRUE(open(study));
    window->go({QStringLiteral("etude"), {}, QStringLiteral("partage")});
    auto* share = window->findChild<ui::SharePage*>();
    auto* choice = share->keys(ui::SharePage::For::Iom);
    for (QToolButton* way : choice->findChildren<QToolButton*>())
        if (way->text().contains(QStringLiteral("publique"))) QTest::mouseClick(way, Qt::LeftButton);
    QTest::keyClicks(seen<QLineEdit>("publicKey"), QStringLiteral("OSC-PUB:faux"));
    EXPECT_FALSE(choice->problem().isEmpty());
    seen<QLineEdit>("publicKey")->setText(reviewer.text());
    EXPECT_TRUE(choice->problem().isEmpty());
    share->make(ui::SharePage::For::Iom, handed);
    ASSERT_TRUE(
        QTest::qWaitFor([&] { return QFile::exists(handed) && choice->problem() != QString(); }, 15000));
    window->close();

    dossier::Access access, sealed;
    base::Issues issues;
    access.privateKey = workflow::readReaderKey(keyFile, issues);
    sealed.readers.push_back(consultant);
    const QString sentBack = folder.path(QStringLiteral("retour.osc"));
    {
        const auto received = workflow::Study::open(handed, access, clock);
        workflow::Comment comment;
        comment.text = QStringLiteral("Préciser la méthode.");
        comment.shared = true;
        ASSERT_TRUE(workflow::saveComment(*received, comment).ok());
        ASSERT_TRUE(workflow::shareReturn(*received, sentBack, sealed).ok());
    }
    window->show();
    ASSERT_TRUE(open(study));
    window->go({QStringLiteral("etude"), {}, QStringLiteral("fusion")});
    auto* merge = window->findChild<ui::MergePage*>();
    const auto told = [this](const char* tone) {
        return seen<QLabel>("mergeReport")->property("tone") == QString::fromLatin1(tone);
    };
    merge->takeReturn(sentBack);
    ASSERT_TRUE(QTest::qWaitFor([&] { return told("error"); }, 15000)) << "sealed for a key not given yet";
    clickAndChoose("otherReader", ownFile);
    merge->takeReturn(sentBack);
    ASSERT_TRUE(QTest::qWaitFor([&] { return told("good"); }, 15000))
        << qPrintable(seen<QLabel>("mergeReport")->text());
    EXPECT_EQ(workflow::comments(window->desk()->study()).size(), 1U);
}

} // namespace
