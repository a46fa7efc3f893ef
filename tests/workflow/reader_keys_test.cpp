#include "base/atomic_file.h"
#include "base/error.h"
#include "support/temporary_folder.h"
#include "workflow/messages/messages.h"
#include "workflow/reader_keys.h"

#include <QFile>

#include <gtest/gtest.h>

namespace {

TEST(ReaderKeys, AFileGivesBackTheKeyThatItsPublicHalfNames)
{
    const test::TemporaryFolder folder;
    const QString path = folder.path(QStringLiteral("relectrice.cle"));
    const dossier::PublicKey made = workflow::createReaderKey(path);
    EXPECT_EQ(QFile::permissions(path) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    base::Issues issues;
    const auto key = workflow::readReaderKey(path, issues);
    ASSERT_TRUE(key);
    EXPECT_TRUE(issues.empty());
    EXPECT_EQ(key->publicKey(), made);
}

TEST(ReaderKeys, NeverReplacesAFile)
{
    const test::TemporaryFolder folder;
    const QString path = folder.path(QStringLiteral("relectrice.cle"));
    workflow::createReaderKey(path);
    const QByteArray first = base::readFile(path);
    EXPECT_THROW(workflow::createReaderKey(path), base::Error);
    EXPECT_EQ(base::readFile(path), first);
    EXPECT_NE(dossier::PrivateKey::generate().text(), dossier::PrivateKey::generate().text());
}

struct FileCase
{
    const char* name;
    QByteArray content;
    const char* code; ///< empty: it holds a key
};

TEST(ReaderKeys, ToldWhatAFileLacks)
{
    const test::TemporaryFolder folder;
    const dossier::PrivateKey key = dossier::PrivateKey::generate();
    const QByteArray written = key.text().toUtf8(), open = key.publicKey().text().toUtf8();
    QByteArray mistyped = written;
    mistyped[mistyped.size() - 1] = mistyped.endsWith('2') ? '3' : '2';
    const std::vector<FileCase> cases{
        {"alone", written, ""},
        {"lower case, other ends of line", "Ma clé :\r\n" + written.toLower() + "\r\n", ""},
        {"public", open, "key.reader_public"},
        {"mistyped", mistyped, "key.reader_none"},
        {"empty", {}, "key.reader_none"},
        {"other", QByteArray(3000, '\0'), "key.reader_none"}};
    for (const FileCase& each : cases) {
        SCOPED_TRACE(each.name);
        const QString path = folder.path(QStringLiteral("clé"));
        base::writeFileAtomically(path, each.content);
        base::Issues issues;
        const auto read = workflow::readReaderKey(path, issues);
        ASSERT_EQ(read.has_value(), issues.empty());
        if (read) {
            EXPECT_EQ(read->publicKey(), key.publicKey());
            EXPECT_STREQ(each.code, "");
            continue;
        }
        EXPECT_EQ(issues.front().code, QString::fromLatin1(each.code));
        EXPECT_TRUE(workflow::messages::forIssue(issues.front()).what.contains(QStringLiteral("« clé »")));
    }
    base::Issues issues;
    EXPECT_THROW(workflow::readReaderKey(folder.path(QStringLiteral("absent")), issues), base::Error);
}

} // namespace
