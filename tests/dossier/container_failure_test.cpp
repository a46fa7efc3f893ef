#include "dossier/container_fixture.h"

#include <cerrno>
#include <csignal>
#include <dlfcn.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

namespace {
bool failFsync = false;
int fsyncCount = 0;
} // namespace

// The program's own fsync stands before the C library's, so that a test can make it fail.
extern "C" int fsync(int descriptor)
{
    ++fsyncCount;
    if (failFsync) {
        errno = EIO;
        return -1;
    }
    static const auto real = reinterpret_cast<int (*)(int)>(dlsym(RTLD_NEXT, "fsync"));
    return real(descriptor);
}

namespace {

class ContainerFailureTest : public ContainerTest
{
protected:
    void TearDown() override { failFsync = false; }
};

} // namespace

TEST_F(ContainerFailureTest, failedWriteLeavesTheFileAsItWas)
{
    Container c = create();
    c.append("before");
    const QByteArray good = test::readAll(path);
    struct rlimit normal
    {
    };
    getrlimit(RLIMIT_FSIZE, &normal);
    const auto previous = std::signal(SIGXFSZ, SIG_IGN);
    for (const rlim_t room : {0, 1, 40, 4000}) {
        const struct rlimit tight
        {
            static_cast<rlim_t>(good.size()) + room, normal.rlim_max
        };
        setrlimit(RLIMIT_FSIZE, &tight);
        try {
            c.append(QByteArray(10000, 'z'));
            ADD_FAILURE() << "written";
        } catch (const Error& error) {
            EXPECT_EQ(error.code(), ErrorCode::DiskFull);
        }
        setrlimit(RLIMIT_FSIZE, &normal);
        EXPECT_EQ(test::readAll(path), good);
        EXPECT_FALSE(c.needsRewrite());
    }
    std::signal(SIGXFSZ, previous);
    c.append("after");
    c.close();
    EXPECT_EQ(read().frames, (QList<QByteArray>{"before", "after"}));
}

TEST_F(ContainerFailureTest, afterAFailedSyncOnlyACompleteNewFileWillDo)
{
    Container c = create();
    c.append("before");
    failFsync = true;
    EXPECT_THROW(c.append("lost"), Error);
    EXPECT_TRUE(c.needsRewrite());
    EXPECT_THROW(c.rewrite(twoSections), Error);
    failFsync = false;
    c.rewrite([](SnapshotWriter& writer) { writer.add(1, "everything"); });
    EXPECT_FALSE(c.needsRewrite());
    c.append("after");
    c.close();
    EXPECT_EQ(read().sections, QList<QByteArray>{QByteArray("\x01"
                                                            "everything")});
    EXPECT_EQ(read().frames, QList<QByteArray>{"after"});
}

TEST_F(ContainerFailureTest, syncsBeforeAcknowledging)
{
    Container c = create();
    c.append("one");
    const int before = fsyncCount;
    c.append("two");
    EXPECT_EQ(fsyncCount, before + 1);
}

TEST_F(ContainerFailureTest, refusesToWriteIntoAFileChangedUnderneath)
{
    const QByteArray other = fileOfTwoFrames(true);
    Content content;
    Container c = Container::open(path, {}, Mode::Update, content);
    QFile::remove(path);
    put(other); // another file under the same name, as a synchronisation folder does
    EXPECT_THROW(c.append("into nowhere"), Error);
    EXPECT_THROW(c.rewrite(twoSections), Error);
    EXPECT_EQ(test::readAll(path), other);
}

TEST_F(ContainerFailureTest, saysThatAFolderCannotBeWritten)
{
    const QString closed = folder.path(QStringLiteral("closed"));
    QDir().mkpath(closed);
    path = closed + QStringLiteral("/a.osc");
    create().close();
    ::chmod(QFile::encodeName(folder.path()).constData(), 0755);
    ::chmod(QFile::encodeName(path).constData(), 0644);
    ::chmod(QFile::encodeName(closed).constData(), 0555);
    const bool asRoot = ::geteuid() == 0; // root passes every permission: be nobody for a moment
    ASSERT_TRUE(!asRoot || ::seteuid(65534) == 0);
    EXPECT_EQ(refusal(nullptr, Mode::Update), ErrorCode::AccessDenied);
    EXPECT_EQ(read().sections.size(), 2);
    path = closed + QStringLiteral("/new.osc");
    try {
        create();
        ADD_FAILURE() << "created";
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::AccessDenied);
    }
    ASSERT_TRUE(!asRoot || ::seteuid(0) == 0);
    ::chmod(QFile::encodeName(closed).constData(), 0755);
}
