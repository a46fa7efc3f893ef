#pragma once
#include "dossier/container/file_lock.h"
#include "dossier/container/frame.h"
#include "dossier/container/header.h"
#include "dossier/container/snapshot_stream.h"

#include <functional>
#include <optional>

namespace dossier::container {

/// Writes the sections of a snapshot.
using SectionWriter = std::function<void(SnapshotWriter&)>;

/// Receives, in order, what an opened file holds.
class ContentVisitor
{
public:
    virtual ~ContentVisitor() = default;
    virtual void section(Section section) = 0;
    virtual void snapshotEnd() = 0;
    virtual void frame(QByteArray payload) = 0;
};

struct Credentials
{
    std::optional<QString> passphrase; ///< none: unprotected
    KdfParameters kdf;
};

enum class Mode { ReadOnly, Update };

/// A sealed file: header, snapshot, frames. Knows bytes, never what they mean. Not thread-safe.
class Container
{
public:
    /// New file, refused if one exists. Appears whole or not at all.
    static Container create(const QString& path, QByteArray dossierId, const Credentials& credentials,
                            const SectionWriter& sections);
    /// Authenticates every byte and passes the content to the visitor. With Mode::Update, takes the lock and
    /// moves the bytes of an interrupted save to NAME.queue-N.
    static Container open(const QString& path, const std::optional<QString>& passphrase, Mode mode,
                          ContentVisitor& visitor);

    Container(Container&&) = default;
    Container& operator=(Container&&) = default;

    /// Seals one frame; returns once it is on stable storage. On any exception the file is as before, or
    /// needsRewrite() is true and no frame may follow.
    void append(QByteArrayView payload);
    /// Replaces the whole file by a new one with this snapshot and no frame.
    void rewrite(const SectionWriter& sections);
    bool needsRewrite() const { return m_needsRewrite; }
    /// Seals the end frame if anything was appended since opening, and releases the lock.
    void close();

    const QByteArray& dossierId() const { return m_header.dossierId; }
    bool isProtected() const { return m_header.isProtected(); }
    quint64 sequence() const { return m_sequence; }
    qint64 recoveredTailBytes() const { return m_recovered; }
    qint64 snapshotBytes() const { return m_snapshotEnd; }
    qint64 frameBytes() const { return m_end - m_snapshotEnd; }

private:
    Container(QString path, Header header, SecretKey key);
    static Container written(const QString& path, Header header, SecretKey key, const SectionWriter& sections,
                             bool& replaced);
    void bind(const QByteArray& headerBytes);
    void readContent(ContentVisitor& visitor);
    bool readFrame(ContentVisitor& visitor, qint64 size);
    void readWatermarks();
    void judgeTail(qint64 size);
    void setTailAside();
    void refuseIfChangedUnderneath() const;
    void appendFrame(FrameType type, QByteArrayView payload);
    void writeWatermark(bool closed);
    void syncOrGiveUp();
    qint64 watermarkOffset(int slot) const { return m_headerSize + slot * WatermarkSize; }

    QString m_path;
    FileLock m_lock;
    base::platform::File m_file;
    Header m_header;
    SecretKey m_key;
    FrameContext m_context;
    qint64 m_headerSize = 0, m_snapshotEnd = 0, m_end = 0, m_recovered = 0;
    quint64 m_sequence = 0;
    QByteArray m_tag; ///< of the last frame, or of the snapshot
    Watermark m_mark;
    int m_markSlot = 0;  ///< holds m_mark; the other slot is written next
    bool m_ended = true; ///< an end frame, or a snapshot without frames, is last
    bool m_needsRewrite = false;
};

} // namespace dossier::container
