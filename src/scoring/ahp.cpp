#include "scoring/ahp.h"

#include "scoring/exact_math.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>

namespace scoring {
namespace {

using Table = std::array<double, 15>;
constexpr Table Saaty{0, 0, 0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59};
constexpr Table AlonsoLamata{0,      0,      0.5247, 0.8816, 1.1086, 1.2479, 1.3417, 1.4057,
                             1.4499, 1.4854, 1.5141, 1.5365, 1.5551, 1.5713, 1.5838};
constexpr Table TummalaLing{0,      0,      0.5799, 0.8921, 1.1159, 1.2358, 1.3322, 1.3952,
                            1.4537, 1.4882, 1.5117, 1.5356, 1.5571, 1.5714, 1.5831};

/// A·w, divided by its sum; returns the sum, which is λmax once w no longer moves.
double iterate(const Matrix& judgements, std::vector<double>& weights)
{
    std::vector<double> next(weights.size());
    double sum = 0;
    for (size_t r = 0; r < weights.size(); ++r) {
        for (size_t c = 0; c < weights.size(); ++c)
            next[r] += judgements.at(r, c) * weights[c];
        sum += next[r];
    }
    for (double& weight : next)
        weight /= sum;
    weights = std::move(next);
    return sum;
}

void takeEigenvector(const Matrix& judgements, AhpResult& result)
{
    constexpr int Longest = 5000;
    constexpr double Still = 1e-15;
    const size_t n = judgements.rows();
    std::vector<double> weights(n, 1.0 / static_cast<double>(n));
    for (int step = 0; step < Longest; ++step) {
        const std::vector<double> before = weights;
        result.lambdaMax = iterate(judgements, weights);
        double moved = 0;
        for (size_t i = 0; i < n; ++i)
            moved = std::max(moved, std::abs(weights[i] - before[i]));
        if (moved <= Still) break;
    }
    result.eigenWeights = std::move(weights);
}

std::vector<double> geometricWeights(const Matrix& judgements)
{
    std::vector<double> weights;
    double sum = 0;
    for (size_t r = 0; r < judgements.rows(); ++r) {
        double logs = 0;
        for (const double judgement : judgements.row(r))
            logs += logarithm(judgement);
        weights.push_back(exponential(logs / static_cast<double>(judgements.rows())));
        sum += weights.back();
    }
    for (double& weight : weights)
        weight /= sum;
    return weights;
}

std::optional<Reconsidered> farthest(const Matrix& judgements, const std::vector<double>& weights)
{
    constexpr double Agreement = 1 + 1e-9;
    double worst = Agreement;
    std::optional<Reconsidered> found;
    for (size_t r = 0; r < judgements.rows(); ++r)
        for (size_t c = r + 1; c < judgements.rows(); ++c) {
            const double suggested = weights[r] / weights[c];
            const double ratio = judgements.at(r, c) / suggested;
            const double distance = std::max(ratio, 1 / ratio);
            if (distance <= worst) continue;
            worst = distance;
            found = Reconsidered{r, c, judgements.at(r, c), suggested};
        }
    return found;
}

} // namespace

std::optional<double> randomIndex(RandomIndex table, size_t criteria)
{
    const Table& values = table == RandomIndex::Saaty          ? Saaty
                          : table == RandomIndex::AlonsoLamata ? AlonsoLamata
                                                               : TummalaLing;
    if (criteria == 0 || criteria > values.size()) return std::nullopt;
    return values[criteria - 1];
}

std::optional<double> AhpResult::consistencyRatio(RandomIndex table) const
{
    const std::optional<double> index = randomIndex(table, eigenWeights.size());
    if (!index) return std::nullopt;
    return *index > 0 ? consistencyIndex / *index : 0;
}

std::vector<BadJudgement> badJudgements(const Matrix& judgements, double tolerance)
{
    assert(judgements.rows() == judgements.columns());
    std::vector<BadJudgement> bad;
    for (size_t r = 0; r < judgements.rows(); ++r)
        for (size_t c = r; c < judgements.columns(); ++c) {
            const double there = judgements.at(r, c), back = judgements.at(c, r);
            const bool inRange = there >= 1e-9 && there <= 1e9 && back >= 1e-9 && back <= 1e9;
            const double product = r == c ? there : there * back;
            if (!inRange || std::abs(product - 1) > tolerance) bad.push_back({r, c});
        }
    return bad;
}

AhpResult ahp(const Matrix& judgements)
{
    assert(judgements.rows() > 0 && badJudgements(judgements).empty());
    AhpResult result;
    takeEigenvector(judgements, result);
    result.geometricWeights = geometricWeights(judgements);
    const auto n = static_cast<double>(judgements.rows());
    if (judgements.rows() > 1) result.consistencyIndex = (result.lambdaMax - n) / (n - 1);
    result.reconsider = farthest(judgements, result.eigenWeights);
    return result;
}

} // namespace scoring
