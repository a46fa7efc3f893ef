#include "dossier/container/file_lock.h"

#include "base/error.h"

#include <utility>

using base::Error;
using base::ErrorCode;
using base::platform::File;

namespace dossier::container {
namespace {

constexpr int Attempts = 100;

File openOrCreate(const QString& path)
{
    try {
        return File::create(path);
    } catch (const Error& error) {
        if (error.code() != ErrorCode::AlreadyExists) throw;
    }
    return File::openForUpdate(path);
}

/// The holder removes the side file on release: a lock taken on a removed file protects nothing.
bool stillThere(const File& file, const QString& path)
{
    try {
        return File::openForReading(path).identity() == file.identity();
    } catch (const Error&) {
        return false;
    }
}

} // namespace

FileLock::FileLock(const QString& study)
{
    const QString path = study + QStringLiteral(".lock");
    for (int attempt = 0; attempt < Attempts; ++attempt) {
        File file;
        try {
            file = openOrCreate(path);
        } catch (const Error& error) {
            if (error.code() == ErrorCode::NotFound && attempt + 1 < Attempts) continue;
            throw;
        }
        if (!file.tryLock()) throw Error(ErrorCode::Locked, QStringLiteral("open elsewhere"), study);
        if (!stillThere(file, path)) continue;
        m_path = path;
        m_file = std::move(file);
        return;
    }
    throw Error(ErrorCode::Locked, QStringLiteral("open elsewhere"), study);
}

FileLock::~FileLock()
{
    release();
}

FileLock& FileLock::operator=(FileLock&& other) noexcept
{
    if (this != &other) {
        release();
        m_path = std::exchange(other.m_path, {});
        m_file = std::move(other.m_file);
    }
    return *this;
}

void FileLock::release() noexcept
{
    if (!m_file.isOpen()) return;
    base::platform::removeQuietly(m_path);
    m_file = File();
}

} // namespace dossier::container
