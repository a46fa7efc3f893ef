#include "study_fixture.h"
#include "workflow/analysis.h"
#include "workflow/demo.h"
#include "workflow/robustness_views.h"

#include <cmath>
#include <gtest/gtest.h>

namespace {

struct RobustnessViews : testing::Test
{
    test::StudyFixture fixture;
    std::shared_ptr<const disclosure::StudyData> data;
    assessment::Robustness found;

    RobustnessViews()
    {
        workflow::fillDemonstration(*fixture.study, 120, 3);
        data = workflow::studyData(*fixture.study);
        assessment::RobustnessSetup setup;
        setup.samples = 500;
        setup.pairwise = true;
        found = workflow::robustness(*fixture.study, *data, setup);
    }

    const assessment::ActorRobustness& actor(const QString& id) const
    {
        return *std::find_if(found.actors.begin(), found.actors.end(),
                             [&](const auto& each) { return each.id == id; });
    }
};

TEST_F(RobustnessViews, RanksAreThoseOfTheDraws)
{
    const auto ranks = workflow::robustRanks(found, *data);
    ASSERT_EQ(ranks.size(), found.actors.size());
    ASSERT_EQ(static_cast<int>(ranks.size()), workflow::rankedCount(*data));
    int before = 1;
    for (const auto& each : ranks) {
        EXPECT_GE(each.rank, before);
        before = each.rank;
        EXPECT_FALSE(each.name.isEmpty());
        double all = 0;
        for (const double share : each.bands)
            all += share;
        EXPECT_NEAR(all, 1, 1e-9);
        EXPECT_NEAR(each.bands[0] + each.bands[1] + each.bands[2], each.first3, 1e-9);
        const auto& shares = actor(each.id).acceptability;
        EXPECT_GT(shares[static_cast<size_t>(each.best - 1)], 0);
        EXPECT_GT(shares[static_cast<size_t>(each.worst - 1)], 0);
        EXPECT_GE(each.expected, each.best);
        EXPECT_LE(each.expected, each.worst);
        EXPECT_LE(each.halfWidth95, found.halfWidth95 + 1e-12);
        EXPECT_EQ(each.centralWeights.has_value(), each.bands[0] > 0);
    }
}

TEST_F(RobustnessViews, PairwiseSharesAreThoseOfTheFirst)
{
    const auto pairs = workflow::pairwiseShares(found, *data, 10);
    const auto ranks = workflow::robustRanks(found, *data);
    ASSERT_EQ(pairs.ids.size(), qMin<qsizetype>(10, static_cast<qsizetype>(ranks.size())));
    for (qsizetype i = 0; i < pairs.ids.size(); ++i) {
        EXPECT_EQ(pairs.ids[i], ranks[static_cast<size_t>(i)].id);
        for (qsizetype j = 0; j < pairs.ids.size(); ++j) {
            const auto& share = pairs.ahead[static_cast<size_t>(i)][static_cast<size_t>(j)];
            EXPECT_EQ(share.has_value(), i != j);
            if (!share) continue;
            EXPECT_NEAR(*share + *pairs.ahead[static_cast<size_t>(j)][static_cast<size_t>(i)], 1, 0.05);
        }
    }
}

TEST_F(RobustnessViews, RanksWithoutADimensionAreInTheOrderOfTheModel)
{
    const auto rows = workflow::ranksWithout(found, *data, 10);
    ASSERT_FALSE(rows.empty());
    for (const auto& row : rows) {
        ASSERT_EQ(row.without.size(), data->model->dimensions().size());
        for (size_t d = 0; d < row.without.size(); ++d) {
            EXPECT_EQ(found.withoutDimension[d].dimension, data->model->dimensions()[d].code);
            EXPECT_TRUE(row.without[d]);
        }
    }
    // Taken together they are the ranks of a whole ranking: each dimension has a first, and as many ahead of
    // each as its rank says.
    const auto all = workflow::ranksWithout(found, *data, found.actors.size());
    for (size_t d = 0; d < found.withoutDimension.size(); ++d) {
        std::vector<std::pair<double, int>> placed;
        for (const auto& line : found.withoutDimension[d].ranking)
            for (const auto& row : all)
                if (row.id == line.id) placed.emplace_back(-*line.score.central, *row.without[d]);
        std::sort(placed.begin(), placed.end());
        ASSERT_EQ(placed.size(), all.size());
        for (size_t i = 0; i < placed.size(); ++i) {
            const bool tied = i > 0 && placed[i].first == placed[i - 1].first;
            EXPECT_EQ(placed[i].second, tied ? placed[i - 1].second : static_cast<int>(i) + 1);
        }
    }
}

TEST_F(RobustnessViews, TheSentenceTellsTheShareOfTheProposedTrioAndWarnsUnderSixtyPercent)
{
    assessment::Robustness told;
    told.setup = found.setup;
    disclosure::StudyData slice = *data;
    slice.trios.trios.clear();
    EXPECT_FALSE(workflow::robustnessSentence(told, slice));
    slice.trios.trios.emplace_back();
    slice.trios.trios[0].actors = {QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")};
    slice.trios.anyMeetsConstraints = false;
    EXPECT_FALSE(workflow::robustnessSentence(told, slice)) << "no trio that the draws could know";
    slice.trios.anyMeetsConstraints = true;
    told.trios.push_back({{QStringLiteral("c"), QStringLiteral("a"), QStringLiteral("b")}, 0.83, 0, 0});
    told.tipping.push_back({QStringLiteral("B"), 0.25, 0.34, {}});
    const auto firm = workflow::robustnessSentence(told, slice);
    ASSERT_TRUE(firm);
    EXPECT_TRUE(firm->firm);
    EXPECT_EQ(QString(firm->words).replace(QChar(0xa0), u' '),
              QStringLiteral("Le trio proposé reste premier dans 83 % des tirages ; le poids le plus "
                             "sensible est « B · Capacité organisationnelle »."));
    told.trios[0].optimal = 0.599;
    told.tipping.clear();
    const auto weak = workflow::robustnessSentence(told, slice);
    EXPECT_FALSE(weak->firm);
    EXPECT_TRUE(weak->words.endsWith(u"aucun poids, changé seul, ne le fait changer."));
}

TEST_F(RobustnessViews, TheDigestFollowsTheScoresOfTheRankedOnly)
{
    const QString before = workflow::inputsDigest(*data);
    EXPECT_EQ(before.size(), 64);
    EXPECT_EQ(workflow::inputsDigest(*workflow::studyData(*fixture.study)), before);
    disclosure::StudyData changed = *data;
    for (auto& each : changed.actors)
        if (!each.assessment.rankable) each.assessment.dimensions.begin()->second.low += 1;
    EXPECT_EQ(workflow::inputsDigest(changed), before);
    for (auto& each : changed.actors)
        if (each.assessment.rankable) each.assessment.dimensions.begin()->second.low += 1e-9;
    EXPECT_NE(workflow::inputsDigest(changed), before);
}

} // namespace
