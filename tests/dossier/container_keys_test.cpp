#include "dossier/container_fixture.h"

#include <sys/resource.h>

using dossier::PrivateKey;
using dossier::PublicKey;
using dossier::RecoveryKey;
using dossier::container::Credentials;
using dossier::container::KdfParameters;
using dossier::container::Keys;

namespace {

Keys with(const RecoveryKey& key)
{
    Keys keys;
    keys.recoveryKey = key;
    return keys;
}

Keys with(const PrivateKey& key)
{
    Keys keys;
    keys.privateKey = key;
    return keys;
}

class ContainerKeysTest : public ContainerTest
{
protected:
    RecoveryKey recovery = RecoveryKey::generate();
    PrivateKey reader = PrivateKey::generate(), other = PrivateKey::generate();

    Credentials everyKey() const
    {
        Credentials out = credentials("phrase");
        out.recoveryKey = recovery;
        out.readers = {other.publicKey(), reader.publicKey()};
        return out;
    }
    void createWith(const Credentials& given)
    {
        Container::create(path, QByteArray(16, 'i'), given, twoSections).close();
    }
    /// Internal when it opens.
    ErrorCode outcome(const Keys& keys)
    {
        Content content;
        try {
            Container::open(path, keys, Mode::ReadOnly, content);
        } catch (const Error& error) {
            return error.code();
        }
        EXPECT_EQ(content.sections.size(), 2);
        return ErrorCode::Internal;
    }
};

constexpr ErrorCode Opens = ErrorCode::Internal;

} // namespace

TEST_F(ContainerKeysTest, opensWithAnyOneOfItsKeys)
{
    createWith(everyKey());
    EXPECT_EQ(outcome(Keys(QStringLiteral("phrase"))), Opens);
    EXPECT_EQ(outcome(with(recovery)), Opens);
    EXPECT_EQ(outcome(with(reader)), Opens);
    EXPECT_EQ(outcome(with(other)), Opens);
    EXPECT_EQ(outcome({}), ErrorCode::KeyRequired);
    EXPECT_EQ(outcome(Keys(QStringLiteral("Phrase"))), ErrorCode::WrongKey);
    EXPECT_EQ(outcome(with(RecoveryKey::generate())), ErrorCode::WrongKey);
    EXPECT_EQ(outcome(with(PrivateKey::generate())), ErrorCode::WrongKey);
    Keys wrongAndRight(QStringLiteral("wrong"));
    wrongAndRight.recoveryKey = recovery;
    EXPECT_EQ(outcome(wrongAndRight), Opens);
}

TEST_F(ContainerKeysTest, aFileForOneReaderOpensForNobodyElse)
{
    Credentials given;
    given.readers = {reader.publicKey()};
    createWith(given);
    EXPECT_EQ(outcome(with(reader)), Opens);
    EXPECT_EQ(outcome(with(other)), ErrorCode::WrongKey);
    EXPECT_EQ(outcome(Keys(QStringLiteral("phrase"))), ErrorCode::WrongKey);
    EXPECT_FALSE(test::readAll(path).contains(reader.publicKey().bytes().toByteArray()))
        << "tells its reader";
}

TEST_F(ContainerKeysTest, newKeysCloseTheNewFileToTheOldOnes)
{
    createWith(everyKey());
    const QByteArray before = test::readAll(path);
    const RecoveryKey newRecovery = RecoveryKey::generate();
    {
        Content content;
        Container c = Container::open(path, with(recovery), Mode::Update, content);
        Credentials given = credentials("other phrase");
        given.recoveryKey = newRecovery;
        c.rewriteWithKeys(given, twoSections);
        EXPECT_EQ(c.keyGeneration(), 1U);
        c.append("after");
        c.close();
    }
    EXPECT_EQ(outcome(Keys(QStringLiteral("other phrase"))), Opens);
    EXPECT_EQ(outcome(with(newRecovery)), Opens);
    for (const Keys& old : {Keys(QStringLiteral("phrase")), with(recovery), with(reader)})
        EXPECT_EQ(outcome(old), ErrorCode::WrongKey);
    // Someone who kept the old data key gets nothing with it: nothing of the new file is sealed under it.
    const QByteArray after = test::readAll(path);
    const auto oldHeader = dossier::container::decode(before.first(64 + 4 * 128 + 32));
    const auto newHeader = dossier::container::decode(after.first(64 + 2 * 128 + 32));
    EXPECT_FALSE(dossier::container::unlock(oldHeader, with(recovery)).view() ==
                 dossier::container::unlock(newHeader, with(newRecovery)).view());
    put(before);
    EXPECT_EQ(outcome(Keys(QStringLiteral("phrase"))), Opens) << "old copies open with the old phrase";
}

