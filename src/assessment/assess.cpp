#include "assessment/steps.h"

#include <algorithm>

namespace assessment {
namespace {

/// Enough is known on A, B, C and on the best service (E is read from closed questions alone).
bool isComplete(const Model& model, const Assessment& result)
{
    const Model::Private& data = model.d();
    const double enough = model.threshold(QStringLiteral("completude"));
    return std::all_of(data.dimensions.begin(), data.dimensions.end(), [&](const Model::Node& dimension) {
        const bool holdsIndicators = data.indicatorIndex.contains(dimension.children.value(0));
        return holdsIndicators || result.dimensions.at(dimension.code).completeness >= enough;
    });
}

} // namespace

Assessment assess(const Model& model, const questionnaire::Form& form, const questionnaire::Answers& answers,
                  const EvidenceOverrides& evidence)
{
    Assessment result;
    const questionnaire::Answer& date = answers.at(QStringLiteral("ent_date"));
    if (date.isKnown()) result.reference = QDate::fromString(date.value, Qt::ISODate);
    scoreIndicators(model, form, answers, evidence, result);
    aggregate(model, answers, result);
    const RuleScope scope(model, &form, answers, result, RuleScope::Reading::Lenient);
    applyVetoes(model, scope, result);
    decideStatuses(model, scope, result);
    result.rankable = !result.institution && !result.suspended && isComplete(model, result);
    return result;
}

} // namespace assessment
