#include "dossier/container/key_slots.h"

#include "base/error.h"
#include "dossier/bytes.h"

#include <algorithm>

using base::Error;
using base::ErrorCode;

namespace dossier::container {
namespace {

constexpr QByteArrayView RecoveryContext("CartOSC recovery key 1");
constexpr qsizetype WrappedSize = KeySize + TagSize;

QByteArray associatedData(const KeySlot& slot, QByteArrayView dossierId)
{
    ByteWriter out;
    out.u8(slot.kind);
    out.u32(slot.kdf.memoryKiB);
    out.u32(slot.kdf.passes);
    out.u32(slot.kdf.lanes);
    out.raw(slot.salt);
    out.raw(dossierId);
    return out.bytes();
}

SecretKey takeSecret(QByteArray bytes)
{
    SecretKey key = SecretKey::copyOf(bytes);
    wipe(bytes);
    return key;
}

/// A recovery key is as random as the key it gives: one hash is enough.
SecretKey wrappingKey(const RecoveryKey& recoveryKey, QByteArrayView salt)
{
    QByteArray input = RecoveryContext.toByteArray() + salt.toByteArray() + recoveryKey.bytes().toByteArray();
    SecretKey key = takeSecret(hash(input));
    wipe(input);
    return key;
}

KeySlot slotInClear(const SecretKey& key)
{
    return {quint8(SlotKind::Clear),
            {0, 0, 0},
            QByteArray(SaltSize, '\0'),
            QByteArray(NonceSize, '\0'),
            key.view().toByteArray() + QByteArray(TagSize, '\0')};
}

KeySlot slotForPassphrase(const SecretKey& key, const QString& passphrase, const KdfParameters& parameters,
                          QByteArrayView dossierId)
{
    KeySlot slot{quint8(SlotKind::Passphrase), parameters, randomBytes(SaltSize), randomBytes(NonceSize), {}};
    const SecretKey wrapping = deriveFromPassphrase(passphrase, parameters, slot.salt);
    slot.wrapped = seal(wrapping, slot.nonce, key.view(), associatedData(slot, dossierId));
    return slot;
}

KeySlot slotForRecovery(const SecretKey& key, const RecoveryKey& recoveryKey, QByteArrayView dossierId)
{
    KeySlot slot{quint8(SlotKind::Recovery), {0, 0, 0}, randomBytes(SaltSize), randomBytes(NonceSize), {}};
    slot.wrapped =
        seal(wrappingKey(recoveryKey, slot.salt), slot.nonce, key.view(), associatedData(slot, dossierId));
    return slot;
}

/// The sealed box takes the place of salt, nonce and wrapped key.
KeySlot slotForReader(const SecretKey& key, const PublicKey& reader)
{
    const QByteArray box = sealFor(reader.bytes(), key.view());
    const QByteArray room = box + QByteArray(SaltSize + NonceSize + WrappedSize - box.size(), '\0');
    return {quint8(SlotKind::PublicKey),
            {0, 0, 0},
            room.first(SaltSize),
            room.sliced(SaltSize, NonceSize),
            room.last(WrappedSize)};
}

std::optional<QByteArray> open(const KeySlot& slot, const Keys& keys, QByteArrayView dossierId)
{
    if (slot.kind == quint8(SlotKind::Recovery) && keys.recoveryKey)
        return unseal(wrappingKey(*keys.recoveryKey, slot.salt), slot.nonce, slot.wrapped,
                      associatedData(slot, dossierId));
    if (slot.kind == quint8(SlotKind::PublicKey) && keys.privateKey) {
        const QByteArray room = slot.salt + slot.nonce + slot.wrapped;
        return openSealedFor(keys.privateKey->bytes(),
                             QByteArrayView(room).first(KeySize + SealedForOverhead));
    }
    if (slot.kind == quint8(SlotKind::Passphrase) && keys.passphrase)
        return unseal(deriveFromPassphrase(*keys.passphrase, slot.kdf, slot.salt), slot.nonce, slot.wrapped,
                      associatedData(slot, dossierId));
    return std::nullopt;
}

} // namespace

std::vector<KeySlot> makeSlots(const SecretKey& key, const Credentials& credentials, QByteArrayView dossierId)
{
    if (credentials.readers.size() + 2 > size_t(MaximumSlots))
        throw Error(ErrorCode::LimitExceeded, QStringLiteral("too many readers for one file"));
    std::vector<KeySlot> out;
    if (credentials.passphrase)
        out.push_back(slotForPassphrase(key, *credentials.passphrase, credentials.kdf, dossierId));
    if (credentials.recoveryKey) out.push_back(slotForRecovery(key, *credentials.recoveryKey, dossierId));
    for (const PublicKey& reader : credentials.readers)
        out.push_back(slotForReader(key, reader));
    if (out.empty()) out.push_back(slotInClear(key));
    return out;
}

SecretKey unlock(const Header& header, const Keys& keys)
{
    for (const KeySlot& slot : header.keySlots)
        if (slot.kind == quint8(SlotKind::Clear)) return SecretKey::copyOf(slot.wrapped.first(KeySize));
    if (!keys.passphrase && !keys.recoveryKey && !keys.privateKey)
        throw Error(ErrorCode::KeyRequired, QStringLiteral("a key is needed"));
    // What opens at once is tried before what takes a second.
    for (const SlotKind kind : {SlotKind::Recovery, SlotKind::PublicKey, SlotKind::Passphrase})
        for (const KeySlot& slot : header.keySlots) {
            if (slot.kind != quint8(kind)) continue;
            if (auto bytes = open(slot, keys, header.dossierId)) return takeSecret(std::move(*bytes));
        }
    throw Error(ErrorCode::WrongKey, QStringLiteral("no key slot opens with what was given"));
}

} // namespace dossier::container
