#include "report/docx/xml.h"

#include <charconv>
#include <cmath>

namespace report::docx {

void Xml::put(char32_t code)
{
    const auto byte = [this](char32_t value) {
        m_bytes.append(static_cast<char>(static_cast<unsigned char>(value)));
    };
    if (code < 0x80) {
        byte(code);
    } else if (code < 0x800) {
        byte(0xC0 | (code >> 6));
        byte(0x80 | (code & 0x3F));
    } else if (code < 0x10000) {
        byte(0xE0 | (code >> 12));
        byte(0x80 | ((code >> 6) & 0x3F));
        byte(0x80 | (code & 0x3F));
    } else {
        byte(0xF0 | (code >> 18));
        byte(0x80 | ((code >> 12) & 0x3F));
        byte(0x80 | ((code >> 6) & 0x3F));
        byte(0x80 | (code & 0x3F));
    }
}

Xml& Xml::text(QStringView text)
{
    for (qsizetype at = 0; at < text.size(); ++at) {
        const QChar c = text[at];
        switch (c.unicode()) {
        case u'<':
            raw("&lt;");
            continue;
        case u'>':
            raw("&gt;");
            continue;
        case u'&':
            raw("&amp;");
            continue;
        case u'"':
            raw("&quot;");
            continue;
        case u'\n':
        case u'\t':
            put(U' ');
            continue;
        default:
            break;
        }
        if (c.unicode() < 0x20 || c.unicode() == 0x7F || c.unicode() >= 0xFFFE) continue;
        if (!c.isSurrogate()) {
            put(c.unicode());
        } else if (c.isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate()) {
            put(QChar::surrogateToUcs4(c, text[++at]));
        }
    }
    return *this;
}

Xml& Xml::number(qint64 value)
{
    char digits[24];
    const auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
    m_bytes.append(digits, end - digits);
    return *this;
}

Xml& Xml::attribute(std::string_view name, QStringView value)
{
    return raw(" ").raw(name).raw("=\"").text(value).raw("\"");
}

Xml& Xml::attribute(std::string_view name, qint64 value)
{
    return raw(" ").raw(name).raw("=\"").number(value).raw("\"");
}

Xml& Xml::value(std::string_view name, QStringView value)
{
    return raw("<").raw(name).attribute("w:val", value).raw("/>");
}

Xml& Xml::value(std::string_view name, qint64 value)
{
    return raw("<").raw(name).attribute("w:val", value).raw("/>");
}

Xml& Xml::colour(quint32 rgb)
{
    constexpr std::string_view hex = "0123456789ABCDEF";
    for (int shift = 20; shift >= 0; shift -= 4)
        m_bytes.append(hex[(rgb >> shift) & 0xFU]);
    return *this;
}

qint64 twips(double millimetres)
{
    return std::llround(millimetres * 1440.0 / 25.4);
}

qint64 pointTwips(double points)
{
    return std::llround(points * 20.0);
}

qint64 emu(double millimetres)
{
    return std::llround(millimetres * 36000.0);
}

qint64 halfPoints(double points)
{
    return std::llround(points * 2.0);
}

} // namespace report::docx
