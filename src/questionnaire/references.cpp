#include "questionnaire/references.h"

namespace questionnaire {

const QRegularExpression& referencePattern()
{
    static const QRegularExpression pattern(QStringLiteral("\\$\\{\\s*([^}]*?)\\s*\\}"));
    return pattern;
}

QStringList referencesInText(const QString& text)
{
    QStringList names;
    for (auto found = referencePattern().globalMatch(text); found.hasNext();)
        names << found.next().captured(1);
    return names;
}

} // namespace questionnaire
