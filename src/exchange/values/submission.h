#pragma once
#include "base/issue.h"
#include "questionnaire/values/answer.h"

#include <QHash>
#include <QString>
#include <QStringList>

#include <vector>

namespace exchange {

/// Ways in which KoboToolbox and ODK hand over what people sent.
enum class SubmissionLayout : quint8 { KoboXlsx, KoboCsv, KoboJson, OdkZip, OdkXml };

/// "kobo-xlsx", "kobo-csv", "kobo-json", "odk-zip", "odk-xml".
QString layoutCode(SubmissionLayout layout);

/// One submission: what one person sent at once. Rows of repeats have as `uid` what the source knows them by:
/// an identifier of ours, else their place ("rg_sites[2]").
struct Submission
{
    QString instanceId; ///< "uuid:…"; made of the content where the source gives none
    QString formVersion, submitted, submitter;
    QString actor; ///< record it belongs to, when we wrote the source ourselves
    questionnaire::Answers answers;
    QStringList attachments; ///< names of the files sent with it
    base::Place place;
};

/// What a column of a source brings.
enum class ColumnUse : quint8 {
    Unknown,
    Ignored,  ///< what the server adds, notes
    Answer,   ///< the value of a question
    Choice,   ///< one choice of a select_multiple, split
    Latitude, ///< parts of a geopoint
    Longitude,
    Altitude,
    Accuracy,
    Instance,
    Submitted,
    Submitter,
    Version,
    States, ///< states of the answers of the row, written by us
    RowId,  ///< identifier of the row, written by us
    ActorId ///< identifier of the record, written by us
};

struct SubmissionColumn
{
    QString table; ///< sheet or repeat; empty for the submissions themselves where the source names nothing
    QString header;
    ColumnUse use = ColumnUse::Unknown;
    QString question, choice;
    /// Why: name, path, label, split, geopoint, server, ours, adjusted; of an unknown column: unknown,
    /// ambiguous, elsewhere, repeated, unknown_table.
    QString why;
    bool filled = false; ///< some row holds something in it
};

/// What each column of a source means for a form, table by table.
struct SubmissionMapping
{
    std::vector<std::vector<SubmissionColumn>> tables;
    QStringList repeats; ///< repeat each table answers to; empty for the submissions, and where unknown
    QString signature;   ///< of the headers: the same file layout has the same one
};

/// What people decided of columns: "sheet!header" or "header" -> question code, "" to leave it out.
using ColumnChoices = QHash<QString, QString>;

} // namespace exchange
