#pragma once
#include "dossier/values/attachment.h"
#include "dossier/values/conflict.h"
#include "dossier/values/operation.h"
#include "questionnaire/values/answer.h"

namespace dossier {

/// Given to the closure of Dossier::transact; the only way to write. The typed verbs below append operations.
class Transaction
{
public:
    virtual ~Transaction() = default;
    /// Fills replica, sequence, clock, author, cause and previous heads, applies the operation to the tables
    /// and adds it to the frame to be sealed.
    virtual void append(Operation operation) = 0;
    virtual QString newId() const = 0;
};

/// New actor; returns its id.
QString createRecord(Transaction& t);
void deleteRecord(Transaction& t, const QString& record);
/// New passage (collection session) of an actor; returns its uid.
QString createPassage(Transaction& t, const QString& record);
/// New row of a repeat. `owner` is the record, or the passage for repeats of section 1.
QString createRow(Transaction& t, const QString& owner, const QString& repeat);
/// Says that a repeat was asked: without rows it then means "none".
void openRepeat(Transaction& t, const QString& entityType, const QString& owner, const QString& repeat);
void deleteEntity(Transaction& t, const QString& entityType, const QString& id);
/// Brings back what was deleted.
void restoreEntity(Transaction& t, const QString& entityType, const QString& id);
/// Ends a conflict with the value of one of its heads, or with another.
void resolveConflict(Transaction& t, const Conflict& conflict, const QString& value);
void resolveDelete(Transaction& t, const FlaggedDelete& flagged, bool keep);
/// Value and state of one question on a record, passage or row.
void setAnswer(Transaction& t, const QString& entityType, const QString& entityId, const QString& question,
               const questionnaire::Answer& answer);
void setSource(Transaction& t, const QString& entityType, const QString& entityId, const QString& question,
               const QString& passage);
void setComment(Transaction& t, const QString& entityType, const QString& entityId, const QString& question,
                const QString& comment);
/// Evidence level of an indicator set by hand (0–4; 0 needs a reason); -1 withdraws it.
void setEvidence(Transaction& t, const QString& record, const QString& indicator, int level,
                 const QString& reason);
/// Columns the program itself computes or the mission decides: status, completeness, decision.
void setRecordField(Transaction& t, const QString& record, const QString& field, const QString& value);
void setSetting(Transaction& t, const QString& key, const QString& value);
void setGuidedText(Transaction& t, const QString& id, const QString& text);
/// Names an attachment whose bytes the file holds: see AttachmentBatch.
void addAttachment(Transaction& t, const QString& id, const Attachment& attachment);
void addFact(Transaction& t, const QString& record, const QString& source, const QString& field,
             const QString& value);

} // namespace dossier
