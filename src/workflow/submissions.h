#pragma once
#include "base/progress.h"
#include "disclosure/values/view.h"
#include "exchange/values/submission.h"
#include "workflow/entry.h"
#include "workflow/import.h"

namespace workflow {

/// What an import of submissions is asked: a file or folder of KoboToolbox or ODK, whatever its layout.
struct SubmissionRequest
{
    QString path;
    exchange::ColumnChoices columns; ///< go before those remembered for files with the same headers
    QString mediaPath;   ///< ZIP or folder of the files sent along; empty: what `path` holds of them
    QString columnsPath; ///< optional JSON file of such choices: {"columns": {…}}
    bool dryRun = false;
};

/// What one submission does, or would do.
struct SubmissionLine
{
    enum class Action : quint8 { New, Update, Identical, Rejected };
    Action action = Action::New;
    QString instance;
    base::Place place;
    QString name;  ///< of the actor
    QString actor; ///< known record; empty for a new actor, until written
    bool newActor = false;
    int answers = 0;       ///< written or replaced
    int kept = 0;          ///< other answers that the study holds and keeps
    int rows = 0;          ///< rows of repeats added
    int files = 0;         ///< attached to the record
    base::Issues problems; ///< with place
};

struct SubmissionReport
{
    exchange::SubmissionLayout layout = exchange::SubmissionLayout::KoboXlsx;
    QString formId;
    exchange::SubmissionMapping mapping;
    exchange::ColumnChoices columns;    ///< in force: remembered, then asked
    std::vector<QStringList> questions; ///< by table: codes a column may be given
    std::vector<SubmissionLine> lines;
    std::vector<ImportReport::Proposal> matched; ///< near names, nothing merged
    base::Issues issues;                         ///< of the file as a whole; an error: nothing is imported
    QStringList created;                         ///< records
    dossier::ChangeSet changes;

    int count(SubmissionLine::Action action) const;
    int files() const; ///< attached, or to be
};

/// Reads submissions, compares them with the study and, unless it is a dry run, writes them in one
/// transaction: each is a passage, known again by its instance. A submission sent again changes what it said
/// before and nobody changed here; it empties nothing. Answers of another passage are replaced by those of a
/// later one. Choices of columns are remembered for the next file with the same headers. Files that answers
/// name are attached to the record, once, cleaned as any attachment.
SubmissionReport importSubmissions(Study& study, const SubmissionRequest& request,
                                   const base::Progress& progress = {});

/// True when a file or folder looks like submissions rather than a list of organisations: by its kind, else
/// by the columns that servers add. False when it cannot be read.
bool looksLikeSubmissions(const QString& path);

struct SubmissionExport
{
    QString path;
    exchange::SubmissionLayout layout = exchange::SubmissionLayout::KoboXlsx;
    disclosure::Audience audience = disclosure::Audience::Restricted;
    QString organisation; ///< for Audience::Organisation
};

struct SubmissionExportReport
{
    int submissions = 0;
    qint64 bytes = 0;
    std::vector<disclosure::Withheld> withheld;
    base::Issues warnings;
};

/// Writes what an audience may see as submissions: in the working file one per passage, with the answers that
/// cite it; for any other audience one per actor.
SubmissionExportReport exportSubmissions(const Study& study, const SubmissionExport& request,
                                         const base::Progress& progress = {});

/// Layout by the word of the command line (kobo-xlsx, kobo-json, odk-zip, odk-xml).
std::optional<exchange::SubmissionLayout> exportLayout(const QString& word);

} // namespace workflow
