#include "dossier/dossier_private.h"
#include "dossier/file_fixture.h"
#include "dossier/journal/operation_codec.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <atomic>
#include <thread>

using dossier::PrivateKey;
using dossier::ReadOnlyReason;
using dossier::RecoveryKey;

namespace {

QMap<QString, QByteArray> readAllIn(const QString& path)
{
    QMap<QString, QByteArray> out;
    for (const QString& name : QDir(path).entryList(QDir::Files))
        out.insert(name, test::readAll(path + u'/' + name));
    return out;
}

} // namespace

// Keys.

TEST_F(FileTest, changingThePassphraseMakesAFileThatOldKeysDoNotOpen)
{
    const RecoveryKey old = RecoveryKey::generate(), fresh = RecoveryKey::generate();
    Access first = access("ancienne");
    first.recoveryKey = old;
    auto d = create(first);
    EXPECT_TRUE(d->hasRecoveryKey());
    add(*d, "Un");
    d->attach({"bytes", QStringLiteral("a.txt"), QStringLiteral("text/plain"), {}});
    const QByteArray copy = file();
    d->changePassphrase(QStringLiteral("nouvelle"), fresh);
    add(*d, "Deux");
    d->close();
    d.reset();

    const auto keyed = [&](const RecoveryKey& key) {
        Access out = access();
        out.recoveryKey = key;
        return out;
    };
    EXPECT_EQ(refusal(access("ancienne")), ErrorCode::WrongKey);
    EXPECT_EQ(refusal(keyed(old)), ErrorCode::WrongKey);
    EXPECT_EQ(open(access("nouvelle"))->recordCount(), 2);
    EXPECT_EQ(open(keyed(fresh))->attachments().size(), 1U);
    put(copy);
    EXPECT_EQ(open(access("ancienne"))->recordCount(), 1) << "old copies open with the old phrase";
}

TEST_F(FileTest, anUnprotectedStudyCanBeProtectedAndNeverBack)
{
    auto d = create(access());
    add(*d, "Un");
    EXPECT_FALSE(d->isProtected());
    EXPECT_THROW(d->changePassphrase(QString(), RecoveryKey::generate()), Error);
    d->changePassphrase(QStringLiteral("phrase"), RecoveryKey::generate());
    EXPECT_TRUE(d->isProtected());
    EXPECT_THROW(d->changePassphrase(QString(), RecoveryKey::generate()), Error);
    d->close();
    d.reset();
    EXPECT_EQ(refusal(access()), ErrorCode::KeyRequired);
    EXPECT_EQ(open(access("phrase"))->recordCount(), 1);
}

TEST_F(FileTest, opensForAReaderWithItsPrivateKey)
{
    const PrivateKey reader = PrivateKey::generate();
    Access given = access();
    given.readers = {reader.publicKey()};
    create(given)->close();
    EXPECT_EQ(refusal(access()), ErrorCode::KeyRequired);
    Access opening = access();
    opening.privateKey = reader;
    const auto d = open(opening);
    EXPECT_TRUE(d->isProtected());
    EXPECT_FALSE(d->hasRecoveryKey());
}

// What is remembered outside the file.

TEST_F(FileTest, saysHowMuchAnOlderCopyLacks)
{
    auto d = create(remembering());
    add(*d, "Un"); // two operations each
    d->close();
    const QByteArray old = file();
    d = open(remembering());
    EXPECT_FALSE(d->olderState());
    add(*d, "Deux");
    add(*d, "Trois");
    d->compact();
    d->close();
    d.reset();
    const QByteArray latest = file();
    EXPECT_FALSE(open(remembering())->olderState());

    put(old);
    EXPECT_EQ(dossier::check(path, remembering(), clock).olderState->missing, 4);
    for (int time = 0; time < 2; ++time) { // told at each opening
        d = open(remembering());
        ASSERT_TRUE(d->olderState());
        EXPECT_EQ(d->olderState()->missing, 4);
        EXPECT_FALSE(d->olderState()->diverged);
        EXPECT_FALSE(d->olderState()->oldKeys);
        add(*d, "Autre");
        d->close();
    }
    d = open(remembering());
    d->acceptOlderState();
    EXPECT_FALSE(d->olderState());
    d->close();
    EXPECT_FALSE(open(remembering())->olderState());
    EXPECT_FALSE(open(access())->olderState()) << "nothing was remembered";

    put(latest); // the copy left behind comes back
    d = open(remembering());
    ASSERT_TRUE(d->olderState());
    EXPECT_TRUE(d->olderState()->diverged);
    EXPECT_EQ(d->olderState()->missing, 4) << "what was entered in the older copy";
}

