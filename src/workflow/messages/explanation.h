#pragma once
#include "questionnaire/explanation.h"
#include "questionnaire/values/form.h"

#include <QString>

namespace workflow::messages {

/// "parce que la réponse à « Offre d’abri » est « non » (il faudrait « oui »)": why an expression gave what
/// it gave, without a code of the form.
QString because(const questionnaire::Form& form, const questionnaire::Explanation& explanation);

/// "Masquée parce que …", or "Masquée avec « Abri » parce que …" when a group closes it.
QString hiddenBecause(const questionnaire::Form& form, const QString& closedBy,
                      const questionnaire::Explanation& explanation);

} // namespace workflow::messages
