#pragma once
// The steps of assess(), in order; each fills its part of the result. Private to this module.
#include "assessment/model_data.h"
#include "assessment/rule_scope.h"

namespace assessment {

void scoreIndicators(const Model& model, const questionnaire::Form& form,
                     const questionnaire::Answers& answers, const EvidenceOverrides& evidence,
                     Assessment& result);
/// Sub-dimensions, services, dimensions, global, profiles and index of evidence.
void aggregate(const Model& model, const questionnaire::Answers& answers, Assessment& result);
void applyVetoes(const Model& model, const RuleScope& scope, Assessment& result);
/// Reads the vetoes and scores already in `result`, whatever they are: before a visit, none.
void decideStatuses(const Model& model, const RuleScope& scope, Assessment& result);

} // namespace assessment