TEST_F(FileTest, noticesACopyFromBeforeTheChangeOfPassphrase)
{
    Access given = remembering();
    given.passphrase = QStringLiteral("ancienne");
    auto d = create(given);
    add(*d, "Un");
    d->close();
    const QByteArray old = file();
    d = open(given);
    d->changePassphrase(QStringLiteral("nouvelle"), RecoveryKey::generate());
    d->close();
    d.reset();
    put(old);
    d = open(given);
    ASSERT_TRUE(d->olderState());
    EXPECT_TRUE(d->olderState()->oldKeys);
    EXPECT_EQ(d->olderState()->missing, 0);
}

TEST_F(FileTest, remembersWithoutASyncAtEachSaveAndDespiteABrokenMemory)
{
    auto d = create(remembering());
    add(*d, "Un");
    const QString memory = folder.path(QStringLiteral("mémoire/")) + d->id() + QStringLiteral(".json");
    const QByteArray before = test::readAll(memory);
    add(*d, "Deux");
    EXPECT_EQ(test::readAll(memory), before);
    d->close();
    EXPECT_NE(test::readAll(memory), before);
    EXPECT_FALSE(test::readAll(memory).contains("Deux"));
    for (const char* broken : {"", "{", "[]", "{\"keys\":1}", "{\"keys\":-1,\"frontier\":{\"a\":\"b\"}}"}) {
        folder.write(QStringLiteral("mémoire/") + d->id() + QStringLiteral(".json"), broken);
        EXPECT_FALSE(open(remembering())->olderState()) << broken;
    }
    Access nowhere = access();
    nowhere.seenStates = std::make_shared<SeenStates>(QStringLiteral("/proc/none"));
    auto again = open(nowhere);
    add(*again, "Trois");
    EXPECT_NO_THROW(again->close());
}

TEST_F(FileTest, missesTheLastAnswerOfASessionThatWasKilled)
{
    auto d = create(remembering());
    const auto killed = [&] { return std::pair(file(), readAllIn(folder.path(QStringLiteral("mémoire")))); };
    add(*d, "Un");
    const auto shorter = killed();
    add(*d, "Deux");
    const auto longer = killed();
    d->close();
    d.reset();
    const auto opened = [&](const QByteArray& bytes, const QMap<QString, QByteArray>& memory) {
        seen = std::make_shared<SeenStates>(folder.path(QStringLiteral("mémoire")));
        for (auto it = memory.begin(); it != memory.end(); ++it)
            folder.write(QStringLiteral("mémoire/") + it.key(), it.value());
        put(bytes);
        return open(remembering());
    };
    const auto readOnly = [&] {
        Access out = remembering();
        out.readOnly = true;
        return out;
    };
    EXPECT_FALSE(opened(longer.first, longer.second)->olderState());
    d = opened(shorter.first, longer.second);
    ASSERT_TRUE(d->olderState());
    EXPECT_EQ(d->olderState()->missing, 2);
    d->acceptOlderState();
    EXPECT_FALSE(open(readOnly())->olderState()) << "the note of what was accepted as lost is gone";
    d.reset();
    d = opened(shorter.first, longer.second);
    add(*d, "Trois"); // a note of its own does not cover the one before
    d.reset();
    ASSERT_TRUE(open(remembering())->olderState());
    EXPECT_EQ(open(remembering())->olderState()->missing, 2);

    auto broken = longer.second;
    for (QByteArray& bytes : broken)
        if (bytes.endsWith('\n')) bytes.fill('\0');
    EXPECT_FALSE(opened(shorter.first, broken)->olderState()) << "the power cut took the note";
}

TEST_F(FileTest, doesNotMissWhatAnInterruptedSessionNeverAcknowledged)
{
    auto d = create(remembering());
    add(*d, "Un");
    const QByteArray durable = file();
    d->close();
    put(durable);
    d = open(access()); // stands for a program killed before it noted, nor waited for, this
    add(*d, "Deux");
    const QByteArray seenByTheSystem = file();
    d->close();
    put(seenByTheSystem);
    Access reader = remembering();
    reader.readOnly = true;
    EXPECT_EQ(open(reader)->recordCount(), 2);
    put(durable); // the power cut
    d = open(remembering());
    EXPECT_FALSE(d->olderState());
    add(*d, "Trois");
    d->close();
    put(durable);
    EXPECT_TRUE(open(remembering())->olderState());
}

// Other programs.

TEST_F(FileTest, aSecondOpenerMayRead)
{
    auto writer = create(access());
    add(*writer, "Un");
    EXPECT_EQ(refusal(access()), ErrorCode::Locked);
    Access given = access();
    given.readOnlyIfLocked = true;
    auto second = open(given);
    EXPECT_EQ(second->readOnlyReason(), ReadOnlyReason::Locked);
    EXPECT_EQ(second->recordCount(), 1);
    EXPECT_THROW(add(*second, "Deux"), Error);
    EXPECT_THROW(second->compact(), Error);
    EXPECT_THROW(second->attach({"x", QStringLiteral("x"), {}, {}}), Error);
    add(*writer, "Deux");
    writer->close();
    second.reset();
    EXPECT_EQ(open(given)->readOnlyReason(), ReadOnlyReason::None);
}

