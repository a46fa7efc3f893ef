#include "dossier/container_fixture.h"

#include <sys/resource.h>

TEST_F(ContainerTest, givesBackSectionsAndFrames)
{
    fileOfTwoFrames(true);
    const Content content = read();
    EXPECT_EQ(content.sections, (QList<QByteArray>{QByteArray("\x07"
                                                              "first"),
                                                   "\x08" + QByteArray(3000, 'x')}));
    EXPECT_EQ(content.frames, (QList<QByteArray>{"frame one", "frame two"}));
    EXPECT_EQ(files(), QStringList{QStringLiteral("a.osc")});
}

TEST_F(ContainerTest, appendsAfterReopening)
{
    fileOfTwoFrames(true);
    {
        Content content;
        Container c = Container::open(path, {}, Mode::Update, content);
        c.append("frame three");
        EXPECT_EQ(c.sequence(), 4U); // the end frame counts
        c.close();
    }
    EXPECT_EQ(read().frames, (QList<QByteArray>{"frame one", "frame two", "frame three"}));
}

TEST_F(ContainerTest, openingAndClosingWithoutASaveChangesNothing)
{
    const QByteArray before = fileOfTwoFrames(true);
    Content content;
    Container::open(path, {}, Mode::Update, content).close();
    EXPECT_EQ(test::readAll(path), before);
}

TEST_F(ContainerTest, refusesToOverwrite)
{
    put("something else");
    EXPECT_THROW(create(), Error);
    EXPECT_EQ(test::readAll(path), "something else");
}

TEST_F(ContainerTest, refusesWhatIsNotAStudy)
{
    for (const char* bytes : {"", "PK\x03\x04 something", "CartOsc", "<?xml version='1.0'?>"}) {
        put(bytes);
        EXPECT_EQ(refusal(), ErrorCode::NotAStudy) << bytes;
        EXPECT_EQ(refusal(nullptr, Mode::Update), ErrorCode::NotAStudy) << bytes;
    }
    QFile::remove(path);
    EXPECT_EQ(refusal(), ErrorCode::NotFound);
    EXPECT_EQ(refusal(nullptr, Mode::Update), ErrorCode::NotFound);
    EXPECT_TRUE(files().isEmpty());
}

TEST_F(ContainerTest, refusesALaterVersion)
{
    QByteArray bytes = fileOfTwoFrames(true);
    bytes[8] = 2;
    put(bytes);
    EXPECT_EQ(refusal(), ErrorCode::TooNew);
}

TEST_F(ContainerTest, asksForThePassphraseAndRefusesAnother)
{
    create("mot de passé").close();
    EXPECT_EQ(refusal(), ErrorCode::KeyRequired);
    EXPECT_EQ(refusal("mot de passe"), ErrorCode::WrongKey);
    EXPECT_EQ(read("mot de passe\xcc\x81").sections.size(), 2); // decomposed form of the same phrase
}

TEST_F(ContainerTest, protectedFileHoldsNoPlainText)
{
    Container c = create("secret");
    c.append("canary in a frame, canary again");
    c.close();
    const QByteArray bytes = test::readAll(path);
    for (const char* needle : {"canary", "first", "xxxxxxxx", "secret"})
        EXPECT_FALSE(bytes.contains(needle)) << needle;
}

TEST_F(ContainerTest, refusesKeyDerivationOutOfBoundsBeforeTakingMemory)
{
    using dossier::container::KdfParameters;
    const KdfParameters hostile[] = {{0xffffffff, 3, 1},  {2 * 1024 * 1024, 1, 1},
                                     {1024 * 1024, 5, 1}, {8, 65, 1},
                                     {7, 1, 1},           {8, 0, 1},
                                     {8, 1, 0},           {8, 1, 2}};
    create("secret").close();
    const QByteArray bytes = test::readAll(path);
    struct rusage before
    {
    }, after{};
    getrusage(RUSAGE_SELF, &before);
    for (const KdfParameters& parameters : hostile) {
        auto header = dossier::container::decode(bytes.first(HeaderSize));
        header.keySlots[0].kdf = parameters;
        put(dossier::container::encode(header) + bytes.sliced(HeaderSize));
        EXPECT_EQ(refusal("secret"), ErrorCode::LimitExceeded) << parameters.memoryKiB;
    }
    getrusage(RUSAGE_SELF, &after);
    EXPECT_LT(after.ru_maxrss - before.ru_maxrss, 16 * 1024);
}

TEST_F(ContainerTest, rewritesTheWholeFileAndGoesOn)
{
    const QByteArray old = fileOfTwoFrames(true);
    Content content;
    Container c = Container::open(path, {}, Mode::Update, content);
    c.append("three");
    c.rewrite([](SnapshotWriter& writer) { writer.add(1, "all of it"); });
    EXPECT_EQ(c.frameBytes(), 0);
    c.append("four");
    EXPECT_EQ(c.sequence(), 5U);
    c.close();
    const Content now = read();
    EXPECT_EQ(now.sections, QList<QByteArray>{QByteArray("\x01"
                                                         "all of it")});
    EXPECT_EQ(now.frames, QList<QByteArray>{"four"});
    EXPECT_EQ(files(), QStringList{QStringLiteral("a.osc")});
    // Frames of the file before do not fit the new one.
    put(test::readAll(path) + old.last(81));
    EXPECT_EQ(refusal(), ErrorCode::Damaged);
}

TEST_F(ContainerTest, letsOneWriterIn)
{
    Container c = create();
    EXPECT_EQ(refusal(nullptr, Mode::Update), ErrorCode::Locked);
    EXPECT_EQ(read().sections.size(), 2);
    c.close();
    Content content;
    Container::open(path, {}, Mode::Update, content).close();
    EXPECT_EQ(files(), QStringList{QStringLiteral("a.osc")});
    folder.write(QStringLiteral("a.osc.lock"), {}); // left by a program that died
    Container::open(path, {}, Mode::Update, content).close();
    EXPECT_EQ(files(), QStringList{QStringLiteral("a.osc")});
}
