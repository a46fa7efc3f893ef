#pragma once
#include "base/progress.h"
#include "dossier/dossier.h"
#include "workflow/entry.h"

#include <QDate>

namespace workflow {

class Study;

/// What the receipt of the end of the mission says of people.
struct ClosingRequest
{
    QString folder; ///< of the archive, the handed-over files and the receipt; must be empty or new
    QString consultant, client; ///< names as signed; taken from the study when empty
    dossier::Access access;     ///< keys of the study, to verify the archive
    dossier::Access iomAccess;  ///< keys of the IOM's dossier; without any, none is made
    bool destroy = false;       ///< consents to the destruction below; else only listed as to be done
};

struct ClosingItem
{
    QString kind; ///< garde, remis, detruit, a_detruire
    QString what; ///< in words
    QString path; ///< of a file, relative to the folder
    qint64 bytes = 0;
    QString digest; ///< BLAKE2b-256 of the file, hex
    int count = 0;  ///< when it is not a file
};

struct ClosingReport
{
    std::vector<ClosingItem> items;
    QString receiptPdf, receiptText;
    base::Issues issues;
    dossier::ChangeSet changes;
    bool ok() const { return issues.empty(); }
};

/// What closeMission would do to the study as it stands, with counts (garde, remis, a_detruire); nothing is
/// written. `withIomDossier`: its dossier is handed over too.
std::vector<ClosingItem> planClosing(const Study& study, bool withIomDossier,
                                     const base::Progress& progress = {});

/// End of the mission. Kept: an archive sealed with the keys of the study, verified. Handed over: the
/// deliverables for the IOM, and its dossier. Destroyed, with consent: contacts and other confidential
/// answers, names of respondents, attachments (recordings, photos) — removed for ever from the study and from
/// the past of its deleted records, before the archive is made. The receipt says all of it, with digests.
ClosingReport closeMission(Study& study, const ClosingRequest& request, const base::Progress& progress = {});

} // namespace workflow
