#include "base/error.h"
#include "dossier/dossier.h"
#include "dossier/transaction.h"
#include "support/temporary_folder.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <atomic>
#include <cerrno>
#include <condition_variable>
#include <csignal>
#include <dlfcn.h>
#include <gtest/gtest.h>
#include <mutex>
#include <sys/resource.h>
#include <thread>

namespace {

/// A disk that can be told to fail, or to take its time.
struct Disk
{
    std::mutex mutex;
    std::condition_variable changed;
    bool failing = false, held = false;
    int waiting = 0;
    std::atomic<int> syncs = 0;
} disk;

} // namespace

// The program's own fsync stands before the C library's.
extern "C" int fsync(int descriptor)
{
    static const auto real = reinterpret_cast<int (*)(int)>(dlsym(RTLD_NEXT, "fsync"));
    std::unique_lock lock(disk.mutex);
    ++disk.syncs;
    if (disk.failing) {
        errno = EIO;
        return -1;
    }
    ++disk.waiting;
    disk.changed.notify_all();
    disk.changed.wait(lock, [] { return !disk.held; });
    --disk.waiting;
    return real(descriptor);
}

using dossier::Access;
using dossier::Dossier;
using dossier::Transaction;
using questionnaire::Answer;

namespace {

const QString Record = dossier::entity::Record;
const QString Name = QStringLiteral("id_nom_fr");

class DurabilityTest : public testing::Test
{
protected:
    test::TemporaryFolder folder;
    base::SystemClock clock;
    QString path = folder.path(QStringLiteral("a.osc"));
    QString id;

    std::unique_ptr<Dossier> create()
    {
        auto d = Dossier::create(path, {}, clock);
        d->transact(QStringLiteral("entry"), [&](Transaction& t) { id = createRecord(t); });
        return d;
    }
    void name(Dossier& d, const QString& value)
    {
        d.transact(QStringLiteral("entry"),
                   [&](Transaction& t) { setAnswer(t, Record, id, Name, Answer::of(value)); });
    }
    QStringList files() const { return QDir(folder.path()).entryList(QDir::Files); }
    void TearDown() override
    {
        const std::lock_guard lock(disk.mutex);
        disk.failing = disk.held = false;
        disk.changed.notify_all();
    }
};

} // namespace

TEST_F(DurabilityTest, readersGoOnWhileASaveWaitsForTheDisk)
{
    auto d = create();
    std::atomic<bool> acknowledged = false;
    {
        const std::lock_guard lock(disk.mutex);
        disk.held = true;
    }
    std::thread writer([&] {
        name(*d, QStringLiteral("Lent"));
        acknowledged = true;
    });
    {
        std::unique_lock lock(disk.mutex);
        disk.changed.wait(lock, [] { return disk.waiting > 0; });
    }
    for (int i = 0; i < 20; ++i) {
        EXPECT_EQ(d->records().size(), 1U);
        EXPECT_EQ(d->answers(id).actor.cells().size(), 1);
        EXPECT_EQ(d->history(id).size(), 1U); // what is not on the disk is not history yet
    }
    EXPECT_FALSE(acknowledged);
    {
        const std::lock_guard lock(disk.mutex);
        disk.held = false;
        disk.changed.notify_all();
    }
    writer.join();
    EXPECT_TRUE(acknowledged);
    EXPECT_EQ(d->history(id).size(), 2U);
}

TEST_F(DurabilityTest, manyThreadsReadAndWrite)
{
    auto d = create();
    std::atomic<bool> stop = false;
    std::vector<std::thread> readers;
    for (int i = 0; i < 3; ++i)
        readers.emplace_back([&] {
            while (!stop) {
                d->forEachRecord([](const auto&, auto&&) {});
                d->records();
                d->history(id);
            }
        });
    std::vector<std::thread> writers;
    for (int w = 0; w < 2; ++w)
        writers.emplace_back([&, w] {
            for (int i = 0; i < 40; ++i)
                d->transact(QStringLiteral("entry"), [&](Transaction& t) {
                    setAnswer(t, Record, id, QStringLiteral("q%1").arg(w), Answer::of(QString::number(i)));
                });
        });
    for (auto& thread : writers)
        thread.join();
    stop = true;
    for (auto& thread : readers)
        thread.join();
    const QString digest = d->integrity().digest;
    EXPECT_EQ(d->integrity().operations, 81);
    EXPECT_EQ(d->answers(id).actor.at(QStringLiteral("q1")).value, QStringLiteral("39"));
    d->close();
    EXPECT_EQ(dossier::check(path, {}, clock).digest, digest);
}

TEST_F(DurabilityTest, aFailedSyncIsNeverAcknowledgedAndTheNextSaveMakesAWholeFile)
{
    auto d = create();
    name(*d, QStringLiteral("Sûr"));
    {
        const std::lock_guard lock(disk.mutex);
        disk.failing = true;
    }
    EXPECT_THROW(name(*d, QStringLiteral("Perdu")), base::Error);
    EXPECT_THROW(name(*d, QStringLiteral("Perdu aussi")), base::Error);
    EXPECT_EQ(d->record(id)->nameFr, QStringLiteral("Sûr"));
    {
        const std::lock_guard lock(disk.mutex);
        disk.failing = false;
    }
    name(*d, QStringLiteral("Retrouvé"));
    EXPECT_EQ(d->record(id)->nameFr, QStringLiteral("Retrouvé"));
    d->close();
    const auto reopened = Dossier::open(path, {}, clock);
    EXPECT_EQ(reopened->record(id)->nameFr, QStringLiteral("Retrouvé"));
    EXPECT_EQ(reopened->history(id).size(), 3U);
    reopened->close();
    EXPECT_EQ(files(), QStringList{QStringLiteral("a.osc")});
}

