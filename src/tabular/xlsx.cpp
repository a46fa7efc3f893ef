#include "tabular/xlsx.h"

#include "base/error.h"
#include "tabular/xlsx_format.h"
#include "tabular/xml.h"

#include <QRegularExpression>

namespace tabular {
namespace {

using base::Error;
using base::ErrorCode;

constexpr qsizetype MaxRows = 1'048'576;
constexpr qsizetype MaxColumns = 16'384;

/// What all sheets of a workbook share.
struct Parts
{
    QStringList strings;
    std::vector<NumberKind> kinds;
    bool calendar1904 = false;
};

/// Position of "BC12" from 0; the row is -1 when the reference has none.
struct CellPlace
{
    qsizetype row = -1;
    qsizetype column = -1;
};

CellPlace placeOf(QStringView reference)
{
    CellPlace place{0, 0};
    qsizetype i = 0;
    for (; i < reference.size() && i < 4 && reference[i] >= u'A' && reference[i] <= u'Z'; ++i)
        place.column = place.column * 26 + (reference[i].unicode() - u'A' + 1);
    for (; i < reference.size() && place.row <= MaxRows && reference[i].isDigit(); ++i)
        place.row = place.row * 10 + reference[i].digitValue();
    const bool whole = i == reference.size() && place.row > 0 && place.column > 0;
    return whole ? CellPlace{place.row - 1, place.column - 1} : CellPlace{};
}

/// Undoes the _x000D_ escapes by which workbooks carry control characters.
QString unescaped(const QString& text)
{
    static const QRegularExpression escape(QStringLiteral("_x([0-9A-Fa-f]{4})_"));
    if (!text.contains(u"_x")) return text;
    QString out;
    qsizetype from = 0;
    for (auto it = escape.globalMatch(text); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        out += QStringView(text).sliced(from, match.capturedStart() - from);
        out += QChar(static_cast<char16_t>(match.capturedView(1).toUShort(nullptr, 16)));
        from = match.capturedEnd();
    }
    return out + text.sliced(from);
}

class SheetReader
{
public:
    SheetReader(const Parts& parts, const XlsxLimits& limits, qsizetype& cells, qint64& characters)
        : m_parts(parts), m_limits(limits), m_cells(cells), m_characters(characters)
    {
    }

    std::vector<QStringList> read(const QByteArray& bytes)
    {
        XmlLimits xmlLimits;
        xmlLimits.bytes = m_limits.zip.entry;
        xmlLimits.nodes = 10 * static_cast<qint64>(m_limits.cells);
        XmlStream xml(bytes, xmlLimits);
        while (xml.next()) {
            if (xml.atEnd(u"sheetData")) break;
            if (xml.atStart(u"row"))
                beginRow(xml);
            else if (xml.atStart(u"c"))
                beginCell(xml);
            else if (xml.atEnd(u"c"))
                endCell();
            else if (m_inCell)
                inCell(xml);
        }
        return std::move(m_rows);
    }

private:
    void beginRow(const XmlStream& xml)
    {
        const QString number = xml.attribute(u"r");
        m_row = number.isEmpty() ? m_row + 1 : number.toLongLong() - 1;
        m_column = -1;
        checkPlace();
    }

    void beginCell(const XmlStream& xml)
    {
        CellPlace place;
        m_type.clear();
        m_style = 0;
        const QXmlStreamAttributes attributes =
            xml.reader().attributes(); // once: there are millions of cells
        for (const QXmlStreamAttribute& one : attributes) {
            if (one.name() == u"r")
                place = placeOf(one.value());
            else if (one.name() == u"t")
                m_type = one.value().toString();
            else if (one.name() == u"s")
                m_style = one.value().toInt();
        }
        if (place.row >= 0) m_row = place.row;
        m_column = place.row >= 0 ? place.column : m_column + 1;
        checkPlace();
        m_value.clear();
        m_inCell = true;
    }

    void checkPlace() const
    {
        if (m_row < -1 || m_row >= MaxRows || m_column >= MaxColumns)
            throw Error(ErrorCode::Malformed, QStringLiteral("a cell outside the sheet"));
    }

