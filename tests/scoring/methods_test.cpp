#include "scoring/ahp.h"
#include "scoring/exact_math.h"
#include "scoring/methods.h"
#include "scoring/sensitivity.h"
#include "scoring/value_function.h"
#include "scoring/weights.h"

#include <cmath>
#include <gtest/gtest.h>
#include <random>

namespace {

using scoring::Direction;
using scoring::Matrix;
using scoring::Normalisation;
using Numbers = std::vector<double>;

Matrix matrix(const std::vector<Numbers>& rows)
{
    Matrix result(rows.size(), rows[0].size());
    for (size_t r = 0; r < rows.size(); ++r)
        std::copy(rows[r].begin(), rows[r].end(), result.row(r).begin());
    return result;
}

void expectNear(const Numbers& found, const Numbers& expected, double tolerance)
{
    ASSERT_EQ(found.size(), expected.size());
    for (size_t i = 0; i < found.size(); ++i)
        EXPECT_NEAR(found[i], expected[i], tolerance) << i;
}

constexpr Direction Up = Direction::Benefit, Down = Direction::Cost;

} // namespace

// Opricovic & Tzeng 2004, EJOR 156(2); Tzeng & Huang 2011: figures as published.
TEST(Topsis, givesPublishedFigures)
{
    const Matrix mountain = matrix({{1, 3000}, {2, 3750}, {5, 4500}});
    expectNear(
        scoring::topsis(normalise(mountain, std::vector{Down, Up}, Normalisation::MinMax), Numbers{0.5, 0.5}),
        {0.5, 0.617, 0.5}, 0.0005);
    const Matrix four = matrix({{5, 8, 4}, {7, 6, 8}, {8, 8, 6}, {7, 4, 6}});
    expectNear(scoring::topsis(normalise(four, std::vector{Up, Up, Up}, Normalisation::Vector),
                               Numbers{0.3, 0.4, 0.3}),
               {0.5037, 0.6581, 0.7482, 0.3340}, 0.0001);
}

// Zhao, Peng & Li 2013.
TEST(Promethee, givesPublishedFigures)
{
    const std::vector<scoring::PreferenceFunction> usual(3);
    const scoring::Flows flows =
        scoring::promethee(matrix({{4, 3, 2}, {3, 2, 4}, {5, 1, 3}}), Numbers{0.5, 0.3, 0.2}, usual);
    expectNear(flows.net, {0.1, -0.3, 0.2}, 1e-12);
    expectNear(flows.plus, {0.55, 0.35, 0.6}, 1e-12);
}

TEST(Promethee, shapesHaveTheirBends)
{
    using scoring::Preference;
    const auto at = [](Preference shape, double d) { return scoring::preferenceOf(d, {shape, 1, 3, 2}); };
    EXPECT_EQ(at(Preference::Usual, 0), 0);
    EXPECT_EQ(at(Preference::Usual, 0.1), 1);
    EXPECT_EQ(at(Preference::UShape, 1), 0);
    EXPECT_EQ(at(Preference::UShape, 1.1), 1);
    EXPECT_EQ(at(Preference::VShape, 1.5), 0.5);
    EXPECT_EQ(at(Preference::Level, 2), 0.5);
    EXPECT_EQ(at(Preference::Level, 3.1), 1);
    EXPECT_EQ(at(Preference::VShapeBands, 2), 0.5);
    EXPECT_NEAR(at(Preference::Gaussian, 2), 1 - std::exp(-0.5), 1e-15);
}

// Wang & Chin 2011: eigenvector as published; indices of its CI by the three tables.
TEST(Ahp, givesPublishedWeightsAndRatios)
{
    const scoring::AhpResult result = scoring::ahp(matrix({{1, 4, 3, 1, 3, 4},
                                                           {1. / 4, 1, 7, 3, 1. / 5, 1},
                                                           {1. / 3, 1. / 7, 1, 1. / 5, 1. / 5, 1. / 6},
                                                           {1, 1. / 3, 5, 1, 1, 1. / 3},
                                                           {1. / 3, 5, 5, 1, 1, 3},
                                                           {1. / 4, 1, 6, 3, 1. / 3, 1}}));
    expectNear(result.eigenWeights, {0.3208, 0.1395, 0.0348, 0.1285, 0.2374, 0.1391}, 5e-5);
    EXPECT_NEAR(result.lambdaMax, 7.419870101921269, 1e-9);
    EXPECT_NEAR(*result.consistencyRatio(scoring::RandomIndex::Saaty), 0.22901130676149503, 1e-9);
    EXPECT_NEAR(*result.consistencyRatio(scoring::RandomIndex::AlonsoLamata), 0.2275615196604326, 1e-9);
    EXPECT_NEAR(*result.consistencyRatio(scoring::RandomIndex::TummalaLing), 0.2297896264640345, 1e-9);
}

