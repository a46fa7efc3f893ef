#pragma once
#include <QString>
#include <QStringList>

#include <nlohmann/json_fwd.hpp>
#include <vector>

namespace dossier {

/// Stable wire names; unknown kinds read from a newer file are kept and carried as they are.
namespace kind {
inline const QString Create = QStringLiteral("create");
inline const QString Set = QStringLiteral("set");
inline const QString Delete = QStringLiteral("delete");
inline const QString Redact = QStringLiteral("redact"); ///< value: ids of operations whose values go for ever
inline const QString Freeze = QStringLiteral("freeze"); ///< field: label; value: digest and frontier
} // namespace kind

namespace entity {
inline const QString Study = QStringLiteral("study");   ///< id "study": settings, model, milestones as fields
inline const QString Record = QStringLiteral("record"); ///< one actor
inline const QString Row = QStringLiteral("row");       ///< row of a repeat; parent = record or passage
inline const QString Passage = QStringLiteral("passage"); ///< collection session; parent = record
inline const QString Link = QStringLiteral("link");       ///< between two actors
inline const QString Comment = QStringLiteral("comment");
inline const QString Decision = QStringLiteral("decision");
inline const QString Fact = QStringLiteral("fact"); ///< cells of an imported list that no question holds
inline const QString Text = QStringLiteral("text"); ///< guided text of a deliverable
inline const QString Attachment =
    QStringLiteral("attachment"); ///< parent: record or none; fields name, media, size
} // namespace entity

/// Register that says whether an entity is deleted: written by `delete`, and set to empty to restore.
inline const QString DeletedField = QStringLiteral("deleted");
/// What the program computes by itself on records: never a conflict between people.
inline const QString StatusField = QStringLiteral("status"),
                     CompletenessField = QStringLiteral("completeness");

/// One entry of the journal, the truth of a dossier. `field` of an answer is "q:CODE" for the value with its
/// state ("state|value"), "e:INDICATOR" for an evidence level, "c:CODE" a comment, "s:CODE" the source.
struct Operation
{
    int format = 1;
    QString replica;     ///< new at each opening
    qint64 sequence = 0; ///< per replica, from 1, without gap
    qint64 physical = 0; ///< hybrid logical clock: milliseconds UTC…
    int logical = 0;     ///< …and counter; for display order only
    QString author;
    QString cause; ///< what the user did: entry, import, demo, undo…
    QString kind;
    QString entityType;
    QString entityId;
    QString parentId; ///< for create
    QString field;
    QString value;
    QStringList previous; ///< heads this one replaces, as "replica:sequence"

    QString id() const { return replica + u':' + QString::number(sequence); }
};

/// True for operations whose value a redaction may remove: what it says, never what holds the journal
/// together.
bool isRedactable(const Operation& operation);

/// What this version writes and understands. Others are kept and carried as they are, and a file that holds
/// any is opened for reading only.
inline constexpr int OperationFormat = 1;
bool isKnown(const Operation& operation);

} // namespace dossier
