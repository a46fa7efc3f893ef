#pragma once
#include <QHash>
#include <QString>
#include <QStringList>

namespace dossier {

/// What a copy of a dossier holds: for each replica the sequence of its last operation, none before it
/// missing.
using Frontier = QHash<QString, qint64>;

/// "replica:sequence" of each, sorted, separated by spaces.
QString toText(const Frontier& frontier);
Frontier frontierFromText(const QString& text);

/// Operations of one transaction: a range of sequences of one replica.
struct OperationRange
{
    QString replica;
    qint64 first = 0, last = 0; ///< both included; 0: none

    bool isEmpty() const { return first == 0; }
    /// Ids as "replica:sequence", oldest first.
    QStringList ids() const;
};

} // namespace dossier
