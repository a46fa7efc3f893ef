#pragma once
#include "questionnaire/values/form.h"

namespace ui {

/// How the choices of a select stand on the page, after the form's appearance: in a row (likert, horizontal,
/// tables of selects), in so many columns, else in one or two columns after the length of their labels.
struct ChoiceLayout
{
    int columns = 1;
    qsizetype wrapAt = 62; ///< letters of a line of a label
    bool aligned = false;  ///< columns as wide as one another, so that the rows of a table stand in line
};
ChoiceLayout layoutOf(const questionnaire::Question& question,
                      const std::vector<questionnaire::Choice>& choices);

/// True when a word of XLSForm's appearance column is there.
bool appearsAs(const questionnaire::Question& question, const char16_t* word);

/// Buttons do not wrap their words: long labels are broken between words.
QString wrapped(const QString& label, qsizetype letters);

} // namespace ui
