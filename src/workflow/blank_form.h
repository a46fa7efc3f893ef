#pragma once
#include "questionnaire/values/form.h"
#include "report/values/document.h"

namespace workflow {

class Study;

/// "si 9.1 = « Oui »": a condition of the form in words, by question numbers and choice labels. Empty when
/// there is none.
QString conditionInWords(const questionnaire::Form& form, const QString& condition);

/// "9.4", as questions are called on screen and on paper.
QString questionNumber(const questionnaire::Form& form, int question);

/// The questionnaire to fill by hand: boxes for choices, lines for texts, a table per repeated group. What
/// the interviewer fills alone comes last, on pages of its own.
report::Document blankForm(const questionnaire::Form& form, bool shortForm, const QDate& date);

/// Writes it as a PDF; gives its number of pages. Throws base::Error.
int exportBlankForm(const Study& study, const QString& path, bool shortForm);

} // namespace workflow
