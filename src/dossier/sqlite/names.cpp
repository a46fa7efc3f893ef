#include "dossier/sqlite/names.h"

#include "base/error.h"

namespace dossier::sqlite {

int Names::make(const QString& text)
{
    if (text.isEmpty()) return 0;
    const auto known = m_numbers.constFind(text);
    if (known != m_numbers.constEnd()) return *known;
    const int number = count();
    Query(m_database, "INSERT INTO name(id, text) VALUES(?, ?)").bind(1, number).bind(2, text).run();
    m_entries.push_back({text, false});
    m_numbers.insert(text, number);
    return number;
}

const QString& Names::text(int number) const
{
    if (number < 0 || number >= count())
        throw base::Error(base::ErrorCode::Damaged, QStringLiteral("unknown name in the tables"));
    return m_entries[static_cast<size_t>(number)].text;
}

void Names::setSearchable(int number)
{
    Query(m_database, "UPDATE name SET searchable=1 WHERE id=?").bind(1, number).run();
    m_entries[static_cast<size_t>(number)].searchable = true;
}

void Names::reload()
{
    m_entries.assign(1, {});
    m_numbers.clear();
    Query query(m_database, "SELECT id, text, searchable FROM name ORDER BY id");
    while (query.next()) {
        if (query.integer(0) != count())
            throw base::Error(base::ErrorCode::Damaged, QStringLiteral("names of the tables have gaps"));
        m_numbers.insert(query.text(1), count());
        m_entries.push_back({query.text(1), query.integer(2) != 0});
    }
}

} // namespace dossier::sqlite
