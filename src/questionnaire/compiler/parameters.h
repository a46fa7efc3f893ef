#pragma once
#include "questionnaire/compiler/form_builder.h"

#include <optional>

namespace questionnaire {

using Parameters = QHash<QString, QString>;

/// "start=0 end=10, step=2": the keys in lower case. Nothing when a part of the cell is no pair.
std::optional<Parameters> parseParameters(const QString& cell);

/// Reads the parameters of a question and checks each against what its type takes.
void readParameters(FormBuild& build, const QString& cell, const base::Place& place, Question& question);

/// Numbers of a range, its marks and their labels. The parameters must have been read.
void checkRange(FormBuild& build, const Question& question, const base::Place& place);

} // namespace questionnaire
