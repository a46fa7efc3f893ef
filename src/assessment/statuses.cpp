#include "assessment/steps.h"

#include <cassert>

namespace assessment {
namespace {

const StatusRule* firstHolding(const std::vector<StatusRule>& rules, const RuleScope& scope)
{
    for (const StatusRule& rule : rules)
        if (!rule.when || holds(rule.when, scope)) return &rule;
    return nullptr;
}

ServiceStatus serviceStatus(const std::vector<StatusRule>& rules, const RuleScope& scope)
{
    const StatusRule* rule = firstHolding(rules, scope);
    if (!rule) return {};
    return {rule->status, rule->provisional && holds(rule->provisional, scope), rule->reason};
}

} // namespace

void applyVetoes(const Model& model, const RuleScope& scope, Assessment& result)
{
    for (const VetoRule& veto : model.d().vetoes) {
        for (const VetoClause& clause : veto.clauses) {
            if (!holds(clause.when, scope)) continue;
            result.vetoes.push_back({veto.code, clause.effect, clause.reason});
            result.suspended = result.suspended || clause.effect == VetoEffect::Suspensive;
            break;
        }
    }
}

void decideStatuses(const Model& model, const RuleScope& scope, Assessment& result)
{
    assert(&scope.soFar() == &result);
    const Model::Private& data = model.d();
    result.institution = holds(data.outOfScope.when, scope);
    for (size_t s = 0; s < ServiceCount; ++s)
        result.serviceStatus[data.services[s].code] = result.institution
                                                          ? ServiceStatus{data.outOfScope.status, false, {}}
                                                          : serviceStatus(data.serviceStatus[s], scope);
    const StatusRule* rule = result.institution ? &data.outOfScope : firstHolding(data.actorStatus, scope);
    if (rule) result.status = rule->status;
}

} // namespace assessment
