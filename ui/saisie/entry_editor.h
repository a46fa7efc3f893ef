#pragma once
#include "ui/saisie/answer_editor.h"

namespace ui {

class EntrySession;

/// The editor of a question in the record being entered: makeEditor(), with what only the record knows (its
/// choices after the filter, its files, the names of places, the group the question stands in).
AnswerEditor* makeEditor(EntrySession& session, const questionnaire::Question& question,
                         const questionnaire::FieldPath& path, QWidget* parent = nullptr);

} // namespace ui
