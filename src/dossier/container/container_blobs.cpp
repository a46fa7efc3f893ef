#include "base/error.h"
#include "dossier/container/container.h"

#include <algorithm>
#include <cassert>

using base::Error;
using base::ErrorCode;
using base::platform::File;

namespace dossier::container {

const BlobPlace* Container::place(const QByteArray& id) const
{
    const auto found =
        std::find_if(m_blobs.begin(), m_blobs.end(), [&](const BlobPlace& blob) { return blob.id == id; });
    return found == m_blobs.end() ? nullptr : &*found;
}

/// The blob of a frame that stands at m_end, when it is whole.
std::optional<BlobPlace> Container::readBlobPlace(QByteArrayView description, qint64 fileSize) const
{
    const auto blob = decodeBlob(description);
    if (!blob) return std::nullopt;
    BlobPlace place{blob->id, m_end, blob->size, m_tag};
    if (place.bytes() > fileSize - m_end) return std::nullopt;
    // What follows a blob was written once it was on stable storage. A last one may be torn.
    const bool last = place.bytes() == fileSize - m_end && !m_mark.closed;
    if (last && !openBlob(*blob, sealedBlob(m_file, place))) return std::nullopt;
    return place;
}

BlobDescription Container::describe(const File& file, const BlobPlace& place) const
{
    const QByteArray frame = readPart(file, place.offset, FramePrefixSize + BlobDescriptionSize);
    auto payload = openFrame(m_context, frame, place.previousTag);
    auto blob = payload ? decodeBlob(*payload) : std::nullopt;
    if (payload) wipe(*payload);
    if (!blob) throw Error(ErrorCode::Damaged, QStringLiteral("damaged attachment"), m_path);
    return std::move(*blob);
}

QByteArray Container::sealedBlob(const File& file, const BlobPlace& place)
{
    return readPart(file, place.blobOffset(), sealedSize(place.size));
}

/// The file itself, or a new descriptor on it when a failed fsync has ended the use of ours.
File Container::openBlobs() const
{
    File file = File::openForReading(m_path);
    if (hash(readHeader(file, m_path)) != m_context.binding.first(HashSize))
        throw Error(ErrorCode::ChangedUnderneath, QStringLiteral("attachments are in another file"), m_path);
    return file;
}

template <typename Use> auto Container::withBlobs(const Use& use) const
{
    return m_file.isOpen() ? use(m_file) : use(openBlobs());
}

QByteArray Container::readBlob(const QByteArray& id) const
{
    const BlobPlace* found = place(id);
    if (!found) throw Error(ErrorCode::NotFound, QStringLiteral("no such attachment"), m_path);
    return withBlobs([&](const File& file) {
        auto content = openBlob(describe(file, *found), sealedBlob(file, *found));
        if (!content) throw Error(ErrorCode::Damaged, QStringLiteral("damaged attachment"), m_path);
        return std::move(*content);
    });
}

bool Container::isBlobWhole(const QByteArray& id) const
{
    try {
        readBlob(id);
        return true;
    } catch (const Error&) {
        return false;
    }
}

void Container::verifyBlobs() const
{
    for (const BlobPlace& blob : m_blobs)
        readBlob(blob.id);
}

void Container::appendBlob(const QByteArray& id, QByteArrayView content)
{
    if (content.size() > MaximumBlob)
        throw Error(ErrorCode::LimitExceeded, QStringLiteral("attachment of more than 50 MB"));
    const BlobDescription blob{id, SecretKey::random(), content.size()};
    startWriting();
    addBlob(blob, sealBlob(blob, content), Durability::Now);
    m_ended = false;
}

void Container::copyBlob(const Container& from, const QByteArray& id)
{
    const BlobPlace* found = from.place(id);
    if (!found) throw Error(ErrorCode::NotFound, QStringLiteral("no such attachment"), from.m_path);
    startWriting();
    from.withBlobs([&](const File& file) {
        addBlob(from.describe(file, *found), sealedBlob(file, *found), Durability::Now);
    });
    m_ended = false;
}

/// Copies into a file being written, which will be synced as a whole.
void Container::keepBlobs(const Container& from, const BlobFilter& keep)
{
    if (from.m_blobs.empty()) return;
    from.withBlobs([&](const File& file) {
        for (const BlobPlace& blob : from.m_blobs)
            if (!keep || keep(blob.id))
                addBlob(from.describe(file, blob), sealedBlob(file, blob), Durability::Later);
    });
}

void Container::addBlob(const BlobDescription& blob, QByteArrayView sealed, Durability durability)
{
    assert(blob.id.size() == 16 && !hasBlob(blob.id) && sealed.size() == sealedSize(blob.size));
    const BlobPlace place{blob.id, m_end, blob.size, m_tag};
    QByteArray description = encode(blob);
    writeFrame(FrameType::Blob, description, sealed, durability);
    wipe(description);
    m_blobs.push_back(place);
    m_blobBytes += place.bytes();
}

} // namespace dossier::container
