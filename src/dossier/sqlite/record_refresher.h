#pragma once
#include "dossier/sqlite/record_tree.h"

namespace dossier::sqlite {

/// Words a text is searched by: folded, and Arabic words also without their article.
QStringList searchWords(const QString& text);
/// True for a value no closed question could hold: it is text somebody typed.
bool looksTyped(const QString& value);

/// Keeps what is derived from the cells of a record: its list columns, its evidence levels, its words for the
/// full-text search.
class RecordRefresher
{
public:
    RecordRefresher(Database& database, const Names& names, const RecordReader& reader)
        : m_database(database), m_names(names), m_reader(reader)
    {
    }

    /// `changed`: instant of the latest operation on the record.
    void refresh(qint64 record, qint64 changed);

private:
    struct Columns;
    void collect(Columns& columns, const Node& node) const;
    void collectCell(Columns& columns, const QString& field, const Node& node, const Cell& cell) const;
    void store(qint64 record, const Columns& columns, qint64 changed);
    void storeEvidence(qint64 record, const Columns& columns);
    void storeWords(qint64 record, const Columns& columns);
    void remove(qint64 record);

    Database& m_database;
    const Names& m_names;
    const RecordReader& m_reader;
};

} // namespace dossier::sqlite
