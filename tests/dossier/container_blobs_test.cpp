#include "dossier/container_fixture.h"

#include <QRandomGenerator>

using dossier::container::Keys;

namespace {

const QByteArray First(16, 'a'), Second(16, 'b');

QByteArray bytes(qsizetype size)
{
    QRandomGenerator random(7);
    QByteArray out(size, Qt::Uninitialized);
    for (char& c : out)
        c = static_cast<char>(random.generate());
    return out;
}

/// Bytes this process has asked the system to read.
qint64 bytesRead()
{
    for (const QByteArray& line : test::readAll(QStringLiteral("/proc/self/io")).split('\n'))
        if (line.startsWith("rchar: ")) return line.mid(7).toLongLong();
    return -1;
}

class ContainerBlobsTest : public ContainerTest
{
protected:
    Content content;
    Container open(Mode mode = Mode::ReadOnly)
    {
        content = {};
        return Container::open(path, {}, mode, content);
    }
    /// A frame, a blob and a frame.
    QByteArray fileWithABlob(qsizetype size, bool clean)
    {
        Container c = create();
        c.append("before");
        c.appendBlob(First, bytes(size));
        c.append("after");
        if (clean) c.close();
        return test::readAll(path);
    }
};

} // namespace

TEST_F(ContainerBlobsTest, givesBackContentOfAnySize)
{
    const QList<qsizetype> sizes{0, 1, 65535, 65536, 65537, 131072, 1000003};
    {
        Container c = create("secret");
        for (int i = 0; i < sizes.size(); ++i)
            c.appendBlob(QByteArray(16, static_cast<char>(i)), bytes(sizes[i]));
        c.close();
    }
    Container c = Container::open(path, phrase("secret"), Mode::ReadOnly, content);
    for (int i = 0; i < sizes.size(); ++i)
        EXPECT_TRUE(c.readBlob(QByteArray(16, static_cast<char>(i))) == bytes(sizes[i])) << sizes[i];
    EXPECT_NO_THROW(c.verifyBlobs());
    EXPECT_THROW(c.readBlob(First), Error);
    EXPECT_FALSE(test::readAll(path).contains(bytes(32)));
}

TEST_F(ContainerBlobsTest, refusesWhatIsTooLarge)
{
    Container c = create();
    const QByteArray before = test::readAll(path);
    try {
        c.appendBlob(First, QByteArray(50'000'001, 'x'));
        ADD_FAILURE() << "taken";
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::LimitExceeded);
    }
    EXPECT_EQ(test::readAll(path), before);
}

