#pragma once
#include "dossier/sqlite/tables.h"

namespace dossier {

/// The list of records in memory, so that lists, facets and search as you type never wait for SQL. Refreshed
/// from the tables, record by record.
class Catalog
{
public:
    explicit Catalog(sqlite::Tables& tables) : m_tables(tables) {}

    void loadAll();
    /// The next reading will see this record as the tables have it.
    void invalidate(qint64 record) { m_stale.insert(record); }
    void refresh();
    /// Brings the derived tables up to date with the operations applied.
    void flush();

    int count() const { return static_cast<int>(m_records.size()); }
    const std::vector<sqlite::ListedRecord>& all() const { return m_records; }
    const RecordSummary* find(const QString& uid) const;
    std::vector<RecordSummary> select(const RecordFilter& filter) const;

private:
    void refreshOne(qint64 record);
    void reindex();
    void addFullText(const QStringList& words, const RecordFilter& filter,
                     std::vector<RecordSummary>& out) const;

    sqlite::Tables& m_tables;
    std::vector<sqlite::ListedRecord> m_records; ///< by number
    QHash<qint64, size_t> m_positions;
    QHash<QString, qint64> m_ids;
    QSet<qint64> m_stale;
};

} // namespace dossier
