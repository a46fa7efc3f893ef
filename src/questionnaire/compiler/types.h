#pragma once
#include "questionnaire/values/form.h"

#include <optional>

namespace questionnaire {

/// What a cell of the `type` column says.
struct TypeCell
{
    enum class Role : quint8 {
        Question,
        BeginGroup,
        EndGroup,
        BeginRepeat,
        EndRepeat,
        ExternalFile
    } role = Role::Question;
    QuestionType type = QuestionType::Text;
    QString name = {}; ///< the type under its current name: image, start, select_one_from_file…
    QString list = {}; ///< choice list, "${repeat}", or file of a select from file; list a loop goes over
    QString constraint = {}; ///< that the type itself sets (percentage)
    bool listIsFile = false;
    bool orOther = false;
    bool isLoop = false;
};

/// Nothing when no form tool knows the type.
std::optional<TypeCell> parseType(const QString& cell);

/// False for what the person who answers never sees (calculations, hidden values, device data).
bool isVisible(QuestionType type);

} // namespace questionnaire
