#pragma once
#include "dossier/values/history_entry.h"

#include <QDateTime>

#include <vector>

namespace workflow {

class Study;

/// One operation in words.
struct HistoryLine
{
    QString operation;
    QString record, question, entity; ///< entity: the row or passage, empty when the record itself
    QDateTime time;                   ///< where the study is made
    QString author;
    QString cause;         ///< in words: "saisie", "import"…
    QString label;         ///< "9.4 Nombre de places"
    QString before, after; ///< as displayed; empty: nothing
    QString happened;      ///< "création", "pièce retirée"…; empty for a plain change of value
    QString sentence;      ///< all of it: what a screen reader says
    dossier::HistoryEvent event = dossier::HistoryEvent::Changed;
    bool isRedacted = false;
};

/// What happened to a record, or to one of its questions (in its rows and passages too), oldest first; a
/// deleted record keeps its past. What the program computes by itself is left out, and a file kept with the
/// record is one line.
std::vector<HistoryLine> historyOf(const Study& study, const QString& record, const QString& question = {});
/// The latest operations on the whole study, newest first.
std::vector<HistoryLine> recentHistory(const Study& study, int limit);

/// A record that is deleted at present.
struct DeletedRecord
{
    QString record, name; ///< its last name, empty when it had none
    QDateTime time;       ///< of the deletion, where the study is made
    QString author;
};

/// Latest deletion first. Reads the whole journal.
std::vector<DeletedRecord> deletedRecords(const Study& study);

/// "9.4 Nombre de places" for a register as history names it; what it is in words for other fields.
QString fieldLabel(const Study& study, const QString& shownField);
/// What an entity is, in words: "la fiche", "une ligne"…
QString entityLabel(const QString& entityType);
/// Value of a register as displayed: choice labels, "ne sait pas"…
QString fieldDisplay(const Study& study, const QString& shownField, const QString& value);

} // namespace workflow
