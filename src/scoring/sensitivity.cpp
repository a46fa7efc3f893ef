#include "scoring/sensitivity.h"

#include "scoring/methods.h"

#include <algorithm>
#include <cassert>
#include <numeric>

namespace scoring {
namespace {

double sumOf(std::span<const double> numbers)
{
    return std::accumulate(numbers.begin(), numbers.end(), 0.0);
}

/// Alternatives by decreasing score, equal ones by index.
std::vector<size_t> orderOf(const std::vector<double>& scores)
{
    std::vector<size_t> order(scores.size());
    std::iota(order.begin(), order.end(), size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](size_t a, size_t b) { return scores[a] > scores[b]; });
    return order;
}

} // namespace

std::vector<double> scoresWithout(const Matrix& values, std::span<const double> weights, size_t criterion)
{
    std::vector<double> others(weights.begin(), weights.end());
    others[criterion] = 0;
    const double sum = sumOf(others);
    if (!(sum > 0)) return {};
    for (double& weight : others)
        weight /= sum;
    return weightedSum(values, others);
}

std::optional<WeightChange> flipOf(std::span<const double> a, std::span<const double> b,
                                   std::span<const double> weights, size_t criterion)
{
    const double sum = sumOf(weights), others = sum - weights[criterion];
    if (!(others > 0)) return std::nullopt;
    const double own = a[criterion] - b[criterion];
    double rest = 0;
    for (size_t c = 0; c < weights.size(); ++c)
        if (c != criterion) rest += weights[c] / others * (a[c] - b[c]);
    if (rest == own) return std::nullopt;
    const double to = rest / (rest - own);
    if (!(to >= 0 && to <= 1)) return std::nullopt;
    return WeightChange{criterion, weights[criterion] / sum, to};
}

std::optional<WeightChange> smallestFlip(std::span<const double> a, std::span<const double> b,
                                         std::span<const double> weights)
{
    std::optional<WeightChange> smallest;
    for (size_t c = 0; c < weights.size(); ++c) {
        const auto change = flipOf(a, b, weights, c);
        if (change && (!smallest || change->size() < smallest->size())) smallest = change;
    }
    return smallest;
}

std::vector<std::optional<TippingPoint>> tippingPoints(const Matrix& values, std::span<const double> weights,
                                                       size_t top)
{
    assert(weights.size() == values.columns());
    const std::vector<size_t> order = orderOf(weightedSum(values, weights));
    std::vector<std::optional<TippingPoint>> points(weights.size());
    for (size_t c = 0; c < weights.size(); ++c)
        for (size_t in = 0; in < std::min(top, order.size()); ++in)
            for (size_t out = top; out < order.size(); ++out) {
                const auto change = flipOf(values.row(order[in]), values.row(order[out]), weights, c);
                if (change && (!points[c] || change->size() < points[c]->change.size()))
                    points[c] = TippingPoint{*change, order[in], order[out]};
            }
    return points;
}

std::optional<TippingPoint> tippingPoint(const Matrix& values, std::span<const double> weights, size_t top)
{
    std::optional<TippingPoint> smallest;
    for (const auto& point : tippingPoints(values, weights, top))
        if (point && (!smallest || point->change.size() < smallest->change.size())) smallest = point;
    return smallest;
}

} // namespace scoring
