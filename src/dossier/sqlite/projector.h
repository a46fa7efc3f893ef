#pragma once
#include "dossier/sqlite/deletions.h"
#include "dossier/sqlite/record_numbers.h"
#include "dossier/sqlite/record_refresher.h"
#include "dossier/sqlite/redactions.h"

#include <optional>

namespace dossier::sqlite {

/// Applies operations to the tables: live, at opening and on rebuilding, always the same way. Kinds it does
/// not know change nothing.
class Projector
{
public:
    Projector(Database& database, Names& names, RecordRefresher& refresher)
        : m_database(database), m_names(names), m_refresher(refresher), m_deletions(database, names),
          m_numbers(database), m_redactions(database, names)
    {
    }

    /// `chunk`: where the journal keeps the operation.
    void apply(const Operation& operation, int chunk);
    /// Brings lists, evidence and search up to date with the operations applied; the records concerned.
    QList<qint64> flush();

    std::optional<EntityRef> find(const QString& type, const QString& id);
    /// The entity an operation speaks of; facts are found through the record it names as parent.
    std::optional<EntityRef> target(const Operation& operation);
    /// Record or passage by its id alone.
    std::optional<EntityRef> findOwner(const QString& id);
    /// Heads of a register, as "replica:sequence".
    QStringList heads(const EntityRef& entity, const QString& field);
    const Deletions& deletions() const { return m_deletions; }
    /// The number a record created now should want.
    qint64 nextNumber() { return m_numbers.next(); }

    Redactions& redactions() { return m_redactions; }
    /// Forgets what a rollback or a load undid.
    void reset();

private:
    void project(const Operation& operation, int chunk);
    void create(const Operation& operation, int chunk);
    void insertEntity(const Operation& operation, const std::optional<EntityRef>& owner);
    void createFact(const Operation& operation, int chunk);
    void set(const Operation& operation, int chunk);
    void remove(const Operation& operation, int chunk);
    void write(const EntityRef& entity, const Operation& operation, int chunk);
    void redact(const Operation& operation, int chunk);
    void freeze(const Operation& operation);
    std::optional<EntityRef> findFact(const QString& record, const QString& id);
    void replaceHeads(const EntityRef& entity, int field, const QStringList& previous);
    void insertCell(const EntityRef& entity, int field, const Operation& operation);
    void noticeTypedText(int field, const Operation& operation);
    void judge(const EntityRef& entity);
    void touch(qint64 record, int chunk, qint64 time);
    EntityRef implicit(const Operation& operation);

    Database& m_database;
    Names& m_names;
    RecordRefresher& m_refresher;
    QHash<std::pair<QString, QString>, EntityRef> m_entities; ///< a few recent ones
    QHash<qint64, qint64> m_pending;                          ///< record -> instant of its last operation
    qint64 m_touchedRecord = -1;
    int m_touchedChunk = -1;
    Deletions m_deletions;
    RecordNumbers m_numbers;
    Redactions m_redactions;
};

} // namespace dossier::sqlite
