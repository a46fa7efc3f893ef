#include "base/error.h"
#include "support/temporary_folder.h"
#include "tabular/zip.h"

#include <gtest/gtest.h>
#include <zip.h>

namespace {

using tabular::ZipReader;
using tabular::ZipWriter;

QByteArray package(const std::vector<std::pair<QString, QByteArray>>& entries)
{
    ZipWriter writer;
    for (const auto& [name, content] : entries)
        writer.add(name, content);
    return writer.finish();
}

TEST(Zip, readsBackWhatWasWrittenInOrder)
{
    const QByteArray big(100'000, 'z');
    ZipWriter writer;
    writer.add(QStringLiteral("[Content_Types].xml"), "<Types/>");
    writer.add(QStringLiteral("word/é.xml"), big);
    writer.add(QStringLiteral("word/media/image.png"), "\x89PNG", true);
    const QByteArray bytes = writer.finish();
    EXPECT_LT(bytes.size(), 2'000);

    const ZipReader reader(bytes);
    EXPECT_EQ(reader.names(),
              (QStringList{QStringLiteral("[Content_Types].xml"), QStringLiteral("word/é.xml"),
                           QStringLiteral("word/media/image.png")}));
    EXPECT_EQ(reader.read(QStringLiteral("word/é.xml")), big);
    EXPECT_EQ(reader.read(QStringLiteral("word/media/image.png")), QByteArray("\x89PNG"));
    EXPECT_THROW(reader.read(QStringLiteral("absent")), base::Error);
}

TEST(Zip, isReadFromTheDiskAsFromMemory)
{
    const test::TemporaryFolder folder;
    const QByteArray bytes = package({{QStringLiteral("media/é.png"), QByteArray(5000, 'p')}});
    const ZipReader reader = ZipReader::fromFile(folder.write(QStringLiteral("é.zip"), bytes));
    EXPECT_EQ(reader.names(), QStringList{QStringLiteral("media/é.png")});
    EXPECT_EQ(reader.size(QStringLiteral("media/é.png")), 5000);
    EXPECT_EQ(reader.size(QStringLiteral("absent")), 0);
    EXPECT_EQ(reader.read(QStringLiteral("media/é.png")), QByteArray(5000, 'p'));
    EXPECT_THROW(ZipReader::fromFile(folder.path(QStringLiteral("absent"))), base::Error);
    EXPECT_THROW(ZipReader::fromFile(folder.write(QStringLiteral("t"), "texte")), base::Error);
    const QString cut = folder.write(QStringLiteral("c.zip"), bytes.left(bytes.size() - 30));
    EXPECT_THROW(ZipReader::fromFile(cut), base::Error);
}

TEST(Zip, givesTheSameBytesForTheSameContent)
{
    EXPECT_EQ(package({{QStringLiteral("a"), "1"}, {QStringLiteral("b"), "2"}}),
              package({{QStringLiteral("a"), "1"}, {QStringLiteral("b"), "2"}}));
}

struct Refused
{
    const char* name;
    QByteArray bytes;
    base::ErrorCode code;
};

class ZipRefusal : public testing::TestWithParam<Refused>
{
};

TEST_P(ZipRefusal, isAnErrorAndNotACrash)
{
    try {
        const ZipReader reader(GetParam().bytes);
        for (const QString& name : reader.names())
            reader.read(name);
        FAIL() << "accepted";
    } catch (const base::Error& error) {
        EXPECT_EQ(error.code(), GetParam().code) << error.what();
    }
}

/// The announced uncompressed size of the only entry, changed in the directory and in the local header.
QByteArray lyingAboutSize()
{
    QByteArray bytes = package({{QStringLiteral("a"), QByteArray(1000, 'x')}});
    const auto patch = [&](qsizetype at) { bytes[at] = 10, bytes[at + 1] = 0; };
    patch(22);
    patch(bytes.indexOf("PK\x01\x02") + 24);
    return bytes;
}

QByteArray damaged()
{
    QByteArray bytes = package({{QStringLiteral("a"), "some content that is stored somewhere in here"}});
    bytes[45] = static_cast<char>(bytes[45] ^ 0x55);
    return bytes;
}

/// The second entry renamed to the first one's name.
QByteArray sameNameTwice()
{
    return package({{QStringLiteral("aa"), "1"}, {QStringLiteral("bb"), "2"}}).replace("bb", "aa");
}

INSTANTIATE_TEST_SUITE_P(
    Packages, ZipRefusal,
    testing::Values(
        Refused{"notZip", "hello", base::ErrorCode::Malformed},
        Refused{"truncated", package({{QStringLiteral("a"), "1"}}).chopped(10), base::ErrorCode::Malformed},
        Refused{"damaged", damaged(), base::ErrorCode::Malformed},
        Refused{"lyingAboutSize", lyingAboutSize(), base::ErrorCode::Malformed},
        Refused{"sameNameTwice", sameNameTwice(), base::ErrorCode::Malformed},
        Refused{"parentFolder", package({{QStringLiteral("x/../../etc/passwd"), "1"}}),
                base::ErrorCode::Malformed},
        Refused{"absolute", package({{QStringLiteral("/etc/passwd"), "1"}}), base::ErrorCode::Malformed},
        Refused{"drive", package({{QStringLiteral("C:/x"), "1"}}), base::ErrorCode::Malformed},
        Refused{"backslash", package({{QStringLiteral("..\\x"), "1"}}), base::ErrorCode::Malformed}),
    [](const auto& test) { return std::string(test.param.name); });

TEST(ZipBomb, isRefusedFromItsDirectory)
{
    const QByteArray bomb = package({{QStringLiteral("a"), QByteArray(40'000'000, '\0')}});
    EXPECT_LT(bomb.size(), 100'000);
    EXPECT_THROW(ZipReader reader(bomb), base::Error);
}

TEST(ZipBomb, manySmallEntriesCountTogether)
{
    std::vector<std::pair<QString, QByteArray>> entries;
    for (int i = 0; i < 20; ++i)
        entries.emplace_back(QString::number(i), QByteArray(1'000'000, '\0'));
    tabular::ZipLimits limits;
    limits.total = 10'000'000;
    EXPECT_THROW(ZipReader(package(entries), limits), base::Error);
    limits.total = 20'000'000;
    EXPECT_EQ(ZipReader(package(entries), limits).names().size(), 20);
    limits.entries = 19;
    EXPECT_THROW(ZipReader(package(entries), limits), base::Error);
}

} // namespace
