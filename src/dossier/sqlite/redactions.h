#pragma once
#include "dossier/sqlite/names.h"
#include "dossier/values/operation.h"

#include <QSet>

#include <utility>

namespace dossier::sqlite {

/// Operations whose values were removed for ever, whether they came before the redaction or come after.
class Redactions
{
public:
    Redactions(Database& database, Names& names) : m_database(database), m_names(names) {}

    void add(const Operation& redaction);
    bool contains(const Operation& operation);
    /// True when the operation says something that a redaction has removed.
    bool strips(const Operation& operation);
    /// True once after a redaction was applied: what the tables and the journal already hold must be purged.
    bool takePurgeNotice() { return std::exchange(m_mustPurge, false); }
    /// Forgets what a rollback or a load undid.
    void reset();

private:
    void load();

    Database& m_database;
    Names& m_names;
    QSet<std::pair<QString, qint64>> m_operations;
    bool m_loaded = false, m_mustPurge = false;
};

} // namespace dossier::sqlite
