#pragma once
#include <QRegularExpression>
#include <QStringList>

namespace questionnaire {

/// ${name} in a text; the name is the first group.
const QRegularExpression& referencePattern();
/// Names cited as ${name} in a text.
QStringList referencesInText(const QString& text);

} // namespace questionnaire
