#pragma once
#include "dossier/sqlite/database.h"

#include <QList>

#include <optional>
#include <vector>

namespace dossier::sqlite {

/// Numbers of records ("fiche n°"), the same on every computer for the same operations. Each record wants the
/// number its creation names, the next one where it was made; the first in time to want a number has it, the
/// others take the first free one after.
class RecordNumbers
{
public:
    explicit RecordNumbers(Database& database) : m_database(database) {}

    /// The number a record created now should want.
    qint64 next();
    /// The number of a record just created, when it follows from nothing else; else settle() will give it.
    /// `wanted` 0: a record of the time before numbers were wanted, which takes its rank.
    std::optional<qint64> take(qint64 wanted);
    /// Gives every record its number; those that changed.
    QList<qint64> settle();
    /// Forgets what a rollback or a load undid.
    void reset();

private:
    struct Entry;
    std::vector<Entry> entries() const;
    QList<qint64> store(const std::vector<Entry>& entries);
    qint64 greatest();

    Database& m_database;
    qint64 m_greatest = -1; ///< number given or wanted; -1: not read yet
    bool m_unsettled = false;
};

} // namespace dossier::sqlite
