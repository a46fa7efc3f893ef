#include "scoring/ranking.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <random>

namespace {

using scoring::Scored;

struct Case
{
    const char* name;
    std::vector<Scored> scores;
    std::vector<int> ranks, groups;
};

Scored point(double score)
{
    return {score, score, score};
}

class Ranking : public testing::TestWithParam<Case>
{
};

TEST_P(Ranking, ranksAndGroups)
{
    const Case& sample = GetParam();
    std::vector<int> ranks, groups;
    for (const scoring::Rank& rank : scoring::rankInGroups(sample.scores, 3)) {
        ranks.push_back(rank.rank);
        groups.push_back(rank.group);
    }
    EXPECT_EQ(ranks, sample.ranks);
    EXPECT_EQ(groups, sample.groups);
}

INSTANTIATE_TEST_SUITE_P(
    Cases, Ranking,
    testing::Values(Case{"empty", {}, {}, {}},
                    Case{"apart", {point(80), point(70), point(60)}, {1, 2, 3}, {1, 2, 3}},
                    Case{"three points apart are apart", {point(80), point(77)}, {1, 2}, {1, 2}},
                    Case{"a little less are side by side", {point(80), point(77.001)}, {1, 1}, {1, 1}},
                    Case{"overlapping bounds", {{80, 70, 90}, {65, 60, 71}}, {1, 1}, {1, 1}},
                    Case{"touching bounds", {{80, 70, 90}, {65, 60, 70}}, {1, 1}, {1, 1}},
                    Case{"separate bounds", {{80, 70, 90}, {65, 60, 69.9}}, {1, 2}, {1, 2}},
                    // a ~ b and b ~ c but a before c: c has one strictly ahead, and starts its own group.
                    Case{"chain", {point(80), point(78), point(76)}, {1, 1, 2}, {1, 1, 2}},
                    Case{"wide interval joins only those it touches",
                         {point(90), point(80), {75, 50, 95}},
                         {1, 2, 1},
                         {1, 2, 2}},
                    Case{"the picture of the analysis screen",
                         {{76.4, 75.2, 77.5},
                          {72.9, 70.1, 74.6},
                          {71.5, 69.8, 73.0},
                          {66.2, 63.0, 68.9},
                          {64.8, 61.5, 68.7},
                          {57.3, 54.0, 60.2},
                          {52.0, 49.6, 53.4},
                          {50.4, 47.9, 53.0}},
                         {1, 2, 2, 4, 4, 6, 7, 7},
                         {1, 2, 2, 3, 3, 4, 5, 5}}),
    [](const auto& sample) {
        std::string name = sample.param.name;
        std::replace(name.begin(), name.end(), ' ', '_');
        return name;
    });

TEST(Ranking, nobodyInAGroupIsToldApartAndRanksCountThoseAhead)
{
    std::mt19937 random(20150106);
    std::uniform_real_distribution<double> score(20, 90), width(0, 6);
    for (int round = 0; round < 50; ++round) {
        std::vector<Scored> scores(40);
        for (Scored& one : scores) {
            one.central = score(random);
            one.low = one.central - width(random);
            one.high = one.central + width(random);
        }
        std::sort(scores.begin(), scores.end(),
                  [](const auto& a, const auto& b) { return a.central > b.central; });
        const auto ranks = scoring::rankInGroups(scores, 3);
        for (size_t i = 0; i < scores.size(); ++i) {
            int ahead = 0;
            for (size_t j = 0; j < scores.size(); ++j) {
                const bool close = scoring::sideBySide(scores[i], scores[j], 3);
                EXPECT_EQ(close, scoring::sideBySide(scores[j], scores[i], 3));
                if (scores[j].central > scores[i].central && !close) ++ahead;
                if (ranks[i].group == ranks[j].group) {
                    EXPECT_TRUE(close) << i << " " << j;
                }
            }
            EXPECT_EQ(ranks[i].rank, 1 + ahead);
        }
    }
}

} // namespace
