#pragma once
#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <cstddef>
#include <optional>

/// The few primitives of libsodium the container uses. Sizes are in bytes.
namespace dossier::container {

inline constexpr qsizetype KeySize = 32, SaltSize = 16, NonceSize = 24, TagSize = 16, HashSize = 32;

/// 32 secret bytes in guarded memory that is neither swapped nor dumped, and wiped when released.
class SecretKey
{
public:
    SecretKey();
    ~SecretKey();
    SecretKey(SecretKey&& other) noexcept;
    SecretKey& operator=(SecretKey&& other) noexcept;
    SecretKey(const SecretKey&) = delete;
    SecretKey& operator=(const SecretKey&) = delete;

    static SecretKey random();
    static SecretKey copyOf(QByteArrayView bytes);

    unsigned char* data() { return m_bytes; }
    const unsigned char* data() const { return m_bytes; }
    QByteArrayView view() const { return {reinterpret_cast<const char*>(m_bytes), KeySize}; }

private:
    unsigned char* m_bytes;
};

struct KdfParameters
{
    quint32 memoryKiB = 256 * 1024;
    quint32 passes = 3;
    quint32 lanes = 1; ///< libsodium computes one lane
    /// False for parameters that would take absurd memory or time, or that Argon2id does not define.
    bool withinBounds() const;
    quint64 work() const { return quint64(memoryKiB) * passes; }
    static constexpr quint64 MaximumWork = quint64(4) * 1024 * 1024;
    static KdfParameters weak() { return {8, 1, 1}; }
};

/// Argon2id of the passphrase (NFC, UTF-8).
SecretKey deriveFromPassphrase(const QString& passphrase, const KdfParameters& parameters,
                               QByteArrayView salt);
/// Independent key for one use, derived from the data key by its number.
SecretKey subkey(const SecretKey& master, quint64 number);

QByteArray randomBytes(qsizetype size);
QByteArray hash(QByteArrayView content);
QByteArray keyedMac(QByteArrayView content, const SecretKey& key, qsizetype size);
/// Overwrites secret bytes that had to leave guarded memory.
void wipe(QByteArray& bytes);
bool sameBytes(QByteArrayView a, QByteArrayView b);

/// XChaCha20-Poly1305; the result is the ciphertext followed by the tag.
QByteArray seal(const SecretKey& key, QByteArrayView nonce, QByteArrayView plain, QByteArrayView associated);
/// nullopt when key, nonce, content or associated data do not belong together.
std::optional<QByteArray> unseal(const SecretKey& key, QByteArrayView nonce, QByteArrayView sealed,
                                 QByteArrayView associated);

/// Anonymous box for the holder of an X25519 private key; SealedForOverhead longer than the content.
inline constexpr qsizetype SealedForOverhead = 48;
QByteArray sealFor(QByteArrayView publicKey, QByteArrayView plain);
std::optional<QByteArray> openSealedFor(QByteArrayView privateKey, QByteArrayView sealed);

} // namespace dossier::container
