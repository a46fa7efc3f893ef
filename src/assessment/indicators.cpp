#include "assessment/steps.h"

#include <algorithm>
#include <cmath>

namespace assessment {
namespace {

using questionnaire::ExprValue;
using questionnaire::Missing;

struct Outcome
{
    Knowledge knowledge = Knowledge::Unknown;
    double score = 0;
};

Outcome lacking(Missing why)
{
    return {why == Missing::NotApplicable ? Knowledge::NotApplicable : Knowledge::Unknown, 0};
}

Outcome lookUp(const IndicatorRule& rule, const RuleScope& scope)
{
    const ExprValue value = scope.read(rule.of);
    if (const auto* why = std::get_if<Missing>(&value)) return lacking(*why);
    const auto found = rule.scores.constFind(questionnaire::toText(value));
    return found == rule.scores.constEnd() ? Outcome{} : Outcome{Knowledge::Known, *found};
}

Outcome climb(const IndicatorRule& rule, const RuleScope& scope)
{
    for (const RuleStep& step : rule.steps) {
        if (!step.when) return {Knowledge::Known, step.score};
        const ExprValue reached = step.when->evaluate(scope);
        if (const auto* why = std::get_if<Missing>(&reached)) return lacking(*why);
        if (questionnaire::toBoolean(reached)) return {Knowledge::Known, step.score};
    }
    return {};
}

Outcome evaluate(const IndicatorRule& rule, const RuleScope& scope)
{
    if (rule.notApplicable) {
        const ExprValue excluded = rule.notApplicable->evaluate(scope);
        if (const auto* why = std::get_if<Missing>(&excluded)) return lacking(*why);
        if (questionnaire::toBoolean(excluded)) return {Knowledge::NotApplicable, 0};
    }
    for (const QString& input : rule.required)
        if (const auto why = scope.lack(input)) return lacking(*why);
    return rule.of.isEmpty() ? climb(rule, scope) : lookUp(rule, scope);
}

/// Types of pieces seen and of points observed on a record.
struct Seen
{
    QStringList documents, observations;
};

constexpr int Contradicted = 0;
constexpr int Declared = 1;
constexpr int DocumentSeen = 2;
constexpr int Observed = 3;
constexpr int Corroborated = 4;

int levelOf(const QStringList& alternative, const Seen& seen)
{
    bool observed = false;
    for (const QString& type : alternative) {
        if (seen.observations.contains(type))
            observed = true;
        else if (!seen.documents.contains(type))
            return Declared;
    }
    return observed ? Observed : DocumentSeen;
}

int evidenceLevel(const Model::Indicator& indicator, const Seen& seen, const EvidenceOverrides& overrides)
{
    if (overrides.contradicted.contains(indicator.code)) return Contradicted;
    if (const auto fixed = overrides.levels.constFind(indicator.code); fixed != overrides.levels.constEnd())
        return std::clamp(*fixed, Contradicted, Corroborated);
    int level = Declared;
    for (const QStringList& alternative : indicator.evidence)
        level = std::max(level, levelOf(alternative, seen));
    return level;
}

QStringList codesSeen(const questionnaire::Answers& answers, const QString& question)
{
    const questionnaire::Answer& answer = answers.at(question);
    return answer.isKnown() ? answer.codes() : QStringList();
}

} // namespace

void scoreIndicators(const Model& model, const questionnaire::Form& form,
                     const questionnaire::Answers& answers, const EvidenceOverrides& evidence,
                     Assessment& result)
{
    const RuleScope scope(model, &form, answers, result, RuleScope::Reading::Strict);
    const Model::Private& data = model.d();
    const Seen seen{codesSeen(answers, data.documents), codesSeen(answers, data.observations)};
    for (size_t i = 0; i < data.indicators.size(); ++i) {
        const Model::Indicator& indicator = data.indicators[i];
        const Outcome outcome = evaluate(data.rules[i], scope);
        IndicatorScore score{outcome.knowledge, outcome.score, evidenceLevel(indicator, seen, evidence), 0};
        if (outcome.knowledge == Knowledge::Known)
            score.kept =
                std::min(score.raw, data.caps.value(indicator.proof)[static_cast<size_t>(score.evidence)]);
        result.indicators.emplace(indicator.code, score);
    }
}

} // namespace assessment
