#pragma once
#include "base/progress.h"
#include "dossier/dossier.h"
#include "workflow/entry.h"

namespace workflow {

class Study;

struct MergeOutcome
{
    dossier::MergeReport report;
    int attachments = 0; ///< whose bytes were brought along
    base::Issues issues; ///< refused: what must be merged first
    bool ok() const { return issues.empty(); }
};

/// Brings in a package or a whole copy of this study, then recomputes the status and the completeness of the
/// records it changed. With an `access` without key, the file must open with the keys of this study.
MergeOutcome mergeFile(Study& study, const QString& path, const dossier::Access& access,
                       const base::Progress& progress = {});

/// A conflict as people read it: the first head is the value shown everywhere until somebody chooses.
struct ConflictLine
{
    dossier::Conflict conflict;
    QString actor;               ///< name; empty for the study itself
    QString label;               ///< "9.4 Nombre de places"
    std::vector<QString> values; ///< of each head, as displayed
};
std::vector<ConflictLine> conflictLines(const Study& study);

struct FlaggedDeleteLine
{
    dossier::FlaggedDelete flagged;
    QString actor; ///< name
    QString label; ///< what was deleted: the actor, a row of…
};
std::vector<FlaggedDeleteLine> flaggedDeleteLines(const Study& study);

/// Keeps the value of a head ("replica:sequence") in the register `field` of a record as ConflictLine's
/// `conflict.shownField` names it; "q:" may be left out. An empty record: the study itself.
Outcome resolveConflict(Study& study, const QString& record, const QString& field, const QString& head);
/// Ends the conflict with another value ("state|text" for an answer).
Outcome resolveConflictWith(Study& study, const dossier::Conflict& conflict, const QString& value);
/// All that is flagged in a record: keep it, or delete it.
Outcome resolveDeletes(Study& study, const QString& record, bool keep);

/// After settings changed otherwise than by their own use case (merge, undo): reads which versions of the
/// model and of the questionnaire are in force, and recomputes all columns if the questionnaire may be
/// another.
void followStudy(Study& study, const base::Progress& progress = {});

/// Recomputes the columns kept beside the answers of these records (in one transaction if any differs).
dossier::ChangeSet refreshRecords(Study& study, const QSet<QString>& records,
                                  const base::Progress& progress = {});

} // namespace workflow
