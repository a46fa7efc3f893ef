#include "dossier/sqlite/redactions.h"

#include "dossier/values/frontier.h"

namespace dossier::sqlite {

void Redactions::load()
{
    if (std::exchange(m_loaded, true)) return;
    m_operations.clear();
    Query query(m_database, "SELECT replica, sequence FROM redacted");
    while (query.next())
        m_operations.insert({m_names.text(query.number(0)), query.integer(1)});
}

void Redactions::add(const Operation& redaction)
{
    load();
    for (const QString& id : redaction.value.split(u' ', Qt::SkipEmptyParts)) {
        const qsizetype colon = id.lastIndexOf(u':');
        const std::pair operation{id.left(std::max(colon, qsizetype(0))), id.mid(colon + 1).toLongLong()};
        Query(m_database, "INSERT OR IGNORE INTO redacted VALUES(?, ?)")
            .bind(1, m_names.make(operation.first))
            .bind(2, operation.second)
            .run();
        m_operations.insert(operation);
        m_mustPurge = true;
    }
}

bool Redactions::contains(const Operation& operation)
{
    load();
    return !m_operations.isEmpty() && m_operations.contains({operation.replica, operation.sequence});
}

bool Redactions::strips(const Operation& operation)
{
    return contains(operation) && !operation.value.isEmpty() && isRedactable(operation);
}

void Redactions::reset()
{
    m_loaded = m_mustPurge = false;
}

} // namespace dossier::sqlite
