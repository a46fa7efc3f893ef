#include "base/error.h"
#include "base/platform/files.h"
#include "dossier/dossier.h"
#include "dossier/transaction.h"
#include "support/temporary_folder.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

#include <gtest/gtest.h>
#include <sys/resource.h>

using dossier::Access;
using dossier::Dossier;
using dossier::RecoveryKey;
using dossier::Transaction;
using questionnaire::Answer;

namespace {

const QString Marker = QStringLiteral("MARQUEURCONFIDENTIEL");

/// Files that hold the marker, under a folder and behind every descriptor of this process.
QStringList leaks(const QString& folder)
{
    QStringList files, found;
    for (QDirIterator it(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories); it.hasNext();)
        files << it.next();
    for (const QString& descriptor :
         QDir(QStringLiteral("/proc/self/fd")).entryList(QDir::NoDotAndDotDot | QDir::AllEntries))
        files << QStringLiteral("/proc/self/fd/") + descriptor; // deleted files too
    for (const QString& name : files) {
        if (!QFileInfo(name).isFile()) continue;
        const QByteArray bytes = test::readAll(name);
        const QByteArray utf16(reinterpret_cast<const char*>(Marker.utf16()), Marker.size() * 2);
        if (bytes.contains(Marker.toUtf8()) || bytes.contains(utf16) ||
            bytes.toLower().contains(Marker.toLower().toUtf8()))
            found << name;
    }
    return found;
}

} // namespace

TEST(Plaintext, nothingReachesTheDiskDuringAndAfterASession)
{
    const test::TemporaryFolder folder;
    qputenv("TMPDIR", QFile::encodeName(folder.path()));
    qputenv("SQLITE_TMPDIR", QFile::encodeName(folder.path()));
    const base::SystemClock clock;
    const QString path = folder.path(QStringLiteral("a.osc"));
    Access access;
    access.passphrase = Marker + QStringLiteral(" phrase");
    access.author = Marker + QStringLiteral(" auteur");
    access.recoveryKey = RecoveryKey::generate();
    access.seenStates = std::make_shared<dossier::SeenStates>(folder.path(QStringLiteral("mémoire")));
    access.weakKeyDerivation = true;
    const auto enter = [&](Dossier& d, int count) {
        d.transact(QStringLiteral("entry"), [&](Transaction& t) {
            for (int i = 0; i < count; ++i) {
                const QString id = createRecord(t);
                setAnswer(t, dossier::entity::Record, id, QStringLiteral("id_nom_fr"),
                          Answer::of(Marker + QString::number(i)));
                setComment(t, dossier::entity::Record, id, QStringLiteral("id_nom_fr"), Marker.repeated(3));
            }
        });
    };
    const auto noLeak = [&](const char* when) {
        EXPECT_EQ(leaks(folder.path()), QStringList())
            << when << leaks(folder.path()).join(u' ').toStdString();
    };

    auto d = Dossier::create(path, access, clock);
    enter(*d, 2000);
    noLeak("after a save");
    const QString id =
        d->attach({Marker.toUtf8().repeated(20'000), Marker, QStringLiteral("text/plain"), {}});
    noLeak("after an attachment");
    EXPECT_EQ(d->readAttachment(id).size(), Marker.size() * 20'000);
    d->setting(Marker);
    dossier::RecordFilter filter;
    filter.text = Marker;
    d->records(filter);
    d->compact();
    noLeak("after compaction");
    d->changePassphrase(Marker + QStringLiteral(" autre"), *access.recoveryKey);
    enter(*d, 3);
    noLeak("after a change of passphrase");
    const QByteArray torn = test::readAll(path).chopped(10);
    d->close();
    noLeak("after closing");
    d.reset();
    folder.write(QStringLiteral("a.osc"), torn);
    access.passphrase.reset();
    d = Dossier::open(path, access, clock);
    EXPECT_GT(d->recoveredTailBytes(), 0);
    QFile::remove(path);
    folder.write(QStringLiteral("a.osc"), torn);
    EXPECT_THROW(enter(*d, 1), base::Error);
    EXPECT_EQ(QDir(folder.path()).entryList({QStringLiteral("*conflit*")}, QDir::Files).size(), 1);
    d.reset();
    noLeak("after an interrupted save and a conflict");
    EXPECT_FALSE(QDir(folder.path()).isEmpty());

    // The search finds what it should.
    folder.write(QStringLiteral("témoin"), "…" + Marker.toUtf8());
    EXPECT_EQ(leaks(folder.path()).size(), 1);
}

TEST(Plaintext, crashesLeaveNoMemoryBehind)
{
    base::platform::hardenProcess();
    struct rlimit limit
    {
    };
    getrlimit(RLIMIT_CORE, &limit);
    EXPECT_EQ(limit.rlim_cur, 0U);
    EXPECT_EQ(limit.rlim_max, 0U);
}
