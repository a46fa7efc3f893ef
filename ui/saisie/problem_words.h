#pragma once
#include "workflow/entry.h"

#include <QString>

namespace ui {

class EntrySession;

/// What is wrong with an answer, what to correct, and what stays stored; empty when nothing is wrong.
QString problemSentence(const EntrySession& session, const questionnaire::FieldPath& path,
                        const questionnaire::FieldStatus& status, const questionnaire::Answer& answer);
/// The same in one clause, for a list of what is to correct: "ces places ne peuvent pas dépasser…".
QString problemClause(const EntrySession& session, const questionnaire::FieldPath& path,
                      const questionnaire::FieldStatus& status, const questionnaire::Answer& answer);

/// A stored answer in words, with its unit: "12 places", "ne sait pas"; empty when nothing is stored.
QString answerWords(const EntrySession& session, const questionnaire::Question& question,
                    const questionnaire::Answer& answer);

} // namespace ui
