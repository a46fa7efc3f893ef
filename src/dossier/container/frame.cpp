#include "dossier/container/frame.h"

#include "base/error.h"
#include "dossier/bytes.h"

#include <cassert>

namespace dossier::container {
namespace {

constexpr QByteArrayView Magic("OSF", 3);
constexpr QByteArrayView MarkMagic("OSW", 3);
constexpr qsizetype PlainSize = FrameHeaderSize - TagSize;
constexpr qsizetype MarkMacSize = 32, MarkPlainSize = WatermarkSize - MarkMacSize;

QByteArray plainHeader(FrameType type, quint64 sequence, quint32 length)
{
    ByteWriter out;
    out.raw(Magic);
    out.u8(quint8(type));
    out.u64(sequence);
    out.u32(length);
    return out.bytes();
}

QByteArray markHeader(const FrameContext& context, QByteArrayView plain)
{
    return keyedMac(context.binding + plain.toByteArray(), context.marking, TagSize);
}

QByteArray associatedData(const FrameContext& context, QByteArrayView plain, QByteArrayView previousTag)
{
    return context.binding + plain.toByteArray() + previousTag.toByteArray();
}

} // namespace

QByteArray sealFrame(const FrameContext& context, FrameType type, quint64 sequence, QByteArrayView plain,
                     QByteArrayView previousTag)
{
    if (plain.size() > std::numeric_limits<qint32>::max())
        throw base::Error(base::ErrorCode::LimitExceeded, QStringLiteral("one save of more than 2 GiB"));
    const QByteArray head = plainHeader(type, sequence, static_cast<quint32>(plain.size() + TagSize));
    const QByteArray nonce = randomBytes(NonceSize);
    return head + markHeader(context, head) + nonce +
           seal(context.sealing, nonce, plain, associatedData(context, head, previousTag));
}

std::optional<FrameHeader> readFrameHeader(const FrameContext& context, QByteArrayView bytes)
{
    if (bytes.size() < FrameHeaderSize || bytes.first(Magic.size()) != Magic) return std::nullopt;
    const QByteArrayView plain = bytes.first(PlainSize);
    if (!sameBytes(markHeader(context, plain), bytes.sliced(PlainSize, TagSize))) return std::nullopt;
    ByteReader in(plain.sliced(Magic.size()));
    FrameHeader header;
    header.type = FrameType(in.u8());
    header.sequence = in.u64();
    header.length = in.u32();
    return header;
}

std::optional<QByteArray> openFrame(const FrameContext& context, QByteArrayView frame,
                                    QByteArrayView previousTag)
{
    if (frame.size() < FramePrefixSize + TagSize) return std::nullopt;
    return unseal(context.sealing, frame.sliced(FrameHeaderSize, NonceSize), frame.sliced(FramePrefixSize),
                  associatedData(context, frame.first(PlainSize), previousTag));
}

bool holdsLaterFrame(const FrameContext& context, QByteArrayView bytes)
{
    const QByteArray all = QByteArray::fromRawData(bytes.data(), bytes.size());
    for (qsizetype at = all.indexOf(Magic, 1); at >= 0; at = all.indexOf(Magic, at + 1))
        if (readFrameHeader(context, bytes.sliced(at))) return true;
    return false;
}

QByteArray encode(const FrameContext& context, const Watermark& mark)
{
    assert(mark.tag.size() == TagSize);
    ByteWriter out;
    out.raw(MarkMagic);
    out.u8(mark.closed ? 0 : 1);
    out.raw(QByteArrayView("\0\0\0\0", 4));
    out.u64(mark.sequence);
    out.raw(mark.tag);
    const QByteArray mac = keyedMac(context.binding + out.bytes(), context.marking, MarkMacSize);
    return out.bytes() + mac;
}

std::optional<Watermark> decodeWatermark(const FrameContext& context, QByteArrayView bytes)
{
    if (bytes.size() != WatermarkSize) return std::nullopt;
    const QByteArrayView plain = bytes.first(MarkPlainSize);
    const QByteArray mac = keyedMac(context.binding + plain.toByteArray(), context.marking, MarkMacSize);
    if (!sameBytes(mac, bytes.last(MarkMacSize))) return std::nullopt;
    ByteReader in(plain.sliced(MarkMagic.size()));
    Watermark mark;
    mark.closed = in.u8() == 0;
    in.raw(4);
    mark.sequence = in.u64();
    mark.tag = in.raw(TagSize).toByteArray();
    return mark;
}

} // namespace dossier::container
