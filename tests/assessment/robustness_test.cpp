#include "assessment/robustness.h"
#include "assessment/trio_field.h"
#include "base/error.h"

#include <cmath>

namespace {

using assessment::Robustness;
using assessment::RobustnessSetup;
using assessment::Weights;
using test::field;
using test::Field;

Robustness run(const Field& organisations, const RobustnessSetup& setup = {})
{
    return assessment::robustness(test::model(), organisations.candidates, test::setup(), setup);
}

std::vector<assessment::TrioCandidate> eligibleUnder(const Field& organisations, const Weights& weights)
{
    const assessment::GlobalScore global(test::model(), weights);
    std::vector<assessment::TrioCandidate> out;
    for (const auto& candidate : organisations.candidates) {
        assessment::Assessment tried = *candidate.assessment;
        tried.global = global(tried);
        if (assessment::allMet(assessment::eligibility(test::model(), *candidate.answers, tried)))
            out.push_back(candidate);
    }
    return out;
}

std::array<QString, 3> bestUnder(const Field& organisations, const Weights& weights)
{
    const auto found = assessment::findTrios(test::model(), eligibleUnder(organisations, weights),
                                             test::setup(), weights, 1);
    return found.anyMeetsConstraints ? found.trios.front().actors : std::array<QString, 3>();
}

/// One weight takes a value; its fellows share the rest as they did.
Weights moved(const QString& code, double value)
{
    Weights out = Weights::of(test::model());
    if (const auto own = out.dimensions.find(code); own != out.dimensions.end()) {
        const double rest = 1 - own->second;
        for (auto& [name, weight] : out.dimensions)
            weight *= (1 - value) / rest;
        own->second = value;
        return out;
    }
    double& own = code == u"moyenne" ? out.mean : code == u"couverture" ? out.coverage : out.territory;
    const double rest = 1 - own;
    for (double* weight : {&out.mean, &out.coverage, &out.territory})
        *weight *= (1 - value) / rest;
    own = value;
    return out;
}

} // namespace

TEST(GlobalScore, followsTheWeights)
{
    const test::Record a = test::assessed(test::caseA());
    const Weights own = Weights::of(test::model());
    EXPECT_EQ(assessment::GlobalScore(test::model(), own)(a.assessment), a.assessment.global);
    Weights tried = own;
    tried.dimensions = {{test::code("A"), 0},
                        {test::code("B"), 0},
                        {test::code("C"), 1},
                        {test::code("D"), 0},
                        {test::code("E"), 3}};
    const double c = *a.assessment.dimensions.at(test::code("C")).central,
                 e = *a.assessment.dimensions.at(test::code("E")).central;
    EXPECT_NEAR(*assessment::GlobalScore(test::model(), tried)(a.assessment).central, (c + 3 * e) / 4, 1e-12);
}

TEST(EligibleFrom, isTheLeastScoreThatCriteriaAccept)
{
    const test::Record a = test::assessed(test::caseA());
    EXPECT_EQ(assessment::eligibleFrom(test::model(), a.answers, a.assessment), 50.0) << "T5";
    const test::Record unseen = test::assessed(test::caseA({{"ent_mode", "telephone"}}));
    EXPECT_EQ(assessment::eligibleFrom(test::model(), unseen.answers, unseen.assessment), std::nullopt)
        << "T1";
}

TEST(Robustness, sharesAreSharesAndSeedsAreKept)
{
    const Field organisations = field(5, 9);
    RobustnessSetup setup;
    setup.samples = 2000;
    setup.pairwise = true;
    const Robustness found = run(organisations, setup), again = run(organisations, setup);
    ASSERT_EQ(found.actors.size(), 9U);
    EXPECT_NEAR(found.halfWidth95, 1.96 * std::sqrt(0.25 / 2000), 1e-12);
    double first = 0;
    for (size_t i = 0; i < found.actors.size(); ++i) {
        const auto& actor = found.actors[i];
        double all = 0;
        for (const double share : actor.acceptability)
            all += share;
        EXPECT_NEAR(all, 1, 1e-9) << "each draw gives a rank";
        first += actor.acceptability.front();
        EXPECT_EQ(actor.centralWeights.has_value(), actor.acceptability.front() > 0);
        EXPECT_EQ(actor.acceptability, again.actors[i].acceptability);
        EXPECT_EQ(actor.eligible, again.actors[i].eligible);
        for (size_t j = 0; j < i; ++j)
            EXPECT_LE(actor.pairwise[j] + found.actors[j].pairwise[i], 1 + 1e-9);
    }
    EXPECT_GE(first, 1 - 1e-9);
    double optimal = 0, core = 0;
    for (const auto& trio : found.trios) {
        optimal += trio.optimal;
        EXPECT_GE(trio.maximumRegret, trio.meanRegret);
    }
    for (const auto& [id, share] : found.coreIndex)
        core += share;
    EXPECT_LE(optimal, 1 + 1e-9);
    EXPECT_NEAR(core, 3 * optimal, 1e-9);
    setup.seed = 2;
    const Robustness other = run(organisations, setup);
    EXPECT_NE(other.actors[0].acceptability, found.actors[0].acceptability);
    EXPECT_NEAR(other.actors[0].acceptability[0], found.actors[0].acceptability[0], 6 * found.halfWidth95);
}

