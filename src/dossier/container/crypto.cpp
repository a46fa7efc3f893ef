#include "dossier/container/crypto.h"

#include "base/error.h"

#include <cassert>
#include <cstring>
#include <sodium.h>
#include <utility>

namespace dossier::container {
namespace {

const char SubkeyContext[crypto_kdf_CONTEXTBYTES + 1] = "CartOSC1";

const unsigned char* bytes(QByteArrayView view)
{
    return reinterpret_cast<const unsigned char*>(view.data());
}

unsigned char* bytes(QByteArray& array)
{
    return reinterpret_cast<unsigned char*>(array.data());
}

std::size_t length(QByteArrayView view)
{
    return static_cast<std::size_t>(view.size());
}

void startLibrary()
{
    static const int result = sodium_init();
    if (result < 0) throw base::Error(base::ErrorCode::Internal, QStringLiteral("libsodium cannot start"));
}

} // namespace

SecretKey::SecretKey()
{
    startLibrary();
    m_bytes = static_cast<unsigned char*>(sodium_malloc(KeySize));
    if (!m_bytes) throw base::Error(base::ErrorCode::Internal, QStringLiteral("no guarded memory for a key"));
}

SecretKey::~SecretKey()
{
    sodium_free(m_bytes);
}

SecretKey::SecretKey(SecretKey&& other) noexcept : m_bytes(std::exchange(other.m_bytes, nullptr)) {}

SecretKey& SecretKey::operator=(SecretKey&& other) noexcept
{
    std::swap(m_bytes, other.m_bytes);
    return *this;
}

SecretKey SecretKey::random()
{
    SecretKey key;
    randombytes_buf(key.m_bytes, KeySize);
    return key;
}

SecretKey SecretKey::copyOf(QByteArrayView content)
{
    assert(content.size() == KeySize);
    SecretKey key;
    std::memcpy(key.m_bytes, content.data(), KeySize);
    return key;
}

bool KdfParameters::withinBounds() const
{
    return lanes == 1 && memoryKiB >= 8 && memoryKiB <= 1024 * 1024 && passes >= 1 && passes <= 64 &&
           work() <= MaximumWork;
}

SecretKey deriveFromPassphrase(const QString& passphrase, const KdfParameters& parameters,
                               QByteArrayView salt)
{
    assert(parameters.withinBounds() && salt.size() == SaltSize);
    SecretKey key;
    QByteArray phrase = passphrase.normalized(QString::NormalizationForm_C).toUtf8();
    const int result =
        crypto_pwhash(key.data(), KeySize, phrase.constData(), length(phrase), bytes(salt), parameters.passes,
                      std::size_t(parameters.memoryKiB) * 1024, crypto_pwhash_ALG_ARGON2ID13);
    wipe(phrase);
    if (result != 0)
        throw base::Error(base::ErrorCode::Internal, QStringLiteral("not enough memory for Argon2id"));
    return key;
}

SecretKey subkey(const SecretKey& master, quint64 number)
{
    SecretKey key;
    crypto_kdf_derive_from_key(key.data(), KeySize, number, SubkeyContext, master.data());
    return key;
}

QByteArray randomBytes(qsizetype size)
{
    startLibrary();
    QByteArray out(size, Qt::Uninitialized);
    randombytes_buf(out.data(), length(out));
    return out;
}

QByteArray hash(QByteArrayView content)
{
    startLibrary();
    QByteArray out(HashSize, Qt::Uninitialized);
    crypto_generichash(bytes(out), HashSize, bytes(content), length(content), nullptr, 0);
    return out;
}

QByteArray keyedMac(QByteArrayView content, const SecretKey& key, qsizetype size)
{
    QByteArray out(size, Qt::Uninitialized);
    crypto_generichash(bytes(out), length(out), bytes(content), length(content), key.data(), KeySize);
    return out;
}

void wipe(QByteArray& secret)
{
    sodium_memzero(secret.data(), length(secret));
}

bool sameBytes(QByteArrayView a, QByteArrayView b)
{
    return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), length(a)) == 0;
}

QByteArray seal(const SecretKey& key, QByteArrayView nonce, QByteArrayView plain, QByteArrayView associated)
{
    assert(nonce.size() == NonceSize);
    QByteArray out(plain.size() + TagSize, Qt::Uninitialized);
    crypto_aead_xchacha20poly1305_ietf_encrypt(bytes(out), nullptr, bytes(plain), length(plain),
                                               bytes(associated), length(associated), nullptr, bytes(nonce),
                                               key.data());
    return out;
}

std::optional<QByteArray> unseal(const SecretKey& key, QByteArrayView nonce, QByteArrayView sealed,
                                 QByteArrayView associated)
{
    if (nonce.size() != NonceSize || sealed.size() < TagSize) return std::nullopt;
    QByteArray out(sealed.size() - TagSize, Qt::Uninitialized);
    const int result = crypto_aead_xchacha20poly1305_ietf_decrypt(
        bytes(out), nullptr, nullptr, bytes(sealed), length(sealed), bytes(associated), length(associated),
        bytes(nonce), key.data());
    if (result != 0) return std::nullopt;
    return out;
}

QByteArray sealFor(QByteArrayView publicKey, QByteArrayView plain)
{
    startLibrary();
    static_assert(SealedForOverhead == crypto_box_SEALBYTES);
    assert(publicKey.size() == crypto_box_PUBLICKEYBYTES);
    QByteArray out(plain.size() + SealedForOverhead, Qt::Uninitialized);
    if (crypto_box_seal(bytes(out), bytes(plain), length(plain), bytes(publicKey)) != 0)
        throw base::Error(base::ErrorCode::WrongKey, QStringLiteral("a public key of no one"));
    return out;
}

std::optional<QByteArray> openSealedFor(QByteArrayView privateKey, QByteArrayView sealed)
{
    startLibrary();
    if (sealed.size() < SealedForOverhead) return std::nullopt;
    unsigned char publicKey[crypto_box_PUBLICKEYBYTES];
    crypto_scalarmult_base(publicKey, bytes(privateKey));
    QByteArray out(sealed.size() - SealedForOverhead, Qt::Uninitialized);
    if (crypto_box_seal_open(bytes(out), bytes(sealed), length(sealed), publicKey, bytes(privateKey)) != 0)
        return std::nullopt;
    return out;
}

} // namespace dossier::container
