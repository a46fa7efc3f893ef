#pragma once
#include "base/issue.h"
#include "questionnaire/compiler.h"

#include <utility>

namespace questionnaire {

/// A sheet read by column names: authors write "label::Français (fr)", "bind::relevant", "List Name"…; we ask
/// for label in a language, relevant, list_name.
class SheetView
{
public:
    explicit SheetView(const SheetTable& table);

    size_t rowCount() const { return m_table.rows.empty() ? 0 : m_table.rows.size() - 1; }
    bool has(const QString& column) const { return m_columns.contains(column); }
    /// Trimmed text of a cell in the column without language.
    QString cell(size_t row, const QString& column) const;
    /// Texts by language code; the column without language has the empty code.
    QHash<QString, QString> localized(size_t row, const QString& column) const;
    /// Cells of the columns that are none of the usual ones, by header.
    QHash<QString, QString> others(size_t row, const QStringList& usual) const;
    bool isEmpty(size_t row) const;
    /// Languages as the headers write them, "Français (fr)", in order of appearance.
    const QStringList& languages() const { return m_languages; }
    /// Languages of one column; empty for the one that names none.
    QStringList languagesOf(const QString& column) const;
    /// Two headers that mean the same column: the one kept and the one in excess.
    const QList<std::pair<QString, QString>>& duplicates() const { return m_duplicates; }
    /// Headers of the columns that are none of the usual ones, as written.
    QStringList otherHeaders(const QStringList& usual) const;

    base::Place place(size_t row, const QString& column) const;
    base::Place sheetPlace() const { return {m_table.name, 0, {}}; }

private:
    struct Column
    {
        QString language; ///< code
        QString written;  ///< as the header names it
        qsizetype index;
    };
    void addHeader(const QString& header, qsizetype index);
    const Column* find(const QString& name, const QString& language) const;
    QString at(size_t row, qsizetype index) const;

    const SheetTable& m_table;
    QHash<QString, QList<Column>> m_columns;
    QStringList m_languages;
    QList<std::pair<QString, QString>> m_duplicates;
};

/// Columns that may be written in several languages.
const QStringList& translatableColumns();

/// "Français (fr)" is fr; a name without a code in brackets is its own code.
QString languageCode(const QString& language);

} // namespace questionnaire
