#include "dossier/values/recovery_key.h"

#include "dossier/container/crypto.h"
#include "dossier/values/grouped_text.h"

#include <algorithm>
#include <sodium.h>

namespace dossier {
namespace {

const QString QrPrefix = QStringLiteral("CARTOSC:");

} // namespace

RecoveryKey RecoveryKey::generate()
{
    QByteArray random = container::randomBytes(Size);
    RecoveryKey key;
    std::copy(random.cbegin(), random.cend(), key.m_bytes.begin());
    container::wipe(random);
    return key;
}

RecoveryKey::~RecoveryKey()
{
    sodium_memzero(m_bytes.data(), m_bytes.size());
}

QString RecoveryKey::text() const
{
    return groupedText(bytes());
}

QString RecoveryKey::qrText() const
{
    return QrPrefix + text();
}

QByteArrayView RecoveryKey::bytes() const
{
    return {m_bytes.data(), Size};
}

RecoveryKey::Parsed RecoveryKey::parse(const QString& text)
{
    const QString typed = text.trimmed();
    const bool scanned = typed.startsWith(QrPrefix, Qt::CaseInsensitive);
    GroupedBytes read = fromGroupedText(scanned ? typed.mid(QrPrefix.size()) : typed, Size);
    Parsed out{std::nullopt, read.wrongGroups};
    if (!read.bytes) return out;
    RecoveryKey key;
    std::copy(read.bytes->cbegin(), read.bytes->cend(), key.m_bytes.begin());
    container::wipe(*read.bytes);
    out.key = key;
    return out;
}

} // namespace dossier
