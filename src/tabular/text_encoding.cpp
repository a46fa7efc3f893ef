#include "tabular/text_encoding.h"

#include "base/error.h"

#include <QStringDecoder>

#include <array>

namespace tabular {
namespace {

using base::Error;
using base::ErrorCode;

// What Windows-1252 puts at 0x80-0x9F; unassigned bytes keep their C1 control, as browsers do.
constexpr std::array<char16_t, 32> Windows1252High = {
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};

QString fromWindows1252(const QByteArray& bytes)
{
    QString text(bytes.size(), Qt::Uninitialized);
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        const auto byte = static_cast<uchar>(bytes[i]);
        text[i] = byte >= 0x80 && byte < 0xA0 ? QChar(Windows1252High[byte - 0x80U]) : QChar(char16_t(byte));
    }
    return text;
}

QString fromUtf16(const QByteArray& bytes, QStringConverter::Encoding encoding)
{
    QStringDecoder decoder(encoding);
    QString text = decoder(bytes);
    if (decoder.hasError() || bytes.size() % 2 != 0)
        throw Error(ErrorCode::Malformed, QStringLiteral("invalid UTF-16 text"));
    if (text.startsWith(QChar(QChar::ByteOrderMark))) text.remove(0, 1);
    return text;
}

/// Guesses UTF-16 without a mark: Latin text then has a zero in most odd or most even positions.
std::optional<TextEncoding> utf16ByZeros(const QByteArray& bytes)
{
    const qsizetype sample = std::min<qsizetype>(bytes.size(), 4096) & ~qsizetype(1);
    if (sample < 8 || bytes.size() % 2 != 0) return {};
    qsizetype even = 0;
    qsizetype odd = 0;
    for (qsizetype i = 0; i < sample; ++i)
        if (bytes[i] == '\0') ++(i % 2 == 0 ? even : odd);
    const qsizetype many = sample / 4;
    if (odd >= many && even < odd / 8 + 1) return TextEncoding::Utf16LittleEndian;
    if (even >= many && odd < even / 8 + 1) return TextEncoding::Utf16BigEndian;
    return {};
}

void refusePackages(const QByteArray& bytes)
{
    if (bytes.startsWith("PK\x03\x04"))
        throw Error(ErrorCode::Malformed, QStringLiteral("a ZIP package (XLSX, DOCX, ODS…), not text"));
    if (bytes.startsWith("\xD0\xCF\x11\xE0"))
        throw Error(ErrorCode::Malformed, QStringLiteral("an old binary Office file, not text"));
    if (bytes.startsWith("%PDF-"))
        throw Error(ErrorCode::Malformed, QStringLiteral("a PDF document, not a table"));
    if (bytes.startsWith(QByteArrayView("\xFF\xFE\x00\x00", 4)) ||
        bytes.startsWith(QByteArrayView("\x00\x00\xFE\xFF", 4)))
        throw Error(ErrorCode::Malformed, QStringLiteral("UTF-32 text is not read"));
}

} // namespace

TextEncoding encodingOf(const QByteArray& bytes)
{
    refusePackages(bytes);
    if (bytes.startsWith("\xFF\xFE")) return TextEncoding::Utf16LittleEndian;
    if (bytes.startsWith("\xFE\xFF")) return TextEncoding::Utf16BigEndian;
    if (bytes.contains('\0')) {
        if (const auto encoding = utf16ByZeros(bytes)) return *encoding;
        throw Error(ErrorCode::Malformed, QStringLiteral("zero bytes: a binary file, not text"));
    }
    return QUtf8StringView(bytes).isValidUtf8() ? TextEncoding::Utf8 : TextEncoding::Windows1252;
}

QString decodeText(const QByteArray& bytes)
{
    switch (encodingOf(bytes)) {
    case TextEncoding::Utf16LittleEndian:
        return fromUtf16(bytes, QStringConverter::Utf16LE);
    case TextEncoding::Utf16BigEndian:
        return fromUtf16(bytes, QStringConverter::Utf16BE);
    case TextEncoding::Windows1252:
        return fromWindows1252(bytes);
    case TextEncoding::Utf8:
        break;
    }
    return QStringDecoder(QStringConverter::Utf8)(bytes); // drops a byte order mark
}

} // namespace tabular
