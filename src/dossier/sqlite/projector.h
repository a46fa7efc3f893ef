#pragma once
#include "dossier/sqlite/record_refresher.h"

#include <optional>

namespace dossier::sqlite {

/// Where an entity stands in the tables.
struct EntityRef
{
    qint64 id = 0, record = 0; ///< record 0: of the study itself
    bool buried = false;       ///< deleted, or hanging from something deleted
};

/// Applies operations to the tables: live, at opening and on rebuilding, always the same way. Kinds it does
/// not know change nothing.
class Projector
{
public:
    Projector(Database& database, Names& names, RecordRefresher& refresher)
        : m_database(database), m_names(names), m_refresher(refresher)
    {
    }

    /// `chunk`: where the journal keeps the operation.
    void apply(const Operation& operation, int chunk);
    /// Brings lists, evidence and search up to date with the operations applied; the records concerned.
    QList<qint64> flush();

    std::optional<EntityRef> find(const QString& type, const QString& id);
    /// Record or passage by its id alone.
    std::optional<EntityRef> findOwner(const QString& id);
    /// Heads of a register, as "replica:sequence".
    QStringList heads(const EntityRef& entity, const QString& field);
    /// Forgets what a rollback or a load undid.
    void reset();

private:
    void create(const Operation& operation, int chunk);
    void createFact(const Operation& operation, int chunk);
    void set(const Operation& operation, int chunk);
    void remove(const Operation& operation, int chunk);
    bool coveredBy(const QString& versionVector, const EntityRef& entity, bool wholeRecord);
    void replaceHeads(const EntityRef& entity, int field, const QStringList& previous);
    void insertCell(const EntityRef& entity, int field, const Operation& operation);
    void noticeTypedText(int field, const Operation& operation);
    void revive(const EntityRef& entity);
    void touch(qint64 record, int chunk, qint64 time);
    EntityRef implicit(const Operation& operation);

    Database& m_database;
    Names& m_names;
    RecordRefresher& m_refresher;
    QHash<std::pair<QString, QString>, EntityRef> m_entities; ///< a few recent ones
    QHash<qint64, qint64> m_pending;                          ///< record -> instant of its last operation
    qint64 m_touchedRecord = -1;
    int m_touchedChunk = -1;
    qint64 m_lastNumber = -1;
};

} // namespace dossier::sqlite
