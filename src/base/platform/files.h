#pragma once
#include <QString>

#include <cstddef>

/// Calls that differ between operating systems, behind one interface.
namespace base::platform {

/// Owned file descriptor with the few operations durable storage needs. Every failure throws base::Error.
class File
{
public:
    /// New file, refused if it exists; readable and writable by the owner only.
    static File create(const QString& path);
    static File openForReading(const QString& path);
    static File openForUpdate(const QString& path);
    static File openFolder(const QString& path);

    File() = default;
    File(File&& other) noexcept;
    File& operator=(File&& other) noexcept;
    File(const File&) = delete;
    File& operator=(const File&) = delete;
    ~File();

    bool isOpen() const { return m_descriptor >= 0; }
    qint64 size() const;
    /// Appends at the current position; retries interrupted and partial writes.
    void write(const void* data, std::size_t size);
    void writeAt(qint64 offset, const void* data, std::size_t size);
    /// Returns the number of bytes read, less than size only at the end of the file.
    std::size_t readAt(qint64 offset, void* data, std::size_t size) const;
    void truncate(qint64 size);
    void seekToEnd();
    /// fsync: returns once the content is on stable storage.
    void sync();
    void close();
    /// Exclusive advisory lock held until close; false when another process holds it.
    bool tryLock();
    /// Device, inode, size and modification time: to notice a file replaced or changed underneath.
    QString identity() const;
    int descriptor() const { return m_descriptor; }

private:
    File(int descriptor, QString path) : m_descriptor(descriptor), m_path(std::move(path)) {}
    int m_descriptor = -1;
    QString m_path;
};

void renameOver(const QString& from, const QString& to);
void syncFolder(const QString& folder);
void removeQuietly(const QString& path) noexcept;

/// Core dumps off and memory not traceable by other processes of the user, as far as the system allows.
void hardenProcess() noexcept;

} // namespace base::platform
