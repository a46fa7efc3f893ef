#include "scoring/methods.h"

#include "scoring/exact_math.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <functional>
#include <limits>

namespace scoring {
namespace {

double sumOf(std::span<const double> numbers)
{
    double sum = 0;
    for (const double x : numbers)
        sum += x;
    return sum;
}

double geometricMean(std::span<const double> row, std::span<const double> weights, double total)
{
    double sum = 0;
    for (size_t c = 0; c < row.size(); ++c) {
        if (weights[c] == 0) continue;
        assert(row[c] >= 0);
        if (row[c] < std::numeric_limits<double>::min()) return 0;
        sum += weights[c] / total * logarithm(row[c]);
    }
    return exponential(sum);
}

/// Weighted preference of one alternative over another.
double preferenceIndex(std::span<const double> a, std::span<const double> b, std::span<const double> weights,
                       std::span<const PreferenceFunction> functions)
{
    double sum = 0;
    for (size_t c = 0; c < a.size(); ++c)
        sum += weights[c] * preferenceOf(a[c] - b[c], functions[c]);
    return sum;
}

} // namespace

std::vector<double> weightedSum(const Matrix& values, std::span<const double> weights)
{
    assert(weights.size() == values.columns());
    std::vector<double> scores(values.rows());
    for (size_t r = 0; r < values.rows(); ++r)
        for (size_t c = 0; c < values.columns(); ++c)
            scores[r] += weights[c] * values.at(r, c);
    return scores;
}

std::vector<double> weightedGeometricMean(const Matrix& values, std::span<const double> weights)
{
    assert(weights.size() == values.columns());
    const double total = sumOf(weights);
    assert(total > 0);
    std::vector<double> scores;
    for (size_t r = 0; r < values.rows(); ++r)
        scores.push_back(geometricMean(values.row(r), weights, total));
    return scores;
}

std::vector<double> topsis(const Matrix& values, std::span<const double> weights)
{
    assert(weights.size() == values.columns());
    std::vector<double> toBest(values.rows()), toWorst(values.rows());
    for (size_t c = 0; c < values.columns(); ++c) {
        double best = 0, worst = 0;
        for (size_t r = 0; r < values.rows(); ++r) {
            const double x = weights[c] * values.at(r, c);
            best = r == 0 ? x : std::max(best, x);
            worst = r == 0 ? x : std::min(worst, x);
        }
        for (size_t r = 0; r < values.rows(); ++r) {
            const double x = weights[c] * values.at(r, c);
            toBest[r] += (x - best) * (x - best);
            toWorst[r] += (x - worst) * (x - worst);
        }
    }
    std::vector<double> scores(values.rows());
    for (size_t r = 0; r < values.rows(); ++r) {
        const double best = std::sqrt(toBest[r]), worst = std::sqrt(toWorst[r]);
        scores[r] = best + worst > 0 ? worst / (best + worst) : 0.5;
    }
    return scores;
}

std::vector<int> ranksOf(std::span<const double> scores)
{
    std::vector<double> decreasing(scores.begin(), scores.end());
    std::sort(decreasing.begin(), decreasing.end(), std::greater<>());
    std::vector<int> ranks;
    for (const double score : scores)
        ranks.push_back(1 + static_cast<int>(std::lower_bound(decreasing.begin(), decreasing.end(), score,
                                                              std::greater<>()) -
                                             decreasing.begin()));
    return ranks;
}

double preferenceOf(double d, const PreferenceFunction& f)
{
    if (d <= 0) return 0;
    switch (f.shape) {
    case Preference::Usual:
        return 1;
    case Preference::UShape:
        return d > f.q ? 1 : 0;
    case Preference::VShape:
        return d > f.p ? 1 : d / f.p;
    case Preference::Level:
        return d > f.p ? 1 : d > f.q ? 0.5 : 0;
    case Preference::VShapeBands:
        return d > f.p ? 1 : d > f.q ? (d - f.q) / (f.p - f.q) : 0;
    case Preference::Gaussian:
        return 1 - exponential(-d * d / (2 * f.s * f.s));
    }
    return 0;
}

Flows promethee(const Matrix& values, std::span<const double> weights,
                std::span<const PreferenceFunction> functions)
{
    assert(weights.size() == values.columns() && functions.size() == values.columns() && values.rows() > 1);
    const double total = sumOf(weights), others = static_cast<double>(values.rows() - 1);
    std::vector<double> shares;
    for (const double weight : weights)
        shares.push_back(weight / total);
    Flows flows;
    flows.plus.resize(values.rows());
    flows.minus.resize(values.rows());
    for (size_t a = 0; a < values.rows(); ++a)
        for (size_t b = 0; b < values.rows(); ++b) {
            const double index = preferenceIndex(values.row(a), values.row(b), shares, functions);
            flows.plus[a] += index / others;
            flows.minus[b] += index / others;
        }
    for (size_t a = 0; a < values.rows(); ++a)
        flows.net.push_back(flows.plus[a] - flows.minus[a]);
    return flows;
}

} // namespace scoring
