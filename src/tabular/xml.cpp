#include "tabular/xml.h"

#include "base/error.h"

#include <cstring>

namespace tabular {
namespace {

using base::Error;
using base::ErrorCode;

const char* withoutPrefix(const char* name)
{
    const char* colon = std::strchr(name, ':');
    return colon ? colon + 1 : name;
}

/// Attributes of the element that begins at `at`, counted without reading it; what follows it is in `at`.
int attributesAt(const QByteArray& bytes, qsizetype& at, int most)
{
    int count = 0;
    char quote = 0;
    for (; at < bytes.size() && count <= most; ++at) {
        const char c = bytes[at];
        if (quote) {
            if (c == quote) quote = 0;
        } else if (c == '"' || c == '\'')
            quote = c;
        else if (c == '=')
            ++count;
        else if (c == '>')
            break;
    }
    return count;
}

bool hasTooManyAttributes(const QByteArray& bytes, int most)
{
    for (qsizetype at = bytes.indexOf('<'); at >= 0; at = bytes.indexOf('<', at)) {
        ++at;
        const char next = at < bytes.size() ? bytes[at] : '!';
        if (next != '!' && next != '?' && attributesAt(bytes, at, most) > most) return true;
    }
    return false;
}

} // namespace

XmlStream::XmlStream(const QByteArray& bytes, const XmlLimits& limits) : m_bytes(bytes), m_limits(limits)
{
    if (bytes.size() > limits.bytes)
        throw Error(ErrorCode::LimitExceeded, QStringLiteral("XML of %1 bytes").arg(bytes.size()));
    if (hasTooManyAttributes(bytes, limits.attributes))
        throw Error(ErrorCode::LimitExceeded, QStringLiteral("XML element of too many attributes"));
    m_buffer.setBuffer(&m_bytes);
    m_buffer.open(QIODevice::ReadOnly);
    m_reader.setDevice(&m_buffer);
}

bool XmlStream::next()
{
    const QXmlStreamReader::TokenType token = m_reader.readNext();
    if (m_reader.hasError())
        throw Error(ErrorCode::Malformed,
                    QStringLiteral("XML line %1: %2").arg(m_reader.lineNumber()).arg(m_reader.errorString()));
    if (token == QXmlStreamReader::DTD)
        throw Error(ErrorCode::Malformed, QStringLiteral("XML with a DOCTYPE"));
    if (token == QXmlStreamReader::StartElement) ++m_depth;
    if (token == QXmlStreamReader::EndElement) --m_depth;
    if (m_depth > m_limits.depth)
        throw Error(ErrorCode::LimitExceeded, QStringLiteral("XML nested too deep"));
    if (++m_nodes > m_limits.nodes)
        throw Error(ErrorCode::LimitExceeded, QStringLiteral("XML of too many nodes"));
    return token != QXmlStreamReader::EndDocument;
}

QString XmlStream::attribute(QStringView localName) const
{
    const QXmlStreamAttributes all = m_reader.attributes();
    for (const QXmlStreamAttribute& one : all)
        if (one.name() == localName) return one.value().toString();
    return {};
}

std::unique_ptr<pugi::xml_document> parseXml(const QByteArray& bytes, const XmlLimits& limits)
{
    XmlStream check(bytes, limits);
    while (check.next()) {
        // Only its refusals matter: pugixml alone takes a DOCTYPE and any depth.
    }
    auto document = std::make_unique<pugi::xml_document>();
    const pugi::xml_parse_result result = document->load_buffer(
        bytes.constData(), static_cast<size_t>(bytes.size()), pugi::parse_default | pugi::parse_ws_pcdata);
    if (!result)
        throw Error(ErrorCode::Malformed,
                    QStringLiteral("XML: %1").arg(QString::fromUtf8(result.description())));
    return document;
}

QString localName(const pugi::xml_node& node)
{
    return QString::fromUtf8(withoutPrefix(node.name()));
}

pugi::xml_node child(const pugi::xml_node& node, const char* localName)
{
    for (const pugi::xml_node one : node.children())
        if (std::strcmp(withoutPrefix(one.name()), localName) == 0) return one;
    return {};
}

QString innerText(const pugi::xml_node& node)
{
    struct Gather final : pugi::xml_tree_walker
    {
        QString text;
        bool for_each(pugi::xml_node& one) override
        {
            text += QString::fromUtf8(one.value());
            return true;
        }
    } gather;
    pugi::xml_node(node).traverse(gather);
    return gather.text;
}

QString attribute(const pugi::xml_node& node, const char* name)
{
    return QString::fromUtf8(node.attribute(name).value());
}

} // namespace tabular
