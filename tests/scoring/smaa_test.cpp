#include "scoring/smaa.h"

#include <cmath>
#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace {

using scoring::Matrix;
using scoring::SmaaProblem;
using scoring::SmaaResult;
using Numbers = std::vector<double>;

constexpr size_t Many = 200000;

SmaaProblem problem(const std::vector<Numbers>& rows, scoring::WeightLaw law = scoring::UniformWeights{})
{
    SmaaProblem made{Matrix(rows.size(), rows[0].size()), {}, std::move(law), {}};
    for (size_t r = 0; r < rows.size(); ++r)
        std::copy(rows[r].begin(), rows[r].end(), made.values.row(r).begin());
    return made;
}

SmaaResult solved(const SmaaProblem& given, size_t samples = Many, int threads = 2)
{
    scoring::Run run;
    run.threads = threads;
    return *scoring::smaa(given, {samples, 5, true}, run);
}

/// Four standard errors.
void expectShare(double found, double exact, size_t samples = Many)
{
    EXPECT_NEAR(found, exact, 4 * std::sqrt(exact * (1 - exact) / static_cast<double>(samples)) + 1e-12);
}

/// P(w·d > 0) for weights uniform on the simplex and distinct differences: a ratio of products.
double winning(const Numbers& d)
{
    double sum = 0;
    for (size_t i = 0; i < d.size(); ++i) {
        if (d[i] <= 0) continue;
        double term = 1;
        for (size_t j = 0; j < d.size(); ++j)
            if (j != i) term *= d[i] / (d[i] - d[j]);
        sum += term;
    }
    return sum;
}

SmaaProblem randomProblem(size_t most)
{
    const auto rows = *rc::gen::inRange<size_t>(1, most), columns = *rc::gen::inRange<size_t>(1, 6);
    SmaaProblem made{Matrix(rows, columns), {}, scoring::UniformWeights{}, {}};
    // Few distinct values: ties are what goes wrong.
    for (size_t r = 0; r < rows; ++r)
        for (double& x : made.values.row(r))
            x = *rc::gen::inRange(0, 5) / 4.0;
    return made;
}

} // namespace

TEST(Smaa, agreesWithTheCompromiseWorkedOutByHand)
{
    const SmaaResult result = solved(problem({{1, 0}, {0, 1}, {0.7, 0.7}}));
    expectShare(result.acceptability.at(0, 0), 0.3);
    expectShare(result.acceptability.at(0, 1), 0.2);
    expectShare(result.acceptability.at(2, 0), 0.4);
    EXPECT_EQ(result.acceptability.at(2, 2), 0);
    EXPECT_NEAR((*result.centralWeights[0])[0], 0.85, 0.002);
    EXPECT_NEAR((*result.centralWeights[2])[0], 0.5, 0.002);
    EXPECT_NEAR(result.halfWidth95, 0.98 / std::sqrt(double(Many)), 1e-15);
}

TEST(Smaa, agreesWithClosedFormsOfPairs)
{
    for (const Numbers& d :
         {Numbers{1, -2, 3}, {0.5, -0.25, 0.125, -0.375, 0.0625, -1.0 / 3}, {-1, 2}, {3, -1, -2, 0.5}})
        expectShare(solved(problem({d, Numbers(d.size())})).pairwise.at(0, 1), winning(d));
    const SmaaProblem ordinal =
        problem({{-0.1, 0.4, 0.1, -0.3}, {0, 0, 0, 0}}, scoring::OrdinalWeights{{0, 1, 2, 3}});
    expectShare(solved(ordinal).pairwise.at(0, 1), 151.0 / 175);
}

TEST(Smaa, agreesWithTheClosedFormOfAnUnknownValue)
{
    SmaaProblem given = problem({{0, 0.5}, {0.6, 0.4}});
    given.uncertain = {{0, 0, 0, 1}};
    const SmaaResult result = solved(given);
    expectShare(result.pairwise.at(0, 1), 1. / 7 + 0.3 * 6 / 7 + 0.1 * std::log(7.0));
    const Numbers& centre = *result.centralWeights[0];
    expectShare(*result.confidence[0], 1 - (0.6 * centre[0] - 0.1 * centre[1]) / centre[0]);
}

TEST(Smaa, leavesUndefinedWhatNeverComesFirst)
{
    const SmaaResult result = solved(problem({{1, 1, 1}, {0, 0, 0}}), 1000);
    EXPECT_FALSE(result.centralWeights[1] || result.confidence[1]);
    EXPECT_EQ(result.confidence[0], 1);
    EXPECT_EQ(result.pairwise.at(0, 1), 1);
}

