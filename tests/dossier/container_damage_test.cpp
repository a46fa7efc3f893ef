#include "dossier/container_fixture.h"

TEST_F(ContainerTest, refusesEveryFlippedBitOfACleanlyClosedFile)
{
    const QByteArray good = fileOfTwoFrames(true);
    const Content content = read();
    for (qsizetype at = 0; at < good.size(); ++at) {
        for (const int bit : {0, 7}) {
            QByteArray bad = good;
            bad[at] = static_cast<char>(bad[at] ^ (1 << bit));
            put(bad);
            // One damaged watermark is what a power cut during a close leaves: the other one serves.
            const bool inMarks = at >= HeaderSize && at < MarksEnd;
            try {
                const Content got = read();
                EXPECT_TRUE(inMarks && got == content) << "byte " << at;
            } catch (const Error& error) {
                const bool expected = error.code() == ErrorCode::Damaged ||
                                      (at < 8 && error.code() == ErrorCode::NotAStudy) ||
                                      (at >= 8 && at < 12 && error.code() == ErrorCode::TooNew);
                EXPECT_TRUE(expected) << "byte " << at << ": " << error.what();
            }
        }
    }
}

TEST_F(ContainerTest, refusesACleanlyClosedFileCutAnywhereOrContinued)
{
    const QByteArray good = fileOfTwoFrames(true);
    for (qsizetype size = 0; size < good.size(); ++size) {
        put(good.first(size));
        EXPECT_EQ(refusal(), size == 0 ? ErrorCode::NotAStudy : ErrorCode::Damaged) << size;
    }
    for (const qsizetype extra : {1, 31, 32, 100, 5000}) {
        put(good + QByteArray(extra, '\0'));
        EXPECT_EQ(refusal(nullptr, Mode::Update), ErrorCode::Damaged) << extra;
        EXPECT_EQ(test::readAll(path), good + QByteArray(extra, '\0'));
    }
}

TEST_F(ContainerTest, setsAnInterruptedSaveAside)
{
    const QByteArray good = fileOfTwoFrames(false);
    const qsizetype frameSize = 32 + 24 + 9 + 16, firstFrame = good.size() - 2 * frameSize;
    for (qsizetype size = firstFrame; size < good.size(); ++size) {
        put(good.first(size));
        const qsizetype whole = (size - firstFrame) / frameSize, torn = (size - firstFrame) % frameSize;
        {
            Content content;
            Container c = Container::open(path, {}, Mode::Update, content);
            EXPECT_EQ(content.frames, (QList<QByteArray>{"frame one", "frame two"}).first(whole));
            EXPECT_EQ(c.recoveredTailBytes(), torn);
            EXPECT_EQ(QFileInfo(path).size(), size - torn);
            c.append("after");
        }
        const QString aside = path + QStringLiteral(".queue-1");
        EXPECT_EQ(QFile::exists(aside), torn > 0);
        if (torn > 0) {
            EXPECT_EQ(test::readAll(aside), good.sliced(size - torn, torn));
        }
        QFile::remove(aside);
        EXPECT_EQ(read().frames.last(), "after");
    }
}

TEST_F(ContainerTest, readingOnlyLeavesAnInterruptedSaveInPlace)
{
    const QByteArray torn = fileOfTwoFrames(false).chopped(5);
    put(torn);
    Content content;
    const Container c = Container::open(path, {}, Mode::ReadOnly, content);
    EXPECT_EQ(c.recoveredTailBytes(), 76);
    EXPECT_EQ(content.frames, QList<QByteArray>{"frame one"});
    EXPECT_EQ(test::readAll(path), torn);
    EXPECT_EQ(files(), QStringList{QStringLiteral("a.osc")});
}

TEST_F(ContainerTest, neverAcceptsAnAlteredFrameWithoutItsEnd)
{
    const QByteArray good = fileOfTwoFrames(false);
    const qsizetype frameSize = 32 + 24 + 9 + 16, first = good.size() - 2 * frameSize,
                    second = first + frameSize;
    for (qsizetype at = first; at < good.size(); ++at) {
        QByteArray bad = good;
        bad[at] = static_cast<char>(bad[at] ^ 0x10);
        put(bad);
        if (at < second)
            EXPECT_EQ(refusal(), ErrorCode::Damaged) << at; // a good frame follows: not an interrupted save
        else
            EXPECT_EQ(read().frames, QList<QByteArray>{"frame one"}) << at;
    }
}

TEST_F(ContainerTest, refusesFramesOfADivergedCopy)
{
    create().close();
    const QByteArray base = test::readAll(path);
    const auto grow = [&](const QByteArray& one, const QByteArray& two) {
        put(base);
        Content content;
        Container c = Container::open(path, {}, Mode::Update, content);
        c.append(one);
        c.append(two);
        return test::readAll(path);
    };
    const QByteArray a = grow("aaaa", "AAAA"), b = grow("bbbb", "BBBB");
    const qsizetype frameSize = (a.size() - base.size()) / 2;
    put(a.chopped(frameSize) + b.last(frameSize));
    EXPECT_EQ(read().frames, QList<QByteArray>{"aaaa"});
    put(a.first(base.size()) + a.last(frameSize) + a.last(frameSize)); // first frame left out
    EXPECT_EQ(refusal(), ErrorCode::Damaged);
    put(a + a.last(frameSize)); // repeated
    EXPECT_EQ(read().frames, (QList<QByteArray>{"aaaa", "AAAA"}));
}
