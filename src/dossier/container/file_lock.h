#pragma once
#include "base/platform/files.h"

#include <QString>

namespace dossier::container {

/// Exclusive hold on a study, on a side file ("NAME.osc.lock") so that the study itself may be replaced while
/// held. Released with the object, or by the system when the process dies.
class FileLock
{
public:
    FileLock() = default;
    /// Throws Error(Locked) when another program, or another part of this one, holds the study.
    explicit FileLock(const QString& study);
    ~FileLock();
    FileLock(FileLock&&) noexcept = default;
    FileLock& operator=(FileLock&& other) noexcept;

private:
    void release() noexcept;
    QString m_path;
    base::platform::File m_file;
};

} // namespace dossier::container
