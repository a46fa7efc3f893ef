#pragma once
#include <QByteArray>
#include <QString>

namespace tabular {

enum class TextEncoding : quint8 { Utf8, Utf16LittleEndian, Utf16BigEndian, Windows1252 };

/// Encoding of a file nobody told us of: byte order mark first, then UTF-16 by the pattern of its zero bytes,
/// then strict UTF-8, else Windows-1252 (which holds Latin-1). Throws base::Error(Malformed) for what is no
/// text at all (a ZIP package, an old Office file, zero bytes).
TextEncoding encodingOf(const QByteArray& bytes);

/// Text in the encoding found by encodingOf(), without its byte order mark.
QString decodeText(const QByteArray& bytes);

} // namespace tabular
