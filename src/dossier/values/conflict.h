#pragma once
#include <QString>

#include <vector>

namespace dossier {

/// One of the values written into a register without knowledge of the others.
struct Head
{
    QString operation; ///< "replica:sequence"
    QString value;     ///< as operations hold it: "state|text" for an answer
    QString author;
    qint64 time = 0; ///< milliseconds UTC
};

/// A register with more than one value. Nothing is lost: the first head is the one shown everywhere, the same
/// on every computer, until somebody chooses.
struct Conflict
{
    QString record;             ///< empty for the study's own settings and texts
    QString entityType, entity; ///< what holds the register: the record, a row, a passage, the study, a text
    QString field;              ///< as in operations: "q:CODE", "e:INDICATOR"…
    QString shownField;         ///< as history shows it: with "@entity" unless the record itself holds it
    std::vector<Head> heads;    ///< the one shown first
};

/// Something deleted on one computer and changed on another that had not seen it go: it stays, until somebody
/// says whether to keep or to delete it.
struct FlaggedDelete
{
    QString record;
    QString entityType, entity;
    std::vector<Head> deletes; ///< who deleted and when; no value
};

} // namespace dossier
