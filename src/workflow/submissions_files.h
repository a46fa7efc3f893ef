#pragma once
#include "dossier/attachment_batch.h"
#include "workflow/submissions_plan.h"

namespace workflow {

/// Files of submissions: ZIP or folder asked for, else the one that holds the submissions when it may hold
/// files too. Nothing where there is none.
std::optional<exchange::SubmissionMedia> mediaOf(const SubmissionRequest& request,
                                                 exchange::SubmissionLayout layout);

/// A planned file whose bytes the study already holds, sealed.
struct StoredFile
{
    PlannedFile planned;
    dossier::Attachment attachment; ///< of a record of the plan
};

/// Reads the files one at a time, cleans them as any attachment and seals them. What is refused is told on
/// its line, and is not among them.
std::vector<StoredFile> storeFiles(const std::vector<PlannedFile>& files,
                                   const exchange::SubmissionMedia& media, dossier::AttachmentBatch& batch,
                                   SubmissionReport& report, const base::Progress& progress);

} // namespace workflow