    void inCell(const XmlStream& xml)
    {
        if (xml.atStart(u"rPh")) m_phonetic = true;
        if (xml.atEnd(u"rPh")) m_phonetic = false;
        if (xml.atStart(u"v") || xml.atStart(u"t")) m_inValue = !m_phonetic;
        if (xml.atEnd(u"v") || xml.atEnd(u"t")) m_inValue = false;
        if (m_inValue && xml.reader().isCharacters()) m_value += xml.reader().text();
    }

    void endCell()
    {
        m_inCell = false;
        const QString text = cellText();
        if (text.isEmpty()) return;
        if (text.size() > m_limits.cell)
            throw Error(ErrorCode::LimitExceeded, QStringLiteral("row %1: a cell of more than %2 characters")
                                                      .arg(m_row + 1)
                                                      .arg(m_limits.cell));
        m_characters += text.size();
        if (m_characters > m_limits.text)
            throw Error(ErrorCode::LimitExceeded, QStringLiteral("workbook of too much text"));
        put(text);
    }

    QString cellText() const
    {
        if (m_type == u"s") {
            bool ok = false;
            const qsizetype index = m_value.toLongLong(&ok);
            if (!ok || index < 0 || index >= m_parts.strings.size())
                throw Error(ErrorCode::Malformed,
                            QStringLiteral("row %1: a shared text that does not exist").arg(m_row + 1));
            return m_parts.strings[index];
        }
        if (m_type == u"b") return m_value == u"1" ? QStringLiteral("TRUE") : QStringLiteral("FALSE");
        if (m_type == u"inlineStr" || m_type == u"str") return unescaped(m_value);
        if (m_type == u"e" || m_type == u"d" || m_value.isEmpty()) return m_value;
        const auto style = static_cast<size_t>(std::max(m_style, 0));
        return numberText(m_value, style < m_parts.kinds.size() ? m_parts.kinds[style] : NumberKind::Plain,
                          m_parts.calendar1904);
    }

    void put(const QString& text)
    {
        const auto row = static_cast<size_t>(m_row);
        if (m_row < 0) throw Error(ErrorCode::Malformed, QStringLiteral("a cell outside any row"));
        if (row >= m_rows.size()) {
            grow(m_row + 1 - static_cast<qsizetype>(m_rows.size()));
            m_rows.resize(row + 1);
        }
        QStringList& cells = m_rows[row];
        if (m_column >= cells.size()) {
            grow(m_column + 1 - cells.size());
            cells.resize(m_column + 1);
        }
        cells[m_column] = text;
    }

    void grow(qsizetype more)
    {
        m_cells += more;
        if (m_cells > m_limits.cells)
            throw Error(ErrorCode::LimitExceeded, QStringLiteral("workbook of too many cells"));
    }

