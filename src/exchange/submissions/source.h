#pragma once
#include "exchange/values/submission.h"
#include "questionnaire/values/form.h"
#include "tabular/zip.h"

namespace exchange {

struct SourceCell
{
    int column = 0;
    QString text;
};

/// A submission, or a row of one of its repeats, as the source holds it. Only filled cells, in order of
/// column.
struct SourceRow
{
    std::vector<SourceCell> cells;
    std::vector<std::pair<int, std::vector<SourceRow>>> children; ///< by table
    QStringList attachments;
    int number = 0; ///< row of its sheet, or rank of the submission, from 1

    const QString* at(int column) const;
    std::vector<SourceRow>& rowsOf(int table);
};

struct SourceTable
{
    QString name; ///< sheet, file or path of the repeat
    QStringList headers;
};

/// A file of submissions in one form whatever its layout. Table 0 holds the submissions.
struct SubmissionSource
{
    SubmissionLayout layout = SubmissionLayout::KoboCsv;
    QString formId;
    std::vector<SourceTable> tables;
    std::vector<SourceRow> rows;
    base::Issues issues;
};

/// Reads a workbook, CSV, JSON, a ZIP of CSV or of XML, an XML submission, or a folder of them; which one is
/// found by itself. The form tells repeats from groups in XML. Throws base::Error.
SubmissionSource readSubmissions(const QString& path, const questionnaire::Form& form);

// The readers of each layout.
SubmissionSource readKoboXlsx(const QByteArray& bytes);
SubmissionSource readKoboCsv(const QByteArray& bytes, const QString& name);
SubmissionSource readKoboJson(const QByteArray& bytes);
/// Error(LimitExceeded) when one of these entries, or all of them together, is too large to be read.
void checkSizes(const tabular::ZipReader& zip, const QStringList& names);
SubmissionSource readOdkZip(const tabular::ZipReader& zip);
/// Adds one XML submission.
void addOdkXml(const QByteArray& bytes, const questionnaire::Form& form, SubmissionSource& source);

/// Columns this program adds, beside what the servers know.
namespace own {
inline const QString States = QStringLiteral("_etats");
inline const QString Row = QStringLiteral("_ligne");
inline const QString Actor = QStringLiteral("_fiche");
inline const QString Namespace = QStringLiteral("urn:cartosc:soumission:1");
} // namespace own

} // namespace exchange
