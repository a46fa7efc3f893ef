#include "questionnaire/compiler/sheet.h"

namespace questionnaire {

namespace {

// What authors and older tools write for the same column.
const QHash<QString, QString>& aliases()
{
    static const QHash<QString, QString> known{{u"list name"_qs, u"list_name"_qs},
                                               {u"listname"_qs, u"list_name"_qs},
                                               {u"value"_qs, u"name"_qs},
                                               {u"caption"_qs, u"label"_qs},
                                               {u"command"_qs, u"type"_qs},
                                               {u"relevance"_qs, u"relevant"_qs},
                                               {u"calculate"_qs, u"calculation"_qs},
                                               {u"constraint message"_qs, u"constraint_message"_qs},
                                               {u"constraining message"_qs, u"constraint_message"_qs},
                                               {u"required message"_qs, u"required_message"_qs},
                                               {u"requiredmsg"_qs, u"required_message"_qs},
                                               {u"jr:requiredmsg"_qs, u"required_message"_qs},
                                               {u"guidance hint"_qs, u"guidance_hint"_qs},
                                               {u"choice filter"_qs, u"choice_filter"_qs},
                                               {u"instance name"_qs, u"instance_name"_qs},
                                               {u"constraint-msg"_qs, u"constraint_message"_qs},
                                               {u"jr:constraintmsg"_qs, u"constraint_message"_qs},
                                               {u"read_only"_qs, u"readonly"_qs},
                                               {u"read only"_qs, u"readonly"_qs},
                                               {u"id_string"_qs, u"form_id"_qs},
                                               {u"title"_qs, u"form_title"_qs},
                                               {u"default language"_qs, u"default_language"_qs},
                                               {u"form title"_qs, u"form_title"_qs},
                                               {u"set form title"_qs, u"form_title"_qs},
                                               {u"set form id"_qs, u"form_id"_qs},
                                               {u"form id"_qs, u"form_id"_qs},
                                               {u"count"_qs, u"repeat_count"_qs},
                                               {u"jr:count"_qs, u"repeat_count"_qs}};
    return known;
}

/// Parts of "label::Français (fr)", or of the older "label:French".
QStringList partsOf(const QString& header)
{
    QStringList parts = header.split(u"::"_qs);
    if (parts.size() == 1 && !header.startsWith(u"jr:")) {
        parts = header.split(u':');
        // "bind:jr:constraintMsg": jr is no part but a prefix.
        const qsizetype prefix = parts.indexOf(u"jr"_qs);
        if (prefix >= 0 && prefix + 1 < parts.size()) parts[prefix] += u':' + parts.takeAt(prefix + 1);
    }
    for (QString& part : parts)
        part = part.trimmed();
    return parts;
}

bool isOfTheSpecification(const QString& column)
{
    static const QStringList untranslated{
        u"type"_qs,        u"name"_qs,     u"list_name"_qs,     u"relevant"_qs,        u"constraint"_qs,
        u"calculation"_qs, u"required"_qs, u"choice_filter"_qs, u"default"_qs,         u"appearance"_qs,
        u"trigger"_qs,     u"readonly"_qs, u"repeat_count"_qs,  u"parameters"_qs,      u"disabled"_qs,
        u"form_title"_qs,  u"version"_qs,  u"instance_name"_qs, u"default_language"_qs};
    return untranslated.contains(column) || translatableColumns().contains(column);
}

} // namespace

const QStringList& translatableColumns()
{
    static const QStringList columns{u"label"_qs,
                                     u"hint"_qs,
                                     u"guidance_hint"_qs,
                                     u"constraint_message"_qs,
                                     u"required_message"_qs,
                                     u"image"_qs,
                                     u"big-image"_qs,
                                     u"audio"_qs,
                                     u"video"_qs};
    return columns;
}

QString languageCode(const QString& language)
{
    const qsizetype open = language.lastIndexOf(u'('), close = language.lastIndexOf(u')');
    if (open < 0 || close < open) return language.trimmed();
    return language.sliced(open + 1, close - open - 1).trimmed();
}

SheetView::SheetView(const SheetTable& table) : m_table(table)
{
    if (table.rows.empty()) return;
    for (qsizetype i = 0; i < table.rows.front().size(); ++i)
        addHeader(table.rows.front()[i].simplified(), i);
}

void SheetView::addHeader(const QString& header, qsizetype index)
{
    if (header.isEmpty()) return;
    QStringList parts = partsOf(header);
    QString name = parts.takeFirst().toLower();
    // bind::relevant and control::appearance name the column after the colons.
    while (!parts.isEmpty() && (name == u"bind" || name == u"control" || name == u"media"))
        name = parts.takeFirst().toLower();
    name = aliases().value(name, name);
    const QString written = parts.join(u"::"_qs);
    if (!written.isEmpty() && translatableColumns().contains(name) && !m_languages.contains(written))
        m_languages << written;
    const QString language = languageCode(written);
    if (const Column* other = find(name, language)) {
        const QString kept = m_table.rows.front()[other->index].simplified();
        if (isOfTheSpecification(name))
            m_duplicates.append({kept, header});
        else if (kept != header)
            name = header; // two columns of the author's, that differ by their case
    }
    m_columns[name].append({language, written, index});
}

const SheetView::Column* SheetView::find(const QString& name, const QString& language) const
{
    const auto columns = m_columns.constFind(name);
    if (columns == m_columns.constEnd()) return nullptr;
    for (const Column& column : *columns)
        if (column.language == language) return &column;
    return nullptr;
}

QStringList SheetView::languagesOf(const QString& column) const
{
    QStringList languages;
    for (const Column& candidate : m_columns.value(column))
        languages << candidate.written;
    return languages;
}

QStringList SheetView::otherHeaders(const QStringList& usual) const
{
    QStringList headers;
    for (auto column = m_columns.begin(); column != m_columns.end(); ++column)
        if (!usual.contains(column.key()))
            headers << m_table.rows.front()[column->front().index].simplified();
    headers.sort();
    return headers;
}

QString SheetView::at(size_t row, qsizetype index) const
{
    const QStringList& cells = m_table.rows[row + 1];
    return index < cells.size() ? cells[index].trimmed() : QString();
}

QString SheetView::cell(size_t row, const QString& column) const
{
    for (const Column& candidate : m_columns.value(column))
        if (candidate.language.isEmpty()) return at(row, candidate.index);
    return {};
}

QHash<QString, QString> SheetView::localized(size_t row, const QString& column) const
{
    QHash<QString, QString> texts;
    for (const Column& candidate : m_columns.value(column)) {
        const QString text = at(row, candidate.index);
        if (!text.isEmpty()) texts.insert(candidate.language, text);
    }
    return texts;
}

QHash<QString, QString> SheetView::others(size_t row, const QStringList& usual) const
{
    QHash<QString, QString> cells;
    for (auto column = m_columns.begin(); column != m_columns.end(); ++column) {
        if (usual.contains(column.key())) continue;
        const QString text = at(row, column->front().index);
        if (!text.isEmpty()) cells.insert(m_table.rows.front()[column->front().index].simplified(), text);
    }
    return cells;
}

bool SheetView::isEmpty(size_t row) const
{
    const QStringList& cells = m_table.rows[row + 1];
    return std::all_of(cells.begin(), cells.end(),
                       [](const QString& cell) { return cell.trimmed().isEmpty(); });
}

base::Place SheetView::place(size_t row, const QString& column) const
{
    const auto known = m_columns.constFind(column);
    const QString header =
        known == m_columns.constEnd() ? column : m_table.rows.front()[known->front().index].simplified();
    return {m_table.name, m_table.firstRow + int(row) + 1, header};
}

} // namespace questionnaire