TEST_F(DurabilityTest, aFullDiskLosesOnlyTheSaveThatFailed)
{
    auto d = create();
    name(*d, QStringLiteral("Avant"));
    struct rlimit normal
    {
    };
    getrlimit(RLIMIT_FSIZE, &normal);
    const auto previous = std::signal(SIGXFSZ, SIG_IGN);
    const struct rlimit tight
    {
        static_cast<rlim_t>(QFileInfo(path).size()) + 50, normal.rlim_max
    };
    setrlimit(RLIMIT_FSIZE, &tight);
    try {
        name(*d, QStringLiteral("Trop"));
        ADD_FAILURE() << "saved";
    } catch (const base::Error& error) {
        EXPECT_EQ(error.code(), base::ErrorCode::DiskFull);
    }
    EXPECT_EQ(d->record(id)->nameFr, QStringLiteral("Avant"));
    setrlimit(RLIMIT_FSIZE, &normal);
    std::signal(SIGXFSZ, previous);
    name(*d, QStringLiteral("Après"));
    d->close();
    EXPECT_EQ(Dossier::open(path, {}, clock)->record(id)->nameFr, QStringLiteral("Après"));
}

TEST_F(DurabilityTest, aKilledProgramLosesNothingAcknowledged)
{
    const QString copy = folder.path(QStringLiteral("b.osc"));
    auto d = create();
    for (int i = 1; i <= 5; ++i) {
        name(*d, QString::number(i));
        QFile::remove(copy);
        ASSERT_TRUE(QFile::copy(path, copy)); // what a kill would leave, seen at each acknowledgement
        const QByteArray bytes = test::readAll(copy);
        folder.write(QStringLiteral("b.osc"),
                     bytes + QByteArray(17 * i, '?')); // and the start of a next save
        auto after = Dossier::open(copy, {}, clock);
        EXPECT_EQ(after->recoveredTailBytes(), 17 * i);
        EXPECT_EQ(after->record(id)->nameFr, QString::number(i));
        EXPECT_TRUE(QFile::exists(copy + QStringLiteral(".queue-%1").arg(i)));
        EXPECT_EQ(dossier::check(path, {}, clock).recoveredTailBytes, 0);
    }
}

TEST_F(DurabilityTest, closingRewritesAFileOfManyFrames)
{
    auto d = create();
    d->transact(QStringLiteral("import"), [&](Transaction& t) {
        for (int i = 0; i < 2000; ++i) {
            const QString record = createRecord(t);
            for (int q = 0; q < 10; ++q)
                setAnswer(t, Record, record, QStringLiteral("q%1").arg(q),
                          Answer::of(QStringLiteral("Texte %1").arg(i * q)));
        }
    });
    d->transact(QStringLiteral("entry"), [&](Transaction& t) {
        dossier::Operation future;
        future.kind = QStringLiteral("future");
        future.entityType = QStringLiteral("gadget");
        future.entityId = QStringLiteral("g1");
        future.value = QStringLiteral("kept");
        t.append(future);
    });
    const auto before = d->integrity();
    const auto size = QFileInfo(path).size();
    d->close();
    d->close();
    EXPECT_NE(QFileInfo(path).size(), size);
    const auto reopened = Dossier::open(path, {}, clock);
    const auto after = reopened->integrity();
    EXPECT_EQ(after.digest, before.digest);
    EXPECT_EQ(after.operations, before.operations); // unknown kinds are carried
    EXPECT_EQ(after.records, 2001);
    const auto some = reopened->records()[1000];
    EXPECT_EQ(reopened->history(some.id).size(), 11U);
    const auto changes = reopened->transact(QStringLiteral("entry"), [&](Transaction& t) {
        setAnswer(t, Record, some.id, Name, Answer::of(QStringLiteral("Suite")));
    });
    EXPECT_EQ(changes.sequence, 4); // numbering goes on
    EXPECT_EQ(reopened->history(some.id).size(), 12U);
    reopened->close();
    EXPECT_EQ(dossier::check(path, {}, clock).operations, before.operations + 1);
    EXPECT_EQ(files(), QStringList{QStringLiteral("a.osc")});
}

TEST_F(DurabilityTest, nothingReadableReachesTheDisk)
{
    Access access;
    access.passphrase = QStringLiteral("secret");
    access.weakKeyDerivation = true;
    auto d = Dossier::create(path, access, clock);
    d->transact(QStringLiteral("import"), [&](Transaction& t) {
        for (int i = 0; i < 3000; ++i) {
            const QString record = createRecord(t);
            setAnswer(t, Record, record, Name, Answer::of(QStringLiteral("Canari%1").arg(i)));
            setComment(t, Record, record, Name, QStringLiteral("canari texte"));
        }
    });
    const auto search = [&] {
        for (const QString& file : files()) {
            const QByteArray bytes = test::readAll(folder.path(file)).toLower();
            EXPECT_FALSE(bytes.contains("canari")) << file.toStdString();
            EXPECT_FALSE(bytes.contains("sqlite")) << file.toStdString();
        }
    };
    search();
    d->close();
    search();
    EXPECT_EQ(Dossier::open(path, access, clock)->recordCount(), 3000);
}
