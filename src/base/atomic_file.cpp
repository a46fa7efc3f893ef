#include "base/atomic_file.h"

#include "base/error.h"
#include "base/platform/files.h"

#include <QFileInfo>

#include <unistd.h>

namespace base {

void writeFileAtomically(const QString& path, const QByteArray& content)
{
    const QString temporary = path + QStringLiteral(".tmp-%1").arg(::getpid());
    try {
        platform::File file = platform::File::create(temporary);
        file.write(content.constData(), static_cast<size_t>(content.size()));
        file.sync();
        file.close();
        platform::renameOver(temporary, path);
    } catch (...) {
        platform::removeQuietly(temporary);
        throw;
    }
    platform::syncFolder(QFileInfo(path).absolutePath());
}

QByteArray readFile(const QString& path, qint64 maxBytes)
{
    platform::File file = platform::File::openForReading(path);
    const qint64 size = file.size();
    if (size > maxBytes) throw Error(ErrorCode::LimitExceeded, QStringLiteral("file too large"), path);
    QByteArray content(size, Qt::Uninitialized);
    const size_t got = file.readAt(0, content.data(), static_cast<size_t>(size));
    content.resize(static_cast<qsizetype>(got));
    return content;
}

} // namespace base
