#include "dossier/dossier.h"
#include "ui/coffre/passphrase_strength.h"
#include "ui/coffre/recovery_sheet.h"
#include "ui/start/new_study.h"
#include "ui/start/recent_studies.h"
#include "ui/widgets/notice.h"
#include "window_fixture.h"
#include "workflow/settings.h"

#include <QCheckBox>
#include <QDir>
#include <QFile>
#include <QLabel>

namespace {

using Start = test::WindowFixture;

struct PhraseCase
{
    const char* phrase;
    int least, most;
};

class Strength : public testing::TestWithParam<PhraseCase>
{
};

TEST_P(Strength, IsToldInFourSteps)
{
    const auto found = ui::passphraseStrength(QString::fromUtf8(GetParam().phrase));
    EXPECT_GE(found.level, GetParam().least) << found.bits;
    EXPECT_LE(found.level, GetParam().most) << found.bits;
    EXPECT_EQ(found.word.isEmpty(), found.level == 0);
    EXPECT_EQ(found.advice.isEmpty(), found.level == 0 || found.level == 4);
}

INSTANTIATE_TEST_SUITE_P(
    Phrases, Strength,
    testing::Values(PhraseCase{"", 0, 0}, PhraseCase{"azerty", 1, 1}, PhraseCase{"motdepasse", 1, 1},
                    PhraseCase{"abcdefghijklmnop", 1, 1}, PhraseCase{"maroc maroc maroc maroc maroc", 1, 1},
                    PhraseCase{"mission oim traite victimes", 1, 1}, PhraseCase{"12345678901234567890", 1, 1},
                    PhraseCase{"brouette nuage", 1, 2}, PhraseCase{"brouette nuage pervenche enclume", 3, 3},
                    PhraseCase{"brouette nuage pervenche enclume gravier", 4, 4}));

TEST_F(Start, ANewStudyAsksForTheSheetOrForItsRefusal)
{
    click(button(QStringLiteral("Créer une étude…")));
    const QString path = folder.path(QStringLiteral("neuve.osc"));
    auto* wizard = window->findChild<ui::NewStudy*>();
    ASSERT_TRUE(wizard && wizard->isVisible());
    seen<QLineEdit>("file")->setText(path);
    click(seen<QPushButton>("next"));
    QTest::keyClicks(seen<QLineEdit>("newPhrase"), QStringLiteral("brouette nuage pervenche"));
    EXPECT_FALSE(seen<QLabel>("strengthWord")->text().isEmpty());
    QTest::keyClicks(seen<QLineEdit>("newPhraseAgain"), QStringLiteral("brouette nuage"));
    click(seen<QPushButton>("next"));
    EXPECT_TRUE(seen<QLabel>("problem")->text().contains(QStringLiteral("diffèrent")));
    QTest::keyClicks(seen<QLineEdit>("newPhraseAgain"), QStringLiteral(" pervenche"));
    click(seen<QPushButton>("next"));
    seen<QLineEdit>("author")->setText(QStringLiteral("Consultante (fictive)"));
    click(seen<QPushButton>("next"));
    ASSERT_TRUE(wizard->sheet()->key());
    const QString key = wizard->sheet()->key()->text();
    EXPECT_EQ(seen<QLabel>("keyGroup")->text(), key.split(u'-').first());
    click(seen<QPushButton>("next"));
    EXPECT_EQ(window->desk(), nullptr);
    EXPECT_FALSE(seen<QLabel>("problem")->text().isEmpty());
    const QString sheet = folder.path(QStringLiteral("feuille.pdf"));
    wizard->sheet()->saveTo(sheet);
    EXPECT_TRUE(QFile::exists(sheet));
    click(seen<QPushButton>("next"));
    ASSERT_TRUE(waitForStudy());
    EXPECT_TRUE(window->desk()->study().dossier().isProtected());
    EXPECT_TRUE(window->desk()->study().dossier().hasRecoveryKey());
    window->close();
    dossier::Access access;
    access.recoveryKey = dossier::RecoveryKey::parse(key).key;
    EXPECT_NO_THROW(dossier::Dossier::open(path, access, clock));
}

TEST_F(Start, ARefusedSheetLeavesNoRecoveryKey)
{
    click(button(QStringLiteral("Créer une étude…")));
    seen<QLineEdit>("file")->setText(folder.path(QStringLiteral("neuve.osc")));
    click(seen<QPushButton>("next"));
    QTest::keyClicks(seen<QLineEdit>("newPhrase"), QStringLiteral("brouette nuage pervenche"));
    QTest::keyClicks(seen<QLineEdit>("newPhraseAgain"), QStringLiteral("brouette nuage pervenche"));
    click(seen<QPushButton>("next"));
    seen<QLineEdit>("author")->setText(QStringLiteral("Consultante (fictive)"));
    click(seen<QPushButton>("next"));
    seen<QCheckBox>("refuseSheet")->setChecked(true);
    click(seen<QPushButton>("next"));
    ASSERT_TRUE(waitForStudy());
    EXPECT_TRUE(window->desk()->study().dossier().isProtected());
    EXPECT_FALSE(window->desk()->study().dossier().hasRecoveryKey());
}

TEST_F(Start, ALostPhraseIsReplacedWithThePrintedKey)
{
    dossier::Access access = keys(QStringLiteral("phrase oubliée depuis"));
    access.recoveryKey = dossier::RecoveryKey::generate();
    const QString path = makeStudy(access);
    window->openFile(path);
    ASSERT_TRUE(waitFor<QPushButton>("lost"));
    click(seen<QPushButton>("lost"));
    QString typed = access.recoveryKey->text();
    const QChar right = typed[7];
    typed[7] = right == u'2' ? u'3' : u'2';
    QTest::keyClicks(seen<QLineEdit>("group1"), typed.remove(u'-').left(5));
    QTest::keyClicks(seen<QLineEdit>("group2"), typed.mid(5, 5));
    for (int i = 3; i <= 8; ++i)
        QTest::keyClicks(seen<QLineEdit>(qPrintable(QStringLiteral("group%1").arg(i))),
                         typed.mid(5 * (i - 1), 5));
    EXPECT_TRUE(seen<QLineEdit>("group2")->property("wrong").toBool());
    EXPECT_FALSE(seen<QLineEdit>("group1")->property("wrong").toBool());
    QLineEdit* second = seen<QLineEdit>("group2");
    second->clear();
    second->setFocus();
    QTest::keyClicks(second, access.recoveryKey->text().split(u'-')[1]);
    EXPECT_FALSE(second->property("wrong").toBool());
    QTest::keyClicks(seen<QLineEdit>("newPhrase"), QStringLiteral("brouette nuage pervenche"));
    QTest::keyClicks(seen<QLineEdit>("newPhraseAgain"), QStringLiteral("brouette nuage pervenche"));
    QTest::keyClick(seen<QLineEdit>("newPhraseAgain"), Qt::Key_Return);
    ASSERT_TRUE(waitForStudy());
    window->close();
    EXPECT_NO_THROW(dossier::Dossier::open(path, keys(QStringLiteral("brouette nuage pervenche")), clock));
    EXPECT_THROW(dossier::Dossier::open(path, keys(QStringLiteral("phrase oubliée depuis")), clock),
                 base::Error);
}

TEST_F(Start, AStudyOpenElsewhereIsOfferedForReading)
{
    const QString path = makeStudy(keys({}));
    const auto elsewhere = dossier::Dossier::open(path, keys({}), clock);
    window->openFile(path);
    const auto offered = [this] { return button(QStringLiteral("Ouvrir en lecture seule")) != nullptr; };
    ASSERT_TRUE(QTest::qWaitFor(offered, 15000));
    EXPECT_EQ(window->desk(), nullptr);
    click(button(QStringLiteral("Ouvrir en lecture seule")));
    ASSERT_TRUE(waitForStudy());
    EXPECT_EQ(window->desk()->study().dossier().readOnlyReason(), dossier::ReadOnlyReason::Locked);
    EXPECT_TRUE(button(QStringLiteral("Réessayer d’écrire")));
}

TEST_F(Start, AnOlderStateOpensOnlyOnceAccepted)
{
    const QString path = makeStudy(keys({})), kept = folder.path(QStringLiteral("avant.osc"));
    ASSERT_TRUE(QFile::copy(path, kept));
    ASSERT_TRUE(open(path));
    window->desk()->write([this](workflow::Study& study) {
        return workflow::setSetting(study, workflow::key::Mission, QStringLiteral("Autre mission"));
    });
    window->desk()->waitForWrites();
    window->close();
    ASSERT_TRUE(QFile::remove(path));
    ASSERT_TRUE(QFile::rename(kept, path));
    window->show();
    window->openFile(path);
    ASSERT_TRUE(waitFor<QPushButton>("acceptOlder"));
    EXPECT_EQ(window->desk(), nullptr);
    click(seen<QPushButton>("acceptOlder"));
    ASSERT_TRUE(waitForStudy());
    window->close();
    window->show();
    EXPECT_TRUE(open(path)) << "accepted once, it opens without a question";
}

TEST_F(Start, RecentStudiesSayTheirProtectionAndTheirBackup)
{
    const QDateTime now = clock.nowUtc();
    EXPECT_EQ(ui::ageWords({}, now), QStringLiteral("jamais"));
    EXPECT_EQ(ui::ageWords(now.addSecs(-3 * 3600), now), QStringLiteral("il y a 3 h"));
    EXPECT_EQ(ui::ageWords(now.addDays(-1), now), QStringLiteral("il y a 1 jour"));
    const QString path = makeStudy(keys({}));
    ASSERT_TRUE(open(path));
    const auto recent = ui::recentStudies(settings);
    ASSERT_EQ(recent.size(), 1u);
    EXPECT_EQ(recent[0].path, path);
    EXPECT_FALSE(recent[0].isProtected);
    EXPECT_TRUE(recent[0].opened.isValid());
    EXPECT_FALSE(recent[0].backedUp.isValid());
}

} // namespace