TEST(Smaa, usesGivenSamplesAsTheyAre)
{
    Matrix samples(3, 2);
    samples.at(0, 0) = samples.at(1, 1) = 1;
    samples.at(2, 0) = samples.at(2, 1) = 0.5;
    const SmaaResult result = solved(problem({{1, 0}, {0, 1}}, scoring::GivenWeights{samples}));
    EXPECT_EQ(result.samples, 3u);
    EXPECT_EQ(result.pairwise.at(0, 1), 1.0 / 3);
    EXPECT_EQ(result.acceptability.at(0, 0), 2.0 / 3); // a tie puts both first
    EXPECT_EQ(*result.centralWeights[0], (Numbers{0.75, 0.25}));
}

TEST(WeightLaws, haveTheirMeansAndBounds)
{
    const auto meanOf = [](const scoring::WeightLaw& law, size_t criteria) {
        const Matrix drawn = scoring::drawAll(law, criteria, Many, 3);
        Numbers mean(criteria);
        for (size_t s = 0; s < drawn.rows(); ++s)
            for (size_t c = 0; c < criteria; ++c)
                mean[c] += drawn.at(s, c) / static_cast<double>(Many);
        return mean;
    };
    EXPECT_NEAR(meanOf(scoring::DirichletWeights{{0.5, 1.5, 3}}, 3)[0], 0.1, 0.002);
    EXPECT_NEAR(meanOf(scoring::DirichletWeights{{0.5, 1.5, 3}}, 3)[2], 0.6, 0.002);
    EXPECT_NEAR(meanOf(scoring::OrdinalWeights{{2, 0, 1}}, 3)[2], 11.0 / 18, 0.002);
    EXPECT_NEAR(meanOf(scoring::RelativeWeights{{1, 3}, 0.3}, 2)[1], 0.75, 0.003);
    // The middle of a triangle cut at the same place on all sides; narrow bounds are drawn by steps.
    const scoring::RangedWeights narrow{Numbers(12, 0.07), Numbers(12, 0.10)};
    EXPECT_NEAR(meanOf(narrow, 12)[5], 1.0 / 12, 0.001);
    const Matrix drawn = scoring::drawAll(narrow, 12, 1000, 1);
    for (size_t s = 0; s < drawn.rows(); ++s)
        for (const double weight : drawn.row(s)) {
            EXPECT_GE(weight, 0.07 - 1e-12);
            EXPECT_LE(weight, 0.10 + 1e-12);
        }
    EXPECT_FALSE(scoring::isSound(scoring::RangedWeights{{0.6, 0.6}, {1, 1}}, 2));
    EXPECT_FALSE(scoring::isSound(scoring::OrdinalWeights{{0, 0}}, 2));
}

TEST(SmaaProperties, sharesAddUpAndThreadsChangeNothing)
{
    EXPECT_TRUE(rc::check([] {
        const SmaaProblem given = randomProblem(9);
        const SmaaResult one = solved(given, 1100, 1), three = solved(given, 1100, 3);
        RC_ASSERT(one.acceptability == three.acceptability);
        RC_ASSERT(one.pairwise == three.pairwise);
        RC_ASSERT(one.centralWeights == three.centralWeights);
        const size_t n = given.values.rows();
        double firsts = 0;
        for (size_t a = 0; a < n; ++a) {
            double row = 0;
            for (size_t r = 0; r < n; ++r)
                row += one.acceptability.at(a, r);
            RC_ASSERT(std::abs(row - 1) < 1e-12);
            firsts += one.acceptability.at(a, 0);
            for (size_t b = 0; b < n; ++b)
                RC_ASSERT(one.pairwise.at(a, b) + one.pairwise.at(b, a) <= 1 + 1e-12);
        }
        RC_ASSERT(firsts >= 1 - 1e-12); // more only by ties
    }));
}

TEST(SmaaProperties, orderOfAlternativesChangesNothing)
{
    EXPECT_TRUE(rc::check([] {
        const SmaaProblem given = randomProblem(9);
        SmaaProblem reversed = given;
        const size_t n = given.values.rows();
        for (size_t a = 0; a < n; ++a)
            std::ranges::copy(given.values.row(a), reversed.values.row(n - 1 - a).begin());
        const SmaaResult one = solved(given, 700), other = solved(reversed, 700);
        for (size_t a = 0; a < n; ++a) {
            RC_ASSERT(one.centralWeights[a] == other.centralWeights[n - 1 - a]);
            for (size_t r = 0; r < n; ++r)
                RC_ASSERT(one.acceptability.at(a, r) == other.acceptability.at(n - 1 - a, r));
        }
    }));
}

TEST(Smaa, stopsWhenCancelled)
{
    const std::atomic<bool> cancelled{true};
    scoring::Run run;
    run.cancelled = &cancelled;
    EXPECT_FALSE(scoring::smaa(problem({{1, 0}, {0, 1}}), {}, run));
}
