#include "workflow/places.h"

#include <gtest/gtest.h>

namespace {

using assessment::RankLine;

std::vector<RankLine> ranking(const std::vector<std::pair<int, int>>& rankAndGroup)
{
    std::vector<RankLine> lines;
    for (const auto& [rank, group] : rankAndGroup) {
        RankLine line;
        if (rank > 0) line.rank = rank;
        line.group = group;
        lines.push_back(line);
    }
    return lines;
}

TEST(Places, areThoseOfTheWholeGroup)
{
    // Three side by side, two that overlap part of them, one alone, one out of the ranking.
    const auto lines = ranking({{1, 1}, {1, 1}, {1, 1}, {2, 2}, {3, 2}, {6, 3}, {0, 0}});
    const std::vector<std::pair<int, int>> expected{{1, 3}, {1, 3}, {1, 3}, {2, 5}, {2, 5}, {6, 6}};
    for (size_t row = 0; row < expected.size(); ++row)
        EXPECT_EQ(workflow::placesOf(lines, row), expected[row]) << row;
}

TEST(Places, ofLinesOutsideAnyGroupAreTheirOwn)
{
    const auto lines = ranking({{1, 0}, {2, 0}, {3, 0}});
    EXPECT_EQ(workflow::placesOf(lines, 1), std::pair(2, 2));
}

} // namespace
