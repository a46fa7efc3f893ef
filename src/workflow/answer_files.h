#pragma once
#include "dossier/values/attachment.h"
#include "workflow/entry.h"

namespace workflow {

/// The attachment of a record that an answer names; none when it was removed or never came.
std::optional<dossier::Attachment> answeredFile(const Study& study, const QString& record,
                                                const QString& answer);

/// Keeps a file with the actor as the answer to a question that asks for one (image, audio, file); the answer
/// is its name, changed a little where another file of the actor has it. A file of another kind is refused;
/// the file it replaces goes. One undo takes all of it back.
Outcome answerWithFile(Study& study, const QString& record, const questionnaire::FieldPath& path,
                       const QString& file);
/// Empties the answer and removes its file, unless another answer of the actor names it too.
Outcome removeAnsweredFile(Study& study, const QString& record, const questionnaire::FieldPath& path);

} // namespace workflow
