#include "scoring/weights.h"

#include "scoring/methods.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace scoring {

std::optional<std::vector<double>> weightsFromPoints(std::span<const double> points)
{
    double sum = 0;
    for (const double x : points) {
        if (!(x >= 0)) return std::nullopt;
        sum += x;
    }
    if (!(sum > 0) || !std::isfinite(sum)) return std::nullopt;
    std::vector<double> weights(points.begin(), points.end());
    for (double& weight : weights)
        weight /= sum;
    return weights;
}

double missingPoints(std::span<const double> points, double budget)
{
    for (const double x : points)
        budget -= x;
    return budget;
}

std::vector<double> rankOrderCentroid(std::span<const int> ranks)
{
    const size_t n = ranks.size();
    std::vector<double> ofPlace(n);
    double tail = 0;
    for (size_t place = n; place-- > 0;) {
        tail += 1.0 / static_cast<double>(place + 1);
        ofPlace[place] = tail / static_cast<double>(n);
    }
    std::vector<double> weights(n);
    for (size_t c = 0; c < n; ++c) {
        const auto before = static_cast<size_t>(
            std::count_if(ranks.begin(), ranks.end(), [&](int r) { return r < ranks[c]; }));
        const auto equal = static_cast<size_t>(std::count(ranks.begin(), ranks.end(), ranks[c]));
        for (size_t place = before; place < before + equal; ++place)
            weights[c] += ofPlace[place];
        weights[c] /= static_cast<double>(equal);
    }
    return weights;
}

std::optional<std::vector<double>> mixOf(const Matrix& stakeholders, std::span<const double> influences,
                                         Mixing mixing)
{
    assert(influences.size() == stakeholders.rows());
    const auto shares = weightsFromPoints(influences);
    if (!shares) return std::nullopt;
    Matrix perCriterion(stakeholders.columns(), stakeholders.rows());
    for (size_t person = 0; person < stakeholders.rows(); ++person) {
        const auto weights = weightsFromPoints(stakeholders.row(person));
        if (!weights) return std::nullopt;
        for (size_t c = 0; c < weights->size(); ++c)
            perCriterion.at(c, person) = (*weights)[c];
    }
    return weightsFromPoints(mixing == Mixing::Arithmetic ? weightedSum(perCriterion, *shares)
                                                          : weightedGeometricMean(perCriterion, *shares));
}

std::vector<double> disagreement(const Matrix& stakeholders)
{
    std::vector<double> spread;
    for (size_t c = 0; c < stakeholders.columns(); ++c) {
        double least = 0, most = 0;
        for (size_t person = 0; person < stakeholders.rows(); ++person) {
            const double weight = stakeholders.at(person, c);
            least = person == 0 ? weight : std::min(least, weight);
            most = person == 0 ? weight : std::max(most, weight);
        }
        spread.push_back(most - least);
    }
    return spread;
}

} // namespace scoring
