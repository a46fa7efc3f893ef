#include "workflow/file_cleaning.h"

#include <QBuffer>
#include <QColorSpace>
#include <QImage>
#include <QImageReader>
#include <QImageWriter>

// The shared_ptr form of QPDF's pointers, the only one kept in later versions.
#define POINTERHOLDER_TRANSITION 4
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>

namespace workflow {
namespace {

constexpr int JpegQuality = 90;

struct Signature
{
    qsizetype offset;
    QByteArrayView bytes;
    const char16_t* mediaType;
};

/// ISO media files: sound only, or photos that this program cannot read.
QString isoMediaType(const QByteArray& bytes)
{
    if (bytes.mid(4, 4) != "ftyp") return {};
    const QByteArray brand = bytes.mid(8, 4);
    for (const char* photo : {"heic", "heix", "hevc", "mif1", "msf1"})
        if (brand == photo) return QStringLiteral("image/heic");
    if (brand == "avif") return QStringLiteral("image/avif");
    const bool sound = bytes.contains("soun") || brand == "M4A ", picture = bytes.contains("vide");
    return sound && !picture ? QStringLiteral("audio/mp4") : QString();
}

bool isText(const QByteArray& bytes)
{
    if (bytes.startsWith("\xff\xfe") || bytes.startsWith("\xfe\xff")) return true;
    const bool hasControls = std::any_of(bytes.begin(), bytes.end(), [](char c) {
        const auto code = static_cast<unsigned char>(c);
        return code < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f';
    });
    return !hasControls && !bytes.isEmpty();
}

/// MPEG audio without tag: eleven bits set, then a version, a layer and a rate that exist.
bool isMpegAudio(const QByteArray& bytes)
{
    if (bytes.size() < 4) return false;
    const auto at = [&](qsizetype i) { return static_cast<unsigned char>(bytes[i]); };
    return at(0) == 0xff && (at(1) & 0xe0) == 0xe0 && (at(1) & 0x18) != 0x08 && (at(1) & 0x06) != 0 &&
           (at(2) & 0xf0) != 0xf0 && (at(2) & 0x0c) != 0x0c;
}

/// A new image with the same pixels in sRGB, and no text, profile or size in print.
QImage pixelsOf(const QImage& image)
{
    QImage upright = image;
    if (upright.colorSpace().isValid()) upright.convertToColorSpace(QColorSpace::SRgb);
    const auto format = upright.hasAlphaChannel() ? QImage::Format_ARGB32 : QImage::Format_RGB32;
    const QImage source = upright.convertToFormat(format);
    QImage clean(source.size(), format);
    for (int row = 0; row < clean.height(); ++row)
        std::copy_n(source.constScanLine(row), source.bytesPerLine(), clean.scanLine(row));
    return clean;
}

void stripDictionary(QPDFObjectHandle dictionary)
{
    for (const char* key : {"/Metadata", "/PieceInfo", "/LastModified"})
        dictionary.removeKey(key);
}

} // namespace

QString mediaTypeOf(const QByteArray& bytes)
{
    static const Signature signatures[]{
        {0, "\xff\xd8\xff", u"image/jpeg"}, {0, "\x89PNG\r\n\x1a\n", u"image/png"},
        {0, "GIF8", u"image/gif"},          {8, "WEBP", u"image/webp"},
        {0, "II*", u"image/tiff"},          {0, "MM\0*", u"image/tiff"},
        {0, "%PDF-", u"application/pdf"},   {8, "WAVE", u"audio/wav"},
        {0, "OggS", u"audio/ogg"},          {0, "fLaC", u"audio/flac"},
        {0, "#!AMR", u"audio/amr"},         {0, "ID3", u"audio/mpeg"}};
    for (const Signature& signature : signatures)
        if (QByteArrayView(bytes)
                .sliced(std::min(signature.offset, bytes.size()))
                .startsWith(signature.bytes))
            return QString::fromUtf16(signature.mediaType);
    if (const QString iso = isoMediaType(bytes); !iso.isEmpty()) return iso;
    if (isMpegAudio(bytes)) return QStringLiteral("audio/mpeg");
    return isText(bytes) ? QStringLiteral("text/plain") : QString();
}

std::optional<CleanFile> withoutMetadata(const QByteArray& photo, const QString& mediaType)
{
    QByteArray source = photo;
    QBuffer input(&source);
    input.open(QIODevice::ReadOnly);
    QImageReader reader(&input);
    reader.setAutoTransform(true);
    const QImage image = reader.read();
    if (image.isNull()) return {};
    const bool jpeg = mediaType == u"image/jpeg";
    CleanFile clean;
    clean.mediaType = jpeg ? mediaType : QStringLiteral("image/png");
    QBuffer output(&clean.bytes);
    output.open(QIODevice::WriteOnly);
    QImageWriter writer(&output, jpeg ? "jpeg" : "png");
    if (jpeg) writer.setQuality(JpegQuality);
    if (!writer.write(pixelsOf(image))) return {};
    return clean;
}

std::optional<QByteArray> pdfWithoutMetadata(const QByteArray& pdf)
{
    try {
        QPDF document;
        document.setSuppressWarnings(true);
        document.processMemoryFile("attachment", pdf.constData(), static_cast<size_t>(pdf.size()));
        document.getTrailer().removeKey("/Info");
        for (QPDFObjectHandle object : document.getAllObjects()) {
            if (object.isDictionary()) stripDictionary(object);
            if (object.isStream()) stripDictionary(object.getDict());
        }
        QPDFWriter writer(document);
        writer.setOutputMemory();
        writer.setPreserveEncryption(false);
        writer.write();
        const auto buffer = writer.getBufferSharedPointer();
        return QByteArray(reinterpret_cast<const char*>(buffer->getBuffer()),
                          static_cast<qsizetype>(buffer->getSize()));
    } catch (const std::exception&) {
        return {};
    }
}

} // namespace workflow
