#include "drawing/pdf/finish.h"

#include <QRegularExpression>

#include <map>

namespace drawing {
namespace {

using Mapping = std::map<uint, QString>;

QString textOf(const QByteArray& hex)
{
    const QByteArray bytes = QByteArray::fromHex(hex);
    QString text;
    for (qsizetype i = 0; i + 1 < bytes.size(); i += 2)
        text += QChar(
            static_cast<char16_t>((static_cast<uchar>(bytes[i]) << 8) | static_cast<uchar>(bytes[i + 1])));
    return text;
}

QByteArray hexOf(const QString& text)
{
    QByteArray bytes;
    for (const QChar c : text) {
        bytes += static_cast<char>(c.unicode() >> 8);
        bytes += static_cast<char>(c.unicode() & 0xff);
    }
    return bytes.toHex().toUpper();
}

QString next(QString text, uint step)
{
    if (!text.isEmpty()) text.back() = QChar(static_cast<char16_t>(text.back().unicode() + step));
    return text;
}

void readChars(const QString& block, Mapping& mapping)
{
    static const QRegularExpression pair(QStringLiteral("<([0-9A-Fa-f]+)>\\s*<([0-9A-Fa-f]*)>"));
    for (auto it = pair.globalMatch(block); it.hasNext();) {
        const auto match = it.next();
        mapping[match.captured(1).toUInt(nullptr, 16)] = textOf(match.captured(2).toLatin1());
    }
}

void readRanges(const QString& block, Mapping& mapping)
{
    static const QRegularExpression range(
        QStringLiteral("<([0-9A-Fa-f]+)>\\s*<([0-9A-Fa-f]+)>\\s*(?:<([0-9A-Fa-f]*)>|\\[([^\\]]*)\\])"));
    static const QRegularExpression item(QStringLiteral("<([0-9A-Fa-f]*)>"));
    for (auto it = range.globalMatch(block); it.hasNext();) {
        const auto match = it.next();
        const uint first = match.captured(1).toUInt(nullptr, 16),
                   last = match.captured(2).toUInt(nullptr, 16);
        if (match.capturedLength(4) > 0) {
            uint code = first;
            for (auto each = item.globalMatch(match.captured(4)); each.hasNext() && code <= last; ++code)
                mapping[code] = textOf(each.next().captured(1).toLatin1());
        } else {
            const QString start = textOf(match.captured(3).toLatin1());
            for (uint code = first; code <= last && code - first < 0x10000; ++code)
                mapping[code] = next(start, code - first);
        }
    }
}

Mapping read(const QByteArray& cmap)
{
    static const QRegularExpression blocks(QStringLiteral("beginbf(char|range)(.*?)endbf"),
                                           QRegularExpression::DotMatchesEverythingOption);
    Mapping mapping;
    const QString text = QString::fromLatin1(cmap);
    for (auto it = blocks.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        if (match.captured(1) == u"char")
            readChars(match.captured(2), mapping);
        else
            readRanges(match.captured(2), mapping);
    }
    return mapping;
}

bool isPresentationForm(QChar c)
{
    const char16_t u = c.unicode();
    return (u >= 0xFB00 && u <= 0xFDFF) || (u >= 0xFE70 && u <= 0xFEFF);
}

/// Only presentation forms are unfolded: NFKC of everything would turn "½" or "²" into other text.
QString plain(const QString& text)
{
    QString out;
    for (const QChar c : text)
        out += isPresentationForm(c) ? QString(c).normalized(QString::NormalizationForm_KC) : QString(c);
    return out;
}

} // namespace

QByteArray plainToUnicode(const QByteArray& cmap)
{
    const Mapping mapping = read(cmap);
    QByteArray out = "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                     "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
                     "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
                     "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n";
    auto it = mapping.begin();
    for (size_t left = mapping.size(); left > 0;) {
        const size_t count = std::min<size_t>(left, 100); // the format's limit for one block
        out += QByteArray::number(static_cast<qulonglong>(count)) + " beginbfchar\n";
        for (size_t i = 0; i < count; ++i, ++it)
            out += '<' + QByteArray::number(it->first, 16).rightJustified(4, '0').toUpper() + "> <" +
                   hexOf(plain(it->second)) + ">\n";
        out += "endbfchar\n";
        left -= count;
    }
    return out + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
}

} // namespace drawing
