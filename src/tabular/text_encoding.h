#pragma once
#include <QByteArray>
#include <QString>

namespace tabular {

/// Text of a file whose encoding nobody told us: byte order mark first, then UTF-16 by the pattern of its
/// zero bytes, then strict UTF-8, else Windows-1252. Throws base::Error(Malformed) for what is no text at all
/// (a ZIP package, an old Office file, zero bytes).
QString decodeText(const QByteArray& bytes);

} // namespace tabular
