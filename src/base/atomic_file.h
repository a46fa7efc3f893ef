#pragma once
#include <QByteArray>
#include <QString>

namespace base {

/// Writes a whole file so that a reader or a power cut sees the old content or the new, never a mixture:
/// temporary sibling, fsync, rename, fsync of the folder. Throws Error; the old file then stands.
void writeFileAtomically(const QString& path, const QByteArray& content);

/// Reads a whole file. Throws Error (NotFound, AccessDenied, LimitExceeded beyond maxBytes, Io).
QByteArray readFile(const QString& path, qint64 maxBytes = qint64(1) << 31);

} // namespace base
