#pragma once
#include "exchange/submissions/source.h"

namespace exchange {

/// What each column means for the form: found by name, by path, by label in any language, or as people chose.
SubmissionMapping matchColumns(const SubmissionSource& source, const questionnaire::Form& form,
                               const ColumnChoices& choices = {});

/// Of the headers: files laid out alike have the same.
QString signatureOf(const SubmissionSource& source);

/// Questions a column may be given, in the order of the form: those of the table's repeat.
QStringList questionsFor(const SubmissionMapping& mapping, size_t table, const questionnaire::Form& form);

/// Path of a question from the root, or from `below`: "s02_identite/id_sigle".
QString pathOf(const questionnaire::Form& form, int question, QChar separator = u'/', int below = -1);

} // namespace exchange
