#include "base/error.h"
#include "base/platform/files.h"

#include <QFile>

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace base::platform {
namespace {

int openOrThrow(const QString& path, int flags)
{
    const QByteArray name = QFile::encodeName(path);
    int descriptor = -1;
    do {
        descriptor = ::open(name.constData(), flags | O_CLOEXEC, 0600);
    } while (descriptor < 0 && errno == EINTR);
    if (descriptor < 0) throw errorFromErrno(errno, QStringLiteral("open"), path);
    return descriptor;
}

struct stat statOrThrow(int descriptor, const QString& path)
{
    struct stat info
    {
    };
    if (::fstat(descriptor, &info) != 0) throw errorFromErrno(errno, QStringLiteral("stat"), path);
    return info;
}

} // namespace

File File::create(const QString& path)
{
    return {openOrThrow(path, O_RDWR | O_CREAT | O_EXCL), path};
}

File File::openForReading(const QString& path)
{
    File file(openOrThrow(path, O_RDONLY), path);
    if (S_ISDIR(statOrThrow(file.m_descriptor, path).st_mode))
        throw Error(ErrorCode::Malformed, QStringLiteral("a folder, not a file"), path);
    return file;
}

File File::openForUpdate(const QString& path)
{
    return {openOrThrow(path, O_RDWR), path};
}

File File::openFolder(const QString& path)
{
    return {openOrThrow(path, O_RDONLY | O_DIRECTORY), path};
}

File::File(File&& other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1)), m_path(std::move(other.m_path))
{
}

File& File::operator=(File&& other) noexcept
{
    if (this != &other) {
        if (m_descriptor >= 0) ::close(m_descriptor);
        m_descriptor = std::exchange(other.m_descriptor, -1);
        m_path = std::move(other.m_path);
    }
    return *this;
}

File::~File()
{
    if (m_descriptor >= 0) ::close(m_descriptor);
}

qint64 File::size() const
{
    return statOrThrow(m_descriptor, m_path).st_size;
}

void File::write(const void* data, std::size_t size)
{
    const char* bytes = static_cast<const char*>(data);
    while (size > 0) {
        const ssize_t written = ::write(m_descriptor, bytes, size);
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) throw errorFromErrno(errno, QStringLiteral("write"), m_path);
        bytes += written;
        size -= static_cast<std::size_t>(written);
    }
}

void File::writeAt(qint64 offset, const void* data, std::size_t size)
{
    const char* bytes = static_cast<const char*>(data);
    while (size > 0) {
        const ssize_t written = ::pwrite(m_descriptor, bytes, size, offset);
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) throw errorFromErrno(errno, QStringLiteral("write"), m_path);
        bytes += written;
        offset += written;
        size -= static_cast<std::size_t>(written);
    }
}

std::size_t File::readAt(qint64 offset, void* data, std::size_t size) const
{
    char* bytes = static_cast<char*>(data);
    std::size_t total = 0;
    while (total < size) {
        const ssize_t got =
            ::pread(m_descriptor, bytes + total, size - total, offset + static_cast<qint64>(total));
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) throw errorFromErrno(errno, QStringLiteral("read"), m_path);
        if (got == 0) break;
        total += static_cast<std::size_t>(got);
    }
    return total;
}

void File::truncate(qint64 size)
{
    if (::ftruncate(m_descriptor, size) != 0) throw errorFromErrno(errno, QStringLiteral("truncate"), m_path);
}

void File::seekToEnd()
{
    if (::lseek(m_descriptor, 0, SEEK_END) < 0) throw errorFromErrno(errno, QStringLiteral("seek"), m_path);
}

void File::sync()
{
    if (::fsync(m_descriptor) != 0) throw errorFromErrno(errno, QStringLiteral("fsync"), m_path);
}

void File::close()
{
    const int descriptor = std::exchange(m_descriptor, -1);
    if (descriptor >= 0 && ::close(descriptor) != 0)
        throw errorFromErrno(errno, QStringLiteral("close"), m_path);
}

bool File::tryLock()
{
    if (::flock(m_descriptor, LOCK_EX | LOCK_NB) == 0) return true;
    if (errno == EWOULDBLOCK) return false;
    throw errorFromErrno(errno, QStringLiteral("lock"), m_path);
}

QString File::identity() const
{
    const struct stat info = statOrThrow(m_descriptor, m_path);
    return QStringLiteral("%1:%2:%3:%4.%5")
        .arg(info.st_dev)
        .arg(info.st_ino)
        .arg(info.st_size)
        .arg(info.st_mtim.tv_sec)
        .arg(info.st_mtim.tv_nsec);
}

void renameOver(const QString& from, const QString& to)
{
    if (::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) != 0)
        throw errorFromErrno(errno, QStringLiteral("rename"), to);
}

void syncFolder(const QString& folder)
{
    File handle = File::openFolder(folder);
    handle.sync();
}

void removeQuietly(const QString& path) noexcept
{
    ::unlink(QFile::encodeName(path).constData());
}

void hardenProcess() noexcept
{
    const struct rlimit none
    {
        0, 0
    };
    ::setrlimit(RLIMIT_CORE, &none);
    ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
}

} // namespace base::platform
