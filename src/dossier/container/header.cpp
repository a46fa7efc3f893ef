#include "dossier/container/header.h"

#include "base/error.h"
#include "dossier/bytes.h"

#include <algorithm>

using base::Error;
using base::ErrorCode;

namespace dossier::container {
namespace {

constexpr QByteArrayView Magic("CartOSC\n", 8);
constexpr qsizetype PrefixSize = 16, FixedSize = 64, SlotSize = 128;
constexpr qsizetype MaximumSize = FixedSize + MaximumSlots * SlotSize + HashSize;

void writeSlot(ByteWriter& out, const KeySlot& slot)
{
    out.u8(slot.kind);
    out.raw(QByteArray(3, '\0'));
    out.u32(slot.kdf.memoryKiB);
    out.u32(slot.kdf.passes);
    out.u32(slot.kdf.lanes);
    out.raw(slot.salt);
    out.raw(slot.nonce);
    out.raw(slot.wrapped);
    out.raw(QByteArray(24, '\0'));
}

KeySlot readSlot(ByteReader& in)
{
    KeySlot slot;
    slot.kind = in.u8();
    in.raw(3);
    slot.kdf = {in.u32(), in.u32(), in.u32()};
    slot.salt = in.raw(SaltSize).toByteArray();
    slot.nonce = in.raw(NonceSize).toByteArray();
    slot.wrapped = in.raw(KeySize + TagSize).toByteArray();
    in.raw(24);
    if (slot.kind == quint8(SlotKind::Passphrase) && !slot.kdf.withinBounds())
        throw Error(ErrorCode::LimitExceeded, QStringLiteral("key derivation parameters out of bounds"));
    return slot;
}

/// Each slot is within bounds; sixteen of them may still take minutes.
void refuseExcessiveWork(const Header& header)
{
    quint64 work = 0;
    for (const KeySlot& slot : header.keySlots)
        if (slot.kind == quint8(SlotKind::Passphrase)) work += slot.kdf.work();
    if (work > KdfParameters::MaximumWork)
        throw Error(ErrorCode::LimitExceeded, QStringLiteral("too much key derivation"));
}

/// Header size announced by the first 16 bytes.
qsizetype checkPrefix(QByteArrayView prefix)
{
    const QByteArrayView known = prefix.first(std::min(prefix.size(), Magic.size()));
    if (known.isEmpty() || known != Magic.first(known.size()))
        throw Error(ErrorCode::NotAStudy, QStringLiteral("not a CartOSC study"));
    if (prefix.size() < PrefixSize) throw Error(ErrorCode::Damaged, QStringLiteral("header cut short"));
    ByteReader in(prefix.sliced(Magic.size()));
    if (in.u32() > FormatVersion)
        throw Error(ErrorCode::TooNew, QStringLiteral("written by a later version"));
    const quint32 size = in.u32();
    if (size < FixedSize + HashSize || size > MaximumSize)
        throw Error(ErrorCode::Damaged, QStringLiteral("impossible header size"));
    return size;
}

} // namespace

bool Header::hasSlot(SlotKind kind) const
{
    return std::any_of(keySlots.begin(), keySlots.end(),
                       [&](const KeySlot& slot) { return slot.kind == quint8(kind); });
}

QByteArray encode(const Header& header)
{
    const auto slotBytes = static_cast<quint32>(header.keySlots.size()) * quint32(SlotSize);
    ByteWriter out;
    out.raw(Magic);
    out.u32(FormatVersion);
    out.u32(quint32(FixedSize) + slotBytes + quint32(HashSize));
    out.raw(header.dossierId);
    out.raw(header.snapshotId);
    out.u64(header.sequence);
    out.u8(static_cast<quint8>(header.keySlots.size()));
    out.raw(QByteArray(3, '\0'));
    out.u32(header.keyGeneration);
    for (const KeySlot& slot : header.keySlots)
        writeSlot(out, slot);
    out.raw(hash(out.bytes()));
    return out.bytes();
}

Header decode(QByteArrayView bytes)
{
    const qsizetype size = checkPrefix(bytes.first(std::min(bytes.size(), PrefixSize)));
    if (bytes.size() != size || !sameBytes(hash(bytes.first(size - HashSize)), bytes.last(HashSize)))
        throw Error(ErrorCode::Damaged, QStringLiteral("damaged header"));
    ByteReader in(bytes.sliced(PrefixSize));
    Header header;
    header.dossierId = in.raw(16).toByteArray();
    header.snapshotId = in.raw(16).toByteArray();
    header.sequence = in.u64();
    const quint8 count = in.u8();
    in.raw(3);
    header.keyGeneration = in.u32();
    if (in.remaining() != count * SlotSize + HashSize)
        throw Error(ErrorCode::Damaged, QStringLiteral("header size and key slots disagree"));
    for (int i = 0; i < count; ++i)
        header.keySlots.push_back(readSlot(in));
    refuseExcessiveWork(header);
    return header;
}

QByteArray readHeader(const base::platform::File& file, const QString& path)
{
    QByteArray bytes(PrefixSize, Qt::Uninitialized);
    bytes.resize(static_cast<qsizetype>(file.readAt(0, bytes.data(), PrefixSize)));
    try {
        const qsizetype size = checkPrefix(bytes);
        bytes.resize(size);
        bytes.resize(static_cast<qsizetype>(file.readAt(0, bytes.data(), static_cast<size_t>(size))));
        if (bytes.size() < size) throw Error(ErrorCode::Damaged, QStringLiteral("header cut short"));
    } catch (const Error& error) {
        throw Error(error.code(), error.detail(), path);
    }
    return bytes;
}

} // namespace dossier::container
