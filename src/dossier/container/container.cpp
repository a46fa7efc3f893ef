#include "dossier/container/container.h"

#include "base/error.h"

#include <QFileInfo>

#include <cassert>
#include <unistd.h>

using base::Error;
using base::ErrorCode;
using base::platform::File;

namespace dossier::container {
namespace {

enum KeyUse : quint64 { ForSnapshot = 1, ForFrames = 2, ForMarks = 3 };
constexpr int WatermarkSlots = 2;

QByteArray readPart(const File& file, qint64 offset, qint64 size)
{
    QByteArray out(size, Qt::Uninitialized);
    out.resize(static_cast<qsizetype>(file.readAt(offset, out.data(), static_cast<size_t>(size))));
    return out;
}

QString folderOf(const QString& path)
{
    return QFileInfo(path).absolutePath();
}

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
                            const SectionWriter& sections)
{
    if (QFileInfo::exists(path)) throw Error(ErrorCode::AlreadyExists, QStringLiteral("file exists"), path);
    FileLock lock(path);
    Header header;
    header.dossierId = std::move(dossierId);
    SecretKey key = SecretKey::random();
    header.keySlots.push_back(credentials.passphrase ? slotForPassphrase(key, *credentials.passphrase,
                                                                         credentials.kdf, header.dossierId)
                                                     : slotInClear(key));
    bool replaced = false;
    Container container = written(path, std::move(header), std::move(key), sections, replaced);
    container.m_lock = std::move(lock);
    return container;
}

Container Container::written(const QString& path, Header header, SecretKey key, const SectionWriter& sections,
                             bool& replaced)
{
    header.snapshotId = randomBytes(16);
    Container out(path, std::move(header), std::move(key));
    const QByteArray headerBytes = encode(out.m_header);
    out.bind(headerBytes);
    const QString temporary = path + QStringLiteral(".tmp-%1").arg(::getpid());
    base::platform::removeQuietly(temporary);
    try {
        out.m_file = File::create(temporary);
        out.m_file.write(headerBytes.constData(), static_cast<size_t>(headerBytes.size()));
        const QByteArray room(WatermarkSlots * WatermarkSize, '\0');
        out.m_file.write(room.constData(), static_cast<size_t>(room.size()));
        SnapshotWriter writer(out.m_file, subkey(out.m_key, ForSnapshot), out.m_context.binding);
        sections(writer);
        out.m_tag = writer.finish();
        out.m_snapshotEnd = out.m_end = out.m_file.size();
        out.m_mark = {true, out.m_sequence, out.m_tag};
        const QByteArray mark = encode(out.m_context, out.m_mark);
        for (int slot = 0; slot < WatermarkSlots; ++slot)
            out.m_file.writeAt(out.watermarkOffset(slot), mark.constData(), size_t(WatermarkSize));
        out.m_file.sync();
        base::platform::renameOver(temporary, path);
    } catch (...) {
        base::platform::removeQuietly(temporary);
        throw;
    }
    replaced = true;
    base::platform::syncFolder(folderOf(path));
    return out;
}

Container Container::open(const QString& path, const std::optional<QString>& passphrase, Mode mode,
                          ContentVisitor& visitor)
{
    readHeader(File::openForReading(path), path);
    FileLock lock;
    if (mode == Mode::Update) lock = FileLock(path);
    File file = mode == Mode::Update ? File::openForUpdate(path) : File::openForReading(path);
    try {
        const QByteArray headerBytes = readHeader(file, path);
        Header header = decode(headerBytes);
        SecretKey key = unlock(header, passphrase);
        Container out(path, std::move(header), std::move(key));
        out.m_file = std::move(file);
        out.m_lock = std::move(lock);
        out.bind(headerBytes);
        out.readContent(visitor);
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
    m_snapshotEnd = m_end = reader.offset();
    m_tag = reader.lastTag();
    const qint64 size = m_file.size();
    bool reached = m_mark.sequence == m_sequence && sameBytes(m_mark.tag, m_tag);
    while (m_end < size && readFrame(visitor, size))
        reached = reached || (m_mark.sequence == m_sequence && sameBytes(m_mark.tag, m_tag));
    if (!reached) throw Error(ErrorCode::Damaged, QStringLiteral("cut before its last clean close"));
    if (m_mark.closed && m_mark.sequence != m_sequence)
        throw Error(ErrorCode::Damaged, QStringLiteral("frames after a clean close"));
    if (m_end < size) judgeTail(size);
}

bool Container::readFrame(ContentVisitor& visitor, qint64 size)
{
    const auto header = readFrameHeader(m_context, readPart(m_file, m_end, FrameHeaderSize));
    if (!header || header->sequence != m_sequence + 1 || header->length < TagSize ||
        header->length > size - m_end - FramePrefixSize)
        return false;
    const QByteArray frame = readPart(m_file, m_end, FramePrefixSize + header->length);
    auto payload = openFrame(m_context, frame, m_tag);
    if (!payload) return false;
    m_end += frame.size();
    m_sequence = header->sequence;
    m_tag = frame.last(TagSize);
    m_ended = header->type == FrameType::End;
    if (header->type == FrameType::Data) visitor.frame(std::move(*payload));
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
    base::platform::syncFolder(folderOf(m_path));
    m_file.truncate(m_end);
    m_file.sync();
}

void Container::refuseIfChangedUnderneath() const
{
    bool same = false;
    try {
        same = m_file.size() == m_end && File::openForReading(m_path).identity() == m_file.identity();
    } catch (const Error&) {
        same = false;
    }
    if (!same) throw Error(ErrorCode::Io, QStringLiteral("changed by another program since opening"), m_path);
}

void Container::append(QByteArrayView payload)
{
    assert(!m_needsRewrite);
    refuseIfChangedUnderneath();
    if (m_mark.closed) writeWatermark(false);
    appendFrame(FrameType::Data, payload);
    m_ended = false;
}

void Container::appendFrame(FrameType type, QByteArrayView payload)
{
    const QByteArray frame = sealFrame(m_context, type, m_sequence + 1, payload, m_tag);
    try {
        m_file.writeAt(m_end, frame.constData(), static_cast<size_t>(frame.size()));
    } catch (const Error&) {
        try {
            m_file.truncate(m_end);
        } catch (const Error&) {
            m_needsRewrite = true;
        }
        throw;
    }
    syncOrGiveUp();
    m_end += frame.size();
    m_tag = frame.last(TagSize);
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

void Container::rewrite(const SectionWriter& sections)
{
    if (!m_needsRewrite) refuseIfChangedUnderneath();
    Header header = m_header;
    header.sequence = m_sequence;
    bool replaced = false;
    try {
        Container fresh =
            written(m_path, std::move(header), SecretKey::copyOf(m_key.view()), sections, replaced);
        fresh.m_lock = std::move(m_lock);
        fresh.m_recovered = m_recovered;
        *this = std::move(fresh);
    } catch (...) {
        m_needsRewrite = m_needsRewrite || replaced;
        throw;
    }
}

void Container::close()
{
    if (m_file.isOpen() && !m_needsRewrite && !m_ended) {
        refuseIfChangedUnderneath();
        appendFrame(FrameType::End, {});
        m_ended = true;
        writeWatermark(true);
    }
    m_file = File();
    m_lock = FileLock();
}

} // namespace dossier::container
