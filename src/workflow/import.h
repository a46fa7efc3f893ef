#pragma once
#include "base/progress.h"
#include "exchange/lists.h"
#include "workflow/entry.h"

namespace workflow {

struct ImportRequest
{
    QString path;
    QString format = QStringLiteral("liste"); ///< "liste" or "hxl"
    QString mappingPath;                      ///< optional JSON mapping
    bool dryRun = false;
};

struct ImportReport
{
    int rows = 0, organisations = 0;
    QStringList created, updated; ///< record ids
    struct Proposal
    {
        int row = 0;
        QString actor, listedName;
        double score = 0;
        QString reason;
    };
    std::vector<Proposal> matched; ///< proposed, nothing merged
    base::Issues rejected, warnings;
    dossier::ChangeSet changes;
};

/// Imports a list: one actor per organisation, each with a documentary passage, answers the list holds, the
/// rest as source facts. One transaction: all or nothing. An organisation whose folded name equals a known
/// actor's exactly updates that actor (fills what is not asked); near names create a new actor and a
/// proposal.
ImportReport importList(Study& study, const ImportRequest& request, const base::Progress& progress = {});

} // namespace workflow
