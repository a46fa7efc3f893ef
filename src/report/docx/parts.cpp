#include "report/docx/parts.h"

#include "report/figure_json.h"
#include "tabular/zip.h"

#include <QCryptographicHash>

namespace report::docx {
namespace {

// Thousands of cards carry a small map without text and a strip of four services: they are kept light.
int dotsPerInch(const FigureSpec& spec)
{
    if (const auto* map = std::get_if<AreaMap>(&spec); map && map->thumbnail) return 120;
    return std::holds_alternative<ServiceStrip>(spec) ? 150 : 200;
}

QString relationType(const QString& kind)
{
    return QStringLiteral("http://schemas.openxmlformats.org/officeDocument/2006/relationships/") + kind;
}

QByteArray figureKey(const FigureSpec& spec, double widthMm, double heightMm)
{
    const std::string json = toJson(spec).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    const QByteArrayView bytes(json.data(), static_cast<qsizetype>(json.size()));
    const QByteArray hash = QCryptographicHash::hash(bytes.toByteArray(), QCryptographicHash::Blake2b_256);
    return hash + QByteArray::number(widthMm) + 'x' + QByteArray::number(heightMm);
}

constexpr std::string_view footnoteHead =
    "<w:footnotes xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
    "<w:footnote w:type=\"separator\" w:id=\"-1\"><w:p><w:pPr><w:spacing w:after=\"0\" w:line=\"240\" "
    "w:lineRule=\"auto\"/></w:pPr><w:r><w:separator/></w:r></w:p></w:footnote>"
    "<w:footnote w:type=\"continuationSeparator\" w:id=\"0\"><w:p><w:pPr><w:spacing w:after=\"0\" "
    "w:line=\"240\" "
    "w:lineRule=\"auto\"/></w:pPr><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>";

QString contentType(const QString& part)
{
    return QStringLiteral("application/vnd.openxmlformats-officedocument.wordprocessingml.") + part +
           QStringLiteral("+xml");
}

} // namespace

Parts::Parts(const FigureRenderer& figures) : m_figures(figures)
{
    for (const char* fixed : {"styles", "settings", "fontTable", "numbering", "footnotes"}) {
        relate(fixed, QString::fromLatin1(fixed) + QStringLiteral(".xml"));
    }
}

QString Parts::relate(const char* type, const QString& target, bool external)
{
    m_relations.push_back({relationType(QString::fromLatin1(type)), target, external});
    return QStringLiteral("rId") + QString::number(m_relations.size());
}

QString Parts::linkTo(const QString& address)
{
    QString& known = m_links[address];
    if (known.isEmpty()) known = relate("hyperlink", address, true);
    return known;
}

QString Parts::image(const FigureSpec& spec, double widthMm, double heightMm)
{
    const QByteArray key = figureKey(spec, widthMm, heightMm);
    const auto found = m_imageOf.constFind(key);
    if (found != m_imageOf.cend()) return *found;
    QByteArray png = m_figures.png(spec, widthMm, heightMm, dotsPerInch(spec));
    if (png.isEmpty()) return {};
    const QString name = QStringLiteral("media/image%1.png").arg(m_images.size() + 1);
    m_images.emplace_back(name, std::move(png));
    return *m_imageOf.insert(key, relate("image", name));
}

QString Parts::margin(Margin kind, const QByteArray& content)
{
    const char* const type = kind == Margin::Header ? "header" : "footer";
    QString& known = m_marginOf[type + content];
    if (known.isEmpty()) {
        const QString name =
            QString::fromLatin1(type) + QString::number(m_margins.size() + 1) + QStringLiteral(".xml");
        m_margins.emplace_back(name, content);
        known = relate(type, name);
    }
    return known;
}

int Parts::addFootnote(const QByteArray& paragraphs)
{
    ++m_footnotes;
    m_footnoteText.raw("<w:footnote").attribute("w:id", m_footnotes).raw(">");
    m_footnoteText.raw({paragraphs.constData(), static_cast<std::size_t>(paragraphs.size())})
        .raw("</w:footnote>");
    return m_footnotes;
}

std::vector<std::pair<QString, QString>> Parts::overrides() const
{
    std::vector<std::pair<QString, QString>> made;
    for (const auto& [name, content] : m_margins) {
        made.emplace_back(u"/word/"_qs + name,
                          contentType(name.startsWith(u'h') ? u"header"_qs : u"footer"_qs));
    }
    return made;
}

void Parts::writeTo(tabular::ZipWriter& zip) const
{
    Xml relations;
    relations.raw(xmlHead).raw(
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">");
    for (std::size_t i = 0; i < m_relations.size(); ++i) {
        const Relation& each = m_relations[i];
        relations.raw("<Relationship Id=\"rId").number(static_cast<qint64>(i + 1)).raw("\"");
        relations.attribute("Type", each.type).attribute("Target", each.target);
        relations.raw(each.external ? " TargetMode=\"External\"/>" : "/>");
    }
    zip.add(QStringLiteral("word/_rels/document.xml.rels"), relations.raw("</Relationships>").take());

    Xml footnotes;
    footnotes.raw(xmlHead).raw(footnoteHead);
    const QByteArray& text = m_footnoteText.bytes();
    footnotes.raw({text.constData(), static_cast<std::size_t>(text.size())}).raw("</w:footnotes>");
    zip.add(QStringLiteral("word/footnotes.xml"), footnotes.take());

    for (const auto& [name, content] : m_margins)
        zip.add(u"word/"_qs + name, content);
    for (const auto& [name, content] : m_images)
        zip.add(u"word/"_qs + name, content, true);
}

} // namespace report::docx