TEST(Ahp, findsTheOneJudgementThatWasChanged)
{
    const Numbers weights{8, 4, 2, 1};
    Matrix judgements(4, 4);
    for (size_t r = 0; r < 4; ++r)
        for (size_t c = 0; c < 4; ++c)
            judgements.at(r, c) = weights[r] / weights[c];
    const scoring::AhpResult consistent = scoring::ahp(judgements);
    expectNear(consistent.eigenWeights, {8. / 15, 4. / 15, 2. / 15, 1. / 15}, 1e-12);
    EXPECT_FALSE(consistent.reconsider);
    judgements.at(1, 2) = 1. / 7;
    judgements.at(2, 1) = 7;
    const auto reconsider = scoring::ahp(judgements).reconsider;
    ASSERT_TRUE(reconsider);
    EXPECT_EQ(reconsider->row, 1u);
    EXPECT_EQ(reconsider->column, 2u);
    judgements.at(0, 3) = -1;
    EXPECT_EQ(scoring::badJudgements(judgements).size(), 1u);
}

TEST(Weights, followTheirClosedForms)
{
    expectNear(scoring::rankOrderCentroid(std::vector{1, 2, 3, 4}), {25. / 48, 13. / 48, 7. / 48, 3. / 48},
               1e-15);
    expectNear(scoring::rankOrderCentroid(std::vector{1, 1}), {0.5, 0.5}, 1e-15);
    EXPECT_FALSE(scoring::weightsFromPoints(Numbers{1, -1}));
    EXPECT_FALSE(scoring::weightsFromPoints(Numbers{0, 0}));
    const Matrix people = matrix({{50, 50}, {1, 0}});
    expectNear(*scoring::mixOf(people, Numbers{3, 1}), {0.625, 0.375}, 1e-15);
    expectNear(*scoring::mixOf(people, Numbers{1, 1}, scoring::Mixing::Geometric), {1, 0}, 1e-15);
    EXPECT_EQ(scoring::missingPoints(Numbers{30, 50}), 20);
}

TEST(ValueFunction, isStraightBetweenAnchorsAndFlatOutside)
{
    const scoring::ValueFunction f({{0, 0}, {10, 50}, {20, 100}});
    expectNear({f(-5), f(0), f(5), f(10), f(12), f(30)}, {0, 0, 25, 50, 60, 100}, 1e-12);
    EXPECT_FALSE(scoring::ValueFunction::isSound({{1, 0}, {1, 2}}));
}

TEST(ExactMath, agreesWithTheLibrary)
{
    std::mt19937_64 random(1);
    std::uniform_real_distribution<double> power(-600, 600);
    for (int i = 0; i < 10000; ++i) {
        const double x = power(random);
        EXPECT_NEAR(scoring::exponential(x) / std::exp(x), 1, 4e-13);
        EXPECT_NEAR(scoring::logarithm(std::exp(x)), std::log(std::exp(x)), 2e-15 * std::abs(x) + 1e-15);
    }
}

TEST(Sensitivity, flipsExactlyAtTheWeightTold)
{
    const Matrix values = matrix({{0.9, 0.2, 0.5}, {0.3, 0.8, 0.4}, {0.1, 0.1, 0.9}});
    const Numbers weights{0.5, 0.3, 0.2};
    const auto point = scoring::tippingPoint(values, weights, 1);
    ASSERT_TRUE(point);
    Numbers moved = weights;
    const size_t c = point->change.criterion;
    for (size_t i = 0; i < 3; ++i)
        moved[i] = i == c ? point->change.to : weights[i] * (1 - point->change.to) / (1 - weights[c]);
    const Numbers scores = scoring::weightedSum(values, moved);
    EXPECT_NEAR(scores[point->inside], scores[point->outside], 1e-12);
    expectNear(scoring::scoresWithout(values, weights, 0), {0.32, 0.64, 0.42}, 1e-12);
}
