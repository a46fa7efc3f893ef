#include "dossier/container/snapshot_stream.h"

#include "base/error.h"
#include "dossier/bytes.h"

#include <cassert>
#include <sodium.h>

using base::Error;
using base::ErrorCode;

namespace dossier::container {
namespace {

constexpr qsizetype BufferSize = qsizetype(1) << 20;
constexpr qsizetype Overhead = crypto_secretstream_xchacha20poly1305_ABYTES;
constexpr qsizetype StreamHeader = crypto_secretstream_xchacha20poly1305_HEADERBYTES;
/// Sections shorter than this are not worth compressing.
constexpr qsizetype WorthCompressing = 512;
enum Packing : quint8 { Raw = 0, Zlib = 1 };

const unsigned char* bytes(const QByteArray& array)
{
    return reinterpret_cast<const unsigned char*>(array.constData());
}

std::size_t length(QByteArrayView view)
{
    return static_cast<std::size_t>(view.size());
}

QByteArray pack(quint8 kind, QByteArrayView content)
{
    ByteWriter out;
    out.u8(kind);
    if (content.size() >= WorthCompressing) {
        const QByteArray packed =
            qCompress(reinterpret_cast<const uchar*>(content.data()), content.size(), 1);
        if (packed.size() < content.size()) {
            out.u8(Zlib);
            out.raw(packed);
            return out.bytes();
        }
    }
    out.u8(Raw);
    out.raw(content);
    return out.bytes();
}

Section unpack(QByteArrayView plain)
{
    ByteReader in(plain);
    Section section{in.u8(), {}};
    const quint8 packing = in.u8();
    const QByteArrayView content = in.raw(in.remaining());
    if (packing == Raw) {
        section.bytes = content.toByteArray();
    } else {
        const bool sane = packing == Zlib && content.size() >= 4 &&
                          qFromBigEndian<quint32>(content.data()) <= quint32(MaximumSection);
        if (sane) section.bytes = qUncompress(reinterpret_cast<const uchar*>(content.data()), content.size());
        if (section.bytes.isEmpty())
            throw Error(ErrorCode::Damaged, QStringLiteral("section cannot be unpacked"));
    }
    return section;
}

} // namespace

struct SnapshotWriter::State
{
    crypto_secretstream_xchacha20poly1305_state stream;
    ~State() { sodium_memzero(&stream, sizeof stream); }
};

struct SnapshotReader::State
{
    crypto_secretstream_xchacha20poly1305_state stream;
    bool ended = false;
    ~State() { sodium_memzero(&stream, sizeof stream); }
};

SnapshotWriter::SnapshotWriter(base::platform::File& file, const SecretKey& key, QByteArray associated)
    : m_file(file), m_associated(std::move(associated)), m_state(std::make_unique<State>())
{
    m_buffer.resize(StreamHeader);
    crypto_secretstream_xchacha20poly1305_init_push(
        &m_state->stream, reinterpret_cast<unsigned char*>(m_buffer.data()), key.data());
}

SnapshotWriter::~SnapshotWriter() = default;

void SnapshotWriter::add(quint8 kind, QByteArrayView content)
{
    assert(content.size() <= MaximumSection);
    push(pack(kind, content), crypto_secretstream_xchacha20poly1305_TAG_MESSAGE);
}

QByteArray SnapshotWriter::finish()
{
    push({}, crypto_secretstream_xchacha20poly1305_TAG_FINAL);
    flush();
    return m_lastTag;
}

void SnapshotWriter::push(QByteArrayView plain, unsigned char tag)
{
    QByteArray sealed(plain.size() + Overhead, Qt::Uninitialized);
    crypto_secretstream_xchacha20poly1305_push(&m_state->stream,
                                               reinterpret_cast<unsigned char*>(sealed.data()), nullptr,
                                               reinterpret_cast<const unsigned char*>(plain.data()),
                                               length(plain), bytes(m_associated), length(m_associated), tag);
    ByteWriter size;
    size.u32(static_cast<quint32>(sealed.size()));
    m_buffer += size.bytes();
    m_buffer += sealed;
    m_lastTag = sealed.last(TagSize);
    if (m_buffer.size() >= BufferSize) flush();
}

void SnapshotWriter::flush()
{
    m_file.write(m_buffer.constData(), length(m_buffer));
    m_buffer.clear();
}

SnapshotReader::SnapshotReader(const base::platform::File& file, qint64 offset, const SecretKey& key,
                               QByteArray associated)
    : m_file(file), m_offset(offset), m_size(file.size()), m_associated(std::move(associated)),
      m_state(std::make_unique<State>())
{
    const QByteArray header = read(StreamHeader);
    if (crypto_secretstream_xchacha20poly1305_init_pull(&m_state->stream, bytes(header), key.data()) != 0)
        throw Error(ErrorCode::Damaged, QStringLiteral("damaged snapshot"));
}

SnapshotReader::~SnapshotReader() = default;

bool SnapshotReader::next(Section& section)
{
    if (m_state->ended) return false;
    const quint32 size = qFromLittleEndian<quint32>(read(4).constData());
    if (size < Overhead || size > quint64(MaximumSection) + 64)
        throw Error(ErrorCode::Damaged, QStringLiteral("impossible section size"));
    const QByteArray sealed = read(size);
    QByteArray plain(sealed.size() - Overhead, Qt::Uninitialized);
    unsigned char tag = 0;
    const int result = crypto_secretstream_xchacha20poly1305_pull(
        &m_state->stream, reinterpret_cast<unsigned char*>(plain.data()), nullptr, &tag, bytes(sealed),
        length(sealed), bytes(m_associated), length(m_associated));
    if (result != 0) throw Error(ErrorCode::Damaged, QStringLiteral("damaged snapshot"));
    m_lastTag = sealed.last(TagSize);
    m_state->ended = tag == crypto_secretstream_xchacha20poly1305_TAG_FINAL;
    if (m_state->ended) return false;
    section = unpack(plain);
    return true;
}

QByteArray SnapshotReader::read(qsizetype size)
{
    if (size > m_size - m_offset) throw Error(ErrorCode::Damaged, QStringLiteral("snapshot cut short"));
    QByteArray out(size, Qt::Uninitialized);
    if (m_file.readAt(m_offset, out.data(), length(out)) != length(out))
        throw Error(ErrorCode::Damaged, QStringLiteral("snapshot cut short"));
    m_offset += size;
    return out;
}

} // namespace dossier::container
