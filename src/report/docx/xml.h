#pragma once
#include <QByteArray>
#include <QString>

#include <string_view>

namespace report::docx {

/// UTF-8 text of an XML part being appended to. Escapes, and drops what XML 1.0 forbids.
class Xml
{
public:
    Xml& raw(std::string_view text)
    {
        m_bytes.append(text.data(), static_cast<qsizetype>(text.size()));
        return *this;
    }
    Xml& text(QStringView text);
    Xml& number(qint64 value);
    /// name="value"
    Xml& attribute(std::string_view name, QStringView value);
    Xml& attribute(std::string_view name, qint64 value);
    /// <name w:val="value"/>
    Xml& value(std::string_view name, QStringView value);
    Xml& value(std::string_view name, qint64 value);
    /// Six hexadecimal digits.
    Xml& colour(quint32 rgb);

    bool isEmpty() const { return m_bytes.isEmpty(); }
    void reserve(qsizetype bytes) { m_bytes.reserve(bytes); }
    const QByteArray& bytes() const { return m_bytes; }
    QByteArray take() { return std::move(m_bytes); }

private:
    void put(char32_t code);

    QByteArray m_bytes;
};

inline constexpr std::string_view xmlHead = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// Twentieths of a point and English metric units, the two lengths of the format.
qint64 twips(double millimetres);
qint64 pointTwips(double points);
qint64 emu(double millimetres);
/// Half-points, the unit of type sizes.
qint64 halfPoints(double points);

} // namespace report::docx