TEST_F(FileTest, whatALaterVersionWroteIsReadAndNotWritten)
{
    create(access())->close();
    dossier::Operation future;
    future.format = dossier::OperationFormat + 1;
    future.replica = QStringLiteral("01900000-0000-7000-8000-000000000001");
    future.sequence = 1;
    future.kind = QStringLiteral("imagine");
    future.entityType = Record;
    future.entityId = QStringLiteral("x");
    dossier::journal::ChunkEncoder encoder;
    encoder.add(future);
    dossier::Content content;
    dossier::Loader loader(content);
    {
        auto c = dossier::container::Container::open(path, {}, dossier::container::Mode::Update, loader);
        loader.finish();
        c.append(dossier::framePayload({encoder.take()}));
        c.close();
    }
    const QByteArray before = file();
    {
        auto d = open(access());
        EXPECT_EQ(d->readOnlyReason(), ReadOnlyReason::NewerVersion);
        EXPECT_EQ(d->integrity().operations, 1);
        EXPECT_THROW(add(*d, "Un"), Error);
    }
    EXPECT_EQ(file(), before);
}

TEST_F(FileTest, savesAConflictCopyWhenTheFileIsReplaced)
{
    create(access())->close();
    const QByteArray theirs = file();
    auto d = open(access());
    add(*d, "Un");
    d->attach({"bytes", QStringLiteral("a.txt"), QStringLiteral("text/plain"), {}});
    QFile::remove(path);
    put(theirs);
    QString copy;
    try {
        add(*d, "Deux");
        ADD_FAILURE() << "saved into nowhere";
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::ChangedUnderneath);
        copy = error.path();
    }
    EXPECT_EQ(QFileInfo(copy).fileName(),
              QStringLiteral("étude (conflit 2015-01-06 %1.05).osc")
                  .arg(clock.nowUtc().toLocalTime().toString(QStringLiteral("hh"))));
    EXPECT_EQ(d->readOnlyReason(), ReadOnlyReason::ChangedUnderneath);
    EXPECT_EQ(d->recordCount(), 2);
    EXPECT_THROW(add(*d, "Trois"), Error);
    EXPECT_EQ(file(), theirs);
    auto original = open(access()); // while the other is still shown
    EXPECT_EQ(original->recordCount(), 0);
    original->merge(copy, access());
    EXPECT_EQ(original->recordCount(), 2);
    auto conflict = Dossier::open(copy, access(), clock);
    EXPECT_EQ(original->readAttachment(original->attachments().front().id), "bytes");
    EXPECT_EQ(conflict->integrity().digest, original->integrity().digest);
    EXPECT_NO_THROW(d->close());
}

TEST_F(FileTest, savesAConflictCopyWhenTheFileIsOverwrittenInPlaceAndAtClosing)
{
    create(access())->close();
    const QByteArray empty = file();
    auto d = open(access());
    add(*d, "Un");
    d->close();
    const QByteArray theirs = file();
    put(empty);
    d = open(access());
    add(*d, "Un"); // the same number of bytes as in the other
    ASSERT_EQ(file().size() + 72, theirs.size()) << "the end frame";
    put(theirs.first(file().size()));
    QString copy;
    try {
        d->close();
        ADD_FAILURE() << "closed over a file that is not ours";
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::ChangedUnderneath);
        copy = error.path();
    }
    EXPECT_EQ(file(), theirs.first(file().size()));
    EXPECT_EQ(Dossier::open(copy, access(), clock)->recordCount(), 1);
    EXPECT_NO_THROW(d->close());
}

// Compaction.

TEST_F(FileTest, compactsWhileOthersRead)
{
    auto d = create(access());
    for (int i = 0; i < 300; ++i)
        add(*d, "Association Exemple");
    const QString digest = d->integrity().digest;
    const qint64 before = QFileInfo(path).size();
    std::atomic<bool> stop = false;
    std::atomic<int> reads = 0;
    std::thread reader([&] {
        while (!stop) {
            EXPECT_EQ(d->recordCount(), 300);
            ++reads;
        }
    });
    for (int i = 0; i < 5 || reads == 0; ++i)
        d->compact();
    stop = true;
    reader.join();
    EXPECT_LT(QFileInfo(path).size(), before);
    add(*d, "Dernière");
    d->close();
    d.reset();
    EXPECT_EQ(dossier::check(path, access(), clock).records, 301);
    EXPECT_EQ(QDir(folder.path()).entryList(QDir::Files), QStringList{QStringLiteral("étude.osc")});
}
