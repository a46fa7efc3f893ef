#include "dossier/container/blob.h"

#include "dossier/bytes.h"

#include <algorithm>
#include <cassert>
#include <sodium.h>

namespace dossier::container {
namespace {

constexpr quint8 DescriptionVersion = 1;
constexpr qsizetype ChunkSize = 64 * 1024;
constexpr qsizetype Overhead = crypto_secretstream_xchacha20poly1305_ABYTES;
constexpr qsizetype StreamHeader = crypto_secretstream_xchacha20poly1305_HEADERBYTES;

struct Stream
{
    crypto_secretstream_xchacha20poly1305_state state;
    ~Stream() { sodium_memzero(&state, sizeof state); }
};

const unsigned char* bytes(QByteArrayView view)
{
    return reinterpret_cast<const unsigned char*>(view.data());
}

unsigned char* bytes(QByteArray& array, qsizetype at)
{
    return reinterpret_cast<unsigned char*>(array.data()) + at;
}

std::size_t length(QByteArrayView view)
{
    return static_cast<std::size_t>(view.size());
}

} // namespace

QByteArray encode(const BlobDescription& blob)
{
    ByteWriter out;
    out.u8(DescriptionVersion);
    out.raw(blob.id);
    out.raw(blob.key.view());
    out.u64(static_cast<quint64>(blob.size));
    return out.bytes();
}

std::optional<BlobDescription> decodeBlob(QByteArrayView plain)
{
    if (plain.size() != BlobDescriptionSize - TagSize) return std::nullopt;
    ByteReader in(plain);
    if (in.u8() != DescriptionVersion) return std::nullopt;
    const QByteArray id = in.raw(16).toByteArray();
    SecretKey key = SecretKey::copyOf(in.raw(KeySize));
    const quint64 size = in.u64();
    if (size > quint64(MaximumBlob)) return std::nullopt;
    return BlobDescription{id, std::move(key), static_cast<qint64>(size)};
}

qint64 sealedSize(qint64 size)
{
    const qint64 chunks = std::max(qint64(1), (size + ChunkSize - 1) / ChunkSize);
    return StreamHeader + size + chunks * Overhead;
}

QByteArray sealBlob(const BlobDescription& blob, QByteArrayView content)
{
    assert(content.size() == blob.size);
    QByteArray out(sealedSize(blob.size), Qt::Uninitialized);
    Stream stream;
    crypto_secretstream_xchacha20poly1305_init_push(&stream.state, bytes(out, 0), blob.key.data());
    qsizetype from = 0, to = StreamHeader;
    do {
        const QByteArrayView chunk = content.sliced(from, std::min(ChunkSize, content.size() - from));
        from += chunk.size();
        crypto_secretstream_xchacha20poly1305_push(
            &stream.state, bytes(out, to), nullptr, bytes(chunk), length(chunk), bytes(blob.id),
            length(blob.id), from == content.size() ? crypto_secretstream_xchacha20poly1305_TAG_FINAL : 0);
        to += chunk.size() + Overhead;
    } while (from < content.size());
    return out;
}

std::optional<QByteArray> openBlob(const BlobDescription& blob, QByteArrayView sealed)
{
    if (sealed.size() != sealedSize(blob.size)) return std::nullopt;
    QByteArray out(blob.size, Qt::Uninitialized);
    Stream stream;
    if (crypto_secretstream_xchacha20poly1305_init_pull(&stream.state, bytes(sealed), blob.key.data()) != 0)
        return std::nullopt;
    qsizetype from = StreamHeader, to = 0;
    unsigned char tag = 0;
    while (from < sealed.size()) {
        const QByteArrayView chunk =
            sealed.sliced(from, std::min(ChunkSize + Overhead, sealed.size() - from));
        if (crypto_secretstream_xchacha20poly1305_pull(&stream.state, bytes(out, to), nullptr, &tag,
                                                       bytes(chunk), length(chunk), bytes(blob.id),
                                                       length(blob.id)) != 0)
            return std::nullopt;
        from += chunk.size();
        to += chunk.size() - Overhead;
    }
    if (tag != crypto_secretstream_xchacha20poly1305_TAG_FINAL) return std::nullopt;
    return out;
}

} // namespace dossier::container
