#include "base/error.h"
#include "dossier/container/container.h"

#include <QFileInfo>

using base::Error;
using base::ErrorCode;
using base::platform::File;

namespace dossier::container {
namespace {

/// New name beside the study for the bytes of an interrupted save.
File createQueueFile(const QString& study)
{
    for (int number = 1;; ++number) {
        try {
            return File::create(study + QStringLiteral(".queue-%1").arg(number));
        } catch (const Error& error) {
            if (error.code() != ErrorCode::AlreadyExists) throw;
        }
    }
}

} // namespace

Container Container::open(const QString& path, const Keys& keys, Mode mode, ContentVisitor& visitor)
{
    readHeader(File::openForReading(path), path);
    FileLock lock;
    if (mode == Mode::Update) lock = FileLock(path);
    File file = mode == Mode::Update ? File::openForUpdate(path) : File::openForReading(path);
    try {
        const QByteArray headerBytes = readHeader(file, path);
        Header header = decode(headerBytes);
        SecretKey key = unlock(header, keys);
        Container out(path, std::move(header), std::move(key));
        out.m_file = std::move(file);
        out.m_lock = std::move(lock);
        out.bind(headerBytes);
        out.readContent(visitor);
        out.m_unsettled = !out.m_mark.closed;
        if (mode == Mode::ReadOnly) out.abandon(); // after a crash nothing is closed by who only reads
        if (mode == Mode::Update && out.m_recovered > 0) out.setTailAside();
        return out;
    } catch (const Error& error) {
        if (!error.path().isEmpty()) throw;
        throw Error(error.code(), error.detail(), path);
    }
}

void Container::readContent(ContentVisitor& visitor)
{
    readWatermarks();
    SnapshotReader reader(m_file, m_headerSize + WatermarkSlots * WatermarkSize, subkey(m_key, ForSnapshot),
                          m_context.binding);
    for (Section section; reader.next(section);)
        visitor.section(std::move(section));
    visitor.snapshotEnd();
    m_snapshotEnd = m_end = m_lastFrame = reader.offset();
    m_tag = reader.lastTag();
    const qint64 size = m_file.size();
    bool reached = m_mark.sequence == m_sequence && sameBytes(m_mark.tag, m_tag);
    while (m_end < size && readFrame(visitor, size))
        reached = reached || (m_mark.sequence == m_sequence && sameBytes(m_mark.tag, m_tag));
    if (!reached) throw Error(ErrorCode::Damaged, QStringLiteral("cut before its last clean close"));
    if (m_mark.closed && m_mark.sequence != m_sequence)
        throw Error(ErrorCode::Damaged, QStringLiteral("frames after a clean close"));
    if (m_end < size) judgeTail(size);
    m_ended = m_ended || m_mark.closed;
    m_lastBytes = readPart(m_file, m_end - TagSize, TagSize);
}

bool Container::readFrame(ContentVisitor& visitor, qint64 size)
{
    const auto header = readFrameHeader(m_context, readPart(m_file, m_end, FrameHeaderSize));
    if (!header || header->sequence != m_sequence + 1 || header->length < TagSize ||
        header->length > size - m_end - FramePrefixSize)
        return false;
    const QByteArray frame = readPart(m_file, m_end, FramePrefixSize + header->length);
    auto payload = openFrame(m_context, frame, m_tag);
    if (!payload || !takePayload(header->type, std::move(*payload), visitor, size)) return false;
    m_lastFrame = m_end;
    m_end += frame.size();
    if (header->type == FrameType::Blob) m_end += sealedSize(m_blobs.back().size);
    m_sequence = header->sequence;
    m_tag = frame.last(TagSize);
    m_ended = header->type == FrameType::End;
    return true;
}

/// False for a blob that is not whole.
bool Container::takePayload(FrameType type, QByteArray payload, ContentVisitor& visitor, qint64 fileSize)
{
    switch (type) {
    case FrameType::Data:
        visitor.frame(std::move(payload));
        return true;
    case FrameType::End:
        return true;
    case FrameType::Blob: {
        const auto place = readBlobPlace(payload, fileSize);
        wipe(payload);
        if (!place || hasBlob(place->id)) return false;
        m_blobs.push_back(*place);
        m_blobBytes += place->bytes();
        return true;
    }
    }
    m_unknownFrames = true;
    return true;
}

void Container::readWatermarks()
{
    bool found = false;
    for (int slot = 0; slot < WatermarkSlots; ++slot) {
        const auto mark = decodeWatermark(m_context, readPart(m_file, watermarkOffset(slot), WatermarkSize));
        if (!mark || (found && !mark->isAfter(m_mark))) continue;
        m_mark = *mark;
        m_markSlot = slot;
        found = true;
    }
    if (!found) throw Error(ErrorCode::Damaged, QStringLiteral("damaged watermarks"));
}

/// Bytes after the last good frame: an interrupted save, unless the file was closed cleanly or something
/// authentic stands after them.
void Container::judgeTail(qint64 size)
{
    const QByteArray tail = readPart(m_file, m_end, size - m_end);
    if (m_mark.closed || holdsLaterFrame(m_context, tail))
        throw Error(ErrorCode::Damaged, QStringLiteral("damaged frame"));
    m_recovered = size - m_end;
}

void Container::setTailAside()
{
    const QByteArray tail = readPart(m_file, m_end, m_recovered);
    File aside = createQueueFile(m_path);
    aside.write(tail.constData(), static_cast<size_t>(tail.size()));
    aside.sync();
    base::platform::syncFolder(QFileInfo(m_path).absolutePath());
    m_file.truncate(m_end);
    m_file.sync();
}

} // namespace dossier::container