TEST(Robustness, pairsAreLevelAtTheirTippingPoint)
{
    const Field organisations = field(5, 9);
    RobustnessSetup setup;
    setup.samples = 50;
    const Robustness found = run(organisations, setup);
    ASSERT_FALSE(found.pairTipping.empty());
    const auto scoreOf = [&](const QString& id, const Weights& weights) {
        for (const auto& candidate : organisations.candidates)
            if (candidate.id == id)
                return *assessment::GlobalScore(test::model(), weights)(*candidate.assessment).central;
        return -1.0;
    };
    const Weights own = Weights::of(test::model());
    for (const auto& pair : found.pairTipping) {
        EXPECT_NEAR(pair.from, own.dimensions.at(pair.weight), 1e-12);
        EXPECT_GE(scoreOf(pair.ahead, own), scoreOf(pair.behind, own));
        const Weights level = moved(pair.weight, pair.to);
        EXPECT_NEAR(scoreOf(pair.ahead, level), scoreOf(pair.behind, level), 1e-9);
        const double beyond = pair.to + (pair.to > pair.from ? 1e-4 : -1e-4);
        if (pair.from == pair.to || beyond < 0 || beyond > 1) continue;
        EXPECT_LT(scoreOf(pair.ahead, moved(pair.weight, beyond)),
                  scoreOf(pair.behind, moved(pair.weight, beyond)));
    }
}

TEST(Robustness, withoutSpreadNorUnknownsIsThePresentRanking)
{
    const Field organisations = field(7, 9);
    RobustnessSetup setup;
    setup.samples = 50;
    setup.spread = 0;
    setup.drawsUnknowns = false;
    const Robustness found = run(organisations, setup);
    for (const auto& actor : found.actors)
        EXPECT_EQ(actor.acceptability[static_cast<size_t>(*actor.rank - 1)], 1) << actor.id.toStdString();
    const auto best = bestUnder(organisations, Weights::of(test::model()));
    if (best[0].isEmpty()) {
        EXPECT_TRUE(found.trios.empty());
        return;
    }
    ASSERT_EQ(found.trios.size(), 1U);
    EXPECT_EQ(found.trios[0].actors, best);
    EXPECT_EQ(found.trios[0].optimal, 1);
    EXPECT_EQ(found.trios[0].maximumRegret, 0);
}

TEST(Robustness, aDimensionRemovedCountsForNothing)
{
    const Field organisations = field(5, 9);
    const Robustness found = run(organisations, {.samples = 10});
    ASSERT_EQ(found.withoutDimension.size(), 5U);
    for (const auto& without : found.withoutDimension) {
        const assessment::GlobalScore global(test::model(), moved(without.dimension, 0));
        for (const auto& line : without.ranking)
            for (const auto& candidate : organisations.candidates)
                if (candidate.id == line.id) {
                    EXPECT_NEAR(*line.score.central, *global(*candidate.assessment).central, 1e-9);
                }
        EXPECT_EQ(without.trio.value_or(std::array<QString, 3>()),
                  bestUnder(organisations, moved(without.dimension, 0)));
    }
}

class TippingPoints : public testing::TestWithParam<unsigned>
{
};

TEST_P(TippingPoints, areWhereTheTrioChanges)
{
    const Field organisations = field(GetParam(), 12);
    const auto present = bestUnder(organisations, Weights::of(test::model()));
    const Robustness found = run(organisations, {.samples = 10});
    double last = 0;
    for (const assessment::Tipping& tipping : found.tipping) {
        const double beyond = tipping.to, change = tipping.to - tipping.from;
        EXPECT_GE(std::abs(change), last) << "smallest first";
        last = std::abs(change);
        EXPECT_EQ(bestUnder(organisations, moved(tipping.weight, beyond)), tipping.trio);
        EXPECT_NE(tipping.trio, present);
        const double within = beyond - std::copysign(2e-6, change);
        EXPECT_EQ(bestUnder(organisations, moved(tipping.weight, within)), present)
            << tipping.weight.toStdString() << " " << tipping.to;
    }
    EXPECT_TRUE(!present[0].isEmpty() || found.tipping.empty());
}

INSTANTIATE_TEST_SUITE_P(Seeds, TippingPoints, testing::Range(1U, 9U));

TEST(Robustness, canBeCancelled)
{
    const Field organisations = field(5, 9);
    for (const int after : {0, 1, 5}) {
        int steps = 0;
        EXPECT_THROW(assessment::robustness(test::model(), organisations.candidates, test::setup(), {},
                                            [&](const base::ProgressStep&) { return steps++ < after; }),
                     base::Error);
    }
}

TEST(Robustness, nobodyIsNothing)
{
    EXPECT_TRUE(assessment::robustness(test::model(), {}, test::setup(), {}).actors.empty());
}
