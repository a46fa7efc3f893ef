#include "assessment/presence.h"
#include "assessment/selection.h"
#include "assessment/steps.h"

#include <algorithm>

namespace assessment {
namespace {

using questionnaire::Answers;
using Reading = RuleScope::Reading;

std::vector<Criterion> evaluate(const std::vector<CriterionRule>& rules, const RuleScope& scope)
{
    std::vector<Criterion> criteria;
    for (const CriterionRule& rule : rules) {
        const bool met = holds(rule.when, scope);
        criteria.push_back({rule.code, met, met && rule.unknown && holds(rule.unknown, scope)});
    }
    return criteria;
}

/// What the short form can know: the vetoes it asks about, statuses decided on them, and no score at all.
Assessment beforeVisit(const Model& model, const Answers& answers, const Assessment& full)
{
    Assessment known;
    known.reference = full.reference;
    for (const Veto& veto : full.vetoes)
        if (model.d().knownBeforeVisit.contains(veto.code)) known.vetoes.push_back(veto);
    decideStatuses(model, RuleScope(model, nullptr, answers, known, Reading::Lenient), known);
    return known;
}

} // namespace

std::vector<Criterion> preselection(const Model& model, const Answers& answers, const Assessment& assessment,
                                    const SelectionSetup& setup)
{
    const Assessment known = beforeVisit(model, answers, assessment);
    RuleScope scope(model, nullptr, answers, known, Reading::Lenient);
    scope.setPriorityRegions(static_cast<int>(priorityRegionsOf(setup, answers).size()));
    return evaluate(model.d().preselection, scope);
}

std::vector<Criterion> eligibility(const Model& model, const Answers& answers, const Assessment& assessment)
{
    return evaluate(model.d().eligibility, RuleScope(model, nullptr, answers, assessment, Reading::Lenient));
}

bool allMet(const std::vector<Criterion>& criteria)
{
    return !criteria.empty() && std::all_of(criteria.begin(), criteria.end(),
                                            [](const Criterion& criterion) { return criterion.met; });
}

QStringList priorityRegionsOf(const SelectionSetup& setup, const Answers& answers)
{
    QStringList present;
    if (!setup.regionsOf) return present;
    for (const QString& region : setup.regionsOf(answers)) {
        const bool priority = setup.priorityRegions.isEmpty() || setup.priorityRegions.contains(region);
        if (priority && !present.contains(region)) present << region;
    }
    return present;
}

} // namespace assessment
