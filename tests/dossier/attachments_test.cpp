#include "dossier/attachment_batch.h"
#include "dossier/file_fixture.h"

#include <QFile>
#include <QFileInfo>

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

TEST_F(FileTest, aBatchNamesWhatItStoredInOneChangeAndLeavesTheRestOut)
{
    auto d = create(access("phrase"));
    const QString record = add(*d, "Un");
    dossier::ChangeSet changes;
    QString kept;
    {
        dossier::AttachmentBatch batch(*d);
        kept = batch.store("photo");
        batch.store(QByteArray(200'000, 'n'));
        EXPECT_THROW(batch.store(QByteArray(dossier::LargestAttachment + 1, 'x')), Error);
        EXPECT_TRUE(d->attachments().empty()) << "nothing is listed before it is named";
        d->compact();
        changes = d->transact(QStringLiteral("import"), [&](Transaction& t) {
            setAnswer(t, Record, record, Name, Answer::of(QStringLiteral("Deux")));
            dossier::Attachment named;
            named.name = QStringLiteral("p.jpg");
            named.mediaType = QStringLiteral("image/jpeg");
            named.record = record;
            named.size = 5;
            addAttachment(t, kept, named);
        });
    }
    ASSERT_EQ(d->attachments(record).size(), 1U);
    EXPECT_EQ(d->readAttachment(kept), "photo") << "a file written anew meanwhile still held it";
    d->close();
    EXPECT_LT(QFileInfo(path).size(), 200'000) << "what nothing names leaves the file";
    d = open(access("phrase"));
    EXPECT_EQ(d->attachments()[0].size, 5);
    d->compensate(changes.operations.ids(), QStringLiteral("undo"));
    EXPECT_TRUE(d->attachments().empty());
    EXPECT_EQ(d->answers(record).actor.at(Name).value, QStringLiteral("Un"));
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