    const Parts& m_parts;
    const XlsxLimits& m_limits;
    qsizetype& m_cells;
    qint64& m_characters;
    std::vector<QStringList> m_rows;
    qsizetype m_row = -1;
    qsizetype m_column = -1;
    QString m_type, m_value;
    int m_style = 0;
    bool m_inCell = false;
    bool m_inValue = false;
    bool m_phonetic = false;
};

QStringList readSharedStrings(const QByteArray& bytes, const XlsxLimits& limits)
{
    XmlLimits xmlLimits;
    xmlLimits.bytes = limits.zip.entry;
    xmlLimits.nodes = 10 * static_cast<qint64>(limits.cells);
    XmlStream xml(bytes, xmlLimits);
    QStringList strings;
    QString text;
    bool phonetic = false;
    bool inText = false;
    while (xml.next()) {
        if (xml.atStart(u"si"))
            text.clear();
        else if (xml.atStart(u"rPh") || xml.atEnd(u"rPh"))
            phonetic = xml.atStart(u"rPh");
        else if (xml.atStart(u"t"))
            inText = !phonetic;
        else if (xml.atEnd(u"t"))
            inText = false;
        else if (xml.atEnd(u"si"))
            strings << unescaped(text);
        else if (inText && xml.reader().isCharacters())
            text += xml.reader().text();
        if (strings.size() > limits.cells)
            throw Error(ErrorCode::LimitExceeded, QStringLiteral("workbook of too many texts"));
    }
    return strings;
}

/// Targets of a relationships part, by id, resolved against the folder of the part they belong to.
struct Relation
{
    QString type, target;
};

QHash<QString, Relation> readRelations(const ZipReader& zip, const QString& part)
{
    const qsizetype slash = part.lastIndexOf(u'/');
    const QString folder = slash < 0 ? QString() : part.first(slash + 1);
    const QString relations =
        folder + QStringLiteral("_rels/") + part.sliced(slash + 1) + QStringLiteral(".rels");
    QHash<QString, Relation> byId;
    if (!zip.contains(relations)) return byId;
    XmlStream xml(zip.read(relations));
    while (xml.next()) {
        if (!xml.atStart(u"Relationship")) continue;
        const QString target = xml.attribute(u"Target");
        const QString type = xml.attribute(u"Type");
        byId.insert(xml.attribute(u"Id"), {type.sliced(type.lastIndexOf(u'/') + 1),
                                           target.startsWith(u'/') ? target.sliced(1) : folder + target});
    }
    return byId;
}

QString targetOfType(const QHash<QString, Relation>& relations, QStringView type)
{
    for (const Relation& relation : relations)
        if (relation.type == type) return relation.target;
    return {};
}

struct SheetEntry
{
    QString name, relation;
    bool hidden = false;
};

std::vector<SheetEntry> readSheetList(const QByteArray& workbookXml, bool& calendar1904)
{
    std::vector<SheetEntry> sheets;
    bool workbook = false;
    XmlStream xml(workbookXml);
    while (xml.next()) {
        if (xml.depth() == 1 && xml.atStart(u"workbook")) workbook = true;
        if (xml.atStart(u"workbookPr")) {
            const QString flag = xml.attribute(u"date1904");
            calendar1904 = flag == u"1" || flag == u"true";
        }
        if (!xml.atStart(u"sheet")) continue;
        const QString state = xml.attribute(u"state");
        sheets.push_back(
            {xml.attribute(u"name"), xml.attribute(u"id"), state == u"hidden" || state == u"veryHidden"});
    }
    if (!workbook || sheets.empty())
        throw Error(ErrorCode::Malformed, QStringLiteral("a workbook without sheets"));
    return sheets;
}

void refuseOtherFiles(const QByteArray& bytes)
{
    if (bytes.startsWith("\xD0\xCF\x11\xE0")) {
        // Names inside an OLE file are UTF-16; an encrypted workbook holds this stream.
        const QByteArray stream("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", 32);
        if (bytes.contains(stream))
            throw Error(ErrorCode::Malformed, QStringLiteral("a workbook protected by a password"));
        throw Error(ErrorCode::Malformed, QStringLiteral("an old .xls workbook: save it as .xlsx"));
    }
    if (!bytes.startsWith("PK"))
        throw Error(ErrorCode::Malformed, QStringLiteral("not an XLSX workbook: no ZIP package"));
}

} // namespace

XlsxWorkbook readXlsx(const QByteArray& bytes, const XlsxLimits& limits)
{
    refuseOtherFiles(bytes);
    const ZipReader zip(bytes, limits.zip);
    QString main = targetOfType(readRelations(zip, QString()), u"officeDocument");
    if (main.isEmpty()) main = QStringLiteral("xl/workbook.xml");
    if (!zip.contains(main))
        throw Error(ErrorCode::Malformed, QStringLiteral("a ZIP package that holds no workbook"));

    Parts parts;
    const std::vector<SheetEntry> entries = readSheetList(zip.read(main), parts.calendar1904);
    const QHash<QString, Relation> relations = readRelations(zip, main);
    const QString strings = targetOfType(relations, u"sharedStrings");
    const QString styles = targetOfType(relations, u"styles");
    if (zip.contains(strings)) parts.strings = readSharedStrings(zip.read(strings), limits);
    if (zip.contains(styles)) parts.kinds = readStyleKinds(zip.read(styles));

    XlsxWorkbook workbook;
    qsizetype cells = 0;
    qint64 characters = 0;
    for (const SheetEntry& entry : entries) {
        const Relation relation = relations.value(entry.relation);
        if (relation.type != u"worksheet") continue;
        if (!zip.contains(relation.target))
            throw Error(ErrorCode::Malformed, QStringLiteral("missing sheet ") + entry.name);
        SheetReader reader(parts, limits, cells, characters);
        workbook.sheets.push_back({entry.name, entry.hidden, reader.read(zip.read(relation.target))});
    }
    return workbook;
}

} // namespace tabular
