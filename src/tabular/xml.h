#pragma once
#include <QBuffer>
#include <QByteArray>
#include <QString>
#include <QXmlStreamReader>

#include <memory>
#include <pugixml.hpp>

namespace tabular {

struct XmlLimits
{
    int depth = 100;
    qint64 nodes = 1'000'000;
    qint64 bytes = qint64(64) << 20;
    int attributes = 1000; ///< of one element: reading them takes the square of their number
};

/// Forward reading of XML that nobody vouches for: a DOCTYPE (hence any entity of its own), too deep nesting
/// or a fault is a base::Error Malformed or LimitExceeded. Memory stays that of the text.
class XmlStream
{
public:
    explicit XmlStream(const QByteArray& bytes, const XmlLimits& limits = {});
    /// Advances to the next token; false at the end of the document.
    bool next();
    bool atStart(QStringView localName) const
    {
        return m_reader.isStartElement() && m_reader.name() == localName;
    }
    bool atEnd(QStringView localName) const
    {
        return m_reader.isEndElement() && m_reader.name() == localName;
    }
    int depth() const { return m_depth; }
    QString attribute(QStringView localName) const;
    const QXmlStreamReader& reader() const { return m_reader; }

private:
    QByteArray m_bytes;
    QBuffer m_buffer; // a device is decoded piece by piece; bytes given at once would be doubled in memory
    QXmlStreamReader m_reader;
    XmlLimits m_limits;
    int m_depth = 0;
    qint64 m_nodes = 0;
};

/// Whole document as a tree, after a first pass has proved it well formed and within limits. White space text
/// is kept. Throws base::Error.
std::unique_ptr<pugi::xml_document> parseXml(const QByteArray& bytes, const XmlLimits& limits = {});

/// Name without its prefix.
QString localName(const pugi::xml_node& node);
/// First child of that local name, whatever its prefix; an empty node when there is none.
pugi::xml_node child(const pugi::xml_node& node, const char* localName);
/// All the text inside, children included.
QString innerText(const pugi::xml_node& node);
QString attribute(const pugi::xml_node& node, const char* name);

} // namespace tabular
