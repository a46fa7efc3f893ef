#include "scoring/aggregate.h"

#include <array>
#include <gtest/gtest.h>
#include <random>

namespace {

using scoring::Grade;
using scoring::Interval;
using scoring::Knowledge;

constexpr double Tolerance = 1e-12;

Grade known(double weight, double value)
{
    return {weight, Knowledge::Known, value};
}
Grade unknown(double weight)
{
    return {weight, Knowledge::Unknown, 0};
}
Grade excluded(double weight)
{
    return {weight, Knowledge::NotApplicable, 0};
}
Interval exactly(double score)
{
    return {score, score, score, 1, false};
}
Interval notApplicable()
{
    return {std::nullopt, 0, 100, 1, true};
}

void expectInterval(const Interval& actual, std::optional<double> central, double low, double high,
                    double completeness)
{
    ASSERT_EQ(actual.central.has_value(), central.has_value());
    if (central) {
        EXPECT_NEAR(*actual.central, *central, Tolerance);
    }
    EXPECT_NEAR(actual.low, low, Tolerance);
    EXPECT_NEAR(actual.high, high, Tolerance);
    EXPECT_NEAR(actual.completeness, completeness, Tolerance);
    EXPECT_FALSE(actual.notApplicable);
}

TEST(GradeMean, leavesUnknownsOutOfTheCentreOnly)
{
    // 6 grades of equal weight: 3 3 3 2 known (11/16), one unknown, one excluded.
    const std::array grades{known(1, 3), known(1, 3), known(1, 3), known(1, 2), unknown(1), excluded(1)};
    expectInterval(scoring::gradeMean(grades), 11.0 / 4 * 25, 11.0 / 5 * 25, 15.0 / 5 * 25, 0.8);
}

TEST(GradeMean, weighsGrades)
{
    const std::array grades{known(30, 2), known(15, 4), unknown(55)};
    expectInterval(scoring::gradeMean(grades), 120.0 / 45 * 25, 30, 85, 0.45);
}

TEST(GradeMean, nothingKnownAndNothingApplicableDiffer)
{
    const std::array blank{unknown(1), unknown(2), excluded(3)};
    expectInterval(scoring::gradeMean(blank), std::nullopt, 0, 100, 0);
    const std::array none{excluded(1), excluded(2)};
    const Interval outside = scoring::gradeMean(none);
    EXPECT_TRUE(outside.notApplicable);
    EXPECT_EQ(outside.completeness, 1);
    EXPECT_EQ(scoring::unknownIfNotApplicable(outside), Interval());
}

TEST(PartMean, sharesTheWeightOfWhatDoesNotApply)
{
    const std::array parts{scoring::Part{30, exactly(100)}, scoring::Part{25, notApplicable()},
                           scoring::Part{45, {50.0, 40, 60, 0.5, false}}};
    expectInterval(scoring::partMean(parts), (3000 + 2250) / 75.0, (3000 + 1800) / 75.0, (3000 + 2700) / 75.0,
                   0.30 + 0.25 + 0.225);
}

TEST(PartMean, anUnknownPartOpensTheBounds)
{
    const std::array parts{scoring::Part{60, exactly(50)}, scoring::Part{40, Interval()}};
    expectInterval(scoring::partMean(parts), 50, 30, 70, 0.6);
}

TEST(PartMean, nothingAppliesIsUnknown)
{
    const std::array parts{scoring::Part{60, notApplicable()}, scoring::Part{40, notApplicable()}};
    EXPECT_EQ(scoring::partMean(parts), Interval());
}

constexpr std::array Ordered{50.0, 30.0, 15.0, 5.0};

TEST(OrderedMean, givesTheLargestWeightToTheBest)
{
    const std::array services{exactly(40), exactly(82.5), exactly(47.5), exactly(60)};
    expectInterval(scoring::orderedMean(services, Ordered), 68.375, 68.375, 68.375, 1);
}

TEST(OrderedMean, renormalisesOverKnownAndSortsEachBound)
{
    const std::array services{Interval(), Interval{20.0, 10, 90, 0.4, false}, exactly(80), Interval()};
    expectInterval(scoring::orderedMean(services, Ordered), (80 * 50 + 20 * 30) / 80.0, 80 * 0.50 + 10 * 0.30,
                   100 * 0.50 + 100 * 0.30 + 90 * 0.15 + 80 * 0.05, 1);
}

TEST(OrderedMean, completenessIsThatOfTheFirstBest)
{
    const std::array services{Interval{60.0, 0, 100, 0.6, false}, Interval{60.0, 0, 100, 0.9, false}};
    EXPECT_EQ(scoring::orderedMean(services, Ordered).completeness, 0.6);
    const std::array nothing{Interval(), Interval()};
    expectInterval(scoring::orderedMean(nothing, Ordered), std::nullopt, 0, 100, 0);
}

TEST(KnownMean, renormalises)
{
    const std::array weights{0.5, 0.2, 0.3};
    const std::array<std::optional<double>, 3> values{80.0, std::nullopt, 40.0};
    EXPECT_NEAR(*scoring::knownMean(weights, values), (40 + 12) / 0.8, Tolerance);
    const std::array<std::optional<double>, 3> none{};
    EXPECT_FALSE(scoring::knownMean(weights, none));
}

double below(std::mt19937& random, unsigned bound)
{
    return static_cast<double>(random() % bound);
}

/// Random grades, some unknown, some excluded.
std::vector<Grade> randomGrades(std::mt19937& random)
{
    std::vector<Grade> grades(1 + random() % 8);
    for (Grade& grade : grades) {
        grade.weight = 1 + below(random, 30);
        grade.knowledge = static_cast<Knowledge>(random() % 3);
        grade.value = below(random, 5);
    }
    return grades;
}

class Property : public testing::TestWithParam<unsigned>
{
protected:
    std::mt19937 random{GetParam()};
};

TEST_P(Property, boundsHoldWhateverTheUnknownsTurnOutToBe)
{
    std::vector<Grade> grades = randomGrades(random);
    const Interval before = scoring::gradeMean(grades);
    if (before.central) {
        EXPECT_LE(before.low, *before.central + Tolerance);
        EXPECT_GE(before.high, *before.central - Tolerance);
    }
    for (Grade& grade : grades)
        if (grade.knowledge == Knowledge::Unknown) grade = known(grade.weight, below(random, 5));
    const Interval after = scoring::gradeMean(grades);
    if (after.notApplicable) return;
    EXPECT_GE(*after.central, before.low - 1e-9);
    EXPECT_LE(*after.central, before.high + 1e-9);
    EXPECT_GE(after.completeness, before.completeness);
}

TEST_P(Property, forgettingAnAnswerNeverRaisesTheLowBound)
{
    std::vector<Grade> grades = randomGrades(random);
    const Interval before = scoring::gradeMean(grades);
    for (Grade& grade : grades) {
        if (grade.knowledge != Knowledge::Known) continue;
        grade.knowledge = Knowledge::Unknown;
        const Interval after = scoring::gradeMean(grades);
        EXPECT_LE(after.low, before.low + Tolerance);
        EXPECT_GE(after.high, before.high - Tolerance);
        break;
    }
}

TEST_P(Property, aBetterGradeNeverLowersAnything)
{
    std::vector<Grade> grades = randomGrades(random);
    const Interval before = scoring::gradeMean(grades);
    for (Grade& grade : grades)
        if (grade.knowledge == Knowledge::Known && grade.value < 4) ++grade.value;
    const Interval after = scoring::gradeMean(grades);
    EXPECT_GE(after.low, before.low);
    EXPECT_GE(after.high, before.high);
    EXPECT_GE(after.central.value_or(0), before.central.value_or(0));
}

INSTANTIATE_TEST_SUITE_P(Seeds, Property, testing::Range(0U, 200U));

} // namespace
