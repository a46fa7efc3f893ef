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

TEST_F(Claims, ContradictionsAreThoseSetByHandAndWhatTheyCost)
{
    const disclosure::ActorData* actor = nullptr;
    for (const auto& line : data->ranking)
        if (line.rank && !actor)
            for (const auto& each : data->actors)
                if (each.id == line.id) actor = &each;
    ASSERT_TRUE(actor);
    const auto before = workflow::contradictionsOf(*fixture.study, *actor);
    const auto known = std::find_if(
        actor->assessment.indicators.begin(), actor->assessment.indicators.end(), [](const auto& each) {
            return each.second.knowledge == assessment::Knowledge::Known && each.second.kept > 0 &&
                   each.second.evidence == 1 && each.first.startsWith(u'A');
        });
    ASSERT_NE(known, actor->assessment.indicators.end());
    ASSERT_TRUE(workflow::setEvidence(*fixture.study, actor->id, known->first, 0, QStringLiteral("vu")).ok());
    const auto after = workflow::actorData(*fixture.study, actor->id);
    const auto found = workflow::contradictionsOf(*fixture.study, after);
    ASSERT_EQ(found.size(), before.size() + 1);
    const auto own = std::find_if(found.begin(), found.end(),
                                  [&](const auto& each) { return each.indicator == known->first; });
    ASSERT_NE(own, found.end());
    EXPECT_NEAR(own->lost, *actor->assessment.global.central - *after.assessment.global.central, 1e-9);
    EXPECT_FALSE(own->questions.empty());
    const auto all = workflow::contradictions(*fixture.study, *workflow::studyData(*fixture.study));
    EXPECT_TRUE(std::any_of(all.begin(), all.end(), [&](const auto& each) {
        return each.actor == actor->id && each.indicator == known->first;
    }));
}

TEST_F(Claims, RawScoresAreNeverUnderThoseKept)
{
    const auto raw = workflow::rawScores(*data);
    int higher = 0;
    for (const auto& line : data->ranking) {
        EXPECT_EQ(raw.contains(line.id), line.rank.has_value());
        if (!line.rank) continue;
        EXPECT_GE(*raw.value(line.id).central, *line.score.central - 1e-9);
        if (*raw.value(line.id).central > *line.score.central + 1e-9) ++higher;
    }
    EXPECT_GT(higher, 0);
}

TEST_F(Claims, QuestionsToAskAreAnsweredWithinTheirBounds)
{
    bool asked = false;
    for (const auto& actor : data->actors) {
        if (actor.assessment.institution) continue;
        for (const auto& each : workflow::questionsToAsk(*fixture.study, actor)) {
            asked = true;
            EXPECT_FALSE(each.label.isEmpty());
            EXPECT_LT(each.low, each.high);
            EXPECT_TRUE(fixture.study->form().question(each.question));
        }
    }
    EXPECT_TRUE(asked);
}

} // namespace
