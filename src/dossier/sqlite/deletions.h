#pragma once
#include "dossier/sqlite/names.h"
#include "dossier/values/frontier.h"

namespace dossier::sqlite {

/// Where an entity stands in the tables.
struct EntityRef
{
    qint64 id = 0, record = 0; ///< record 0: of the study itself; id below 0: a fact
    bool buried = false;       ///< deleted, or hanging from something deleted
    bool contested = false;    ///< some delete speaks of it or of what it hangs from
};

/// An operation, by number of its replica.
struct Edit
{
    int replica = 0;
    qint64 sequence = 0;
};

/// What entity.deleted holds.
enum class Deletion : quint8 { Present = 0, Deleted = 1, Flagged = 2 };

/// Decides what is deleted from the registers `deleted`, as a function of the operations applied whatever
/// their order: nothing but deletes that had seen every edit take an entity away; one that had not flags it.
class Deletions
{
public:
    Deletions(Database& database, Names& names) : m_database(database), m_names(names) {}

    /// The latest operations of each replica that a delete of this entity takes away: values, restores, and
    /// the creation of what hangs from it. What the program computes by itself does not count.
    std::vector<Edit> edits(const EntityRef& entity) const;
    /// The version vector of a delete made now: what its author has seen of the replicas that matter.
    QString vector(const EntityRef& entity, const Frontier& seen) const;
    /// Decides again for an entity and what it hangs from; true if anything changed.
    bool judge(const EntityRef& entity);

private:
    bool judgeOne(qint64 id, qint64 record);
    bool judgeFact(qint64 fact);
    Deletion verdict(const EntityRef& entity) const;
    QStringList heads(qint64 id) const;

    Database& m_database;
    Names& m_names;
};

} // namespace dossier::sqlite
