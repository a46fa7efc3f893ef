#pragma once
#include "workflow/word_export.h"

#include <memory>

namespace workflow {

class Study;

/// The minutes of the choice of three as a DOCX ready to be signed, for the restricted print: opinions of the
/// members, options, the decision as it stands. What is not yet said is told in the document. Throws
/// base::Error when the file cannot be written.
WordExport exportMinutes(const Study& study, std::shared_ptr<const disclosure::StudyData> data,
                         const QString& path, const base::Progress& progress = {});

} // namespace workflow
