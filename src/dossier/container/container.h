#pragma once
#include "dossier/container/blob.h"
#include "dossier/container/file_lock.h"
#include "dossier/container/key_slots.h"
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

/// Which blobs a new file keeps; empty: all.
using BlobFilter = std::function<bool(const QByteArray& id)>;
inline const BlobFilter NoBlobs = [](const QByteArray&) { return false; };

enum class Mode { ReadOnly, Update };

/// A sealed file: header, snapshot, frames. Knows bytes, never what they mean. Not thread-safe.
class Container
{
public:
    /// New file, refused if one exists, with blobs of another one. Appears whole or not at all.
    static Container create(const QString& path, QByteArray dossierId, const Credentials& credentials,
                            const SectionWriter& sections, const Container* blobOwner = nullptr,
                            const BlobFilter& keep = {});
    /// Authenticates every byte but those of blobs and passes the content to the visitor. With Mode::Update,
    /// takes the lock and moves the bytes of an interrupted save to NAME.queue-N.
    static Container open(const QString& path, const Keys& keys, Mode mode, ContentVisitor& visitor);
    /// New file of the same dossier that opens with the same keys: a package, a conflict copy.
    static Container createWithKeysOf(const Container& owner, const QString& path,
                                      const SectionWriter& sections, const BlobFilter& keep);

    Container(Container&&) = default;
    Container& operator=(Container&&) = default;

    /// Seals one frame; returns once it is on stable storage. On any exception the file is as before, or
    /// needsRewrite() is true and no frame may follow.
    void append(QByteArrayView payload);
    /// Replaces the whole file by a new one with this snapshot, the blobs kept and no other frame.
    void rewrite(const SectionWriter& sections, const BlobFilter& keep = {});
    /// The same under a new data key, which only these credentials open.
    void rewriteWithKeys(const Credentials& credentials, const SectionWriter& sections,
                         const BlobFilter& keep = {});
    bool needsRewrite() const { return m_needsRewrite; }
    /// Seals the end frame if anything was appended since opening, and releases the lock.
    void close();

    /// Durable when it returns, as append is. Ids are 16 random bytes.
    void appendBlob(const QByteArray& id, QByteArrayView content);
    /// Copies a blob of another file, still sealed.
    void copyBlob(const Container& from, const QByteArray& id);
    bool hasBlob(const QByteArray& id) const { return place(id) != nullptr; }
    const std::vector<BlobPlace>& blobs() const { return m_blobs; }
    /// Throws NotFound, Damaged.
    QByteArray readBlob(const QByteArray& id) const;
    bool isBlobWhole(const QByteArray& id) const;
    /// Reads them all; throws Damaged.
    void verifyBlobs() const;

    /// Lets others write; the file stays as it is, and readable here. Nothing may be written from here on.
    void abandon();

    const QByteArray& dossierId() const { return m_header.dossierId; }
    bool isProtected() const { return m_header.isProtected(); }
    bool hasRecoveryKey() const { return m_header.hasSlot(SlotKind::Recovery); }
    quint32 keyGeneration() const { return m_header.keyGeneration; }
    /// A later version wrote things this one does not know: never write.
    bool hasUnknownFrames() const { return m_unknownFrames; }
    /// False until something is written to what an interrupted session left.
    bool isSettled() const { return !m_unsettled; }
    quint64 sequence() const { return m_sequence; }
    qint64 recoveredTailBytes() const { return m_recovered; }
    qint64 snapshotBytes() const { return m_snapshotEnd; }
    /// Blobs excepted.
    qint64 frameBytes() const { return m_end - m_snapshotEnd - m_blobBytes; }

private:
    enum KeyUse : quint64 { ForSnapshot = 1, ForFrames = 2, ForMarks = 3 };
    enum class Durability { Now, Later };
    static constexpr int WatermarkSlots = 2;

    Container(QString path, Header header, SecretKey key);
    static Container createNew(const QString& path, Header header, SecretKey key,
                               const SectionWriter& sections, const Container* blobOwner,
                               const BlobFilter& keep);
    void replaceBy(Header header, SecretKey key, const SectionWriter& sections, const BlobFilter& keep);
    void writeWhole(const SectionWriter& sections, const Container* blobOwner, const BlobFilter& keep,
                    bool& replaced);
    void bind(const QByteArray& headerBytes);

    void readContent(ContentVisitor& visitor);
    bool readFrame(ContentVisitor& visitor, qint64 size);
    bool takePayload(FrameType type, QByteArray payload, ContentVisitor& visitor, qint64 fileSize);
    void readWatermarks();
    void judgeTail(qint64 size);
    void setTailAside();

    void refuseIfChangedUnderneath() const;
    void startWriting();
    void writeFrame(FrameType type, QByteArrayView payload, QByteArrayView blob, Durability durability);
    void settle();
    void writeWatermark(bool closed);
    void syncOrGiveUp();

    const BlobPlace* place(const QByteArray& id) const;
    std::optional<BlobPlace> readBlobPlace(QByteArrayView description, qint64 fileSize) const;
    BlobDescription describe(const base::platform::File& file, const BlobPlace& place) const;
    static QByteArray sealedBlob(const base::platform::File& file, const BlobPlace& place);
    base::platform::File openBlobs() const;
    template <typename Use> auto withBlobs(const Use& use) const;
    void keepBlobs(const Container& from, const BlobFilter& keep);
    void addBlob(const BlobDescription& blob, QByteArrayView sealed, Durability durability);
    qint64 watermarkOffset(int slot) const { return m_headerSize + slot * WatermarkSize; }

    QString m_path;
    FileLock m_lock;
    base::platform::File m_file;
    Header m_header;
    SecretKey m_key;
    FrameContext m_context;
    qint64 m_headerSize = 0, m_snapshotEnd = 0, m_end = 0, m_recovered = 0;
    qint64 m_lastFrame = 0;   ///< where the last frame read at opening starts
    bool m_unsettled = false; ///< what an interrupted session left may be in the system's cache only
    quint64 m_sequence = 0;
    QByteArray m_tag;       ///< of the last frame, or of the snapshot
    QByteArray m_lastBytes; ///< the last 16 of the file
    std::vector<BlobPlace> m_blobs;
    qint64 m_blobBytes = 0;
    bool m_unknownFrames = false;
    Watermark m_mark;
    int m_markSlot = 0;  ///< holds m_mark; the other slot is written next
    bool m_ended = true; ///< an end frame, or a snapshot without frames, is last
    bool m_needsRewrite = false;
};

/// Up to `size` bytes at `offset`; fewer at the end of the file.
QByteArray readPart(const base::platform::File& file, qint64 offset, qint64 size);

} // namespace dossier::container
