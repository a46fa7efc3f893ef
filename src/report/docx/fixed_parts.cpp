#include "report/docx/fixed_parts.h"

#include "report/docx/parts.h"
#include "report/values/look.h"

namespace report::docx {
namespace {

constexpr std::string_view mainNamespace =
    " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">";

void level(Xml& xml, int index, const char* format, QStringView text, bool bullet)
{
    xml.raw("<w:lvl").attribute("w:ilvl", index).raw("><w:start w:val=\"1\"/><w:numFmt w:val=\"").raw(format);
    xml.raw("\"/>").value("w:lvlText", text).raw("<w:lvlJc w:val=\"left\"/><w:pPr><w:ind");
    xml.attribute("w:left", 340 * (index + 1)).raw(" w:hanging=\"340\"/></w:pPr>");
    if (bullet) xml.raw("<w:rPr><w:color w:val=\"1F4E8C\"/></w:rPr>");
    xml.raw("</w:lvl>");
}

void abstractList(Xml& xml, int id, bool bullet)
{
    static constexpr const char* formats[] = {"decimal", "lowerLetter", "lowerRoman"};
    static constexpr char16_t bullets[] = {u'•', u'–', u'·'};
    xml.raw("<w:abstractNum").attribute("w:abstractNumId", id);
    xml.raw("><w:multiLevelType w:val=\"hybridMultilevel\"/>");
    for (int i = 0; i < 9; ++i) {
        if (bullet) {
            level(xml, i, "bullet", QString(QChar(bullets[i % 3])), true);
        } else {
            level(xml, i, formats[i % 3], u'%' + QString::number(i + 1) + u'.', false);
        }
    }
    xml.raw("</w:abstractNum>");
}

void font(Xml& xml, QStringView name, QStringView substitute, const char* family)
{
    xml.raw("<w:font").attribute("w:name", name).raw(">").value("w:altName", substitute);
    xml.raw("<w:charset w:val=\"00\"/><w:family w:val=\"")
        .raw(family)
        .raw("\"/><w:pitch w:val=\"variable\"/></w:font>");
}

void element(Xml& xml, std::string_view name, const QString& text)
{
    if (text.isEmpty()) return;
    xml.raw("<").raw(name).raw(">").text(text).raw("</").raw(name).raw(">");
}

void date(Xml& xml, std::string_view name, const QDate& date)
{
    if (!date.isValid()) return;
    xml.raw("<").raw(name).raw(" xsi:type=\"dcterms:W3CDTF\">").text(date.toString(Qt::ISODate));
    xml.raw("T00:00:00Z</").raw(name).raw(">");
}

} // namespace

QByteArray contentTypesPart(const std::vector<std::pair<QString, QString>>& overrides)
{
    Xml xml;
    xml.raw(xmlHead).raw("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                         "<Default Extension=\"rels\" "
                         "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                         "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                         "<Default Extension=\"png\" ContentType=\"image/png\"/>");
    const auto add = [&xml](QStringView part, QStringView type) {
        xml.raw("<Override").attribute("PartName", part).attribute("ContentType", type).raw("/>");
    };
    const QString word = u"application/vnd.openxmlformats-officedocument.wordprocessingml."_qs;
    add(u"/word/document.xml", word + u"document.main+xml"_qs);
    for (const char16_t* part : {u"styles", u"settings", u"fontTable", u"numbering", u"footnotes"}) {
        const QString name = QString::fromUtf16(part);
        add(u"/word/"_qs + name + u".xml"_qs, word + name + u"+xml"_qs);
    }
    for (const auto& [part, type] : overrides)
        add(part, type);
    add(u"/docProps/core.xml", u"application/vnd.openxmlformats-package.core-properties+xml");
    add(u"/docProps/app.xml", u"application/vnd.openxmlformats-officedocument.extended-properties+xml");
    return xml.raw("</Types>").take();
}

QByteArray packageRelationsPart()
{
    Xml xml;
    xml.raw(xmlHead).raw(
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        "<Relationship Id=\"rId1\" "
        "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
        "officeDocument\" Target=\"word/document.xml\"/>"
        "<Relationship Id=\"rId2\" "
        "Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/"
        "core-properties\" Target=\"docProps/core.xml\"/>"
        "<Relationship Id=\"rId3\" "
        "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
        "extended-properties\" Target=\"docProps/app.xml\"/></Relationships>");
    return xml.take();
}

QByteArray settingsPart(const QString& language)
{
    const bool english = language.startsWith(u"en");
    Xml xml;
    xml.raw(xmlHead).raw("<w:settings").raw(mainNamespace);
    xml.raw("<w:zoom w:percent=\"100\"/><w:defaultTabStop w:val=\"567\"/><w:autoHyphenation w:val=\"false\"/>"
            "<w:characterSpacingControl w:val=\"doNotCompress\"/>"
            "<w:footnotePr><w:footnote w:id=\"-1\"/><w:footnote w:id=\"0\"/></w:footnotePr><w:compat>");
    const auto compatible = [&xml](const char* name, const char* value) {
        xml.raw("<w:compatSetting w:name=\"").raw(name);
        xml.raw("\" w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"").raw(value).raw("\"/>");
    };
    compatible("compatibilityMode", "15");
    compatible("overrideTableStyleFontSizeAndJustification", "1");
    compatible("enableOpenTypeFeatures", "1");
    compatible("doNotFlipMirrorIndents", "1");
    compatible("differentiateMultirowTableHeaders", "1");
    xml.raw("</w:compat><w:themeFontLang").attribute("w:val", english ? u"en-GB" : u"fr-FR");
    xml.raw(" w:bidi=\"ar-MA\"/><w:decimalSymbol w:val=\"").raw(english ? "." : ",");
    return xml.raw("\"/><w:listSeparator w:val=\"").raw(english ? "," : ";").raw("\"/></w:settings>").take();
}

// On a machine without these fonts Word takes the substitute of nearest widths.
QByteArray fontTablePart()
{
    Xml xml;
    xml.raw(xmlHead).raw("<w:fonts").raw(mainNamespace);
    font(xml, sansFamily, u"Segoe UI", "swiss");
    font(xml, serifFamily, u"Cambria", "roman");
    font(xml, arabicFamily, u"Segoe UI", "swiss");
    return xml.raw("</w:fonts>").take();
}

QByteArray numberingPart(int orderedLists)
{
    Xml xml;
    xml.raw(xmlHead).raw("<w:numbering").raw(mainNamespace);
    abstractList(xml, 0, true);
    abstractList(xml, 1, false);
    xml.raw("<w:num").attribute("w:numId", Parts::bulletList).raw("><w:abstractNumId w:val=\"0\"/></w:num>");
    for (int i = 0; i < orderedLists; ++i) {
        xml.raw("<w:num").attribute("w:numId", Parts::firstOrderedList + i);
        xml.raw("><w:abstractNumId w:val=\"1\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/>"
                "</w:lvlOverride></w:num>");
    }
    return xml.raw("</w:numbering>").take();
}

QByteArray corePropertiesPart(const Document& document)
{
    Xml xml;
    xml.raw(xmlHead).raw(
        "<cp:coreProperties "
        "xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" "
        "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" "
        "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">");
    element(xml, "dc:title", document.title);
    element(xml, "dc:subject", document.subject);
    element(xml, "dc:creator", document.author);
    element(xml, "cp:keywords", document.keywords.join(u", "_qs));
    date(xml, "dcterms:created", document.date);
    date(xml, "dcterms:modified", document.date);
    element(xml, "dc:language", document.language);
    return xml.raw("</cp:coreProperties>").take();
}

QByteArray applicationPropertiesPart()
{
    Xml xml;
    xml.raw(xmlHead).raw("<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/"
                         "extended-properties\"><Application>CartOSC</Application></Properties>");
    return xml.take();
}

} // namespace report::docx
