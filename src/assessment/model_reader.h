#pragma once
#include "assessment/model_data.h"
#include "assessment/model_json.h"

namespace assessment {

/// nullptr, with all faults in `issues`, when the text is not a valid model.
std::unique_ptr<Model::Private> readModel(const QByteArray& json, base::Issues& issues);

/// The rules beside the indicators: vetoes, statuses, selection, trio.
void readRules(const ModelJson& json, Model::Private& model);

} // namespace assessment