TEST_F(ContainerKeysTest, refusesManySlotsThatTogetherTakeMinutes)
{
    createWith(credentials("phrase"));
    const QByteArray bytes = test::readAll(path);
    auto header = dossier::container::decode(bytes.first(HeaderSize));
    header.keySlots.resize(16, header.keySlots[0]);
    for (auto& slot : header.keySlots)
        slot.kdf = {1024 * 1024, 1, 1};
    put(dossier::container::encode(header) + bytes.sliced(HeaderSize));
    EXPECT_EQ(outcome(Keys(QStringLiteral("phrase"))), ErrorCode::LimitExceeded);
}

TEST_F(ContainerKeysTest, refusesKeyDerivationBombsInLittleMemory)
{
    createWith(credentials("phrase"));
    const QByteArray bytes = test::readAll(path);
    struct rlimit normal
    {
    };
    getrlimit(RLIMIT_AS, &normal);
    for (const KdfParameters bomb :
         {KdfParameters{0xffffffff, 1, 1}, {2 * 1024 * 1024, 1, 1}, {8, 0xffffffff, 1}}) {
        auto header = dossier::container::decode(bytes.first(HeaderSize));
        header.keySlots[0].kdf = bomb;
        put(dossier::container::encode(header) + bytes.sliced(HeaderSize));
#ifndef __SANITIZE_ADDRESS__
        const struct rlimit tight
        {
            std::min<rlim_t>(rlim_t(1) << 30, normal.rlim_max), normal.rlim_max
        };
        setrlimit(RLIMIT_AS, &tight);
#endif
        EXPECT_EQ(outcome(Keys(QStringLiteral("phrase"))), ErrorCode::LimitExceeded);
        setrlimit(RLIMIT_AS, &normal);
    }
}

TEST_F(ContainerKeysTest, derivationIsCostlyByDefault)
{
    EXPECT_EQ(KdfParameters{}.memoryKiB, 256U * 1024);
    EXPECT_EQ(KdfParameters{}.passes, 3U);
    Credentials given;
    given.passphrase = QStringLiteral("phrase");
    createWith(given);
    const auto header = dossier::container::decode(test::readAll(path).first(HeaderSize));
    EXPECT_EQ(header.keySlots[0].kdf.memoryKiB, 256U * 1024);
    EXPECT_EQ(outcome(Keys(QStringLiteral("phrase"))), Opens);
}

TEST(ReaderKey, textsGoThereAndBack)
{
    const PrivateKey key = PrivateKey::generate();
    const QString text = key.publicKey().text();
    EXPECT_TRUE(text.startsWith(QStringLiteral("OSC-PUB:")));
    EXPECT_EQ(PublicKey::parse(text), key.publicKey());
    EXPECT_EQ(PublicKey::parse(text.toLower()), key.publicKey());
    EXPECT_EQ(PrivateKey::parse(key.text())->publicKey(), key.publicKey());
    EXPECT_FALSE(PublicKey::parse(key.text()));
    EXPECT_FALSE(PrivateKey::parse(text));
    EXPECT_FALSE(PublicKey::parse(text.chopped(1)));
    EXPECT_FALSE(PublicKey::parse(QString()));
}
