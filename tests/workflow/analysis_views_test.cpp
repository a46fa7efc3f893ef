#include "base/error.h"
#include "study_fixture.h"
#include "workflow/analysis.h"
#include "workflow/analysis_views.h"
#include "workflow/demo.h"

#include <gtest/gtest.h>
#include <set>

namespace {

struct Claims : testing::Test
{
    test::StudyFixture fixture;
    std::shared_ptr<const disclosure::StudyData> data;

    Claims()
    {
        workflow::fillDemonstration(*fixture.study, 60, 3);
        data = workflow::studyData(*fixture.study);
    }
};

TEST_F(Claims, AreTheGainsOfTheExplanationGreatestFirst)
{
    const auto claims = workflow::evidenceToClaim(*fixture.study, *data);
    ASSERT_FALSE(claims.empty());
    for (size_t i = 0; i < claims.size(); ++i) {
        if (i > 0) {
            EXPECT_GE(claims[i - 1].gain, claims[i].gain);
        }
        EXPECT_GT(claims[i].raw, claims[i].kept);
        if (i >= 25) continue;
        const auto explained =
            workflow::explainIndicator(*fixture.study, claims[i].actor, claims[i].indicator);
        EXPECT_DOUBLE_EQ(explained.gain, claims[i].gain);
    }
}

TEST_F(Claims, AskNothingOfThoseOutOfTheRanking)
{
    std::set<QString> unranked;
    for (const auto& line : data->ranking)
        if (!line.rank) unranked.insert(line.id);
    ASSERT_FALSE(unranked.empty());
    for (const auto& claim : workflow::evidenceToClaim(*fixture.study, *data))
        EXPECT_FALSE(unranked.contains(claim.actor));
}

TEST_F(Claims, StopWhenAsked)
{
    EXPECT_THROW(
        workflow::evidenceToClaim(*fixture.study, *data, [](const base::ProgressStep&) { return false; }),
        base::Error);
}

TEST(ActorsGaining, AddsUpTheClaimsOfEach)
{
    std::vector<workflow::Claim> claims(3);
    claims[0].actor = claims[1].actor = QStringLiteral("a");
    claims[2].actor = QStringLiteral("b");
    claims[0].gain = claims[1].gain = claims[2].gain = 1.5;
    EXPECT_EQ(workflow::actorsGaining(claims, 2), 1);
    EXPECT_EQ(workflow::actorsGaining(claims, 1), 2);
    EXPECT_EQ(workflow::actorsGaining(claims, 3), 0);
}

} // namespace
