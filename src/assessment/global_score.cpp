#include "assessment/model_data.h"
#include "assessment/robustness.h"

#include <cmath>

namespace assessment {

Weights Weights::of(const Model& model)
{
    Weights out;
    for (const Model::Node& dimension : model.dimensions())
        out.dimensions.emplace(dimension.code, dimension.weight);
    out.mean = model.d().trio.mean;
    out.coverage = model.d().trio.coverage;
    out.territory = model.d().trio.territory;
    return out;
}

GlobalScore::GlobalScore(const Model& model, const Weights& weights)
{
    if (weights.dimensions == Weights::of(model).dimensions) return;
    m_parts.assign(weights.dimensions.begin(), weights.dimensions.end());
}

Interval GlobalScore::operator()(const Assessment& assessment) const
{
    if (m_parts.empty()) return assessment.global;
    std::vector<scoring::Part> parts;
    parts.reserve(m_parts.size());
    for (const auto& [code, weight] : m_parts)
        parts.push_back({weight, assessment.dimensions.at(code)});
    return scoring::partMean(parts);
}

std::optional<double> eligibleFrom(const Model& model, const questionnaire::Answers& answers,
                                   const Assessment& assessment)
{
    if (!assessment.global.central) return std::nullopt;
    Assessment tried = assessment;
    const auto isEligible = [&](double score) {
        tried.global.central = score;
        return allMet(eligibility(model, answers, tried));
    };
    constexpr double Top = 100;
    if (!isEligible(Top)) return std::nullopt;
    if (isEligible(0)) return 0;
    double below = 0, from = Top;
    while (std::nextafter(below, Top) < from) {
        const double middle = below + (from - below) / 2;
        (isEligible(middle) ? from : below) = middle;
    }
    return from;
}

} // namespace assessment
