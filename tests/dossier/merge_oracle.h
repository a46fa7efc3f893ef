#pragma once
#include "dossier/values/frontier.h"
#include "dossier/values/operation.h"

#include <QMap>

#include <algorithm>
#include <vector>

namespace test {

/// An operation, with what its author had seen.
struct Known
{
    dossier::Operation operation;
    dossier::Frontier past; ///< what its author held just before
    bool sees(const dossier::Operation& other) const { return past.value(other.replica) >= other.sequence; }
};

/// Says what a set of operations means from what each author had seen, and from nothing the program stores.
class Oracle
{
public:
    void add(const dossier::Operation& operation, const dossier::Frontier& past)
    {
        m_all.push_back({operation, past});
        if (operation.kind == dossier::kind::Create) m_parents.insert(operation.entityId, operation.parentId);
    }

    /// Values of each register nobody had seen replaced.
    QMap<QString, QStringList> registers() const
    {
        QMap<QString, QStringList> out;
        for (const Known& known : m_all) {
            if (known.operation.kind != dossier::kind::Set || isDeletion(known.operation)) continue;
            if (!replaced(known))
                out[keyOf(known.operation)]
                    << (isRedacted(known.operation) ? QStringLiteral("non_pose|") : known.operation.value);
        }
        for (QStringList& values : out) {
            values.removeDuplicates();
            values.sort();
        }
        return out;
    }

    /// 0 present, 1 deleted, 2 kept although deleted, by entity.
    QMap<QString, int> deletions() const
    {
        QMap<QString, int> out;
        for (auto it = m_parents.begin(); it != m_parents.end(); ++it) {
            int& verdict = out[it.key()];
            for (const Known& known : m_all) {
                const dossier::Operation& o = known.operation;
                if (o.kind != dossier::kind::Delete || o.entityId != it.key() || replaced(known)) continue;
                verdict = verdict == 1 || sawEverything(known, it.key()) ? 1 : 2;
            }
        }
        return out;
    }

    const std::vector<Known>& all() const { return m_all; }

    bool isRedacted(const dossier::Operation& o) const
    {
        return std::any_of(m_all.begin(), m_all.end(), [&](const Known& known) {
            return known.operation.kind == dossier::kind::Redact &&
                   known.operation.value.split(u' ').contains(o.id());
        });
    }

private:
    static bool isDeletion(const dossier::Operation& o)
    {
        return o.kind == dossier::kind::Delete || o.field == dossier::DeletedField;
    }
    static QString keyOf(const dossier::Operation& o)
    {
        return o.entityId + u'/' + (isDeletion(o) ? dossier::DeletedField : o.field);
    }
    bool replaced(const Known& known) const
    {
        return std::any_of(m_all.begin(), m_all.end(), [&](const Known& other) {
            const bool writes =
                other.operation.kind == dossier::kind::Set || other.operation.kind == dossier::kind::Delete;
            return writes && keyOf(other.operation) == keyOf(known.operation) && other.sees(known.operation);
        });
    }
    bool sawEverything(const Known& removal, const QString& entity) const
    {
        return std::all_of(m_all.begin(), m_all.end(), [&](const Known& known) {
            const dossier::Operation& o = known.operation;
            const bool within = o.entityId == entity || m_parents.value(o.entityId) == entity;
            const bool creates = o.kind == dossier::kind::Create && o.entityId != entity;
            // A restore that its entity was deleted again after asks for nothing any more.
            const bool restores = isDeletion(o) && o.kind == dossier::kind::Set && !replaced(known);
            const bool edits = creates || restores || (o.kind == dossier::kind::Set && !isDeletion(o));
            return !within || !edits || removal.sees(o);
        });
    }

    std::vector<Known> m_all;
    QMap<QString, QString> m_parents; ///< of every entity created
};

} // namespace test
