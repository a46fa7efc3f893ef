#pragma once
#include "base/issue.h"
#include "dossier/values/change_set.h"
#include "questionnaire/session.h"

#include <functional>

namespace dossier {
class Transaction;
}

namespace workflow {

class Study;

/// A row that the form itself opened or closed, to hold as many as its repeat_count says.
struct CountedRow
{
    QString repeat, passage, uid;
    bool added = true;
};

/// What a write answers: the change once durable, or the reasons why nothing was written.
struct Outcome
{
    dossier::ChangeSet changes;
    base::Issues issues;
    QString id; ///< of what was created, if anything
    /// What the form wrote by itself in the same change, in order: rows first, then answers.
    std::vector<CountedRow> rows;
    std::vector<questionnaire::Assignment> assigned;
    bool ok() const { return issues.empty(); }
};

/// New actor with its French name; a first passage is opened with it. What is created receives the defaults
/// of the form; what an answer sets off (triggers, counted rows) is written with it, and undone with it.
Outcome addActor(Study& study, const QString& nameFr, const QString& enumerator = {});
Outcome addPassage(Study& study, const QString& record);
/// Stores one answer and refreshes the record's completeness and status columns. A value that violates type,
/// choice list or constraint is refused with the issue.
/// `also` writes, in the same change, what goes with the answer.
Outcome setAnswer(Study& study, const QString& record, const questionnaire::FieldPath& path,
                  const questionnaire::Answer& answer,
                  const std::function<void(dossier::Transaction&)>& also = {});
/// A repeat inside another: a study holds no rows in rows, and refuses them rather than lose them.
bool isNestedRepeat(const questionnaire::Form& form, const QString& repeat);
Outcome addRow(Study& study, const QString& record, const QString& repeat, const QString& passage = {});
Outcome removeRow(Study& study, const QString& record, const QString& repeat, const QString& row);
/// Level 0–4 of an indicator; 0 needs a reason; -1 goes back to the derived level.
Outcome setEvidence(Study& study, const QString& record, const QString& indicator, int level,
                    const QString& reason);
Outcome setComment(Study& study, const QString& record, const questionnaire::FieldPath& path,
                   const QString& comment);
Outcome setDecision(Study& study, const QString& record, const QString& decision, const QString& reason);
Outcome setSetting(Study& study, const QString& key, const QString& value);
Outcome setGuidedText(Study& study, const QString& id, const QString& text);
/// Locks the capacity model: who approves, in what function and for whom; dated by the clock, with the
/// digest.
Outcome lockModel(Study& study, const QString& name, const QString& role, const QString& organisation);

/// Session ready for the entry screen: the record's answers with its latest passage as the current one.
std::unique_ptr<questionnaire::Session> openSession(const Study& study, const QString& record);

} // namespace workflow
