#include "dossier/container/container.h"

#include "base/error.h"

#include <QFileInfo>

#include <cassert>
#include <unistd.h>

using base::Error;
using base::ErrorCode;
using base::platform::File;

namespace dossier::container {

QByteArray readPart(const File& file, qint64 offset, qint64 size)
{
    QByteArray out(size, Qt::Uninitialized);
    out.resize(static_cast<qsizetype>(file.readAt(offset, out.data(), static_cast<size_t>(size))));
    return out;
}

Container::Container(QString path, Header header, SecretKey key)
    : m_path(std::move(path)), m_header(std::move(header)),
      m_key(std::move(key)), m_context{subkey(m_key, ForFrames), subkey(m_key, ForMarks), {}},
      m_sequence(m_header.sequence)
{
}

void Container::bind(const QByteArray& headerBytes)
{
    m_headerSize = headerBytes.size();
    m_context.binding = hash(headerBytes) + m_header.snapshotId;
}

Container Container::create(const QString& path, QByteArray dossierId, const Credentials& credentials,
                            const SectionWriter& sections, const Container* blobOwner, const BlobFilter& keep)
{
    if (QFileInfo::exists(path)) throw Error(ErrorCode::AlreadyExists, QStringLiteral("file exists"), path);
    Header header;
    header.dossierId = std::move(dossierId);
    SecretKey key = SecretKey::random();
    header.keySlots = makeSlots(key, credentials, header.dossierId);
    return createNew(path, std::move(header), std::move(key), sections, blobOwner, keep);
}

Container Container::createWithKeysOf(const Container& owner, const QString& path,
                                      const SectionWriter& sections, const BlobFilter& keep)
{
    return createNew(path, owner.m_header, SecretKey::copyOf(owner.m_key.view()), sections, &owner, keep);
}

Container Container::createNew(const QString& path, Header header, SecretKey key,
                               const SectionWriter& sections, const Container* blobOwner,
                               const BlobFilter& keep)
{
    FileLock lock(path);
    if (QFileInfo::exists(path)) throw Error(ErrorCode::AlreadyExists, QStringLiteral("file exists"), path);
    Container out(path, std::move(header), std::move(key));
    bool replaced = false;
    out.writeWhole(sections, blobOwner, keep, replaced);
    out.m_lock = std::move(lock);
    return out;
}

/// Writes everything aside, then puts it in the place of what stands at the path.
void Container::writeWhole(const SectionWriter& sections, const Container* blobOwner, const BlobFilter& keep,
                           bool& replaced)
{
    m_header.snapshotId = randomBytes(16);
    const QByteArray headerBytes = encode(m_header);
    bind(headerBytes);
    const QString temporary = m_path + QStringLiteral(".tmp-%1").arg(::getpid());
    base::platform::removeQuietly(temporary);
    try {
        m_file = File::create(temporary);
        m_file.write(headerBytes.constData(), static_cast<size_t>(headerBytes.size()));
        const QByteArray room(WatermarkSlots * WatermarkSize, '\0');
        m_file.write(room.constData(), static_cast<size_t>(room.size()));
        SnapshotWriter writer(m_file, subkey(m_key, ForSnapshot), m_context.binding);
        sections(writer);
        m_tag = m_lastBytes = writer.finish();
        m_snapshotEnd = m_end = m_file.size();
        if (blobOwner) keepBlobs(*blobOwner, keep);
        m_mark = {true, m_sequence, m_tag};
        const QByteArray mark = encode(m_context, m_mark);
        for (int slot = 0; slot < WatermarkSlots; ++slot)
            m_file.writeAt(watermarkOffset(slot), mark.constData(), size_t(WatermarkSize));
        m_file.sync();
        base::platform::renameOver(temporary, m_path);
    } catch (...) {
        base::platform::removeQuietly(temporary);
        throw;
    }
    replaced = true;
    base::platform::syncFolder(QFileInfo(m_path).absolutePath());
}

/// The same file, ending as we left it: a synchronisation program replaces files, or writes into them.
void Container::refuseIfChangedUnderneath() const
{
    bool same = false;
    try {
        const File there = File::openForReading(m_path);
        same = m_file.size() == m_end && there.identity() == m_file.identity() &&
               sameBytes(readPart(there, m_end - TagSize, TagSize), m_lastBytes);
    } catch (const Error&) {
        same = false;
    }
    if (!same)
        throw Error(ErrorCode::ChangedUnderneath, QStringLiteral("changed by another program since opening"),
                    m_path);
}

void Container::startWriting()
{
    assert(!m_needsRewrite && !m_unknownFrames);
    refuseIfChangedUnderneath();
    settle();
    if (m_mark.closed) writeWatermark(false);
}

/// If the last session ended on a failed fsync, the system shows its last frame and its mark without having
/// written them, and no later fsync does unless they change again.
void Container::settle()
{
    if (!m_unsettled) return;
    const QByteArray frame = readPart(m_file, m_lastFrame, m_end - m_lastFrame);
    m_file.writeAt(m_lastFrame, frame.constData(), static_cast<size_t>(frame.size()));
    syncOrGiveUp();
    writeWatermark(false);
    m_unsettled = false;
}

void Container::append(QByteArrayView payload)
{
    startWriting();
    writeFrame(FrameType::Data, payload, {}, Durability::Now);
    m_ended = false;
}

/// A frame, and the blob that follows it, at the end of the file.
void Container::writeFrame(FrameType type, QByteArrayView payload, QByteArrayView blob, Durability durability)
{
    const QByteArray frame = sealFrame(m_context, type, m_sequence + 1, payload, m_tag);
    try {
        m_file.writeAt(m_end, frame.constData(), static_cast<size_t>(frame.size()));
        m_file.writeAt(m_end + frame.size(), blob.data(), static_cast<size_t>(blob.size()));
    } catch (const Error&) {
        try {
            m_file.truncate(m_end);
        } catch (const Error&) {
            m_needsRewrite = true;
        }
        throw;
    }
    if (durability == Durability::Now) syncOrGiveUp();
    m_end += frame.size() + blob.size();
    m_tag = frame.last(TagSize);
    m_lastBytes = blob.isEmpty() ? m_tag : blob.last(TagSize).toByteArray();
    ++m_sequence;
}

/// After a failed fsync the system may have dropped the pages while calling them clean: the descriptor is
/// never used again.
void Container::syncOrGiveUp()
{
    try {
        m_file.sync();
    } catch (const Error&) {
        m_needsRewrite = true;
        m_file = File();
        throw;
    }
}

void Container::writeWatermark(bool closed)
{
    const Watermark mark{closed, m_sequence, m_tag};
    const int slot = 1 - m_markSlot;
    const QByteArray bytes = encode(m_context, mark);
    m_file.writeAt(watermarkOffset(slot), bytes.constData(), size_t(WatermarkSize));
    syncOrGiveUp();
    m_mark = mark;
    m_markSlot = slot;
}

void Container::rewrite(const SectionWriter& sections, const BlobFilter& keep)
{
    replaceBy(m_header, SecretKey::copyOf(m_key.view()), sections, keep);
}

void Container::rewriteWithKeys(const Credentials& credentials, const SectionWriter& sections,
                                const BlobFilter& keep)
{
    Header header = m_header;
    SecretKey key = SecretKey::random();
    header.keySlots = makeSlots(key, credentials, header.dossierId);
    ++header.keyGeneration;
    replaceBy(std::move(header), std::move(key), sections, keep);
}

void Container::replaceBy(Header header, SecretKey key, const SectionWriter& sections, const BlobFilter& keep)
{
    assert(!m_unknownFrames);
    if (!m_needsRewrite) refuseIfChangedUnderneath();
    header.sequence = m_sequence;
    Container fresh(m_path, std::move(header), std::move(key));
    bool replaced = false;
    try {
        fresh.writeWhole(sections, this, keep, replaced);
    } catch (...) {
        m_needsRewrite = m_needsRewrite || replaced;
        throw;
    }
    fresh.m_lock = std::move(m_lock);
    fresh.m_recovered = m_recovered;
    *this = std::move(fresh);
}

void Container::close()
{
    if (m_file.isOpen() && !m_needsRewrite && !m_ended) {
        startWriting();
        writeFrame(FrameType::End, {}, {}, Durability::Now);
        m_ended = true;
        writeWatermark(true);
    }
    m_file = File();
    m_lock = FileLock();
}

void Container::abandon()
{
    m_ended = true;
    m_lock = FileLock();
}

} // namespace dossier::container