TEST_F(ContainerBlobsTest, opensWithoutReadingThem)
{
    fileWithABlob(20'000'000, true);
    const qint64 before = bytesRead();
    ASSERT_GE(before, 0);
    Container c = open();
    EXPECT_LT(bytesRead() - before, 100'000);
    EXPECT_EQ(content.frames, (QList<QByteArray>{"before", "after"}));
    EXPECT_TRUE(c.readBlob(First) == bytes(20'000'000));
}

TEST_F(ContainerBlobsTest, keepsThemSealedAcrossRewritesAndKeys)
{
    fileWithABlob(100'000, true);
    const auto placeOf = [](const Container& c) { return c.blobs().front(); };
    {
        Container c = open(Mode::Update);
        c.appendBlob(Second, "second");
        const auto place = placeOf(c);
        const QByteArray sealed =
            dossier::container::readPart(base::platform::File::openForReading(path), place.blobOffset(),
                                         dossier::container::sealedSize(place.size));
        c.rewriteWithKeys(credentials("new"), twoSections, [](const QByteArray& id) { return id == First; });
        EXPECT_EQ(c.frameBytes(), 0) << "blobs are no reason to write the file anew";
        EXPECT_FALSE(c.hasBlob(Second));
        EXPECT_TRUE(test::readAll(path).contains(sealed)) << "sealed again for nothing";
        EXPECT_TRUE(c.readBlob(First) == bytes(100'000));
        c.append("more");
        c.appendBlob(Second, "second, again");
        c.close();
    }
    Container c = Container::open(path, phrase("new"), Mode::ReadOnly, content);
    EXPECT_EQ(content.frames.last(), "more");
    EXPECT_TRUE(c.readBlob(First) == bytes(100'000));
    EXPECT_EQ(c.readBlob(Second), "second, again");
}

TEST_F(ContainerBlobsTest, openingAndClosingAFileThatEndsWithABlobChangesNothing)
{
    fileWithABlob(1000, true);
    {
        Container c = open(Mode::Update);
        c.rewrite(twoSections);
        c.close();
    }
    const QByteArray before = test::readAll(path);
    open(Mode::Update).close();
    EXPECT_EQ(test::readAll(path), before);
}

TEST_F(ContainerBlobsTest, copiesFromAnotherFile)
{
    fileWithABlob(70'000, true);
    Container from = open();
    path = folder.path(QStringLiteral("b.osc"));
    {
        Container to = create("other");
        to.copyBlob(from, First);
        EXPECT_THROW(to.copyBlob(from, Second), Error);
        to.close();
    }
    EXPECT_TRUE(Container::open(path, phrase("other"), Mode::ReadOnly, content).readBlob(First) ==
                bytes(70'000));
}

TEST_F(ContainerBlobsTest, refusesDamagedOnesWhenReadAndTheFileWhenVerified)
{
    const QByteArray good = fileWithABlob(70'000, true);
    const auto place = open().blobs().front();
    const qint64 end = place.blobOffset() + dossier::container::sealedSize(place.size);
    for (qint64 at = place.offset; at < end; at += at < place.blobOffset() + 64 ? 1 : 997) {
        QByteArray bad = good;
        bad[at] = static_cast<char>(bad[at] ^ 0x20);
        put(bad);
        if (at < place.blobOffset()) {
            EXPECT_EQ(refusal(), ErrorCode::Damaged) << at;
            continue;
        }
        Container c = open();
        EXPECT_THROW(c.readBlob(First), Error) << at;
        EXPECT_THROW(c.verifyBlobs(), Error) << at;
        EXPECT_FALSE(c.isBlobWhole(First));
    }
    // The last chunk first: authentic, out of place.
    const qint64 chunks = place.blobOffset() + 24;
    put(good.first(chunks) + good.sliced(chunks + 65553, 4481) + good.sliced(chunks, 65553) +
        good.sliced(end));
    EXPECT_THROW(open().readBlob(First), Error);
}

TEST_F(ContainerBlobsTest, setsATornOneAside)
{
    Container first = create();
    first.append("before");
    const qint64 start = QFileInfo(path).size();
    first.appendBlob(First, bytes(70'000));
    const QByteArray whole = test::readAll(path);
    first.abandon();
    // As cut, and as a power cut may leave it: the length is there, the last pages are not.
    for (qint64 kept = start; kept < whole.size(); kept += 4099) {
        for (const bool zeros : {false, true}) {
            put(whole.first(kept) + (zeros ? QByteArray(whole.size() - kept, '\0') : QByteArray()));
            Container c = open(Mode::Update);
            EXPECT_EQ(content.frames, QList<QByteArray>{"before"});
            EXPECT_FALSE(c.hasBlob(First)) << kept;
            EXPECT_EQ(QFileInfo(path).size(), start);
            c.append("goes on");
            c.close();
            QFile::remove(path + QStringLiteral(".queue-1"));
        }
    }
    put(whole);
    EXPECT_TRUE(open(Mode::Update).readBlob(First) == bytes(70'000)) << "whole, though nothing follows it";
}

TEST_F(ContainerBlobsTest, leavesFramesOfALaterVersionAlone)
{
    using namespace dossier::container;
    QByteArray file = [&] {
        Container c = create();
        c.append("known");
        c.abandon();
        return test::readAll(path);
    }();
    const Header header = decode(file.first(HeaderSize));
    const SecretKey key = unlock(header, {});
    const FrameContext context{subkey(key, 2), subkey(key, 3),
                               hash(file.first(HeaderSize)) + header.snapshotId};
    file += sealFrame(context, FrameType(9), 2, "from the future", file.last(TagSize));
    put(file);
    Container c = open();
    EXPECT_TRUE(c.hasUnknownFrames());
    EXPECT_EQ(content.frames, QList<QByteArray>{"known"});
    EXPECT_EQ(c.recoveredTailBytes(), 0);
}
