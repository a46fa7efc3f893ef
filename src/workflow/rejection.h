#pragma once
#include "disclosure/gate.h"
#include "workflow/entry.h"
#include "workflow/word_export.h"

#include <memory>

namespace workflow {

class Study;

/// Why an organisation that was preselected is not one of the three, and what would change that.
struct RejectionNote
{
    QString record, name;
    QString draft;   ///< drawn from the data, as the gate lets the restricted print read them
    QString written; ///< the consultant's own words in its place; empty: none
    const QString& text() const { return written.isEmpty() ? draft : written; }
};
/// By name. Nothing before a decision on the three. A rank that is withheld reads the same whatever the
/// reason.
std::vector<RejectionNote> rejectionNotes(const Study& study,
                                          std::shared_ptr<const disclosure::StudyData> data);
/// The organisation whose note a guided text is; empty for another text.
QString rejectedIn(const QString& textId);
/// An empty text goes back to the draft. Refused in a reviewer's dossier.
Outcome saveRejectionNote(Study& study, const QString& record, const QString& text);

/// A DOCX with one page per note, for the restricted print; all of them when `record` is empty.
WordExport exportRejectionNotes(const Study& study, std::shared_ptr<const disclosure::StudyData> data,
                                const QString& record, const QString& path,
                                const base::Progress& progress = {});

} // namespace workflow
