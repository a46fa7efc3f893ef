#include "dossier/values/reader_key.h"

#include "dossier/container/crypto.h"
#include "dossier/values/grouped_text.h"

#include <algorithm>
#include <sodium.h>

namespace dossier {
namespace {

const QString PublicPrefix = QStringLiteral("OSC-PUB:"), PrivatePrefix = QStringLiteral("OSC-PRIV:");

std::optional<QByteArray> parsed(const QString& text, const QString& prefix, qsizetype size)
{
    const QString typed = text.trimmed();
    if (!typed.startsWith(prefix, Qt::CaseInsensitive)) return std::nullopt;
    return fromGroupedText(typed.mid(prefix.size()), size).bytes;
}

} // namespace

QString PublicKey::text() const
{
    return PublicPrefix + groupedText(bytes());
}

std::optional<PublicKey> PublicKey::parse(const QString& text)
{
    const auto bytes = parsed(text, PublicPrefix, Size);
    if (!bytes) return std::nullopt;
    PublicKey key;
    std::copy(bytes->cbegin(), bytes->cend(), key.m_bytes.begin());
    return key;
}

PrivateKey PrivateKey::generate()
{
    QByteArray random = container::randomBytes(Size);
    PrivateKey key;
    std::copy(random.cbegin(), random.cend(), key.m_bytes.begin());
    container::wipe(random);
    return key;
}

PrivateKey::~PrivateKey()
{
    sodium_memzero(m_bytes.data(), m_bytes.size());
}

PublicKey PrivateKey::publicKey() const
{
    PublicKey key;
    crypto_scalarmult_base(reinterpret_cast<unsigned char*>(key.m_bytes.data()),
                           reinterpret_cast<const unsigned char*>(m_bytes.data()));
    return key;
}

QString PrivateKey::text() const
{
    return PrivatePrefix + groupedText(bytes());
}

std::optional<PrivateKey> PrivateKey::parse(const QString& text)
{
    auto bytes = parsed(text, PrivatePrefix, Size);
    if (!bytes) return std::nullopt;
    PrivateKey key;
    std::copy(bytes->cbegin(), bytes->cend(), key.m_bytes.begin());
    container::wipe(*bytes);
    return key;
}

} // namespace dossier
