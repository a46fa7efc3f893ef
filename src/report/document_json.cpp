#include "report/document_json.h"

#include "report/figure_json.h"

namespace report {
namespace {

using Json = nlohmann::ordered_json;

Json blocksJson(const std::vector<Block>& blocks);

const char* name(Style style)
{
    static constexpr const char* names[] = {"body",  "lead",    "title",     "subtitle",  "coverNote",
                                            "small", "source",  "tableText", "tableHead", "quote",
                                            "box",   "boxHead", "contents"};
    return names[static_cast<int>(style)];
}

const char* name(Align align)
{
    static constexpr const char* names[] = {"start", "center", "end", "justify"};
    return names[static_cast<int>(align)];
}

const char* name(Caption::Kind kind)
{
    static constexpr const char* names[] = {"table", "figure", "map"};
    return names[static_cast<int>(kind)];
}

const char* name(Table::Look look)
{
    static constexpr const char* names[] = {"grid", "plain", "layout"};
    return names[static_cast<int>(look)];
}

const char* name(Numbering numbering)
{
    static constexpr const char* names[] = {"none", "roman", "arabic", "annex"};
    return names[static_cast<int>(numbering)];
}

void put(Json& object, const char* key, const QString& text)
{
    if (!text.isEmpty()) object[key] = text.toStdString();
}

void put(Json& object, const char* key, bool flag)
{
    if (flag) object[key] = true;
}

Json runsJson(const Runs& runs)
{
    Json made = Json::array();
    for (const Run& run : runs) {
        Json each{{"text", run.text.toStdString()}};
        put(each, "bold", run.bold);
        put(each, "italic", run.italic);
        put(each, "small", run.small);
        put(each, "superscript", run.superscript);
        put(each, "language", run.language);
        put(each, "tone", run.tone);
        put(each, "link", run.link);
        put(each, "footnote", run.footnote);
        put(each, "pageOf", run.pageOf);
        made.push_back(each.size() == 1 ? Json(run.text.toStdString()) : each);
    }
    return made;
}

Json cellJson(const Cell& cell)
{
    Json made = Json::object();
    if (cell.columnSpan != 1) made["columnSpan"] = cell.columnSpan;
    if (cell.rowSpan != 1) made["rowSpan"] = cell.rowSpan;
    put(made, "header", cell.header);
    put(made, "fill", cell.fill);
    made["blocks"] = blocksJson(cell.blocks);
    return made;
}

struct BlockWriter
{
    Json operator()(const Heading& heading) const
    {
        Json made{{"heading", heading.text.toStdString()}, {"level", heading.level}};
        put(made, "number", heading.number);
        put(made, "anchor", heading.anchor);
        put(made, "newPage", heading.newPage);
        put(made, "notInContents", !heading.inContents);
        return made;
    }

    Json operator()(const Paragraph& paragraph) const
    {
        Json made{{"paragraph", runsJson(paragraph.runs)}};
        if (paragraph.style != Style::Body) made["style"] = name(paragraph.style);
        if (paragraph.align != Align::Start) made["align"] = name(paragraph.align);
        put(made, "keepWithNext", paragraph.keepWithNext);
        return made;
    }

    Json operator()(const List& list) const
    {
        Json items = Json::array();
        for (const Runs& each : list.items)
            items.push_back(runsJson(each));
        return {{"list", items}, {"ordered", list.ordered}};
    }

    Json operator()(const Table& table) const
    {
        Json rows = Json::array();
        for (const Table::TableRow& row : table.rows) {
            Json cells = Json::array();
            for (const Cell& each : row.cells)
                cells.push_back(cellJson(each));
            rows.push_back(std::move(cells));
        }
        Json made{{"table", name(table.look)}, {"widths", table.widths}, {"headerRows", table.headerRows}};
        put(made, "compact", table.compact);
        put(made, "description", table.description);
        made["rows"] = std::move(rows);
        return made;
    }

    Json operator()(const Figure& figure) const
    {
        return {{"figure", toJson(figure.spec)},
                {"widthMm", figure.widthMm},
                {"heightMm", figure.heightMm},
                {"alternative", figure.alternative.toStdString()}};
    }

    Json operator()(const Caption& caption) const
    {
        return {{"caption", caption.text.toStdString()},
                {"kind", name(caption.kind)},
                {"code", caption.code.toStdString()},
                {"number", caption.number}};
    }

    Json operator()(const Placeholder& placeholder) const
    {
        Json made{{"placeholder", placeholder.id.toStdString()},
                  {"prompt", placeholder.prompt.toStdString()},
                  {"words", placeholder.words}};
        for (const QString& each : placeholder.paragraphs)
            made["paragraphs"].push_back(each.toStdString());
        return made;
    }

    Json operator()(const Contents& contents) const { return {{"contents", contents.depth}}; }
    Json operator()(const ListOf& list) const { return {{"listOf", name(list.kind)}}; }
    Json operator()(const PageBreak&) const { return {{"pageBreak", true}}; }
    Json operator()(const Rule&) const { return {{"rule", true}}; }
    Json operator()(const Space& space) const { return {{"space", space.mm}}; }

    Json operator()(const Frame& frame) const
    {
        return {{"frame", blocksJson(frame.blocks)}, {"tone", frame.tone.toStdString()}};
    }
};

Json blocksJson(const std::vector<Block>& blocks)
{
    Json made = Json::array();
    for (const Block& block : blocks)
        made.push_back(std::visit(BlockWriter{}, block.content));
    return made;
}

Json sectionJson(const Section& section)
{
    Json made{{"paper", section.paper == Paper::A3 ? "A3" : "A4"}, {"numbering", name(section.numbering)}};
    put(made, "landscape", section.landscape);
    put(made, "restartNumbering", section.restartNumbering);
    put(made, "header", section.header);
    put(made, "footer", section.footer);
    put(made, "hideHeader", !section.showHeader);
    put(made, "lineNumbers", section.lineNumbers);
    put(made, "part", section.part);
    made["marginMm"] = section.marginMm;
    made["blocks"] = blocksJson(section.blocks);
    return made;
}

} // namespace

nlohmann::ordered_json toJson(const Document& document)
{
    Json made{{"title", document.title.toStdString()}};
    put(made, "subtitle", document.subtitle);
    put(made, "author", document.author);
    put(made, "subject", document.subject);
    put(made, "language", document.language);
    for (const QString& each : document.keywords)
        made["keywords"].push_back(each.toStdString());
    put(made, "date", document.date.toString(Qt::ISODate));
    put(made, "watermark", document.watermark);
    made["sections"] = Json::array();
    for (const Section& each : document.sections)
        made["sections"].push_back(sectionJson(each));
    return made;
}

QByteArray documentJson(const Document& document)
{
    return QByteArray::fromStdString(toJson(document).dump(1, ' ', false, Json::error_handler_t::replace)) +
           '\n';
}

} // namespace report
