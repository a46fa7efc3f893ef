#include "dossier/sqlite/record_numbers.h"

#include <QHash>

#include <algorithm>
#include <tuple>

namespace dossier::sqlite {
namespace {

/// Free numbers, found by jumping over the taken ones.
class Numbering
{
public:
    bool isTaken(qint64 number) const { return m_jumps.contains(number); }
    void take(qint64 number) { m_jumps.insert(number, number + 1); }
    qint64 firstFreeAfter(qint64 number)
    {
        qint64 free = number;
        for (auto jump = m_jumps.constFind(free); jump != m_jumps.constEnd(); jump = m_jumps.constFind(free))
            free = *jump;
        for (qint64 at = number; at != free;)
            at = std::exchange(m_jumps[at], free);
        return free;
    }

private:
    QHash<qint64, qint64> m_jumps; ///< taken number -> one after which may be free
};

} // namespace

struct RecordNumbers::Entry
{
    qint64 id = 0, wanted = 0, created = 0, number = 0, given = 0;
    int logical = 0;
    QString uid;
};

qint64 RecordNumbers::greatest()
{
    if (m_greatest < 0) {
        Query query(
            m_database,
            "SELECT max(coalesce(max(number), 0), coalesce(max(wanted), 0)) FROM entity WHERE id=record");
        query.next();
        m_greatest = query.integer(0);
    }
    return m_greatest;
}

qint64 RecordNumbers::next()
{
    return greatest() + 1;
}

std::optional<qint64> RecordNumbers::take(qint64 wanted)
{
    const bool clear = !m_unsettled && wanted > greatest();
    m_greatest = std::max(greatest(), wanted);
    m_unsettled = !clear;
    return clear ? std::optional(wanted) : std::nullopt;
}

QList<qint64> RecordNumbers::settle()
{
    if (!std::exchange(m_unsettled, false)) return {};
    std::vector<Entry> all = entries();
    std::sort(all.begin(), all.end(), [](const Entry& a, const Entry& b) {
        return std::tie(a.created, a.logical, a.uid) < std::tie(b.created, b.logical, b.uid);
    });
    qint64 rank = 0;
    Numbering numbering;
    for (Entry& entry : all) {
        if (entry.wanted == 0) entry.wanted = ++rank;
        if (numbering.isTaken(entry.wanted)) continue;
        numbering.take(entry.wanted);
        entry.given = entry.wanted;
    }
    for (Entry& entry : all) {
        if (entry.given != 0) continue;
        entry.given = numbering.firstFreeAfter(entry.wanted);
        numbering.take(entry.given);
    }
    m_greatest = -1;
    return store(all);
}

std::vector<RecordNumbers::Entry> RecordNumbers::entries() const
{
    std::vector<Entry> out;
    Query query(m_database, "SELECT id, wanted, created, coalesce(number, 0), logical, uid FROM entity "
                            "WHERE id=record");
    while (query.next())
        out.push_back({query.integer(0), query.integer(1), query.integer(2), query.integer(3), 0,
                       query.number(4), query.id(5)});
    return out;
}

QList<qint64> RecordNumbers::store(const std::vector<Entry>& entries)
{
    QList<qint64> changed;
    for (const Entry& entry : entries) {
        if (entry.given == entry.number) continue;
        changed << entry.id;
        Query(m_database, "UPDATE entity SET number=NULL WHERE id=?").bind(1, entry.id).run();
    }
    for (const Entry& entry : entries) {
        if (entry.given == entry.number) continue;
        Query(m_database, "UPDATE entity SET number=? WHERE id=?")
            .bind(1, entry.given)
            .bind(2, entry.id)
            .run();
    }
    return changed;
}

void RecordNumbers::reset()
{
    m_greatest = -1;
    m_unsettled = false;
}

} // namespace dossier::sqlite
