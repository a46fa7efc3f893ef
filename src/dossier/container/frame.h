#pragma once
#include "dossier/container/crypto.h"

#include <optional>

namespace dossier::container {

/// Frames of other types come from a later version: they are authenticated and left alone.
enum class FrameType : quint8 { Data = 1, End = 2, Blob = 3 };

/// What binds the frames of one file together: hash of its header and id of its snapshot.
struct FrameContext
{
    SecretKey sealing, marking; ///< for content, and for headers and watermarks
    QByteArray binding;
};

/// Plain first part of a frame; authenticated by itself so that a torn frame can be told from a damaged one.
struct FrameHeader
{
    FrameType type = FrameType::Data;
    quint64 sequence = 0;
    quint32 length = 0; ///< of the sealed content with its tag
};

inline constexpr qsizetype FrameHeaderSize = 32, FramePrefixSize = FrameHeaderSize + NonceSize;

/// One whole frame, ready to be appended. `previousTag` is that of the frame before, or of the snapshot.
QByteArray sealFrame(const FrameContext& context, FrameType type, quint64 sequence, QByteArrayView plain,
                     QByteArrayView previousTag);
/// nullopt unless the bytes start with an authentic frame header of this file.
std::optional<FrameHeader> readFrameHeader(const FrameContext& context, QByteArrayView bytes);
/// Content of a whole frame; nullopt when anything does not match.
std::optional<QByteArray> openFrame(const FrameContext& context, QByteArrayView frame,
                                    QByteArrayView previousTag);
/// True if an authentic frame header stands anywhere in the bytes after the first.
bool holdsLaterFrame(const FrameContext& context, QByteArrayView bytes);

/// Point a file is known to have reached: one that ends before it was cut. `closed` until the first save of a
/// session: nothing may then follow the point.
struct Watermark
{
    bool closed = true;
    quint64 sequence = 0;
    QByteArray tag; ///< 16, of the frame or snapshot end at that point
    bool isAfter(const Watermark& other) const
    {
        return sequence != other.sequence ? sequence > other.sequence : other.closed && !closed;
    }
};

inline constexpr qsizetype WatermarkSize = 64;

QByteArray encode(const FrameContext& context, const Watermark& mark);
std::optional<Watermark> decodeWatermark(const FrameContext& context, QByteArrayView bytes);

} // namespace dossier::container
