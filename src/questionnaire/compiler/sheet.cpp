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
                                               {u"constraint-msg"_qs, u"constraint_message"_qs},
                                               {u"jr:constraintmsg"_qs, u"constraint_message"_qs},
                                               {u"read_only"_qs, u"readonly"_qs},
                                               {u"read only"_qs, u"readonly"_qs},
                                               {u"id_string"_qs, u"form_id"_qs},
                                               {u"title"_qs, u"form_title"_qs},
                                               {u"default language"_qs, u"default_language"_qs},
                                               {u"form title"_qs, u"form_title"_qs},
                                               {u"form id"_qs, u"form_id"_qs},
                                               {u"count"_qs, u"repeat_count"_qs},
                                               {u"jr:count"_qs, u"repeat_count"_qs}};
    return known;
}

} // namespace

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
    QStringList parts = header.split(u"::"_qs);
    if (parts.size() == 1 && !header.startsWith(u"jr:")) parts = header.split(u':');
    for (QString& part : parts)
        part = part.trimmed();
    QString name = parts.takeFirst().toLower();
    // bind::relevant and control::appearance name the column after the colons.
    while (!parts.isEmpty() && (name == u"bind" || name == u"control" || name == u"media"))
        name = parts.takeFirst().toLower();
    name = aliases().value(name, name);
    const QString language = parts.isEmpty() ? QString() : languageCode(parts.join(u"::"_qs));
    if (!language.isEmpty() && !m_languages.contains(language)) m_languages << language;
    m_columns[name].append({language, index});
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
