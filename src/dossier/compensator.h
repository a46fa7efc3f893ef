#pragma once
#include "dossier/history.h"
#include "dossier/transaction_writer.h"

namespace dossier {

/// Writes the operations that undo others: what stood before, wherever they are still the last word.
class Compensator
{
public:
    Compensator(Content& content, const QStringList& operations);

    /// Returns the operations left as they are, because something was written after them.
    QStringList write(TransactionWriter& writer);

private:
    /// Operations of the batch on one register, newest last.
    struct Register
    {
        QString type, id, parent, field;
        QStringList operations;
    };
    enum class Before { Absent, Value, Deleted };
    struct Former
    {
        Before kind = Before::Absent;
        QString value;      ///< of a delete: what it had seen
        QStringList rivals; ///< the other values of a conflict, oldest first
    };

    void readFormerValues();
    void sort();
    void planRemovals();
    bool isGone(const Operation& creation);
    bool isRemovable(const Operation& creation);
    std::vector<Register> registers() const;
    std::optional<Former> former(const Register& place);
    QStringList rivals(const Operation& next, const Operation& shown) const;
    bool plan(const Register& place);
    bool planDeletion(const Register& place, const sqlite::EntityRef& entity, const Former& before);
    bool isWritable(const Operation& operation);
    void append(TransactionWriter& writer, const std::vector<Operation>& plan);
    /// What was written in an entity beyond what was seen, the batch excepted.
    QSet<QString> writtenSince(const sqlite::EntityRef& entity, const QString& seen) const;
    bool isEarlier(const QSet<QString>& writes, const QString& operation) const;

    Content& m_content;
    sqlite::Projector& m_projector;
    QHash<QString, Operation> m_batch, m_former;
    std::vector<Operation> m_ordered; ///< of the batch, oldest first
    QSet<QString> m_removed;          ///< entities created by the batch, that go
    std::vector<Operation> m_restores, m_deletes;
    std::vector<std::vector<Operation>> m_sets; ///< each: the values of one register
    QStringList m_changedSince;
};

} // namespace dossier
