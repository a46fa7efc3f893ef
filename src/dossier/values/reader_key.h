#pragma once
#include <QByteArrayView>
#include <QString>

#include <array>
#include <optional>

namespace dossier {

/// Public half of a reader's X25519 key: a file sealed for it opens with the private half only. It may be
/// sent by any means; its origin is to be confirmed by voice.
class PublicKey
{
public:
    static constexpr qsizetype Size = 32;

    /// "OSC-PUB:" and thirteen groups of five characters.
    QString text() const;
    static std::optional<PublicKey> parse(const QString& text);
    QByteArrayView bytes() const { return {m_bytes.data(), Size}; }
    bool operator==(const PublicKey& other) const { return m_bytes == other.m_bytes; }

private:
    friend class PrivateKey;
    std::array<char, Size> m_bytes{};
};

/// Private half. Wiped from memory when released; its text is to be kept like a passphrase.
class PrivateKey
{
public:
    static constexpr qsizetype Size = 32;

    static PrivateKey generate();
    ~PrivateKey();
    PrivateKey(const PrivateKey&) = default;
    PrivateKey& operator=(const PrivateKey&) = default;

    PublicKey publicKey() const;
    /// "OSC-PRIV:" and thirteen groups of five characters.
    QString text() const;
    static std::optional<PrivateKey> parse(const QString& text);
    QByteArrayView bytes() const { return {m_bytes.data(), Size}; }

private:
    PrivateKey() = default;
    std::array<char, Size> m_bytes{};
};

} // namespace dossier
