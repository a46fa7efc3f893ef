#include "base/error.h"
#include "dossier/dossier.h"
#include "dossier/dossier_private.h"
#include "dossier/journal/operation_codec.h"
#include "dossier/transaction.h"
#include "support/temporary_folder.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <atomic>
#include <gtest/gtest.h>
#include <thread>

using base::Error;
using base::ErrorCode;
using dossier::Access;
using dossier::Dossier;
using dossier::NewAttachment;
using dossier::PrivateKey;
using dossier::ReadOnlyReason;
using dossier::RecoveryKey;
using dossier::SeenStates;
using dossier::Transaction;
using questionnaire::Answer;

namespace {

const QString Record = dossier::entity::Record, Name = QStringLiteral("id_nom_fr");

class FileTest : public testing::Test
{
protected:
    test::TemporaryFolder folder;
    base::FixedClock clock{QDateTime(QDate(2015, 1, 6), QTime(9, 5), Qt::UTC)};
    QString path = folder.path(QStringLiteral("étude.osc"));
    std::shared_ptr<SeenStates> seen = std::make_shared<SeenStates>(folder.path(QStringLiteral("mémoire")));

    Access access(const char* phrase = nullptr) const
    {
        Access out;
        if (phrase) out.passphrase = QString::fromUtf8(phrase);
        out.author = QStringLiteral("N. Testeuse");
        out.weakKeyDerivation = true;
        return out;
    }
    Access remembering() const
    {
        Access out = access();
        out.seenStates = seen;
        return out;
    }
    std::unique_ptr<Dossier> create(const Access& given) { return Dossier::create(path, given, clock); }
    std::unique_ptr<Dossier> open(const Access& given) { return Dossier::open(path, given, clock); }
    ErrorCode refusal(const Access& given)
    {
        try {
            open(given);
        } catch (const Error& error) {
            return error.code();
        }
        return ErrorCode::Internal;
    }
    static QString add(Dossier& dossier, const char* name)
    {
        QString id;
        dossier.transact(QStringLiteral("entry"), [&](Transaction& t) {
            id = createRecord(t);
            setAnswer(t, Record, id, Name, Answer::of(QString::fromUtf8(name)));
        });
        return id;
    }
    void put(const QByteArray& bytes) { folder.write(QStringLiteral("étude.osc"), bytes); }
    QByteArray file() const { return test::readAll(path); }
};

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

// Attachments.

TEST_F(FileTest, keepsAttachmentsUntilTheyAreRemoved)
{
    auto d = create(access("phrase"));
    const QString record = add(*d, "Un");
    const QByteArray photo(200'000, 'p');
    const QString id = d->attach({photo, QStringLiteral("façade.jpg"), QStringLiteral("image/jpeg"), record});
    const QString other = d->attach({"note", QStringLiteral("note.txt"), QStringLiteral("text/plain"), {}});
    d->close();
    d = open(access("phrase"));
    ASSERT_EQ(d->attachments().size(), 2U);
    ASSERT_EQ(d->attachments(record).size(), 1U);
    const dossier::Attachment found = d->attachments(record).front();
    EXPECT_EQ(found.id, id);
    EXPECT_EQ(found.name, QStringLiteral("façade.jpg"));
    EXPECT_EQ(found.mediaType, QStringLiteral("image/jpeg"));
    EXPECT_EQ(found.size, photo.size());
    EXPECT_EQ(found.added, clock.nowUtc().toMSecsSinceEpoch());
    EXPECT_TRUE(found.available);
    EXPECT_EQ(d->readAttachment(id), photo);
    d->compact();
    EXPECT_EQ(d->readAttachment(id), photo);
    EXPECT_EQ(dossier::check(path, access("phrase"), clock).attachments, 2);
    EXPECT_EQ(d->answers(record).actor.at(Name).value, QStringLiteral("Un"));

    d->transact(QStringLiteral("entry"),
                [&](Transaction& t) { deleteEntity(t, dossier::entity::Attachment, id); });
    EXPECT_EQ(d->attachments().size(), 1U);
    d->close();
    EXPECT_LT(QFileInfo(path).size(), photo.size()) << "its bytes are gone";
    d = open(access("phrase"));
    EXPECT_THROW(d->readAttachment(id), Error);
    EXPECT_EQ(d->readAttachment(other), "note");
}

TEST_F(FileTest, packagesAndMergesCarryAttachments)
{
    auto d = create(access("phrase"));
    add(*d, "Un");
    d->attach({"known", QStringLiteral("a"), {}, {}});
    d->close();
    const QString other = folder.path(QStringLiteral("b.osc")),
                  package = folder.path(QStringLiteral("p.osc"));
    ASSERT_TRUE(QFile::copy(path, other));
    d = open(access("phrase"));
    auto theirs = Dossier::open(other, access("phrase"), clock);
    const QString id = theirs->attach({QByteArray(70'000, 'n'), QStringLiteral("b"), {}, {}});
    theirs->sharePackage(package, access("paquet"), d->frontier());
    EXPECT_LT(QFileInfo(package).size(), 72'000) << "holds what is new and no more";
    d->merge(package, access("paquet"));
    EXPECT_EQ(d->attachments().size(), 2U);
    EXPECT_EQ(d->readAttachment(id), QByteArray(70'000, 'n'));
    const QString late = theirs->attach({"late", QStringLiteral("c"), {}, {}});
    theirs->close();
    QFile::remove(package);
    theirs = Dossier::open(other, access("phrase"), clock);
    theirs->sharePackage(package, access("paquet"));
    d->merge(other, access());
    d->merge(package, access("paquet"));
    EXPECT_EQ(d->readAttachment(late), "late");
    EXPECT_EQ(d->copyAttachments(*theirs), 0);
    EXPECT_EQ(d->integrity().digest, theirs->integrity().digest);
}

TEST_F(FileTest, aDeletedActorKeepsItsAttachmentsForWhenItComesBack)
{
    auto d = create(access());
    const QString record = add(*d, "Un");
    const QString id = d->attach({"photo", QStringLiteral("p.jpg"), QStringLiteral("image/jpeg"), record});
    d->transact(QStringLiteral("entry"), [&](Transaction& t) { deleteRecord(t, record); });
    EXPECT_TRUE(d->attachments().empty());
    d->close();
    d = open(access());
    d->transact(QStringLiteral("undo"), [&](Transaction& t) { restoreEntity(t, Record, record); });
    ASSERT_EQ(d->attachments(record).size(), 1U);
    EXPECT_EQ(d->readAttachment(id), "photo");
}

TEST_F(FileTest, damagedAttachmentsAreFoundByCheck)
{
    auto d = create(access());
    d->attach({QByteArray(100'000, 'x'), QStringLiteral("a"), {}, {}});
    d->close();
    d.reset();
    QByteArray bytes = file();
    const qsizetype middle = bytes.size() - 50'000;
    bytes[middle] = static_cast<char>(bytes[middle] ^ 1);
    put(bytes);
    try {
        dossier::check(path, access(), clock);
        ADD_FAILURE() << "sound";
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::Damaged);
    }
    EXPECT_EQ(refusal(access()), ErrorCode::Internal) << "the rest opens";
}
