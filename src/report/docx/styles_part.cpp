#include "report/docx/styles_part.h"

#include "report/docx/xml.h"

namespace report::docx {
namespace {

struct ParagraphStyle
{
    const char* id;
    const char16_t* name;
    TextLook look;
    const char* next = nullptr; // itself when null
    int outline = -1;           // level in the outline, -1 for text
    const char* borders = "";   // pBdr and shd
    const char* numbering = ""; // numPr
    const char* tabs = "";
    const char* indent = ""; // replaces the indent of the look
    bool shown = true;       // among the styles offered to the reader
};

constexpr char boxBorders[] =
    "<w:pBdr><w:top w:val=\"single\" w:sz=\"4\" w:space=\"4\" w:color=\"F2F6FB\"/>"
    "<w:left w:val=\"single\" w:sz=\"24\" w:space=\"8\" w:color=\"1F4E8C\"/>"
    "<w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"4\" w:color=\"F2F6FB\"/>"
    "<w:right w:val=\"single\" w:sz=\"4\" w:space=\"8\" w:color=\"F2F6FB\"/></w:pBdr>"
    "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"F2F6FB\"/>";
constexpr char promptBorders[] =
    "<w:pBdr><w:top w:val=\"dashed\" w:sz=\"6\" w:space=\"5\" w:color=\"A83200\"/>"
    "<w:left w:val=\"dashed\" w:sz=\"6\" w:space=\"6\" w:color=\"A83200\"/>"
    "<w:bottom w:val=\"dashed\" w:sz=\"6\" w:space=\"5\" w:color=\"A83200\"/>"
    "<w:right w:val=\"dashed\" w:sz=\"6\" w:space=\"6\" w:color=\"A83200\"/></w:pBdr>";
constexpr char headerBorder[] =
    "<w:pBdr><w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"4\" w:color=\"9AA1A8\"/></w:pBdr>";
constexpr char ruleBorder[] =
    "<w:pBdr><w:bottom w:val=\"single\" w:sz=\"6\" w:space=\"1\" w:color=\"C3C8CD\"/></w:pBdr>";
// Inside the shading's border, so that the bar stands on the margin as in the PDF.
constexpr char boxIndent[] = "<w:ind w:left=\"227\" w:right=\"170\"/>";
constexpr char promptIndent[] = "<w:ind w:left=\"142\" w:right=\"142\"/>";

TextLook spaced(TextLook look, double before, double after)
{
    look.before = before;
    look.after = after;
    return look;
}

TextLook listLook()
{
    return spaced(look(Style::Body), 3, 0);
}

TextLook tiny()
{
    TextLook made = look(Style::Small);
    made.size = 1;
    made.line = 1;
    made.before = 0;
    return made;
}

TextLook figureLook()
{
    TextLook made = look(Style::TableText);
    made.line = 0;
    return spaced(made, 6, 0);
}

std::vector<ParagraphStyle> headings()
{
    std::vector<ParagraphStyle> made;
    static constexpr const char* ids[] = {"Heading1", "Heading2", "Heading3", "Heading4"};
    static constexpr const char16_t* names[] = {u"heading 1", u"heading 2", u"heading 3", u"heading 4"};
    static constexpr const char* unlistedIds[] = {"Unlisted1", "Unlisted2", "Unlisted3", "Unlisted4"};
    static constexpr const char16_t* unlistedNames[] = {u"Titre 1 hors sommaire", u"Titre 2 hors sommaire",
                                                        u"Titre 3 hors sommaire", u"Titre 4 hors sommaire"};
    for (int i = 0; i < 4; ++i) {
        made.push_back({ids[i], names[i], headingLook(i + 1), "BodyText", i});
        made.push_back({unlistedIds[i], unlistedNames[i], headingLook(i + 1), "BodyText"});
    }
    return made;
}

std::vector<ParagraphStyle> texts()
{
    return {{"BodyText", u"Body Text", look(Style::Body)},
            {"Lead", u"Chapeau", look(Style::Lead), "BodyText"},
            {"Title", u"Title", look(Style::Title), "Subtitle"},
            {"Subtitle", u"Subtitle", look(Style::Subtitle), "BodyText"},
            {"CoverNote", u"Note de couverture", look(Style::CoverNote)},
            {"SmallText", u"Petit texte", look(Style::Small)},
            {"Source", u"Source", look(Style::Source), "BodyText"},
            {"Quote", u"Quote", look(Style::Quote), "BodyText"},
            {"ConsultantText", u"Texte du consultant", look(Style::Body), nullptr, -1, boxBorders, "", "",
             boxIndent},
            {"ConsultantLabel", u"Étiquette du consultant", consultantLabelLook(), "ConsultantText", -1,
             boxBorders, "", "", boxIndent},
            {"Box", u"Encadré", look(Style::Box)},
            {"BoxHead", u"Titre d’encadré", look(Style::BoxHead), "Box"},
            {"FrameText", u"Texte de cadre", spaced(look(Style::Box), 0, 3)},
            {"FrameHead", u"Titre de cadre", spaced(look(Style::BoxHead), 0, 3), "FrameText"},
            {"Prompt", u"À écrire", promptLook(), "BodyText", -1, promptBorders, "", "", promptIndent},
            {"ListBullet", u"List Bullet", listLook(), nullptr, -1, "",
             "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>", "", "-"},
            {"ListNumber", u"List Number", listLook(), nullptr, -1, "", "", "", "-"},
            {"FootnoteText", u"footnote text", footnoteLook(), nullptr, -1, "", "", "", "", false}};
}

std::vector<ParagraphStyle> tables()
{
    return {{"TableText", u"Texte de tableau", look(Style::TableText)},
            {"TableHead", u"En-tête de tableau", look(Style::TableHead)},
            {"TableTextCompact", u"Texte de tableau serré", compactLook(Style::TableText)},
            {"TableHeadCompact", u"En-tête de tableau serré", compactLook(Style::TableHead)},
            {"Caption", u"caption", captionLook(), "BodyText"},
            {"Figure", u"Figure", figureLook(), "Source"},
            {"Rule", u"Filet", spaced(tiny(), 4, 0), "BodyText", -1, ruleBorder},
            {"Spacer", u"Espace", tiny(), "BodyText", -1, "", "", "", "", false}};
}

std::vector<ParagraphStyle> contents()
{
    static constexpr char first[] = "<w:tabs><w:tab w:val=\"left\" w:pos=\"454\"/><w:tab w:val=\"right\" "
                                    "w:leader=\"dot\" w:pos=\"9411\"/></w:tabs>";
    static constexpr char second[] = "<w:tabs><w:tab w:val=\"left\" w:pos=\"1077\"/><w:tab w:val=\"right\" "
                                     "w:leader=\"dot\" w:pos=\"9411\"/></w:tabs>";
    static constexpr char third[] = "<w:tabs><w:tab w:val=\"left\" w:pos=\"1871\"/><w:tab w:val=\"right\" "
                                    "w:leader=\"dot\" w:pos=\"9411\"/></w:tabs>";
    static constexpr char list[] =
        "<w:tabs><w:tab w:val=\"right\" w:leader=\"dot\" w:pos=\"9411\"/></w:tabs>";
    return {
        {"TOC1", u"toc 1", contentsLook(1), "BodyText", -1, "", "", first,
         "<w:ind w:left=\"454\" w:hanging=\"454\"/>", false},
        {"TOC2", u"toc 2", contentsLook(2), "BodyText", -1, "", "", second,
         "<w:ind w:left=\"1077\" w:hanging=\"623\"/>", false},
        {"TOC3", u"toc 3", contentsLook(3), "BodyText", -1, "", "", third,
         "<w:ind w:left=\"1871\" w:hanging=\"794\"/>", false},
        {"TOC4", u"toc 4", contentsLook(4), "BodyText", -1, "", "", list, "<w:ind w:left=\"1871\"/>", false},
        {"TableofFigures", u"table of figures", contentsLook(2), "BodyText", -1, "", "", list, "", false},
        {"ContentsText", u"Texte de sommaire", look(Style::Contents)},
        {"Header", u"header", marginLook(), nullptr, -1, headerBorder, "", "", "", false},
        {"Footer", u"footer", marginLook(), nullptr, -1, "", "", "", "", false}};
}

void characterProperties(Xml& xml, const TextLook& look)
{
    xml.raw("<w:rPr>");
    if (!look.serif) {
        xml.raw("<w:rFonts").attribute("w:ascii", sansFamily).attribute("w:hAnsi", sansFamily);
        xml.attribute("w:eastAsia", sansFamily).attribute("w:cs", arabicFamily).raw("/>");
    }
    if (look.bold) xml.raw("<w:b/><w:bCs/>");
    if (look.italic) xml.raw("<w:i/><w:iCs/>");
    xml.raw("<w:color w:val=\"").colour(look.colour).raw("\"/>");
    const qint64 size = halfPoints(look.size);
    xml.value("w:sz", size).value("w:szCs", size).raw("</w:rPr>");
}

void spacing(Xml& xml, const TextLook& look)
{
    xml.raw("<w:spacing").attribute("w:before", pointTwips(look.before));
    xml.attribute("w:after", pointTwips(look.after));
    if (look.line > 0) xml.attribute("w:line", pointTwips(look.line));
    xml.raw(look.line > 2 ? " w:lineRule=\"atLeast\"/>" : look.line > 0 ? " w:lineRule=\"exact\"/>" : "/>");
}

void paragraphProperties(Xml& xml, const ParagraphStyle& style)
{
    xml.raw("<w:pPr>");
    if (style.look.keepWithNext) xml.raw("<w:keepNext/>");
    if (style.outline >= 0 || style.look.keepWithNext) xml.raw("<w:keepLines/>");
    xml.raw(style.numbering);
    if (!style.look.justified) xml.raw("<w:suppressLineNumbers/>"); // only running text is counted
    xml.raw(style.borders).raw(style.tabs);
    spacing(xml, style.look);
    const std::string_view indent = style.indent;
    if (indent.starts_with('<')) {
        xml.raw(indent);
    } else if (indent.empty() && style.look.indentMm > 0) {
        const qint64 side = twips(style.look.indentMm);
        xml.raw("<w:ind").attribute("w:left", side).attribute("w:right", side).raw("/>");
    }
    if (style.look.justified) xml.raw("<w:jc w:val=\"both\"/>");
    if (style.outline >= 0) xml.value("w:outlineLvl", style.outline);
    xml.raw("</w:pPr>");
}

bool isBuiltIn(const QString& name)
{
    static const QStringList names{u"Body Text"_qs,     u"Title"_qs,           u"Subtitle"_qs,
                                   u"Quote"_qs,         u"List Bullet"_qs,     u"List Number"_qs,
                                   u"caption"_qs,       u"header"_qs,          u"footer"_qs,
                                   u"footnote text"_qs, u"table of figures"_qs};
    return names.contains(name) || name.startsWith(u"heading ") || name.startsWith(u"toc ");
}

void write(Xml& xml, const ParagraphStyle& style)
{
    const QString name = QString::fromUtf16(style.name);
    xml.raw("<w:style w:type=\"paragraph\"").raw(isBuiltIn(name) ? "" : " w:customStyle=\"1\"");
    xml.raw(" w:styleId=\"").raw(style.id).raw("\">").value("w:name", name);
    xml.raw("<w:basedOn w:val=\"Normal\"/>");
    if (style.next) xml.raw("<w:next w:val=\"").raw(style.next).raw("\"/>");
    if (style.shown) xml.raw("<w:qFormat/>");
    paragraphProperties(xml, style);
    characterProperties(xml, style.look);
    xml.raw("</w:style>");
}

void writeCharacterStyle(Xml& xml, const char* id, QStringView name, quint32 colour, const char* more = "")
{
    xml.raw("<w:style w:type=\"character\"").raw(name == u"Hyperlink" ? "" : " w:customStyle=\"1\"");
    xml.raw(" w:styleId=\"").raw(id).raw("\">").value("w:name", name);
    xml.raw("<w:qFormat/><w:rPr><w:color w:val=\"")
        .colour(colour)
        .raw("\"/>")
        .raw(more)
        .raw("</w:rPr></w:style>");
}

void writeCharacterStyles(Xml& xml)
{
    xml.raw("<w:style w:type=\"character\" w:default=\"1\" w:styleId=\"DefaultParagraphFont\">"
            "<w:name w:val=\"Default Paragraph Font\"/><w:semiHidden/></w:style>");
    writeCharacterStyle(xml, "Muted", u"Discret", mutedColour);
    writeCharacterStyle(xml, "Accent", u"Accent", accentColour);
    writeCharacterStyle(xml, "Error", u"Erreur", errorColour);
    writeCharacterStyle(xml, "Warning", u"Alerte", toneColour(u"warning"_qs));
    writeCharacterStyle(xml, "Good", u"Conforme", toneColour(u"good"_qs));
    writeCharacterStyle(xml, "InternalLink", u"Renvoi", accentColour);
    writeCharacterStyle(xml, "Hyperlink", u"Hyperlink", accentColour, "<w:u w:val=\"single\"/>");
    xml.raw(
        "<w:style w:type=\"character\" w:styleId=\"FootnoteReference\"><w:name w:val=\"footnote reference\"/>"
        "<w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr></w:style>"
        "<w:style w:type=\"character\" w:styleId=\"LineNumber\"><w:name w:val=\"line number\"/><w:rPr>"
        "<w:color w:val=\"9AA1A8\"/><w:sz w:val=\"14\"/><w:szCs w:val=\"14\"/></w:rPr></w:style>");
}

void border(Xml& xml, const char* side, const char* style, int eighths, quint32 colour)
{
    xml.raw("<w:").raw(side).raw(" w:val=\"").raw(style).raw("\"").attribute("w:sz", eighths);
    xml.raw(" w:space=\"0\" w:color=\"").colour(colour).raw("\"/>");
}

void cellMargins(Xml& xml, double sideMm, double leadMm)
{
    xml.raw("<w:tblCellMar>");
    const auto margin = [&](const char* side, double mm) {
        xml.raw("<w:").raw(side).attribute("w:w", twips(mm)).raw(" w:type=\"dxa\"/>");
    };
    margin("top", leadMm);
    margin("left", sideMm);
    margin("bottom", leadMm);
    margin("right", sideMm);
    xml.raw("</w:tblCellMar>");
}

void tableStyleHead(Xml& xml, const char* id, QStringView name)
{
    xml.raw("<w:style w:type=\"table\" w:customStyle=\"1\" w:styleId=\"")
        .raw(id)
        .raw("\">")
        .value("w:name", name);
    xml.raw("<w:basedOn w:val=\"TableNormal\"/><w:tblPr>");
}

void writeGridStyle(Xml& xml, const char* id, QStringView name, bool compact)
{
    tableStyleHead(xml, id, name);
    xml.raw("<w:tblBorders>");
    border(xml, "top", "single", 6, borderColour);
    border(xml, "bottom", "single", 6, borderColour);
    border(xml, "insideH", "single", 4, hairlineColour);
    if (compact) border(xml, "insideV", "single", 4, hairlineColour);
    xml.raw("</w:tblBorders>");
    cellMargins(xml, compact ? compactPaddingMm : cellPaddingMm, compact ? compactLeadMm : cellLeadMm);
    xml.raw("</w:tblPr><w:tblStylePr w:type=\"firstRow\"><w:tcPr><w:tcBorders>");
    border(xml, "bottom", "single", 6, borderColour);
    xml.raw("</w:tcBorders><w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"").colour(fillColour(u"head"_qs));
    xml.raw("\"/></w:tcPr></w:tblStylePr></w:style>");
}

void writeTableStyles(Xml& xml)
{
    xml.raw(
        "<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\"><w:name w:val=\"Normal Table\"/>"
        "<w:semiHidden/><w:tblPr><w:tblInd w:w=\"0\" w:type=\"dxa\"/>");
    cellMargins(xml, 0, 0);
    xml.raw("</w:tblPr></w:style>");
    writeGridStyle(xml, "GridTable", u"Tableau CartOSC", false);
    writeGridStyle(xml, "GridTableCompact", u"Tableau CartOSC serré", true);
    tableStyleHead(xml, "PlainTable", u"Tableau CartOSC simple");
    xml.raw("<w:tblBorders>");
    border(xml, "bottom", "single", 4, hairlineColour);
    border(xml, "insideH", "single", 4, hairlineColour);
    xml.raw("</w:tblBorders>");
    cellMargins(xml, cellPaddingMm, cellLeadMm);
    xml.raw("</w:tblPr></w:style>");
    tableStyleHead(xml, "LayoutTable", u"Mise en page CartOSC");
    cellMargins(xml, 0, 0);
    xml.raw("</w:tblPr></w:style>");
}

void writeDefaults(Xml& xml, const QString& language)
{
    xml.raw("<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts").attribute("w:ascii", serifFamily);
    xml.attribute("w:hAnsi", serifFamily)
        .attribute("w:eastAsia", serifFamily)
        .attribute("w:cs", arabicFamily);
    xml.raw("/><w:sz w:val=\"21\"/><w:szCs w:val=\"21\"/><w:lang");
    xml.attribute("w:val", language.startsWith(u"en") ? u"en-GB" : u"fr-FR");
    xml.raw(" w:eastAsia=\"fr-FR\" w:bidi=\"ar-MA\"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
            "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/>"
            "<w:pPr><w:widowControl/></w:pPr></w:style>");
}

} // namespace

std::string_view styleId(Style style, bool framed, bool compact)
{
    switch (style) {
    case Style::Body:
        return "BodyText";
    case Style::Lead:
        return "Lead";
    case Style::Title:
        return "Title";
    case Style::Subtitle:
        return "Subtitle";
    case Style::CoverNote:
        return "CoverNote";
    case Style::Small:
        return "SmallText";
    case Style::Source:
        return "Source";
    case Style::TableText:
        return compact ? "TableTextCompact" : "TableText";
    case Style::TableHead:
        return compact ? "TableHeadCompact" : "TableHead";
    case Style::Quote:
        return "Quote";
    case Style::Box:
        return framed ? "FrameText" : "Box";
    case Style::BoxHead:
        return framed ? "FrameHead" : "BoxHead";
    case Style::Contents:
        return "ContentsText";
    }
    return "BodyText";
}

QByteArray stylesPart(const QString& language)
{
    Xml xml;
    xml.raw(xmlHead).raw(
        "<w:styles xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">");
    writeDefaults(xml, language);
    for (const auto& family : {headings(), texts(), tables(), contents()}) {
        for (const ParagraphStyle& style : family)
            write(xml, style);
    }
    writeCharacterStyles(xml);
    writeTableStyles(xml);
    return xml.raw("</w:styles>").take();
}

} // namespace report::docx
