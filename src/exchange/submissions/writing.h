#pragma once
#include "exchange/values/submission.h"
#include "questionnaire/values/form.h"

#include <QDate>

namespace exchange {

/// Submissions on their way out. What they hold has been through the gate.
struct SubmissionBook
{
    const questionnaire::Form* form = nullptr;
    std::vector<Submission> submissions;
    QDate date; ///< written in what carries a date of its own
};

/// Writes the submissions in a layout that KoboToolbox or ODK would have given, with three columns more
/// (`_etats`, `_ligne`, `_fiche`) so that reading them again gives the same. XML: one document when there is
/// one submission and the path says .xml, else a ZIP of them. Whole or not at all; throws base::Error.
void writeSubmissions(const SubmissionBook& book, SubmissionLayout layout, const QString& path,
                      base::Issues& issues);

void writeKoboXlsx(const SubmissionBook& book, const QString& path, base::Issues& issues);
QByteArray koboJsonOf(const SubmissionBook& book);
QByteArray odkZipOf(const SubmissionBook& book);
QByteArray odkXmlOf(const SubmissionBook& book, const Submission& submission);

} // namespace exchange
