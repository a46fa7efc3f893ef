#pragma once
#include "base/issue.h"
#include "base/progress.h"
#include "disclosure/values/view.h"
#include "dossier/dossier.h"
#include "workflow/entry.h"

namespace workflow {

class Study;

struct ShareReport
{
    QString path;
    qint64 bytes = 0;
    qint64 operations = 0;                      ///< in a team package
    int records = 0;                            ///< in a reviewer's dossier
    std::vector<disclosure::Withheld> withheld; ///< what the reviewer does not receive
    base::Issues warnings;
    base::Issues issues; ///< not empty: refused, nothing was written
    bool ok() const { return issues.empty(); }
};

/// Package of everything beyond what the other side is known to hold. It opens with the passphrase of
/// `access`, or with the keys of this study when it gives none. Throws Error(AlreadyExists…).
ShareReport shareWithTeam(const Study& study, const QString& out, const dossier::Access& access,
                          const dossier::Frontier& since = {});

/// New dossier for the IOM: its own id and keys (passphrase, or `access.readers`), no history, and only what
/// the gate discloses to it: answers, statuses, decisions, scores and trios once the model is locked, the
/// choice of three, guided texts, milestones, shared comments and decisions. Refused without a key, unless
/// the study has none either. The study remembers what it handed over.
ShareReport shareWithIom(Study& study, const QString& out, const dossier::Access& access,
                         const base::Progress& progress = {});

/// What shareWithIom would write now, `records` and `withheld`, from the same view; nothing is written.
ShareReport previewForIom(const Study& study, const base::Progress& progress = {});

/// True for a dossier made by shareWithIom: its data are read; comments, decisions, votes and what is decided
/// on the three are written.
bool isReviewerDossier(const Study& study);

/// On the reviewer's side: new dossier that holds only what the reviewer wrote, to be sent back. It opens
/// with the passphrase or the readers of `access`, required unless this dossier has none.
ShareReport shareReturn(const Study& study, const QString& out, const dossier::Access& access);

struct ReturnReport
{
    int comments = 0, decisions = 0; ///< read
    int choices = 0;                 ///< approvals, votes and decisions on the three, read
    int created = 0, changed = 0;    ///< of them, new or changed here
    base::Issues refused;            ///< not empty: it holds something else, all listed; nothing was written
    base::Issues warnings;           ///< choiceConflicts once it is received
    dossier::ChangeSet changes;
    bool ok() const { return refused.empty(); }
};

/// Brings in what a reviewer sends back: the file of shareReturn, or the reviewer's whole dossier. It may
/// hold only what a reviewer writes beyond what was handed over. Twice changes nothing more.
ReturnReport returnFromIom(Study& study, const QString& path, const dossier::Access& access);

} // namespace workflow
