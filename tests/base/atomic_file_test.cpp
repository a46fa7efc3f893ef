#include "base/atomic_file.h"
#include "base/error.h"
#include "support/temporary_folder.h"

#include <QDir>
#include <QFile>

#include <gtest/gtest.h>

TEST(AtomicFile, replacesTheWholeContentAndLeavesNothingBehind)
{
    const test::TemporaryFolder folder;
    const QString path = folder.write(QStringLiteral("a.txt"), "before, and longer");
    base::writeFileAtomically(path, "after");
    EXPECT_EQ(base::readFile(path), "after");
    EXPECT_EQ(QDir(folder.path()).entryList(QDir::Files), QStringList{QStringLiteral("a.txt")});
}

TEST(AtomicFile, keepsTheOldContentWhenItCannotWrite)
{
    const test::TemporaryFolder folder;
    const QString path = folder.path(QStringLiteral("missing/a.txt"));
    try {
        base::writeFileAtomically(path, "x");
        FAIL() << "a missing folder must be refused";
    } catch (const base::Error& error) {
        EXPECT_EQ(error.code(), base::ErrorCode::NotFound);
    }
}

TEST(ReadFile, refusesWhatIsTooLargeOrNotAFile)
{
    const test::TemporaryFolder folder;
    const QString path = folder.write(QStringLiteral("big"), QByteArray(100, 'x'));
    EXPECT_THROW(base::readFile(path, 99), base::Error);
    EXPECT_THROW(base::readFile(folder.path()), base::Error);
}
