#pragma once
#include "scoring/normalise.h"

#include <span>
#include <vector>

namespace scoring {

// Each method takes values turned so that more is better (see normalise) and one weight per criterion.

/// Σ w·x, weights as they are given.
std::vector<double> weightedSum(const Matrix& values, std::span<const double> weights);

/// Π x^(w/Σw) of values that are not negative; a criterion of weight 0 does not count.
std::vector<double> weightedGeometricMean(const Matrix& values, std::span<const double> weights);

/// TOPSIS (Hwang & Yoon 1981): distance to the worst, divided by the distances to the worst and the best, on
/// weighted values. Alternatives that all stand on both points score 1/2.
std::vector<double> topsis(const Matrix& values, std::span<const double> weights);

/// 1 + number strictly better; more is better.
std::vector<int> ranksOf(std::span<const double> scores);

/// Preference functions of PROMETHEE (Brans, Vincke & Mareschal 1986), of the difference d > 0.
enum class Preference : unsigned char {
    Usual,       ///< 1
    UShape,      ///< 0 up to q, then 1
    VShape,      ///< d/p up to p, then 1
    Level,       ///< 0 up to q, 1/2 up to p, then 1
    VShapeBands, ///< 0 up to q, (d - q)/(p - q) up to p, then 1
    Gaussian     ///< 1 - exp(-d²/2s²)
};

struct PreferenceFunction
{
    Preference shape = Preference::Usual;
    double q = 0, p = 1, s = 1;
};

double preferenceOf(double difference, const PreferenceFunction& function);

struct Flows
{
    std::vector<double> plus, minus, net;
};

/// PROMETHEE II: mean weighted preference over the others, of the others, and their difference. At least two
/// alternatives; weights are brought to a sum of 1.
Flows promethee(const Matrix& values, std::span<const double> weights,
                std::span<const PreferenceFunction> functions);

} // namespace scoring
