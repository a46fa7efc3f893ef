#pragma once
#include "dossier/sqlite/database.h"

#include <QHash>

#include <vector>

namespace dossier::sqlite {

/// Texts said many times (fields, authors, replicas, types), each stored once and known by a small number
/// from 1; 0 is no text.
class Names
{
public:
    explicit Names(Database& database) : m_database(database) {}

    /// Number of a text, made if need be; 0 for the empty text.
    int make(const QString& text);
    /// 0 when never seen.
    int find(const QString& text) const { return m_numbers.value(text); }
    const QString& text(int number) const;
    bool isSearchable(int number) const { return m_entries[static_cast<size_t>(number)].searchable; }
    void setSearchable(int number);
    int count() const { return static_cast<int>(m_entries.size()); }
    /// Reads the table again: after loading, and after a rollback.
    void reload();

private:
    struct Entry
    {
        QString text;
        bool searchable = false;
    };
    Database& m_database;
    std::vector<Entry> m_entries = std::vector<Entry>(1);
    QHash<QString, int> m_numbers;
};

} // namespace dossier::sqlite
