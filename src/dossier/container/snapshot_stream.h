#pragma once
#include "base/platform/files.h"
#include "dossier/container/crypto.h"

#include <memory>

namespace dossier::container {

/// Part of a snapshot; the container does not look inside.
struct Section
{
    quint8 kind = 0;
    QByteArray bytes;
};

inline constexpr qsizetype MaximumSection = qsizetype(1) << 28;

/// Seals sections one after the other (libsodium secretstream) at the end of a file.
class SnapshotWriter
{
public:
    SnapshotWriter(base::platform::File& file, const SecretKey& key, QByteArray associated);
    ~SnapshotWriter();
    void add(quint8 kind, QByteArrayView bytes);
    /// Seals the end; returns the tag that the first frame authenticates.
    QByteArray finish();

private:
    void push(QByteArrayView plain, unsigned char tag);
    void flush();
    struct State;
    base::platform::File& m_file;
    QByteArray m_associated, m_buffer, m_lastTag;
    std::unique_ptr<State> m_state;
};

/// Reads and authenticates the sections of a snapshot; anything wrong is Error(Damaged).
class SnapshotReader
{
public:
    SnapshotReader(const base::platform::File& file, qint64 offset, const SecretKey& key,
                   QByteArray associated);
    ~SnapshotReader();
    /// False after the sealed end.
    bool next(Section& section);
    qint64 offset() const { return m_offset; }
    const QByteArray& lastTag() const { return m_lastTag; }

private:
    QByteArray read(qsizetype size);
    struct State;
    const base::platform::File& m_file;
    qint64 m_offset, m_size;
    QByteArray m_associated, m_lastTag;
    std::unique_ptr<State> m_state;
};

} // namespace dossier::container
