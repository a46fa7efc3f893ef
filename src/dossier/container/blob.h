#pragma once
#include "dossier/container/frame.h"

namespace dossier::container {

/// Large content beside the snapshot, read on demand. It has a random key of its own, kept in the sealed
/// content of its frame: it is copied from file to file, and under new data keys, as it is.
struct BlobDescription
{
    QByteArray id; ///< 16
    SecretKey key;
    qint64 size = 0; ///< of the content
};

inline constexpr qint64 MaximumBlob = 50'000'000;
/// Of the sealed content of a blob's frame.
inline constexpr qsizetype BlobDescriptionSize = 1 + 16 + KeySize + 8 + TagSize;

QByteArray encode(const BlobDescription& blob);
/// nullopt for what is no description, or a size beyond the limit.
std::optional<BlobDescription> decodeBlob(QByteArrayView plain);

/// Bytes of a sealed blob: a secretstream of chunks of 64 KiB.
qint64 sealedSize(qint64 size);
QByteArray sealBlob(const BlobDescription& blob, QByteArrayView content);
/// nullopt unless the bytes are exactly those sealed.
std::optional<QByteArray> openBlob(const BlobDescription& blob, QByteArrayView sealed);

/// Where a blob stands in a file.
struct BlobPlace
{
    QByteArray id;
    qint64 offset = 0; ///< of its frame; the sealed blob follows the frame
    qint64 size = 0;   ///< of the content
    QByteArray previousTag;

    qint64 blobOffset() const { return offset + FramePrefixSize + BlobDescriptionSize; }
    qint64 bytes() const { return blobOffset() - offset + sealedSize(size); }
};

} // namespace dossier::container
