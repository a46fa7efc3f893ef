#include "scoring/aggregate.h"

#include <algorithm>
#include <cassert>
#include <functional>

namespace scoring {
namespace {

constexpr double Highest = 100;

double orderedSum(std::vector<double> values, std::span<const double> weights)
{
    assert(values.size() <= weights.size());
    std::sort(values.begin(), values.end(), std::greater<>());
    double sum = 0, total = 0;
    for (size_t i = 0; i < values.size(); ++i) {
        sum += weights[i] * values[i];
        total += weights[i];
    }
    return total > 0 ? sum / total : 0;
}

const Interval* bestKnown(std::span<const Interval> scores)
{
    const Interval* best = nullptr;
    for (const Interval& score : scores)
        if (score.central && (!best || *score.central > *best->central)) best = &score;
    return best;
}

} // namespace

Interval gradeMean(std::span<const Grade> grades, const Scale& scale)
{
    double applicable = 0, known = 0, sum = 0;
    for (const Grade& grade : grades) {
        if (grade.knowledge == Knowledge::NotApplicable) continue;
        applicable += grade.weight;
        if (grade.knowledge != Knowledge::Known) continue;
        known += grade.weight;
        sum += grade.weight * grade.value;
    }
    Interval result;
    if (applicable <= 0) {
        result.notApplicable = true;
        result.completeness = 1;
        return result;
    }
    if (known > 0) result.central = sum / known * scale.points;
    result.low = sum / applicable * scale.points;
    result.high = (sum + scale.top * (applicable - known)) / applicable * scale.points;
    result.completeness = known / applicable;
    return result;
}

Interval partMean(std::span<const Part> parts)
{
    double all = 0, applicable = 0, known = 0;
    double central = 0, low = 0, high = 0, completeness = 0;
    for (const Part& part : parts) {
        all += part.weight;
        completeness += part.weight * part.score.completeness;
        if (part.score.notApplicable) continue;
        applicable += part.weight;
        low += part.weight * part.score.low;
        high += part.weight * part.score.high;
        if (!part.score.central) continue;
        known += part.weight;
        central += part.weight * *part.score.central;
    }
    Interval result;
    if (applicable <= 0) return result;
    if (known > 0) result.central = central / known;
    result.low = low / applicable;
    result.high = high / applicable;
    result.completeness = completeness / all;
    return result;
}

Interval orderedMean(std::span<const Interval> scores, std::span<const double> weights)
{
    std::vector<double> central, low, high;
    for (const Interval& score : scores) {
        if (score.central) central.push_back(*score.central);
        low.push_back(score.notApplicable ? 0 : score.low);
        high.push_back(score.notApplicable ? Highest : score.high);
    }
    Interval result;
    if (!central.empty()) result.central = orderedSum(std::move(central), weights);
    result.low = orderedSum(std::move(low), weights);
    result.high = orderedSum(std::move(high), weights);
    if (const Interval* best = bestKnown(scores)) result.completeness = best->completeness;
    return result;
}

std::optional<double> knownMean(std::span<const double> weights,
                                std::span<const std::optional<double>> values)
{
    assert(weights.size() == values.size());
    double sum = 0, total = 0;
    for (size_t i = 0; i < values.size(); ++i) {
        if (!values[i]) continue;
        sum += weights[i] * *values[i];
        total += weights[i];
    }
    if (total <= 0) return std::nullopt;
    return sum / total;
}

Interval unknownIfNotApplicable(const Interval& score)
{
    return score.notApplicable ? Interval() : score;
}

} // namespace scoring
