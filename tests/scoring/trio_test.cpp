#include "scoring/trio.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <random>
#include <set>

namespace {

using scoring::TrioCandidate;
using scoring::TrioNote;
using scoring::TrioObjective;
using scoring::TrioRequirement;
using scoring::TrioResult;

/// What a random candidate is made of, kept apart so that the oracle does not use the bit sets of the search.
struct Draft
{
    double score;
    std::vector<double> services;
    std::set<int> regions;
    std::set<int> provides;
    int place;
};

std::vector<Draft> drafts(std::mt19937& random, int count, int regions)
{
    std::uniform_real_distribution<double> score(0, 100);
    std::vector<Draft> all;
    for (int i = 0; i < count; ++i) {
        Draft draft{score(random), {}, {}, {}, static_cast<int>(random() % 6) - 1};
        for (int s = 0; s < 4; ++s)
            draft.services.push_back(random() % 3 ? score(random) : 0);
        for (int r = 0; r < regions; ++r)
            if (random() % 5 == 0) draft.regions.insert(r);
        for (int b = 0; b < 6; ++b)
            if (random() % 3 == 0) draft.provides.insert(b);
        all.push_back(draft);
    }
    return all;
}

std::vector<TrioCandidate> candidatesOf(const std::vector<Draft>& drafts, int regions)
{
    std::vector<TrioCandidate> all;
    for (const Draft& draft : drafts) {
        TrioCandidate candidate{draft.score, draft.services, scoring::BitSet(regions), 0, draft.place};
        for (const int region : draft.regions)
            candidate.regions.add(region);
        for (const int bit : draft.provides)
            candidate.provides |= 1U << bit;
        all.push_back(candidate);
    }
    return all;
}

double noteByHand(const std::vector<Draft>& all, const std::array<int, 3>& set, int regions)
{
    double mean = 0, coverage = 0;
    std::set<int> covered;
    for (const int i : set) {
        const Draft& draft = all[static_cast<size_t>(i)];
        mean += draft.score / 3;
        covered.insert(draft.regions.begin(), draft.regions.end());
    }
    for (size_t s = 0; s < 4; ++s) {
        double best = 0;
        for (const int i : set)
            best = std::max(best, all[static_cast<size_t>(i)].services[s]);
        coverage += best / 4;
    }
    return 0.50 * mean + 0.35 * coverage + 0.15 * 100 * static_cast<double>(covered.size()) / regions;
}

bool meetsByHand(const std::vector<Draft>& all, const std::array<int, 3>& set)
{
    std::set<int> provided, places;
    for (const int i : set) {
        const Draft& draft = all[static_cast<size_t>(i)];
        provided.insert(draft.provides.begin(), draft.provides.end());
        if (draft.place >= 0) places.insert(draft.place);
    }
    return provided.size() == 6 && places.size() == 3;
}

std::vector<std::pair<double, std::array<int, 3>>> bruteForce(const std::vector<Draft>& all, int regions,
                                                              bool constrained)
{
    std::vector<std::pair<double, std::array<int, 3>>> sets;
    const int n = static_cast<int>(all.size());
    for (int i = 0; i < n; ++i)
        for (int j = i + 1; j < n; ++j)
            for (int k = j + 1; k < n; ++k)
                if (!constrained || meetsByHand(all, {i, j, k}))
                    sets.push_back({noteByHand(all, {i, j, k}, regions), {i, j, k}});
    std::stable_sort(sets.begin(), sets.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    return sets;
}

class Trio : public testing::TestWithParam<unsigned>
{
};

TEST_P(Trio, equalsBruteForce)
{
    std::mt19937 random(GetParam());
    constexpr int Regions = 70; // more than one machine word
    const int count = 3 + static_cast<int>(random() % 30);
    const std::vector<Draft> all = drafts(random, count, Regions);
    const std::vector<TrioCandidate> candidates = candidatesOf(all, Regions);
    TrioObjective objective;
    objective.regions = Regions;
    for (const bool constrained : {false, true}) {
        const auto expected = bruteForce(all, Regions, constrained);
        const TrioRequirement requirement = constrained ? TrioRequirement{0b111111, true} : TrioRequirement{};
        std::int64_t examined = 0;
        const auto found = scoring::bestTrios(candidates, objective, requirement, 7, examined);
        ASSERT_EQ(found.size(), std::min<size_t>(7, expected.size()));
        for (size_t i = 0; i < found.size(); ++i) {
            EXPECT_NEAR(found[i].value.note, expected[i].first, 1e-9);
            EXPECT_NEAR(noteByHand(all, found[i].members, Regions), found[i].value.note, 1e-9);
            EXPECT_TRUE(scoring::meets(candidates, found[i].members, requirement));
            EXPECT_LT(found[i].members[0], found[i].members[1]);
            EXPECT_LT(found[i].members[1], found[i].members[2]);
        }
        EXPECT_LE(examined, static_cast<std::int64_t>(count) * (count - 1) * (count - 2) / 6);
    }
}

INSTANTIATE_TEST_SUITE_P(Seeds, Trio, testing::Range(0U, 60U));

TEST(Trio, breaksTiesByTheOrderOfCandidates)
{
    std::vector<TrioCandidate> same(6, TrioCandidate{50, {60, 0, 0, 0}, scoring::BitSet(3), 0, -1});
    TrioObjective objective;
    objective.regions = 3;
    std::int64_t examined = 0;
    const auto found = scoring::bestTrios(same, objective, {}, 3, examined);
    ASSERT_EQ(found.size(), 3U);
    EXPECT_EQ(found[0].members, (std::array{0, 1, 2}));
    EXPECT_EQ(found[1].members, (std::array{0, 1, 3}));
    EXPECT_EQ(found[2].members, (std::array{0, 1, 4}));
    EXPECT_EQ(examined, 20);
}

TEST(Trio, anUnknownPlaceCannotBeShownToDiffer)
{
    std::vector<TrioCandidate> candidates(3, TrioCandidate{50, {}, scoring::BitSet(0), 0, 0});
    for (int i = 0; i < 3; ++i)
        candidates[static_cast<size_t>(i)].place = i;
    EXPECT_TRUE(scoring::meets(candidates, {0, 1, 2}, {0, true}));
    candidates[1].place = -1;
    EXPECT_FALSE(scoring::meets(candidates, {0, 1, 2}, {0, true}));
    candidates[1].place = 2;
    EXPECT_FALSE(scoring::meets(candidates, {0, 1, 2}, {0, true}));
    std::int64_t examined = 0;
    EXPECT_TRUE(scoring::bestTrios(candidates, {}, {0, true}, 1, examined).empty());
}

TEST(Trio, fewerThanThreeMakeNoSet)
{
    const std::vector<TrioCandidate> two(2, TrioCandidate{50, {}, scoring::BitSet(0), 0, 0});
    std::int64_t examined = 0;
    EXPECT_TRUE(scoring::bestTrios(two, {}, {}, 1, examined).empty());
    EXPECT_EQ(examined, 0);
}

TEST(Trio, anImpossibleRequirementIsSeenWithoutLookingAtEverySet)
{
    std::mt19937 random(7);
    std::vector<Draft> all = drafts(random, 400, 16);
    for (Draft& draft : all)
        draft.provides.erase(5);
    const auto candidates = candidatesOf(all, 16);
    TrioObjective objective;
    objective.regions = 16;
    std::int64_t examined = 0;
    EXPECT_TRUE(scoring::bestTrios(candidates, objective, {0b111111, true}, 3, examined).empty());
    EXPECT_EQ(examined, 0);
}

TEST(Trio, threeOfThirteenHundredLooksAtFewSets)
{
    std::mt19937 random(11);
    const auto candidates = candidatesOf(drafts(random, 1347, 16), 16);
    TrioObjective objective;
    objective.regions = 16;
    std::int64_t examined = 0;
    const auto found = scoring::bestTrios(candidates, objective, {0b111111, true}, 3, examined);
    EXPECT_EQ(found.size(), 3U);
    EXPECT_LT(examined, 20'000'000) << "of 406,390,465";
}

} // namespace
